"""The public interface: what the command line, the desk and notebooks use.

    reading = crossread.annotate(text, outlet="The Harbour Post", published="2031-05-02")
    for claim in reading.claims: ...

    with crossread.Case("war.case") as case:
        case.read(["articles/"])
        for claim in case.claims(about="Northern League"): ...
"""

from __future__ import annotations

import sys
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO, Self, TypeVar, Union

from crossread._version import __version__
from crossread.actors.resolver import RESOLVER
from crossread.case import Filters, Original, Snapshot, Store, Users
from crossread.comparison.copies import copies
from crossread.comparison.prepare import Preparation
from crossread.corrections import Corrections
from crossread.engine.run import Failed, run
from crossread.errors import InputError
from crossread.exchange.annotation_files import load_annotations
from crossread.language.version import model_version
from crossread.model import Claim, Document, Reading
from crossread.model.actor import Actor
from crossread.model.findings import (
    Change,
    Contradiction,
    Copy,
    Corroboration,
    DoubleGame,
    Event,
    Lineage,
    Moment,
    Origin,
    Prediction,
    Record,
    Relation,
    Share,
    Triangle,
)
from crossread.model.names import name_key
from crossread.model.outside import Link
from crossread.views.picture import Finding, Picture, concerns
from crossread.views.review import Question, review

if TYPE_CHECKING:
    from crossread.intake import Given, Loaded, Public

F = TypeVar("F", bound=Finding)
PICTURES = 4  # that are kept of one case: of today, and of the last days that were asked for

