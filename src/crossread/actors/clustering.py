"""Constrained clustering: profiles into actors. A pure function of the profiles, their counts and the judgements on them.

The surest joins come first: what people judged the same, the same name, then the features of `features` by their score; of
those that hold only alone, each is asked when all others are done. No join is made against a reason of `apart` or a judgement
"different", and what blocks one member blocks the whole group (cannot-link, after Wagstaff et al. 2001). "Unsure" makes no
join and blocks the direct one.

Only what shares a candidate key is compared. The groups of profiles that are connected by equal names or by comparisons that
speak for them (`tied`) depend on nothing else, so that a case resolves just those that a new document touches.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from crossread.actors.apart import KINDS, Summary, apart, summary_of
from crossread.actors.describing import describe
from crossread.actors.features import FEATURES, Feature, Name
from crossread.actors.keys import called, keys_of
from crossread.actors.words import person_words
from crossread.model.actor import ActorGroup, Join, Judged, Profile, Weighed
from crossread.model.names import is_acronym, name_key

OUTNUMBERED = 3  # how much more common what is no person must be for a person of the same lone name to be a slip
SLIP = 0.8  # the score of what may be a slip of the pen, or another name
RARE = 3  # how much rarer than the right spelling a slip must be
DOMINANT = 10  # how much more common than all others together one bearer of a surname must be to be the one who is meant


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two names of two profiles (by position) that a feature joins."""

    score: float
    feature: str
    a: int
    b: int
    names: tuple[str, str]
    reason: str

    @property
    def order(self) -> tuple[float, str, tuple[str, str], int, int]:
        return -self.score, self.feature, self.names, self.a, self.b


class _Groups:
    """Disjoint sets over profiles, with what is known of each."""

    def __init__(self, weighed: Sequence[Weighed]) -> None:
        self.weighed = weighed
        self._root = list(range(len(weighed)))
        self.members = {at: [at] for at in range(len(weighed))}
        self.known: dict[int, Summary] = {at: summary_of(one.profile) for at, one in enumerate(weighed)}
        self.joins: dict[int, list[Join]] = defaultdict(list)
        self.banned: dict[int, set[int]] = defaultdict(set)
        self.doubted: set[frozenset[int]] = set()

    def find(self, at: int) -> int:
        while self._root[at] != at:
            self._root[at] = self._root[self._root[at]]
            at = self._root[at]
        return at

    def are_apart(self, a: int, b: int) -> bool:
        one, other = self.find(a), self.find(b)
        return one != other and (
            any(self.find(at) == other for at in self.banned[one]) or apart(self.known[one], self.known[other]) is not None
        )

    def join(self, a: int, b: int, why: Join, *, force: bool = False) -> bool:
        one, other = sorted((self.find(a), self.find(b)))
        if one == other:
            return False
        if not force and (self.are_apart(one, other) or frozenset((a, b)) in self.doubted):
            return False
        self._root[other] = one
        self.members[one] += self.members.pop(other)
        self.known[one].add(self.known.pop(other))
        self.banned[one] |= self.banned.pop(other, set())
        self.joins[one] += [*self.joins.pop(other, []), why]
        return True

    def ban(self, a: int, b: int) -> None:
        self.banned[self.find(a)].add(b)
        self.banned[self.find(b)].add(a)

    def weight(self, at: int) -> int:
        return sum(self.weighed[member].count for member in self.members[self.find(at)])


def cluster(weighed: Iterable[Weighed], judged: Iterable[Judged] = ()) -> tuple[ActorGroup, ...]:
    """The actors of some profiles, in the order of their ids; each profile belongs to exactly one."""
    ordered = sorted(weighed, key=lambda one: one.profile.id)
    groups = _Groups(ordered)
    blocks: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for at, one in enumerate(ordered):
        for key, name in keys_of(one.profile):
            blocks[key].append((at, name))
    _judge(groups, judged)
    _same_names(groups, blocks)
    pairs, lone = _pairs(groups, blocks)
    for pair in sorted(pairs, key=lambda pair: pair.order):
        groups.join(pair.a, pair.b, Join(pair.feature, pair.score, *pair.names, pair.reason))
    _acronyms(groups, blocks)
    for feature in FEATURES:
        if feature.alone:
            _only(groups, [pair for pair in lone if pair.feature == feature.name])
    return describe([[ordered[at] for at in sorted(members)] for members in groups.members.values()],
                    [tuple(groups.joins[root]) for root in groups.members])


