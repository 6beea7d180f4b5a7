"""What a number counts: the noun it modifies, the noun after "of", or the noun its hyphen joins it to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crossread.reading.lexemes import Lexeme

if TYPE_CHECKING:
    from spacy.tokens import Token

_REACH = 6  # words between a number and its noun, at most
_STANDALONE = frozenset({
    "nsubj", "nsubj:pass", "nsubj:outer", "obj", "iobj", "obl", "obl:agent", "nmod", "conj", "appos", "parataxis", "ccomp",
    "ROOT",
})
_MODIFIERS = frozenset({"nummod", "det", "amod", "advmod", "compound", "nummod:gov"})
_PLURAL_FORMS = frozenset({"people", "troops", "personnel", "police"})
_NOUNS = frozenset({"NOUN", "PROPN"})


@dataclass(frozen=True, slots=True)
class Unit:
    """What is counted; `name` is `None` where the number stands alone, and then `inherits` says that it counts what the
    number before it counted ("two killed and 55 wounded"). `partitive`: some of more ("one of the soldiers")."""

    name: str | None
    plural: bool = True
    inherits: bool = False
    partitive: bool = False


def unit_of(
    token: Token, words: Sequence[Lexeme], *, last: int, lexicon: Mapping[str, frozenset[str]]
) -> Unit | None:
    """The unit of the number whose last token and lexeme these are; `None` for ages and where nothing is counted."""
    skipped, ages, of, joined = (lexicon[name] for name in ("skipped", "age", "of", "joined"))
    following = words[last + 1] if last + 1 < len(words) else None
    hyphened = following is not None and following.word == "-" and following.start == words[last].end
    if hyphened and last + 2 < len(words) and words[last + 2].word not in joined:
        return _joined(words, last=last, ages=ages)
    ahead = last + 1
    while ahead < len(words) and words[ahead].word in skipped and words[ahead].word not in of:
        ahead += 1
    if ahead < len(words) and words[ahead].word in of:
        noun = _noun_after_of(token)
        if noun is not None:
            return Unit(_phrase(noun, noun.sent.start, skipped=skipped), _is_plural(noun), partitive=True)
    noun = _counted(token)
    if noun is not None:
        if any(word.word in ages for word in words[last + 1 : last + 4]) and noun.lower_ in lexicon["age_units"]:
            return None
        if not _is_plural(noun) and words[last].word not in lexicon["single"]:
            noun = next((after for after in _right_of(noun) if _is_plural(after) and after.head.i >= noun.i), noun)
        return Unit(_phrase(noun, token.i + 1, skipped=skipped), _is_plural(noun))
    if _is_age(token):
        return None
    if token.pos_ in ("NUM", "NOUN") and (token.dep_ in _STANDALONE or token.head.pos_ in ("VERB", "ADJ")):
        return Unit(None, inherits=True)
    return None


def _is_age(token: Token) -> bool:
    """ "She is 19": a number that is said to be a person."""
    if not any(child.dep_ == "cop" for child in token.children):
        return False
    subjects = [child for child in token.children if child.dep_ == "nsubj"]
    return any(child.pos_ == "PRON" or child.ent_type_.lower() in ("person", "per") for child in subjects)


def _joined(words: Sequence[Lexeme], *, last: int, ages: frozenset[str]) -> Unit | None:
    """ "14-month", "300-kilometre"; not "37-year-old"."""
    unit = words[last + 2]
    if not unit.word.isalpha() or len(unit.word) < 3 or any(word.word in ages for word in words[last + 3 : last + 5]):
        return None
    return Unit(_plural(unit.word))


def _plural(word: str) -> str:
    """A regular plural: "months", "storeys", "stories", "inches"."""
    if word.endswith("s"):
        return word
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("ch", "sh", "x", "z")) else "s")


def _counted(token: Token) -> Token | None:
    """The noun that a number or quantifier modifies, by the parse, else the first plural noun right after it."""
    head = token.head
    if token.dep_ in _MODIFIERS and _is_noun(head) and token.i < head.i <= token.i + _REACH:
        while head.dep_ == "compound" and _is_noun(head.head) and 0 < head.head.i - head.i <= 2:
            head = head.head
        return head
    for after in _right_of(token):
        if _is_noun(after):
            if after.head.i == after.i + 1 and after.head.pos_ in _NOUNS:
                continue
            return after if _is_plural(after) else None
        if after.pos_ not in ("ADJ", "NUM") and after.tag_ not in ("VBN", "VBG", "JJ") and after.lower_ != "-":
            return None
    return None


def _noun_after_of(token: Token) -> Token | None:
    """The noun in "of ...": a nominal modifier of the number, else the first noun after "of"."""
    for child in token.children:
        if child.dep_.startswith("nmod") and child.i > token.i and _is_noun(child):
            return child
    best: Token | None = None
    for after in _right_of(token):
        if _is_noun(after):
            best = after
        elif best is not None or after.pos_ not in ("ADP", "DET", "ADJ", "PRON", "NUM"):
            break
    return best


def _right_of(token: Token) -> Iterator[Token]:
    end = min(token.i + 1 + _REACH, token.sent.end)
    for at in range(token.i + 1, end):
        if token.doc[at].is_space:
            return
        yield token.doc[at]


def _phrase(noun: Token, first: int, *, skipped: frozenset[str]) -> str:
    """The noun with the adjectives and nouns right before it, from token `first` on: "Syrian fighters", "fighter jets"."""
    start = noun.i
    while start > first:
        before = noun.doc[start - 1]
        if before.pos_ not in ("NOUN", "PROPN", "ADJ") or before.lower_ in skipped or before.is_space:
            break
        start -= 1
    return noun.doc[start : noun.i + 1].text


def _is_noun(token: Token) -> bool:
    """A noun with letters in it: a tagger may call white space or a mark one."""
    return token.pos_ in _NOUNS and any(letter.isalpha() for letter in token.text)


def _is_plural(noun: Token) -> bool:
    return noun.tag_ in ("NNS", "NNPS") or "Plur" in noun.morph.get("Number", []) or noun.lower_ in _PLURAL_FORMS
