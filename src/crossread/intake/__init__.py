"""From bytes to documents: files, folders, addresses and standard input. Knows no linguistics and no storage."""

from crossread.intake.inputs import load_inputs
from crossread.intake.loaded import LONGEST, Loaded
from crossread.intake.making import document_of

__all__ = ["LONGEST", "Loaded", "document_of", "load_inputs"]
