"""The time of somebody's words: "said on Monday he would leave" names the day of saying, whatever the parser hangs it on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crossread.reading.attribution import cue_force

if TYPE_CHECKING:
    from spacy.tokens import Token

_CONTENT = ("ccomp", "xcomp", "parataxis")


def said_then(root: Token) -> Token | None:
    """The verb of saying right before a time that the parser hangs on what is said. `root` is the time's head. Abstains where
    anything stands between them, a comma included: "said rebels on Monday took the town"."""
    clause, saying = root.head, root.head.head
    if clause.dep_ not in _CONTENT or saying.i >= root.i or cue_force(saying.lemma_.lower(), "VERB") is None:
        return None
    between = root.doc[saying.i + 1 : root.i]
    return saying if all(token.text != "," and root.is_ancestor(token) for token in between) else None