def tied(one: Profile, other: Profile) -> bool:
    """Whether a comparison speaks for two profiles being one actor, whatever speaks against it."""
    mine = keys_of(one)
    theirs: dict[str, list[str]] = defaultdict(list)
    for key, name in keys_of(other):
        theirs[key].append(name)
    pairs = {(Name(first, one), Name(second, other)) for key, first in mine for second in theirs.get(key, ())}
    return any(feature.compare(*pair) is not None for pair in pairs for feature in FEATURES)


def _judge(groups: _Groups, judged: Iterable[Judged]) -> None:
    """What people said: the same first, then what is apart."""
    by_name: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(groups.weighed):
        for key in called(one.profile):
            by_name[key].append(at)
    judged = sorted(judged, key=lambda one: (one.verdict, one.a, one.b, one.why))
    for judgement in judged:
        if judgement.verdict == "same" and by_name[judgement.a] and by_name[judgement.b]:
            for at in (*by_name[judgement.a][1:], *by_name[judgement.b]):
                why = Join("judgement", 1.0, judgement.a, judgement.b, f"judged the same: {judgement.why}")
                groups.join(by_name[judgement.a][0], at, why, force=True)
    for judgement in judged:
        if judgement.verdict != "same":
            for a in by_name[judgement.a]:
                for b in by_name[judgement.b]:
                    if judgement.verdict == "different" and groups.find(a) != groups.find(b):
                        groups.ban(a, b)
                    groups.doubted.add(frozenset((a, b)))


def _same_names(groups: _Groups, blocks: dict[str, list[tuple[int, str]]]) -> None:
    """One name, one actor, where it is not a name of several kinds of thing; what is only guessed joins the only kind known.
    Acronyms wait, see `_acronyms`."""
    for key in sorted(blocks):
        if not key.startswith(("k:", "n:")) or len(blocks[key]) < 2:
            continue
        entries = [
            (at, name) for at, name in blocks[key]
            if key.startswith("k:") or not is_acronym(name) or groups.weighed[at].profile.known is not None
        ]
        by_kind: dict[str, list[tuple[int, str]]] = defaultdict(list)
        people: list[tuple[int, str]] = []
        guessed: list[tuple[int, str]] = []
        for at, name in entries:
            profile = groups.weighed[at].profile
            kind = KINDS[profile.type] if profile.firm else "body" if profile.makeshift else None
            chosen = by_kind[kind] if kind is not None else people if profile.type == "person" else guessed
            chosen.append((at, name))
        for together in by_kind.values():
            _chain(groups, together)
        kind = _prevailing(groups, by_kind)
        if kind is not None:
            known = by_kind[kind]
            _chain(groups, [known[0], *guessed])
            if kind == "person" or _count(groups, [*known, *guessed]) >= OUTNUMBERED * _count(groups, people):
                _chain(groups, [known[0], *people])
            else:
                _chain(groups, people)
        elif not by_kind:
            _chain(groups, [*people, *guessed])
        else:
            _chain(groups, [*by_kind.get("person", [])[:1], *people])


def _prevailing(groups: _Groups, by_kind: dict[str, list[tuple[int, str]]]) -> str | None:
    """The only kind of thing that a name is known to be of, or the one that is far more common than all others."""
    counts = {kind: _count(groups, entries) for kind, entries in by_kind.items()}
    if not counts:
        return None
    kind = min(counts, key=lambda one: (-counts[one], one))
    return kind if counts[kind] >= OUTNUMBERED * (sum(counts.values()) - counts[kind]) else None


def _count(groups: _Groups, entries: list[tuple[int, str]]) -> int:
    return sum(groups.weighed[at].count for at, _ in entries)


def _chain(groups: _Groups, entries: list[tuple[int, str]]) -> None:
    """Join each with the first group that lets it in."""
    heads: list[tuple[int, str]] = []
    for at, name in entries:
        for head, first in heads:
            if groups.find(at) == groups.find(head) or groups.join(head, at, Join("name", 1.0, first, name, "the same name")):
                break
        else:
            heads.append((at, name))


