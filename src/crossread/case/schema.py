"""The tables of a case.

`document.record` holds the annotation record without its text: what was read, whole. `entity`, `alias`, `claim`,
`evidence` and `voice` are the same made searchable; `actor`, `profile`, `member` and their like are derived from all
entities and from judgements, and may be made anew at any time. `judgement` is a journal: rows are added and never changed.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData()


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _maybe(name: str) -> Column[str]:
    return Column(name, Text)


def _document() -> Column[int]:
    return Column("document", Integer, ForeignKey("document.number", ondelete="CASCADE"), nullable=False)


state = Table("state", metadata, Column("key", Text, primary_key=True), _text("value"))

original = Table(
    "original", metadata,
    Column("sha256", Text, primary_key=True),
    _text("media_type"),
    Column("bytes", LargeBinary, nullable=False),
)

document = Table(
    "document", metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    _text("fingerprint"),  # of everything intake knows of it: the same again need not be read again
    _text("reader"),  # what read it, and in which version
    Column("original", Text, ForeignKey("original.sha256"), index=True),
    _maybe("path"), _maybe("outlet"), _maybe("title"), _maybe("author"), _maybe("url"),
    _maybe("published_date"), _maybe("published_earliest"), _maybe("published_latest"), _text("published_basis"),
    _maybe("language"),
    _text("text"),
    Column("words", Integer, nullable=False),
    _text("record"),
)

entity = Table(
    "entity", metadata,
    _document(),
    _text("id"),
    _text("name"),
    _text("key"),
    _text("type"),
    Column("named", Boolean, nullable=False),
    Column("mentions", Integer, nullable=False),
    UniqueConstraint("document", "id"),
    Index("entity_key", "key"),
)

alias = Table(
    "alias", metadata,
    Column("document", Integer, nullable=False),
    _text("entity"),
    _text("text"),
    _text("key"),
    UniqueConstraint("document", "entity", "text"),
    ForeignKeyConstraint(["document", "entity"], ["entity.document", "entity.id"], ondelete="CASCADE"),
    Index("alias_key", "key"),
)

claim = Table(
    "claim", metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    _document(),
    Column("position", Integer, nullable=False),
    _text("predicate"), _maybe("event"), _maybe("mode"), _text("polarity"), _text("modality"),
    _maybe("subject_entity"), _text("subject_name"), _text("subject_key"),
    Column("subject_start", Integer), Column("subject_end", Integer),
    _maybe("object_entity"), _text("object_name"), _text("object_key"),
    Column("object_start", Integer), Column("object_end", Integer),
    _maybe("time_text"), _maybe("time_earliest"), _maybe("time_latest"), _text("time_basis"),
    _maybe("place_entity"), _maybe("place_name"),
    Column("quantity", Boolean, nullable=False),
    Column("quantity_value", Float), Column("quantity_max", Float), _maybe("quantity_unit"),
    Column("quantity_approximate", Boolean),
    _text("flags"),
    _maybe("judged"),  # what a person made of it: accepted, edited, added
    _maybe("grade"),  # how credible a person held it
    UniqueConstraint("document", "position"),
)


def _claim() -> Column[int]:
    return Column("claim", Integer, ForeignKey("claim.number", ondelete="CASCADE"), primary_key=True)


evidence = Table(
    "evidence", metadata,
    Column("number", Integer, primary_key=True),
    Column("claim", Integer, ForeignKey("claim.number", ondelete="CASCADE"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("start", Integer, nullable=False), Column("end", Integer, nullable=False),
    _text("quote"),
    UniqueConstraint("claim", "position"),
)

voice = Table(
    "voice", metadata,
    _claim(),
    Column("position", Integer, primary_key=True),
    _text("name"), _maybe("entity"),
    Column("start", Integer), Column("end", Integer), _maybe("cue"),
)

actor = Table(
    "actor", metadata,
    Column("id", Text, primary_key=True),
    _text("name"), _text("type"), _maybe("country"), _maybe("sector"),
    _text("joins"),  # why its names are one actor's, as JSON
)

profile = Table(
    "profile", metadata,
    Column("id", Text, primary_key=True),
    _text("record"),  # what entities are known by, as JSON
    Column("weight", Integer, nullable=False, server_default="0"),  # roughly how many entities have it, see `model.actor.roughly`
)

profile_tie = Table(  # profiles that a comparison would join, whatever else speaks against it; in both directions
    "profile_tie", metadata,
    Column("one", Text, ForeignKey("profile.id", ondelete="CASCADE"), primary_key=True),
    Column("other", Text, ForeignKey("profile.id", ondelete="CASCADE"), primary_key=True, index=True),
)

profile_key = Table(
    "profile_key", metadata,
    Column("key", Text, primary_key=True),
    Column("profile", Text, ForeignKey("profile.id", ondelete="CASCADE"), primary_key=True),
    Index("profile_key_profile", "profile"),
)

member = Table(
    "member", metadata,
    Column("document", Integer, primary_key=True),
    Column("entity", Text, primary_key=True),
    Column("actor", Text, ForeignKey("actor.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("profile", Text, ForeignKey("profile.id"), index=True),  # none where its document never names it
    ForeignKeyConstraint(["document", "entity"], ["entity.document", "entity.id"], ondelete="CASCADE"),
)

makeshift = Table(  # descriptions that serve as names
    "makeshift", metadata,
    Column("document", Integer, primary_key=True),
    Column("entity", Text, primary_key=True),
    Column("text", Text, primary_key=True),
    _text("key"),
    ForeignKeyConstraint(["document", "entity"], ["entity.document", "entity.id"], ondelete="CASCADE"),
    Index("makeshift_key", "key"),
)

settled = Table(  # documents whose entities have their actors
    "settled", metadata,
    Column("document", Integer, ForeignKey("document.number", ondelete="CASCADE"), primary_key=True),
)

touched = Table(  # what lost a document, or was judged, since actors were derived: an actor, a profile, a name
    "touched", metadata,
    Column("kind", Text, primary_key=True),
    Column("id", Text, primary_key=True),
)

stamp = Table(  # the revision of the case at which a document, a profile's actor or an actor changed last
    "stamp", metadata,
    Column("kind", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("revision", Integer, nullable=False),
)

judgement = Table(
    "judgement", metadata,
    Column("number", Integer, primary_key=True),
    _text("at"), _text("by"),
    _text("kind"),  # of what is judged: actor, claim, source
    _text("target"),
    _maybe("document"),  # id of the document it rests on alone, if it does
    _text("verdict"), _maybe("reason"),
    _maybe("content"),  # a claim as it was read, and what is to be changed in it, as JSON
)

account = Table(  # who may use the case through the desk
    "account", metadata,
    Column("name", Text, primary_key=True),
    _text("role"), _text("password"), _text("since"),
)


def _of_account() -> Column[str]:
    return Column("account", Text, ForeignKey("account.name", ondelete="CASCADE"), nullable=False, index=True)


login = Table("login", metadata, Column("id", Text, primary_key=True), _of_account(), _text("until"))

token = Table("token", metadata, Column("id", Text, primary_key=True), _of_account(), _text("label"), _text("since"))

worth = Table(  # what an entry on a claim does to its document as it was read last
    "worth", metadata,
    Column("judgement", Integer, ForeignKey("judgement.number", ondelete="CASCADE"), primary_key=True),
    _text("state"),
)
