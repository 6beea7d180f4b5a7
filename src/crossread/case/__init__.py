"""The store: documents with their untouched bytes, what was read in them, and what people judged. The only room with SQL.

    connection   opening a case, and what kind of file it must be
    schema       the tables
    migrations   how an older case becomes one of today
    documents    writing, finding and forgetting documents
    claims       claims as rows, and finding them
    actors       entities out, actors in
    journal      what people said of actors, claims and sources
    judgements   its entries on actors
    judged       a reading under its entries on claims
    standing     the rows of a document as it stands under the journal
    identity     the ids of claims
    users        who may use it through the desk
    filters      what part of a case is asked for
    stamps       when documents and actors changed last
    snapshot     all that findings are made of, read whole or from an earlier one
    store        all of it behind one class
"""

from crossread.case.snapshot import Snapshot
from crossread.case.store import Counts, Filters, Original, Put, Store
from crossread.case.users import Users

__all__ = ["Counts", "Filters", "Original", "Put", "Snapshot", "Store", "Users"]
