"""Files for other tools and for people, made of a case as a whole: one module a format.

    tables     CSV and JSON lines, a kind in a file or all kinds in a ZIP archive
    workbook   a spreadsheet of all kinds
    network    relations as a graph (GraphML)
    report     the dossier of an actor: statements with numbered quotes and sources
    printed    such a dossier as HTML and as PDF
    formats    the list of them
"""

from crossread.exports.formats import FORMATS, Format, export

__all__ = ["FORMATS", "Format", "export"]
