"""The dossier of an actor as it is printed: every statement with the numbers of the quotes that it rests on, every quote with who
says so and the number of its source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from crossread.model import Document
from crossread.model.findings import Relation
from crossread.model.judgement import Grades
from crossread.model.names import name_key, shown_name
from crossread.ontology.codes import country_in_words, sector_in_words, type_in_words
from crossread.ontology.predicates import in_words
from crossread.views.dossier import Dossier, Post, Standing
from crossread.views.picture import Picture

MOST = 40  # statements of one section; what is left out is counted
RESTS = 6  # quotes given for one statement


@dataclass(frozen=True, slots=True)
class Quote:
    """The words of one claim. `voices` are the outlet and those it quotes, innermost last; `when` what the words speak of."""

    number: int
    words: str
    voices: tuple[str, ...]
    source: int
    when: str
    grade: str


@dataclass(frozen=True, slots=True)
class Source:
    """A document. `id` is its own, or the SHA-256 of its bytes."""

    number: int
    outlet: str
    title: str
    author: str
    published: str
    url: str
    id: str
    grade: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One line, with the numbers of its quotes."""

    text: str
    quotes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Statements under a heading; `note` says what is left out, or nothing."""

    title: str
    statements: tuple[Statement, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """A dossier, ready to be printed. `lines` say who it is about and what it was made from."""

    title: str
    lines: tuple[str, ...]
    sections: tuple[Section, ...]
    quotes: tuple[Quote, ...]
    sources: tuple[Source, ...]


class _Numbers:
    """Gives quotes and sources their numbers in the order in which they are first needed."""

    def __init__(self, picture: Picture, grades: Grades) -> None:
        self._picture = picture
        self._sources = dict(grades.sources)
        self._items = dict(grades.items)
        self.quotes: dict[str, Quote] = {}
        self.sources: dict[str, Source] = {}

    def of(self, claims: Iterable[str]) -> tuple[int, ...]:
        there = [id_ for id_ in claims if id_ in self._picture.claims]
        return tuple(self._quote(id_).number for id_ in there[:RESTS])

    def _quote(self, id_: str) -> Quote:
        if id_ not in self.quotes:
            claim = self._picture.claims[id_]
            self.quotes[id_] = Quote(
                number=len(self.quotes) + 1, words=" […] ".join(" ".join(part.quote.split()) for part in claim.evidence),
                voices=tuple(voice.name for voice in claim.attribution), source=self._source(claim.document).number,
                when=days(claim.time.earliest, claim.time.latest), grade=self._items.get(id_, ""),
            )
        return self.quotes[id_]

    def _source(self, id_: str) -> Source:
        if id_ not in self.sources:
            document = self._picture.documents.get(id_) or Document(id_, "")
            published = document.published
            self.sources[id_] = Source(
                number=len(self.sources) + 1, outlet=document.outlet or "unnamed outlet", title=document.title or "",
                author=document.author or "", published=published.date or days(published.earliest, published.latest),
                url=document.url or "", id=document.id, grade=self._sources.get(name_key(document.outlet or ""), ""),
            )
        return self.sources[id_]


def report(dossier: Dossier, *, picture: Picture, grades: Grades, case: str, as_of: str | None = None) -> Report:
    """Lay a dossier out. `case` is what the case is called."""
    numbers, actor = _Numbers(picture, grades), dossier.actor
    made_from = (
        f"Case {case}, {'as of ' + as_of if as_of else 'all times'}. "
        f"{_count(len(picture.claims_of_actor(actor.id)), 'claim')} in {_count(len(actor.documents), 'document')}. "
        "Statements are what sources say, not what is so; numbers lead to their words."
    )
    known = ", ".join(dict.fromkeys((
        type_in_words(actor.type), *([country_in_words(actor.country)] if actor.country else []),
        *([sector_in_words(actor.sector)] if actor.sector else []),
    )))
    sections = (
        _section("Names", [
            Statement(f"{name.text}: {_count(len(name.documents), 'document')}"
                      + (f"; {', '.join(name.outlets[:5])}" if name.outlets else "")) for name in dossier.names
        ]),
        _section("Posts and memberships", [_post(post, numbers) for post in dossier.posts]),
        _section("People and parts", [_post(post, numbers) for post in dossier.people]),
        _section("Backed by", _standings(dossier.backers, numbers)),
        _section("Backs", _standings(dossier.backs, numbers)),
        _section("Hostile", _standings(dossier.enemies, numbers)),
        _section("Dealings", _standings(dossier.dealings, numbers)),
        _section("Dependence", [
            Statement(f"{share.sponsor.name}: {share.part:.0%} of the documented backing ({', '.join(share.kinds)})",
                      numbers.of(share.claims)) for share in dossier.dependence
        ]),
        _section("Double games", [
            Statement(game.explanation, numbers.of((*game.claims_a[:3], *game.claims_b[:3]))) for game in dossier.double_games
        ]),
        _section("What it says itself", [_said(id_, picture, numbers) for id_ in dossier.says]),
        _section("What is said of it", [_said(id_, picture, numbers) for id_ in dossier.said]),
        _section("Timeline", [
            Statement(f"{days(moment.earliest, moment.latest)}: {moment.text}", numbers.of(moment.claims))
            for moment in dossier.moments
        ]),
    )
    return Report(
        title=actor.name, sections=tuple(section for section in sections if section.statements),
        lines=(known, made_from),
        quotes=tuple(numbers.quotes.values()), sources=tuple(numbers.sources.values()),
    )


def _section(title: str, statements: list[Statement]) -> Section:
    left = len(statements) - MOST
    return Section(title, tuple(statements[:MOST]), f"and {left} more in the case" if left > 0 else "")


def _post(post: Post, numbers: _Numbers) -> Statement:
    does = in_words(post.predicate)
    when = days(post.earliest, post.latest) or (f"documents of {days(*post.seen)}" if post.seen else "undated")
    said = f"{does} {post.other.name}" if post.held else f"{post.other.name} {does} it"
    denied = "denied: " if post.denied else ""
    return Statement(f"{denied}{said}; {when}; {_count(post.origins, 'origin')}", numbers.of(post.claims))


def _standings(found: Iterable[Standing], numbers: _Numbers) -> list[Statement]:
    return [Statement(_relation(one), numbers.of(one.claims)) for standing in found for one in standing.relations]


def _relation(one: Relation) -> str:
    over = one.status == "ended" or one.start == one.end  # else its end is only how long the evidence is taken to hold
    when = days(one.start, one.end) if over else f"from {one.start} on" if one.start else ""
    status = "" if one.status == "affirmed" else f" ({one.status})"
    return (f"{one.source.name} {in_words(one.relation)} {one.target.name}{status}"
            f"{f'; {when}' if when else ''}; {_count(one.origins, 'origin')}")


def _said(id_: str, picture: Picture, numbers: _Numbers) -> Statement:
    claim = picture.claims[id_]
    denied = "denied: " if claim.polarity == "denied" else ""
    firm = "" if claim.modality in ("asserted", "reported") else f" ({claim.modality})"
    said = f"{shown_name(claim.subject.name)} {in_words(claim.predicate)} {shown_name(claim.object.name)}"
    return Statement(f"{denied}{said}{firm}", numbers.of((id_,)))


def days(earliest: str | None, latest: str | None) -> str:
    """Bounds in words: a day, a range, an open one, or nothing."""
    if earliest is None and latest is None:
        return ""
    if earliest == latest:
        return earliest or ""
    return f"{earliest} to {latest}" if earliest and latest else f"from {earliest}" if earliest else f"until {latest}"


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"
