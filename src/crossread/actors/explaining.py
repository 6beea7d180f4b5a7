"""What a text says beside a name: other names in brackets behind it, and of which country somebody is the head."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from crossread.actors.forms import country_in
from crossread.actors.words import actor_words, person_words
from crossread.model.names import initials, is_acronym, name_key, stands_for
from crossread.ontology.gazetteer import known
from crossread.ontology.towns import towns_called

if TYPE_CHECKING:
    from crossread.model import Mention

BACK = 50  # characters before a name in which a title and a country stand
MOST = 5  # names in one pair of brackets
# What may stand between a name and the brackets: the rest of a longer name, then a word or two for what it is.
_BEHIND = re.compile(r"((?:\s(?:of|in|for|and|the|[A-Z][\w-]+)){0,7})\s{0,2}(?:[a-z]+\s){0,2}\(([^()\n]{2,60})\)")
_ALSO = re.compile(
    r"[\s,(]{1,3}(?:(?!and\b|or\b)[a-z]+\s){0,3}(?:also|formerly|previously|locally|better)\s(?:known\sas|called)\s(?:the\s)?"
    r"[\"“]?([A-Z][\w-]+(?:\s[A-Z][\w-]+){0,3})"
)
_PARTS = re.compile(r"[\s,;/]+")
_INSIDE = re.compile(r"(\w.*?\w)\s*\(([^\W\d_a-z][^()]*\w)\)")


def apposed(name: str) -> tuple[str, ...]:
    """A name, and another of the same in brackets within it: "Free Highland Army (FHA)"."""
    both = _INSIDE.fullmatch(name)
    return (name,) if both is None else both.groups()


def shortens(acronym: str, name: str) -> bool:
    """Whether an acronym may be that of a name, or of a longer form of it: FHA, "Free Highland Army"; FHAV, the same "of the
    Valley"."""
    own = initials(name)
    return stands_for(acronym, name) or (len(own) > 1 and name_key(acronym).startswith(own))


def other_names(text: str, mention: Mention) -> tuple[str, ...]:
    """The other names that a text gives right behind a name: "the Free Highland Army (FHA or Hadra)", "the Army, also known as
    Hadra". Acronyms in brackets must fit the name; other words count only beside one that does. None is known as something
    else."""
    also = _ALSO.match(text, mention.end)
    called = [also.group(1)] if also is not None and _is_free(also.group(1)) else []
    match = _BEHIND.match(text, mention.end)
    if match is None:
        return tuple(called)
    parts = [part for part in _PARTS.split(match.group(2)) if part and part.lower() not in actor_words().explaining]
    if len(parts) > MOST or any(not part[0].isupper() for part in parts):
        return tuple(called)
    whole = mention.text + match.group(1)
    acronyms = [part for part in parts if is_acronym(part) and shortens(part, whole)]
    others = [part for part in parts if not is_acronym(part) and _is_free(part)]
    return (*called, *acronyms, *(others if acronyms else ()))


def _is_free(name: str) -> bool:
    """Whether a name is not known as that of something else in the world."""
    return known(name) is None and not towns_called(name)


def heads(text: str, mentions: Iterable[Mention]) -> dict[str, str]:
    """The countries whose head somebody is called, by surname: "Danish Prime Minister Ana Petrak"."""
    found: dict[str, str] = {}
    for mention in mentions:
        if mention.form == "name" and mention.type == "person":
            country = _headed(text[max(0, mention.start - BACK):mention.end])
            if country is not None:
                found.setdefault(person_words(mention.text)[-1], country)
    return found


def _headed(phrase: str) -> str | None:
    """The country of the last words of a phrase before the name, if a head's title stands between them."""
    match = _head_titles().search(phrase)
    return None if match is None else country_in(match.group(1)) or country_in(match.group(1).split()[-1])


@lru_cache(maxsize=1)
def _head_titles() -> re.Pattern[str]:
    titles = "|".join(sorted(actor_words().heads, key=lambda title: (-len(title), title)))
    return re.compile(rf"([A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*)?)\s(?i:{titles})\s(?:[\w.’'-]+\s?){{1,5}}$")