Inputs = Union[str, Path, "Given", "Public", Iterable[Union[str, Path, "Given", "Public"]]]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far reading is: documents done and inputs that failed so far, and the document that came last."""

    done: int
    failed: int
    document: str


@dataclass(slots=True)
class Summary:
    """What came of reading: ids are not listed, numbers are; failures are, with their reasons."""

    new: int = 0
    changed: int = 0
    same: int = 0
    failures: list[InputError] = field(default_factory=list)

    @property
    def documents(self) -> int:
        """How many documents were read, or need not be read again."""
        return self.new + self.changed + self.same


@dataclass(frozen=True, slots=True)
class _Kept:
    """A picture, and what the next one is made of."""

    snapshot: Snapshot
    preparation: Preparation
    picture: Picture


Watch = Callable[[Progress], None]


def annotate(
    text: str, *, title: str | None = None, outlet: str | None = None, author: str | None = None, published: str | None = None,
    url: str | None = None, language: str | None = None, id: str | None = None,
) -> Reading:
    """Read one text. What is known of it beside the text is taken as true; the rest is looked for in the text.

    `published` is an ISO date. Offsets of the reading are code points into `text` as given.

    Raises:
        InputError: the text holds nothing to read, or `published` is no date.
        ModelError: the language model is missing.
    """
    from crossread.intake import document_of  # HTML and its like take time to load: only when something is read

    known = document_of(
        text, title=title, outlet=outlet, author=author, published=published, url=url, language=language, id=id,
    )
    return make_reader()(known)


def annotate_inputs(inputs: Inputs, *, jobs: int = 1, stdin: BinaryIO | None = None) -> Iterator[Reading | InputError]:
    """Read files, folders and standard input (`-`), and keep nothing. Yields in the order of the inputs; an input that
    cannot be read comes out as the error that says why."""
    for _, reading in _read(_load(inputs, stdin=stdin), jobs=jobs):
        yield reading


class Case(Corrections):
    """A case: documents, all that was read in them, and who is who across them. Made where there is none yet.

    Reading is safe to repeat, to interrupt and to run again: every document is written at once and whole, and one that has
    not changed is not read again. Filters that are given must all hold; see `claims`.

    Raises:
        CaseError: the file is something else, or cannot be opened.
    """

    def __init__(self, path: str | Path, *, create: bool = True) -> None:
        self.path = path
        super().__init__(Store(path, create=create))
        self._pictures: dict[str | None, _Kept] = {}
        self._copies: tuple[int, tuple[Copy, ...]] | None = None
        self._questions: tuple[int, tuple[Question, ...]] | None = None
        self._lock = RLock()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    @property
    def users(self) -> Users:
        """Who may use the case through the desk."""
        return self._store.users

    def close(self) -> None:
        """Let the file go."""
        self._store.close()

    def read(
        self, inputs: Inputs, *, jobs: int = 1, stdin: BinaryIO | None = None, again: bool = False, watch: Watch | None = None,
    ) -> Summary:
        """Read files, folders, addresses, contents that are given with a name, and standard input (`-`) into the case. `again`
        reads even what has not changed."""
        summary, reader = Summary(), f"crossread {__version__}, {model_version()}"
        sources = self._unknown(_load(inputs, stdin=stdin), summary, reader=reader, again=again, watch=watch)
        for original, reading in _read(sources, jobs=jobs):
            self._keep(reading, summary, original=original, reader=reader, watch=watch)
        self._store.refresh(RESOLVER)
        return summary

    def read_annotations(self, inputs: Inputs, *, stdin: BinaryIO | None = None, watch: Watch | None = None) -> Summary:
        """Take `annotation` records, made by people or by other programs, as they are."""
        summary = Summary()
        for reading in load_annotations(_names(inputs), stdin=stdin or sys.stdin.buffer):
            self._keep(reading, summary, original=None, reader="annotations", watch=watch)
        self._store.refresh(RESOLVER)
        return summary

    def documents(
        self, *, about: str | None = None, between: tuple[str, str] | None = None, as_of: str | None = None,
        document: str | None = None,
    ) -> Iterator[Document]:
        """The documents, by date; undated ones last. They come without regions: `reading` has these."""
        wanted = self._store.documents(Filters(about, between, as_of, document))
        repeated = {copy.document: copy.of for copy in self.copies()}
        return (replace(one, copies_of=(repeated[one.id],)) if one.id in repeated else one for one in wanted)

    def actors(
        self, *, about: str | None = None, between: tuple[str, str] | None = None, as_of: str | None = None,
        document: str | None = None,
    ) -> Iterator[Actor]:
        """The actors, those of most documents first."""
        self._store.refresh(RESOLVER)
        found = self._store.actors(Filters(about, between, as_of, document))
        by_name: dict[str, list[Link]] = defaultdict(list)
        for key, link, holds in self._store.links():
            if holds:
                by_name[key].append(link)
        return (_linked(actor, by_name) for actor in found) if by_name else found

    def claims(
        self, *, about: str | None = None, between: tuple[str, str] | None = None, as_of: str | None = None,
        document: str | None = None,
    ) -> Iterator[Claim]:
        """The claims, in the order of documents and of their texts; their entities are actors of the case.

        Args:
            about: a name, or whole words of one; claims with it as subject or object.
            between: two names; claims with one as subject and the other as object.
            as_of: an ISO day; without what begins later, or without a time was published later.
            document: the id of a document.
        """
        self._store.refresh(RESOLVER)
        return self._store.claims(Filters(about, between, as_of, document))

    def relations(
        self, *, about: str | None = None, between: tuple[str, str] | None = None, as_of: str | None = None,
        document: str | None = None,
    ) -> Iterator[Relation]:
        """Who stood how to whom, or who did on the day `as_of`, those of most origins first."""
        return self._narrowed(self.picture().relations(as_of=as_of), Filters(about, between, None, document))

    def events(
        self, *, about: str | None = None, between: tuple[str, str] | None = None, as_of: str | None = None,
        document: str | None = None,
    ) -> Iterator[Event]:
        """What happened, as all documents tell it, earliest first."""
        return self._narrowed(self.picture(as_of=as_of).events, Filters(about, between, as_of, document))

    def contradictions(
        self, *, about: str | None = None, between: tuple[str, str] | None = None, as_of: str | None = None,
        document: str | None = None,
    ) -> Iterator[Contradiction]:
        """Claims that cannot all be true, and those that differ in scope, label or measure; hard ones first."""
        return self._narrowed(self.picture(as_of=as_of).contradictions, Filters(about, between, as_of, document))

    def corroborations(
        self, *, about: str | None = None, between: tuple[str, str] | None = None, as_of: str | None = None,
        document: str | None = None,
    ) -> Iterator[Corroboration]:
        """Claims that agree, those of most origins first."""
        return self._narrowed(self.picture(as_of=as_of).corroborations, Filters(about, between, as_of, document))

    def origins(
        self, *, about: str | None = None, between: tuple[str, str] | None = None, as_of: str | None = None,
        document: str | None = None,
    ) -> Iterator[Origin]:
        """Where accounts start, and what rests on them, those of most documents first."""
        return self._narrowed(self.picture(as_of=as_of).origins, Filters(about, between, as_of, document))

    def double_games(
        self, *, about: str | None = None, between: tuple[str, str] | None = None, as_of: str | None = None,
        document: str | None = None,
    ) -> Iterator[DoubleGame]:
        """Actors on both sides of a hostile pair, or with and against one, those with most evidence first."""
        return self._narrowed(self.picture(as_of=as_of).double_games, Filters(about, between, as_of, document))

    def predictions(
        self, *, about: str | None = None, between: tuple[str, str] | None = None, as_of: str | None = None,
        document: str | None = None,
    ) -> Iterator[Prediction]:
        """Forecasts and pledges, and what later claims made of them, by the day they were made."""
        return self._narrowed(self.picture(as_of=as_of).predictions, Filters(about, between, as_of, document))

    def timeline(
        self, *, about: str | None = None, between: tuple[str, str] | None = None, as_of: str | None = None,
        document: str | None = None,
    ) -> Iterator[Moment]:
        """What happened, in the order of time."""
        return self._narrowed(self.picture(as_of=as_of).timeline, Filters(about, between, as_of, document))

    def changes(
        self, *, about: str | None = None, between: tuple[str, str] | None = None, as_of: str | None = None,
        document: str | None = None,
    ) -> Iterator[Change]:
        """Backing that began, cooled, ended or turned, by day."""
        return self._narrowed(self.picture(as_of=as_of).changes, Filters(about, between, as_of, document))

    def track_records(
        self, *, about: str | None = None, between: tuple[str, str] | None = None, as_of: str | None = None,
        document: str | None = None,
    ) -> Iterator[Record]:
        """How each voice's forecasts fared, those with most that are closed first."""
        return self._narrowed(self.picture(as_of=as_of).track_records, Filters(about, between, as_of, document))

    def lineage(
        self, *, about: str | None = None, between: tuple[str, str] | None = None, as_of: str | None = None,
        document: str | None = None,
    ) -> Iterator[Lineage]:
        """How each account came into its document, hop by hop."""
        return self._narrowed(self.picture(as_of=as_of).lineages.values(), Filters(about, between, as_of, document))

    def dependence(
        self, *, about: str | None = None, between: tuple[str, str] | None = None, as_of: str | None = None,
        document: str | None = None,
    ) -> Iterator[Share]:
        """On whom actors stand, by sponsor, in all time or on the day `as_of`; `about` one of them or a sponsor."""
        return self._narrowed(self.picture().dependences(as_of=as_of), Filters(about, between, None, document))

    def balance(
        self, *, about: str | None = None, between: tuple[str, str] | None = None, as_of: str | None = None,
        document: str | None = None,
    ) -> Iterator[Triangle]:
        """The strained triangles of actors, in all time or on the day `as_of`."""
        return self._narrowed(self.picture().strained(as_of=as_of), Filters(about, between, None, document))

    def copies(self) -> tuple[Copy, ...]:
        """The documents that repeat an earlier one, with the share of the shorter text that lies in the longer."""
        with self._lock:
            revision = self._store.revision()
            if self._copies is None or self._copies[0] != revision:
                self._copies = revision, copies(self._store.documents())
            return self._copies[1]

    def picture(self, *, as_of: str | None = None) -> Picture:
        """All that follows from the case as it stands now, or from what was said or held by a day. It is kept until the case
        changes, so that asking again costs nothing; threads may share it."""
        with self._lock:
            revision = self._store.revision()
            kept = self._pictures.pop(as_of, None)
            if kept is None or kept.snapshot.revision != revision:
                kept = self._derived(as_of, kept)
            self._pictures[as_of] = kept
            while len(self._pictures) > PICTURES:
                del self._pictures[next(iter(self._pictures))]
            return kept.picture

    def _derived(self, as_of: str | None, before: _Kept | None) -> _Kept:
        """What the case is now, made of what it was before."""
        now = self._store.snapshot(RESOLVER, as_of=as_of, before=None if before is None else before.snapshot)
        made = Preparation(
            (claim for some in now.claims.values() for claim in some), documents=now.documents.values(),
            actors=now.actors.values(), before=None if before is None else before.preparation,
        )
        picture = Picture(
            made.material, places=now.places, revision=now.revision, before=None if before is None else before.picture,
        )
        return _Kept(now, made, picture)

    def revision(self) -> int:
        """A number that grows with every change of the case, by whatever process."""
        return self._store.revision()

    def questions(self) -> tuple[Question, ...]:
        """What an analyst should look at first: actors and claims, by how much hangs on it. Kept until the case changes."""
        with self._lock:
            picture = self.picture()
            if self._questions is None or self._questions[0] != picture.revision:
                self._questions = picture.revision, review(picture, self.journal())
            return self._questions[1]

    def _narrowed(self, found: Iterable[F], wanted: Filters) -> Iterator[F]:
        """Of some findings, those that rest on a claim that is asked for."""
        if wanted == Filters(as_of=wanted.as_of):
            return iter(found)
        self._store.refresh(RESOLVER)
        ids = frozenset(claim.id for claim in self._store.claims(wanted))
        return (one for one in found if not ids.isdisjoint(concerns(one)))

    def search(self, words: str) -> Iterator[Claim]:
        """The claims whose evidence has all of these words."""
        self._store.refresh(RESOLVER)
        return self._store.search(words)

    def claims_with(self, words: str) -> tuple[str, ...]:
        """The ids of the claims whose evidence has all of these words."""
        self._store.refresh(RESOLVER)
        return self._store.claims_with(words)

    def reading(self, document: str) -> Reading | None:
        """All that was read in a document, by its id, whatever people said of it since; nothing if it is not in the case."""
        return self._store.reading(document)

    def actors_in(self, document: str) -> Mapping[str, str]:
        """Whom the entities of a document's reading are in the case: ids of actors by ids of entities."""
        self._store.refresh(RESOLVER)
        return self._store.members(document)

    def documents_with(self, words: str) -> tuple[str, ...]:
        """The ids of the documents that have all of these words in title or text, the best first."""
        return self._store.documents_with(words)

    def original(self, document: str) -> bytes | None:
        """The untouched bytes that a document came from; nothing where it came as an annotation."""
        original = self._store.original(document)
        return None if original is None else original.bytes

    def counts(self) -> tuple[int, int, int]:
        """How many documents, claims and actors there are."""
        self._store.refresh(RESOLVER)
        counts = self._store.counts()
        return counts.documents, counts.claims, counts.actors

    def forget(self, *documents: str) -> tuple[str, ...]:
        """Remove documents, by their ids, and all that rests on them alone, their bytes included. Gives the ids that were
        in the case."""
        gone = tuple(document for document in documents if self._store.forget(document))
        if gone:
            self._store.refresh(RESOLVER)
            self._store.compact()
        return gone

    def _unknown(
        self, sources: Iterable[Loaded | InputError], summary: Summary, *, reader: str, again: bool, watch: Watch | None,
    ) -> Iterator[Loaded | InputError]:
        for source in sources:
            if not isinstance(source, InputError) and not again and self._store.is_known(source.document, reader=reader):
                summary.same += 1
                _tell(watch, summary, source.document.id)
            else:
                yield source

    def _keep(
        self, reading: Reading | InputError, summary: Summary, *, original: Original | None, reader: str, watch: Watch | None,
    ) -> None:
        if isinstance(reading, InputError):
            summary.failures.append(reading)
            _tell(watch, summary, reading.name)
            return
        try:
            done = self._store.put(reading, original=original, reader=reader)
        except InputError as error:
            summary.failures.append(error)
        else:
            setattr(summary, done, getattr(summary, done) + 1)
        _tell(watch, summary, reading.document.id)


