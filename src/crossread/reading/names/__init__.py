"""Names: what the recogniser found, mended, typed and joined to what the document itself tells of them."""

from crossread.reading.names.reader import NamedSpan, read_names, surname_of

__all__ = ["NamedSpan", "read_names", "surname_of"]
