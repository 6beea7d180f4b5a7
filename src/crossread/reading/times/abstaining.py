"""Matches that look like times and are none: ages, prices, names, verbs, numbers that happen to look like years."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from crossread.lexicon import table
from crossread.reading.times.anchoring import TokenIndex
from crossread.reading.times.grammar import OTHER, Match

if TYPE_CHECKING:
    from spacy.tokens import Token

_OLDEST_SURE = 1900  # four figures below this are years only where a preposition says so


@lru_cache(maxsize=4)
def _sets(language: str) -> Mapping[str, frozenset[str]]:
    data: Mapping[str, Any] = table(language, "time")["words"]
    return {name: frozenset(words) for name, words in data.items()}


def abstains(match: Match, tokens: TokenIndex, *, language: str = "en") -> bool:
    """Whether the words around a match, or the parse, speak against reading it as a time."""
    check = _CHECKS.get(match.make)
    return check is not None and check(match, tokens, _sets(language))


def _token(match: Match, tokens: TokenIndex, at: int) -> Token:
    return tokens.at(match.items[at].start)


def _year(match: Match, tokens: TokenIndex, words: Mapping[str, frozenset[str]]) -> bool:
    if match.last > match.first:
        return False
    item = match.items[match.first]
    before, after = match.word_before, match.word_after
    if before in words["not_year_before"] or (after in ("%", "percent", "-") and after != "-"):
        return True
    if before in ("-", "–") and match.first >= 2 and not match.items[match.first - 2].word[-1:].isdecimal():
        if item.start == match.items[match.first - 1].end and match.items[match.first - 2].word not in words["year_before"]:
            return match.items[match.first - 2].end == match.items[match.first - 1].start
    if match.last + 1 < len(match.items):
        following = match.items[match.last + 1]
        if following.start == item.end and (following.word in (":", "/", "_", "x", "+") or following.word[0].isalpha() and following.word != "s"):
            return True
    if not _OLDEST_SURE <= int(item.value) <= 2100:
        return before not in words["year_before_old"] or _counts(match, tokens)
    return before not in words["year_before"] and _counts(match, tokens) or (before in words["year_before"] and _counts(match, tokens) and not 1940 <= int(item.value) <= 2040)


def _counts(match: Match, tokens: TokenIndex) -> bool:
    """Whether the figures count the plural noun after them: "2000 soldiers"."""
    token = _token(match, tokens, match.first)
    head = token.head
    return token.dep_ == "nummod" and head.i > token.i and head.tag_ == "NNS" and head.i - token.i <= 3


def _month(match: Match, tokens: TokenIndex, words: Mapping[str, frozenset[str]]) -> bool:
    if match.last > match.first and not (match.last == match.first + 1 and match.items[match.last].word == "."):
        return False
    item = match.items[match.first]
    if item.word not in words["months_as_names"] and item.word not in words["capitalised"]:
        return False
    token = tokens.at(item.start)
    if item.end - item.start == 3 and item.word != "may" and match.last == match.first:
        return True
    if token.pos_ in ("AUX", "VERB"):
        return True
    if item.word in ("may", "march") and match.word_before not in words["month_before"]:
        return True
    neighbours = [match.items[at] for at in (match.first - 1, match.last + 1) if 0 <= at < len(match.items)]
    text = tokens.doc.text
    return token.ent_type_ in ("PERSON", "per", "PER") or any(
        other.letter == OTHER and text[other.start].isupper() and abs(tokens.at(other.start).i - token.i) == 1
        and (tokens.at(other.start).head.i == token.i or token.head.i == tokens.at(other.start).i)
        and tokens.at(other.start).pos_ == "PROPN" and token.dep_ in ("flat", "compound", "flat:name")
        for other in neighbours
    )


def _season(match: Match, tokens: TokenIndex, words: Mapping[str, frozenset[str]]) -> bool:
    item = match.get("s")
    if item is None:
        return False
    token = tokens.at(item.start)
    if token.pos_ == "VERB":
        return True
    text = tokens.doc.text
    if item.word == "spring" and text[item.start].isupper() and match.get("the") is not None:
        return True
    bare = match.get("the") is not None
    return bare and item.word == "fall" and match.word_after in ("of", "in", "from", "to") and match.get("y") is None


def _weekday(match: Match, tokens: TokenIndex, words: Mapping[str, frozenset[str]]) -> bool:
    after = match.items[match.last + 1] if match.last + 1 < len(match.items) else None
    return after is not None and after.word in words["after_weekday_a_name"] and tokens.doc.text[after.start].isupper()


def _duration(match: Match, tokens: TokenIndex, words: Mapping[str, frozenset[str]]) -> bool:
    after = [item.word for item in match.items[match.last + 1 : match.last + 3]]
    if after and (after[0] in words["age_words"] or (len(after) > 1 and after[0] in ("-", "of") and after[1] in words["age_words"])):
        return True
    if match.word_before in ("aged", "age", "-", "$") and match.get("n"):
        return True
    item = match.get("us", "u")
    if item is None:
        return False
    if item.value == "quarter" and (match.word_after == "of" or item.word == "quarter" and match.get("a")):
        return True
    if item.word == "generation" or item.word == "minute" and match.word_before == "last":
        return True
    if match.get("a") and match.get("n") is None and match.get("h2") is None:
        token = tokens.at(item.start)
        if match.first == match.last - 1 and match.items[match.first].letter == match.get("a", "n").letter:  # type: ignore[union-attr]
            return _is_rate(token, match, tokens)
    return item.word == "day" and match.word_after == "'s" and match.get("n") is None


def _is_rate(token: Token, match: Match, tokens: TokenIndex) -> bool:
    """ "four flights a week": a unit that hangs on a noun or number without a preposition."""
    if any(child.dep_ == "case" for child in token.children):
        return False
    if match.word_after in ("later", "earlier", "ago", "before", "after"):
        return False
    before = match.items[match.first - 1] if match.first else None
    if before is None:
        return False
    return before.word == "%" or tokens.at(before.start).pos_ in ("NOUN", "PROPN", "NUM", "SYM")


def _bare_units(match: Match, tokens: TokenIndex, words: Mapping[str, frozenset[str]]) -> bool:
    if _duration(match, tokens, words):
        return True
    return match.word_before not in words["bare_before"] and match.word_after not in words["bare_after"]


def _bare_period(match: Match, tokens: TokenIndex, words: Mapping[str, frozenset[str]]) -> bool:
    if match.get("fz", "fz2", "rel0", "rel1"):
        return False
    item = match.get("u")
    return item is not None and item.word in ("day", "century", "decade", "month") or match.word_after in ("before", "after", "'s", "’s", "of") and (
        item is not None and item.word not in ("weekend", "quarter"))


def _reference(match: Match, tokens: TokenIndex, words: Mapping[str, frozenset[str]]) -> bool:
    item = match.items[match.first]
    token = tokens.at(item.start)
    if item.word == "now" and (match.word_after == "that" or token.pos_ == "SCONJ"):
        return True
    return match.word_after in ("of",) and item.word not in ("now",) or token.tag_ in ("NN", "NNS") and item.word == "current"


def _repeated(match: Match, tokens: TokenIndex, words: Mapping[str, frozenset[str]]) -> bool:
    adverb = match.get("adv")
    if adverb is None:
        return False
    token = tokens.at(adverb.start)
    text = tokens.doc.text
    return token.pos_ in ("NOUN", "PROPN") or (text[adverb.start].isupper() and token.i > token.sent.start)


_CHECKS: Mapping[str, Callable[[Match, TokenIndex, Mapping[str, frozenset[str]]], bool]] = {
    "year": _year, "month": _month, "season": _season, "weekday": _weekday, "duration": _duration, "bare_units": _bare_units,
    "bare_period": _bare_period, "reference": _reference, "repeated": _repeated,
}
