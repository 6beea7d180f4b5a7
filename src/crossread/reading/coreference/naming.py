"""Passes over names: same name, parts of a person's name, acronyms, shortened names, spellings."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from crossread.lexicon import table
from crossread.model.names import is_acronym, name_key, stands_for
from crossread.ontology.gazetteer import known
from crossread.reading.coreference.spellings import near
from crossread.reading.names.words import SMALL_WORDS, body_types
from crossread.reading.people import significant

if TYPE_CHECKING:
    from crossread.reading.coreference.candidates import Candidate
    from crossread.reading.coreference.chains import Chains
    from crossread.reading.parse import Parse

_LONG = 5  # letters beyond which a surname is told by its spelling alone
_BODIES = frozenset(("armed_group", "government_body", "military_unit", "igo", "ngo", "media", "company", "other"))


def join_names(parse: Parse, chains: Chains) -> None:
    """All passes over names, the surest first."""
    names = [
        index
        for index, each in enumerate(chains.candidates)
        if each.kind in ("name", "demonym", "people") and not _is_namesake(parse, each)
    ]
    _same(chains, names)
    _acronyms(parse, chains, names)
    _shortened(chains, names)
    _persons(
        chains,
        [index for index in names if chains.candidates[index].type == "person" and chains.candidates[index].kind == "name"],
    )


def _is_namesake(parse: Parse, each: Candidate) -> bool:
    """Whether a body is set apart from its namesake by the word before it: "the new X", "the rival X"."""
    if each.kind != "name" or each.type not in _BODIES or each.first == 0:
        return False
    before = parse.doc[each.first - 1]
    return before.lower_ in _namesake_words() and before.head.i in range(each.first, each.last + 1)


@lru_cache(maxsize=4)
def _namesake_words(language: str = "en") -> frozenset[str]:
    marks = table(language, "actors")["marks"]
    return frozenset((*marks["new"], *marks["rival"], *marks["former"]))


def _same(chains: Chains, names: list[int]) -> None:
    """One key, one thing; the same content words in another order are the same body ("government of X", "X government")."""
    first: dict[tuple[str, ...], int] = {}
    for index in names:
        each = chains.candidates[index]
        if not each.key:
            continue
        keys: list[tuple[str, ...]] = [(each.key,)]
        if each.type in _BODIES and len(each.words) > 1 and each.kind == "name":
            keys.append(tuple(sorted(word for word in each.words if word not in SMALL_WORDS)))
        for key in keys:
            if key in first:
                chains.join(first[key], index, number=each.type == "person", classes=each.kind == "name")
            else:
                first[key] = index


def _acronyms(parse: Parse, chains: Chains, names: list[int]) -> None:
    """An acronym in brackets after its name (or the other way round), else one whose letters only one name can have."""
    text = parse.document.text
    for before, after in zip(names, names[1:], strict=False):
        a, b = chains.candidates[before], chains.candidates[after]
        if text[a.end : b.start].strip() == "(" and text[b.end : b.end + 1] == ")":
            short, long = (a, b) if is_acronym(text[a.start : a.end]) else (b, a)
            spelled = long.type not in ("place", "facility", "state") or _spells(text[short.start : short.end], long)
            # after a place the brackets of a dateline hold an agency
            if is_acronym(text[short.start : short.end]) and len(long.words) > 1 and long.type != "person" and spelled:
                chains.join(before, after, number=False, classes=False)
    _described_acronyms(parse, chains)
    longer = [index for index in names if len(chains.candidates[index].words) > 1 and chains.candidates[index].type != "person"]
    for index in names:
        short = chains.candidates[index]
        if short.type == "person" or not is_acronym(text[short.start : short.end]) or len(chains.names(index)) > 1:
            continue
        roots = {chains.find(long) for long in longer if _spells(text[short.start : short.end], chains.candidates[long])}
        if len(roots) == 1:
            chains.join(index, roots.pop(), number=False, classes=False)


def _described_acronyms(parse: Parse, chains: Chains) -> None:
    """ "the national army (NA)": an acronym in brackets after a description whose initials it has; without brackets, one whose
    three or more letters are all the initials of a description."""
    text = parse.document.text
    ends = {each.end: index for index, each in enumerate(chains.candidates) if each.kind == "nominal"}
    called = {each.end: each for each in chains.candidates if each.kind == "name"}
    spelled_by: dict[str, int] = {}
    for index, each in enumerate(chains.candidates):
        if each.kind == "nominal" and len(each.words) > 1 and each.type != "person":
            words = name_key(text[each.start : each.end]).split()
            spelled_by.setdefault("".join(word[0] for word in words if word not in SMALL_WORDS), index)
    for index, each in enumerate(chains.candidates):
        if each.kind != "name" or not is_acronym(text[each.start : each.end]):
            continue
        key = name_key(text[each.start : each.end])
        if len(key) > 2 and key in spelled_by and known(text[each.start : each.end]) is None:
            chains.join(index, spelled_by[key], number=False, classes=False)
        if text[each.start - 1 : each.start] != "(" or not is_acronym(text[each.start : each.end]):
            continue
        end = len(text[: each.start - 1].rstrip())
        before = ends.get(end)
        if end in called and _spells(text[each.start : each.end], called[end]):
            continue  # "a coalition against the Arda Front (AF)": the brackets are the front's
        if before is not None:
            words = name_key(text[chains.candidates[before].start : chains.candidates[before].end]).split()
            letters = name_key(text[each.start : each.end])
            told = [word for word in words if word not in SMALL_WORDS][-len(letters) :]
            # "a board member of the Arda Front (AF)": the brackets are not the member's
            head = name_key(parse.doc[chains.candidates[before].head].text)
            if "".join(word[0] for word in told) == letters and head in told:
                chains.join(before, index, number=False, classes=False)


def _spells(acronym: str, long: Candidate) -> bool:
    letters = "".join(word[0] for word in long.words if word not in SMALL_WORDS)
    all_letters = "".join(word[0] for word in long.words)
    plain = acronym.replace(".", "").lower()
    return plain in (letters, all_letters) and len(plain) > 1 and stands_for(acronym, " ".join(long.words))


def _shortened(chains: Chains, names: list[int]) -> None:
    """A body called by a part of its one name: without its head noun ("X" for "X Group") or by its last words."""
    bodies = [index for index in names if chains.candidates[index].type in _BODIES and chains.candidates[index].kind == "name"]
    # a known name has its short forms listed
    long = [index for index in bodies if len(chains.candidates[index].words) > 1 and chains.candidates[index].key[:1] != "="]
    heads = body_types()
    for index in bodies:
        words = chains.candidates[index].words
        if chains.candidates[index].key.startswith("=") and len(words) == 1:
            continue
        roots = set()
        for other in long:
            full = chains.candidates[other].words
            if len(full) <= len(words):
                continue
            begins = full[: len(words)] == words and all(word in heads for word in full[len(words) :])
            if begins or (full[-len(words) :] == words and (len(words) > 1 or words[0] in heads)) or _is_core(words, full):
                roots.add(chains.find(other))
        roots.discard(chains.find(index))
        if len(roots) == 1:
            chains.join(index, roots.pop(), number=False, classes=False)


def _is_core(words: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """ "The Morland Institute" for the "Morland Institute for Human Rights": the name up to what it is for, or its last word."""
    at = next((at for at, word in enumerate(full) if word == "for"), 0)
    return at > 1 and full[at - len(words) : at] == words


def head_word(words: tuple[str, ...]) -> str:
    """The word that says what kind of body a name names: its last, or the last before "of" and the like."""
    inner = next((at for at, word in enumerate(words) if word in SMALL_WORDS), 0)
    return words[inner - 1]


# ---------------------------------------------------------------- persons


def _persons(chains: Chains, persons: list[int]) -> None:
    """Full names that differ only in a middle name or a spelling, then surnames and given names that only one person has."""
    full = [index for index in persons if len(significant(chains.candidates[index].words)) > 1]
    for at, index in enumerate(full):
        for other in full[:at]:
            if not chains.same(index, other) and _same_full(chains.candidates[index].words, chains.candidates[other].words):
                chains.join(other, index)
    by_part: dict[str, list[int]] = {}
    for index in full:
        words = significant(chains.candidates[index].words)
        for part in dict.fromkeys((words[-1], words[0], " ".join(words[1:]))):
            by_part.setdefault(part, []).append(index)
    alone: dict[str, int] = {}
    for index in persons:
        words = significant(chains.candidates[index].words)
        if len(words) == 1:
            chains.join(alone.setdefault(words[0], index), index)
    for index in persons:
        words = significant(chains.candidates[index].words)
        if len(words) == 1:
            _join_part(chains, index, words[0], by_part)
    _spellings(chains, persons)


def _join_part(chains: Chains, index: int, part: str, by_part: dict[str, list[int]]) -> None:
    """A surname or given name goes to the one person who has it; of several, to the one last named before."""
    able = [other for other in by_part.get(part, ()) if other != index and chains.agree(index, other)]
    roots = list(dict.fromkeys(chains.find(other) for other in able))
    if len(roots) == 1:
        chains.join(able[0], index)
    elif len(roots) > 1:
        surname = [other for other in able if other < index and significant(chains.candidates[other].words)[-1] == part]
        bare = [
            root
            for root in roots
            if any(len(significant(chains.candidates[m].words)) == 1 and m < index for m in chains.members(root))
        ]
        if len(bare) == 1:
            chains.join(bare[0], index)
        elif surname:
            chains.join(surname[-1], index)


def _same_full(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    a, b = significant(one), significant(other)
    if a == b:
        return True
    if len(a) > len(b):
        a, b = b, a
    if len(a) < 2:
        return False
    if len(a) == len(b):
        return all(near(x, y) for x, y in zip(a, b, strict=True)) and sum(x != y for x, y in zip(a, b, strict=True)) <= 2
    if b[-len(a) :] == a:
        return True
    rest = iter(b)
    return (
        a[0] == b[0] and a[-1] == b[-1] and all(word in rest or (len(word) == 1 and any(w[0] == word for w in b)) for word in a)
    )


def _spellings(chains: Chains, persons: list[int]) -> None:
    """A surname nobody has, one or two letters from one that somebody has; a short one only with the same title before it."""
    surnames: dict[str, int] = {}
    titles: dict[str, set[str]] = {}
    for index in persons:
        words = significant(chains.candidates[index].words)
        if len(words) > 1 or len(chains.members(index)) > 1:
            surnames.setdefault(words[-1], index)
            titles.setdefault(words[-1], set()).update(role[:3] for role in chains.candidates[index].roles)
    for index in persons:
        words = significant(chains.candidates[index].words)
        if len(words) > 1 or len(chains.names(index)) > 1 or words[0] in surnames:
            continue
        own = {role[:3] for role in chains.candidates[index].roles}  # "Gen" and "General"
        close = [
            other
            for surname, other in sorted(surnames.items())
            if near(surname, words[0]) and (min(len(surname), len(words[0])) > _LONG or own & titles[surname])
        ]
        if len({chains.find(other) for other in close}) == 1:
            chains.join(close[0], index)
