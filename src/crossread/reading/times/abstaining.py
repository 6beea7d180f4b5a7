"""Matches that look like times and are none: ages, prices, names, verbs, numbers that happen to look like years."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from crossread.lexicon import table
from crossread.reading.times.anchoring import TokenIndex
from crossread.reading.times.grammar import OTHER, Item, Match

if TYPE_CHECKING:
    from spacy.tokens import Token

Words = Mapping[str, frozenset[str]]
Check = Callable[[Match, TokenIndex, Words], bool]

_SURE_YEARS = range(1900, 2101)   # figures outside are years only where a preposition says so
_RECENT_YEARS = range(1940, 2041)  # inside, a preposition before outweighs a plural noun after ("in 2014 elections")
_BOUNDED = ("fz", "fz2", "rel0", "rel1")


@lru_cache(maxsize=4)
def _words(language: str) -> Words:
    data: Mapping[str, Any] = table(language, "time")["words"]
    return {name: frozenset(words) for name, words in data.items()}


def abstains(match: Match, tokens: TokenIndex, *, language: str = "en") -> bool:
    """Whether the words around a match, or the parse, speak against reading it as a time."""
    check = _CHECKS.get(match.make)
    return check is not None and check(match, tokens, _words(language))


def _year(match: Match, tokens: TokenIndex, words: Words) -> bool:
    """Bare figures: a price, a model, a count."""
    if match.last > match.first:
        return False
    item, before = match.items[match.first], match.word_before
    if before in words["not_year_before"] or match.word_after in words["not_year_after"] or _glued(match, words):
        return True
    value = int(item.value)
    if value not in _SURE_YEARS:
        return before not in words["year_before_old"] or _counts(item, tokens)
    if before in words["year_before"] and value in _RECENT_YEARS:
        return False
    return _counts(item, tokens)


def _glued(match: Match, words: Words) -> bool:
    """Whether figures hang on a name or on other figures: "T-2000", "2014:5", "2000x"."""
    at = match.first
    item = match.items[at]
    if at + 1 < len(match.items) and match.items[at + 1].start == item.end:
        following = match.items[at + 1].word
        if following in words["glue"] or (following[0].isalpha() and following != "s"):
            return True
    if at < 2 or match.items[at - 1].word not in words["hyphens"]:
        return False
    hyphen, name = match.items[at - 1], match.items[at - 2]
    if item.start != hyphen.end or name.end != hyphen.start or name.word in words["year_before"]:
        return False
    return not name.word[-1:].isdecimal()


def _counts(item: Item, tokens: TokenIndex) -> bool:
    """Whether the figures count the plural noun after them: "2000 soldiers"."""
    token = tokens.at(item.start)
    head = token.head
    return token.dep_ == "nummod" and head.tag_ == "NNS" and 0 < head.i - token.i <= 3


def _month(match: Match, tokens: TokenIndex, words: Words) -> bool:
    """A verb, a march, a person's name."""
    item = match.items[match.first]
    alone = match.last == match.first or (match.last == match.first + 1 and match.items[match.last].word == ".")
    if not alone or not (item.word in words["months_as_names"] or item.word in words["capitalised"]):
        return False
    token = tokens.at(item.start)
    if item.word in words["months_as_verbs"]:
        return token.pos_ in ("AUX", "VERB") or match.word_before not in words["month_before"]
    if item.end - item.start == 3 and match.last == match.first:
        return True
    return _in_name(token, match, tokens)


def _in_name(token: Token, match: Match, tokens: TokenIndex) -> bool:
    if token.ent_type_.lower() in ("person", "per"):
        return True
    if token.dep_ not in ("flat", "compound"):
        return False
    for at in (match.first - 1, match.last + 1):
        if 0 <= at < len(match.items) and match.items[at].letter == OTHER:
            other = tokens.at(match.items[at].start)
            if other.pos_ == "PROPN" and abs(other.i - token.i) == 1 and (other.head.i == token.i or token.head.i == other.i):
                return True
    return False