def _pairs(groups: _Groups, blocks: dict[str, list[tuple[int, str]]]) -> tuple[list[_Pair], list[_Pair]]:
    """All that features say of names that share a key: what holds by itself, and what holds only alone."""
    sure: list[_Pair] = []
    alone: list[_Pair] = []
    seen: set[tuple[int, str, int, str]] = set()
    for key in sorted(blocks):
        entries = list({(groups.find(at), name_key(name)): (at, name) for at, name in reversed(blocks[key])}.values())
        entries.sort()
        for here, (a, first) in enumerate(entries):
            for b, second in entries[here + 1:]:
                mark = (groups.find(a), first, groups.find(b), second)
                if mark[0] == mark[2] or mark in seen:
                    continue
                seen.add(mark)
                for feature, score, reason in _compared(groups, a, b, first, second):
                    (alone if feature.alone else sure).append(_Pair(score, feature.name, a, b, (first, second), reason))
    return sure, alone


def _compared(groups: _Groups, a: int, b: int, first: str, second: str) -> Iterator[tuple[Feature, float, str]]:
    one, other = Name(first, groups.weighed[a].profile), Name(second, groups.weighed[b].profile)
    for feature in FEATURES:
        found = feature.compare(one, other)
        if found is not None:
            yield feature, *found


def _acronyms(groups: _Groups, blocks: dict[str, list[tuple[int, str]]]) -> None:
    """An acronym joins those who have it, if all that documents spell it out as is one actor; else its bare uses stay by
    themselves."""
    for key in sorted(blocks):
        if not key.startswith("n:"):
            continue
        entries = [(at, name) for at, name in blocks[key] if is_acronym(name) and groups.weighed[at].profile.known is None]
        if len(entries) < 2:
            continue
        bare = [(at, name) for at, name in entries if set(groups.weighed[at].profile.names) == {name}]
        spelled = [entry for entry in entries if entry not in bare]
        _chain(groups, bare)
        if len({groups.find(at) for at, _ in spelled}) == 1 and bare:
            _chain(groups, [spelled[0], *bare])


def _only(groups: _Groups, pairs: list[_Pair]) -> None:
    """Join the pairs of one feature whose less known side fits one group and no other; of several, the one that is far more
    common than the others together."""
    fits: dict[int, dict[int, _Pair]] = defaultdict(dict)
    full: dict[int, list[_Pair]] = defaultdict(list)
    for pair in sorted(pairs, key=lambda pair: pair.order):
        if not groups.are_apart(pair.a, pair.b) and groups.find(pair.a) != groups.find(pair.b):
            short, long = _sides(groups, pair)
            full[groups.find(short)].append(pair)
            fits[groups.find(short)].setdefault(groups.find(long), pair)
    for short in sorted(fits, key=lambda at: (-groups.weight(at), at)):
        found = {groups.find(root): pair for root, pair in fits[short].items() if groups.find(root) != groups.find(short)}
        if not found:
            continue
        best = max(pair.score for pair in found.values())
        top = {root: pair for root, pair in found.items() if pair.score == best}
        root = max(top, key=lambda at: (groups.weight(at), -at))
        others = sum(groups.weight(at) for at in top) - groups.weight(root)
        if len(top) > 1 and groups.weight(root) < DOMINANT * others:
            continue
        pair = top[root]
        if pair.score <= SLIP and groups.weight(root) < RARE * groups.weight(short):
            continue
        reason = pair.reason if len(top) == 1 else pair.reason + f", {DOMINANT} times as common as all others that fit"
        groups.join(pair.a, pair.b, Join(pair.feature, pair.score, *pair.names, reason))


def _sides(groups: _Groups, pair: _Pair) -> tuple[int, int]:
    """The less telling side of a pair, then the other: fewer words, an acronym, fewer entities."""
    def telling(at: int, name: str) -> tuple[bool, int, int, int]:
        return not is_acronym(name), len(person_words(name)), groups.weight(at), -at

    a, b = telling(pair.a, pair.names[0]), telling(pair.b, pair.names[1])
    return (pair.a, pair.b) if a <= b else (pair.b, pair.a)