def _linked(actor: Actor, links: Mapping[str, Sequence[Link]]) -> Actor:
    """An actor with its entries in outside lists, by all names that it goes by."""
    keys = dict.fromkeys(name_key(text) for text in (actor.name, *(alias.text for alias in actor.aliases)))
    found = {(link.list, link.id): link for key in keys for link in links.get(key, ())}
    return replace(actor, links=tuple(found[key] for key in sorted(found))) if found else actor


def make_reader() -> Callable[[Document], Reading]:
    """The function that reads one document, with its model loaded."""
    from crossread.language.pipeline import load_pipeline  # spaCy takes two seconds: only when something is read
    from crossread.reading.reader import Reader

    return Reader(load_pipeline()).read_one


def _load(inputs: Inputs, *, stdin: BinaryIO | None) -> Iterator[Loaded | InputError]:
    from crossread.intake import load_inputs  # HTML and its like take time to load: only when something is read

    return load_inputs(_listed(inputs), stdin=stdin)


def _read(
    sources: Iterable[Loaded | InputError], *, jobs: int,
) -> Iterator[tuple[Original | None, Reading | InputError]]:
    """Readings with the bytes of their documents, in order; errors as soon as they are known."""
    errors: deque[InputError] = deque()

    def good() -> Iterator[Loaded]:
        for source in sources:
            if isinstance(source, InputError):
                errors.append(source)
            else:
                yield source

    for outcome in run(good(), make=make_reader, argument=_document, jobs=jobs):
        while errors:
            yield None, errors.popleft()
        document = outcome.item.document
        if isinstance(outcome, Failed):
            yield None, InputError(document.path or document.id, outcome.reason)
        else:
            yield Original(outcome.item.original, outcome.item.media_type), outcome.result
    yield from ((None, error) for error in errors)


def _document(source: Loaded) -> Document:
    return source.document


def _tell(watch: Watch | None, summary: Summary, name: str) -> None:
    if watch is not None:
        watch(Progress(summary.documents, len(summary.failures), name))


def _listed(inputs: Inputs) -> list[str | Given | Public]:
    listed = inputs if isinstance(inputs, Iterable) and not isinstance(inputs, str) else [inputs]
    return [str(one) if isinstance(one, Path) else one for one in listed]


def _names(inputs: Inputs) -> list[str]:
    """Inputs that must be files, folders or standard input."""
    return [str(one) for one in _listed(inputs)]
