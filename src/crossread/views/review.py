"""What to ask an analyst first: open questions about actors and claims, by how much hangs on the answer.

The weight of a question is what hangs on it times how doubtful it is. Both are said in words beside it. What hangs on a pair of
names are the claims that would change hands and the findings that rest on these; what hangs on a claim are the findings that
nothing else carries. How doubtful a pair is, is what resolution says; a claim is the more doubtful the more signs there are that
it may be misread.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from crossread.actors.doubts import Doubt, doubts
from crossread.model import Claim
from crossread.model.actor import Actor
from crossread.model.findings import Party
from crossread.model.judgement import Entry
from crossread.model.names import name_key
from crossread.ontology.predicates import in_words
from crossread.views.picture import Picture

LONG = 350  # characters of evidence in which parts of different statements may have been put together
SIGN = 0.15  # how much more doubtful each sign makes a claim
PLAIN = 0.2  # how doubtful a claim is without any


@dataclass(frozen=True, slots=True)
class Question:
    """An open question. Either about two actors, or names of one (`a`, `b` and `names`), or about a claim.

    `doubts` say why it is open, `hangs` what would change with the answer; `weight` is the order of asking.
    """

    id: str
    weight: float
    doubts: tuple[str, ...]
    hangs: tuple[str, ...]
    claims: tuple[str, ...]
    claim: str | None = None
    a: Party | None = None
    b: Party | None = None
    names: tuple[str, str] | None = None

    @property
    def joined(self) -> bool:
        """Whether the two are one actor now."""
        return self.a is not None and self.a == self.b


def review(picture: Picture, journal: Iterable[Entry] = ()) -> tuple[Question, ...]:
    """All open questions, the weightiest first. What somebody has judged, and not taken back, is no longer asked."""
    pairs, judged = _judged(journal)
    found = [*_about_actors(picture, pairs), *_about_claims(picture, judged)]
    return tuple(sorted(found, key=lambda question: (-question.weight, question.id)))


def still_open(questions: Iterable[Question], journal: Iterable[Entry]) -> tuple[Question, ...]:
    """Those of some questions that nobody has answered."""
    pairs, judged = _judged(journal)
    return tuple(one for one in questions if one.claim not in judged and _keys(one.names or ()) not in pairs)


def _judged(journal: Iterable[Entry]) -> tuple[set[frozenset[str]], set[str]]:
    """The pairs of names, and the claims, of which something is said that nobody took back."""
    settled = [entry for entry in journal if entry.state in ("in force", "without effect") and entry.undoes is None]
    return ({frozenset(entry.target.split(" | ")) for entry in settled if entry.kind == "actor"},
            {entry.target for entry in settled if entry.kind == "claim"})


def _keys(names: Iterable[str]) -> frozenset[str]:
    return frozenset(name_key(name) for name in names)


def _about_actors(picture: Picture, judged: set[frozenset[str]]) -> Iterator[Question]:
    for doubt in doubts(picture.actors.values()):
        keys = _keys(doubt.names)
        if keys in judged or len(keys) < 2:
            continue
        claims = _changing_hands(picture, doubt)
        hangs, weight = _findings_of(picture, claims)
        documents = len({picture.claims[id_].document for id_ in claims})
        open_ = 1 - doubt.score if doubt.joined else doubt.score
        verb = "They are one actor now" if doubt.joined else "They are two actors now"
        yield Question(
            id=_id(*sorted(keys)), weight=round((len(claims) + weight) * open_, 3),
            doubts=(f"{verb}; what speaks for it: {doubt.reason} ({doubt.score:.2f})" if doubt.joined
                    else f"{verb}; what speaks for one: {doubt.reason} ({doubt.score:.2f})",),
            hangs=(f"{_count(len(claims), 'claim')} in {_count(documents, 'document')} would change hands", *hangs),
            claims=claims, a=_party(picture.actors[doubt.a]), b=_party(picture.actors[doubt.b]), names=doubt.names,
        )


def _changing_hands(picture: Picture, doubt: Doubt) -> tuple[str, ...]:
    """The claims of the side with fewer: of an actor, or of the documents that use the rarer of its two names."""
    if not doubt.joined:
        return min((picture.claims_of_actor(doubt.b), picture.claims_of_actor(doubt.a)), key=len)
    uses = {name_key(alias.text): frozenset(alias.documents) for alias in picture.actors[doubt.a].aliases}
    rarer = min((uses.get(name_key(name), frozenset()) for name in doubt.names), key=len)
    return tuple(id_ for id_ in picture.claims_of_actor(doubt.a) if picture.claims[id_].document in rarer)


def _findings_of(picture: Picture, claims: Iterable[str]) -> tuple[tuple[str, ...], float]:
    """What rests on some claims, in words, and how much it weighs."""
    relations = {(one.source, one.relation, one.target) for id_ in claims for one in picture.relations_of(id_)}
    resting = [picture.resting_on(id_) for id_ in claims]
    contradictions = {one.id for each in resting for one in each.contradictions}
    games = {(one.actor, one.side_a, one.side_b) for each in resting for one in each.double_games}
    said = [_count(number, thing) for number, thing in (
        (len(relations), "relation"), (len(contradictions), "contradiction"), (len(games), "double game"),
    ) if number]
    return (tuple([", ".join(said) + " rest on them"] if said else []),
            2 * len(relations) + 3 * len(contradictions) + 3 * len(games))


def _about_claims(picture: Picture, judged: set[str]) -> Iterator[Question]:
    for id_, claim in picture.claims.items():
        if id_ in judged or claim.judged is not None:
            continue
        hangs, weight = _alone_on(picture, id_)
        if not hangs:
            continue
        signs = tuple(said for sign in SIGNS if (said := sign(picture, claim)) is not None)
        open_ = min(1.0, PLAIN + SIGN * len(signs))
        yield Question(_id(id_), round(weight * open_, 3), signs or ("Nobody has looked at it",), hangs, (id_,), claim=id_)


def _alone_on(picture: Picture, id_: str) -> tuple[tuple[str, ...], float]:
    """What nothing but a claim carries, in words, and how much it weighs."""
    hangs: list[str] = []
    weight = 0.0
    for relation in picture.relations_of(id_):
        if relation.claims == (id_,):
            does = in_words(relation.relation)
            hangs.append(f"the only claim that {relation.source.name} {does} {relation.target.name}")
            weight += 2
    resting = picture.resting_on(id_)
    for contradiction in resting.contradictions:
        if (id_,) in contradiction.sides:
            hangs.append(f"one side of a contradiction has nothing else: {contradiction.explanation}")
            weight += 4 if contradiction.strength == "hard" else 2
    for game in resting.double_games:
        if (id_,) in (game.claims_a, game.claims_b):
            hangs.append(f"a double game of {game.actor.name} rests on it: {game.explanation}")
            weight += 4
    for prediction in resting.predictions:
        if prediction.resolved_by == (id_,):
            hangs.append(f"it alone decides what became of a forecast by {prediction.predictor.name}")
            weight += 2
    for change in resting.changes:
        if (id_,) in (change.before, change.after):
            hangs.append(f"it alone shows a change between {change.source.name} and {change.target.name}")
            weight += 2
    return tuple(hangs), weight


def _flagged(picture: Picture, claim: Claim) -> str | None:
    return f"the reading notes: {'; '.join(claim.flags)}" if claim.flags else None


def _is_alone(picture: Picture, claim: Claim) -> str | None:
    return None if picture.resting_on(claim.id).corroborations else "no other account agrees with it"


def _is_long(picture: Picture, claim: Claim) -> str | None:
    length = sum(len(part.quote) for part in claim.evidence)
    return f"its words are long ({length} characters), so that parts of two statements may be mixed" if length > LONG else None


def _is_described(picture: Picture, claim: Claim) -> str | None:
    sides = [side for side in (claim.subject, claim.object)
             if side.entity is None or side.entity not in picture.actors or not picture.actors[side.entity].aliases]
    return f"known by these words alone: {' and '.join(f'“{side.name}”' for side in sides)}" if sides else None


def _unnamed_voice(picture: Picture, claim: Claim) -> str | None:
    inner = claim.attribution[1:]
    named = not inner or (inner[-1].entity in picture.actors and bool(picture.actors[inner[-1].entity or ""].aliases))
    return None if named else f"who says so is known by these words alone: “{inner[-1].name}”"


def _undated(picture: Picture, claim: Claim) -> str | None:
    return "nothing in the text says when" if claim.time.basis == "none" else None


SIGNS: tuple[Callable[[Picture, Claim], str | None], ...] = (
    _flagged, _is_alone, _is_long, _is_described, _unnamed_voice, _undated,
)


def _party(actor: Actor) -> Party:
    return Party(actor.id, actor.name)


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"


def _id(*parts: str) -> str:
    return "q" + hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()[:15]
