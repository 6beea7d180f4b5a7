"""Whether an argument is of a kind that a pattern admits."""

from __future__ import annotations

from crossread.ontology.predicates import predicates
from crossread.reading.claims.filled import Filled
from crossread.reading.claims.known import ACTOR_TYPES, PLACE_TYPES
from crossread.reading.claims.patterns import Pattern

# Predicates whose object may be a thing or a group that is no actor ("shelled a market", "arrested two men").
_OPEN = frozenset(
    {"attacks", "coerces", "condemns", "accuses", "threatens", "sanctions", "killed", "wounded", "captured_persons", "concedes"}
)
# Deeds that are told though nobody, or a thing, is named as the doer ("the blast killed ten").
DEADLY = frozenset({"killed", "wounded"})
# Actors that people belong to and that have a seat somewhere.
BODY_TYPES = frozenset({"armed_group", "government_body", "military_unit", "igo", "ngo", "company", "media"})
# Families in which a thing that is backed or struck stands for its owner ("condemned Morland's methods").
LIFTED = frozenset({"backing", "hostility"})
VIOLENT = frozenset({"hostility", "harm"})
# What an event can do: "the uprising that toppled the king".
_BY_EVENTS = frozenset({"creates", "opposes", "mediates", "overthrows"})
TERRITORY = frozenset({"controls_place", "captures_place", "withdraws_from", "deploys_to", "moves_to", "located_at"})


def fits(side: Filled, pattern: Pattern, which: str) -> bool:
    """Whether an argument is of a kind that the pattern admits."""
    if side.type is None:
        open_ = "text" in pattern.flags or pattern.predicate in _OPEN
        return which == "obj" and open_ and not pattern.wants("objtype") and not is_bare_pronoun(side)
    if is_bare_pronoun(side):
        return False
    wanted = pattern.wants(f"{which}type")
    if wanted:
        creed = side.type in ("other", "people") and side.head.tag_ == "NNPS"  # "freed ten Christians"
        return side.type in wanted or (creed and "person" in wanted)
    if which == "subj":
        if predicates()[pattern.predicate].family == "structure" and pattern.predicate != "creates":
            return side.type in ACTOR_TYPES
        return side.type in ACTOR_TYPES or side.type in PLACE_TYPES or pattern.predicate in _BY_EVENTS
    if pattern.predicate in TERRITORY:
        return side.type in PLACE_TYPES or side.type == "event" or "text" in pattern.flags
    if predicates()[pattern.predicate].family == "backing" and side.type in ("place", "facility"):
        return pattern.kind == "p" and side.type == "place"  # "the Morland-backed region of Osten"
    if predicates()[pattern.predicate].family == "structure" and side.type == "other" and "text" not in pattern.flags:
        return False  # an army consists of brigades, not of tanks
    if pattern.predicate == "composed_of" and side.type == "facility":
        return False
    return (
        side.type in ACTOR_TYPES
        or side.type in PLACE_TYPES
        or "text" in pattern.flags
        or side.type in ("agreement", "event", "other")
    )


def takes_text(pattern: Pattern) -> bool:
    """Whether the object of a pattern may be free text, where no mention is named."""
    return "text" in pattern.flags or (pattern.predicate in _OPEN and not pattern.wants("objtype"))


def is_actor(side: Filled) -> bool:
    """Whether an argument is somebody who can act, and not a pronoun for nobody knows whom."""
    return side.type in ACTOR_TYPES and not is_bare_pronoun(side)


def is_bare_pronoun(side: Filled) -> bool:
    """A pronoun that was resolved to nothing with a name or description, or a phrase that hangs on one: abstain."""
    return side.unresolved or side.argument.name.lower().startswith(("whose ", "which "))