def _season(match: Match, tokens: TokenIndex, words: Words) -> bool:
    """The verb "fall", "the fall of", "the Spring" of a revolt."""
    item = match.get("s")
    if item is None:
        return False
    if tokens.at(item.start).pos_ == "VERB":
        return True
    if match.get("the") is None:
        return False
    named = tokens.text[item.start].isupper()
    return named or (item.word in words["seasons_as_nouns"] and match.word_after in words["after_noun_fall"])


def _weekday(match: Match, tokens: TokenIndex, words: Words) -> bool:
    """A newspaper: "Sunday Times"."""
    after = match.items[match.last + 1] if match.last + 1 < len(match.items) else None
    return after is not None and after.word in words["after_weekday_a_name"] and tokens.text[after.start].isupper()


def _day_word(match: Match, tokens: TokenIndex, words: Words) -> bool:
    """A newspaper or a broadcast called "Today"."""
    item = match.get("dw")
    if item is None or match.first != match.last:
        return False
    token = tokens.at(item.start)
    named = token.pos_ == "PROPN" and tokens.text[item.start].isupper() and token.i > token.sent.start
    return named and token.nbor(-1).pos_ == "PROPN"


def _duration(match: Match, tokens: TokenIndex, words: Words) -> bool:
    """An age, a fraction, a rate, a title."""
    item = match.get("us", "u")
    if item is None:
        return False
    after = [other.word for other in match.items[match.last + 1 : match.last + 3]]
    if any(word in words["age_words"] for word in after[:1]):
        return True
    if len(after) == 2 and after[0] in words["age_joints"] and after[1] in words["age_words"]:
        return True
    if match.get("n") is not None and match.word_before in words["not_count_before"]:
        return True
    if item.value == "quarter" and (match.word_after == "of" or (item.word == "quarter" and match.get("a") is not None)):
        return True
    if item.value == "generation":
        return True
    article_alone = match.get("a") is not None and match.last == match.first + 1
    return article_alone and _is_rate(match, tokens, words)


def _is_rate(match: Match, tokens: TokenIndex, words: Words) -> bool:
    """ "four flights a week": a unit that follows a noun or number without a preposition."""
    if match.word_after in words["after_length"] or match.first == 0:
        return False
    before = match.items[match.first - 1]
    return before.word == "%" or tokens.at(before.start).pos_ in ("NOUN", "PROPN", "NUM", "SYM")


def _bare_units(match: Match, tokens: TokenIndex, words: Words) -> bool:
    if _duration(match, tokens, words):
        return True
    return match.word_before not in words["bare_before"] and match.word_after not in words["bare_after"]


def _bare_period(match: Match, tokens: TokenIndex, words: Words) -> bool:
    """ "the day", "the month": too vague, unless "the end of" bounds them; "the week before"."""
    item = match.get("u")
    if item is None or any(match.get(name) for name in _BOUNDED):
        return False
    if item.value in ("weekend", "quarter"):
        return False
    return item.value not in ("year", "week") or match.word_after in words["after_period"]


def _reference(match: Match, tokens: TokenIndex, words: Words) -> bool:
    """ "the electric current"."""
    item = match.items[match.first]
    return item.word == "current" and tokens.at(item.start).tag_ in ("NN", "NNS")


def _past_or_future(match: Match, tokens: TokenIndex, words: Words) -> bool:
    """ "the future of the country", "the future king"."""
    if match.word_after == "of":
        return True
    token = tokens.at(match.items[match.last].start)
    return token.pos_ == "ADJ" and token.head.i > token.i


def _repeated(match: Match, tokens: TokenIndex, words: Words) -> bool:
    """A daily is a newspaper."""
    adverb = match.get("adv")
    if adverb is None:
        return False
    token = tokens.at(adverb.start)
    return token.pos_ in ("NOUN", "PROPN") or (tokens.text[adverb.start].isupper() and token.i > token.sent.start)


_CHECKS: Mapping[str, Check] = {
    "year": _year, "month": _month, "season": _season, "weekday": _weekday, "day_word": _day_word, "duration": _duration,
    "bare_units": _bare_units, "bare_period": _bare_period, "reference": _reference, "past_or_future": _past_or_future,
    "repeated": _repeated,
}
