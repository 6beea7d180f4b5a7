"""From bytes to documents: files, folders, addresses and standard input. Knows no linguistics and no storage."""

from crossread.intake.inputs import is_address, load_inputs
from crossread.intake.loaded import LONGEST, Given, Loaded, Public
from crossread.intake.making import document_of

__all__ = ["LONGEST", "Given", "Loaded", "Public", "document_of", "is_address", "load_inputs"]
