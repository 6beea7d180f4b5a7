"""First and second person: who says "I", "we" and "you".

Inside the content of a direct or mixed attribution it is the attribution's source; elsewhere the document's own voice. "We" of a
person who speaks for a body ("the X spokesman") is the body; in a text that a body published itself it is that body; of another
person, a group of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from crossread.reading.names.refused import portfolios
from crossread.reading.people import people_words

if TYPE_CHECKING:
    from crossread.model import Attribution, Span
    from crossread.reading.coreference.candidates import Candidate
    from crossread.reading.coreference.chains import Chains
    from crossread.reading.coreference.publisher import Publisher
    from crossread.reading.parse import Parse


class Voices:
    """For each candidate, the innermost quoted attribution that it stands in, if any."""

    def __init__(self, attributions: tuple[Attribution, ...], candidates: list[Candidate], *, text: str) -> None:
        quoted = {each.id for each in attributions if each.kind != "indirect"}
        self._quoted = sorted(
            (
                (span.end - span.start, span.start, span.end, number)
                for number, each in enumerate(attributions)
                if each.kind != "indirect"
                for span in each.content
                if each.parent not in quoted or is_own(span, text)
            )
        )
        self.attributions = attributions
        self.inside: list[int | None] = [None] * len(candidates)
        starts = [each.start for each in candidates]
        for _, start, end, number in reversed(self._quoted):  # the shorter ones last: they overwrite what holds them
            for index in range(_bisect(starts, start), len(candidates)):
                if candidates[index].start >= end:
                    break
                self.inside[index] = number

    def is_direct(self, index: int) -> bool:
        """Whether a candidate stands within somebody's own words."""
        number = self.inside[index]
        return number is not None and self.attributions[number].kind == "direct"

    def speakers(self, *, heads: dict[int, int], parse: Parse) -> frozenset[int]:
        """The candidates that are a source of direct or indirect speech."""
        found = (source_of(each, heads=heads, parse=parse) for each in self.attributions)
        return frozenset(each for each in found if each is not None)

    def source(self, index: int, *, heads: dict[int, int], parse: Parse) -> int | None:
        """The candidate that is the source of the attribution around a candidate."""
        number = self.inside[index]
        return None if number is None else source_of(self.attributions[number], heads=heads, parse=parse)


def is_own(content: Span, text: str) -> bool:
    """Whether words that somebody is said to have said, within the words of another, have quotation marks of their own; in
    "He said we should leave," she said, "we" is hers."""
    words = text[max(0, content.start - 1) : content.end]
    return any(mark in words for mark in "\"“‘«„`") or "'" in words[:2]


def _bisect(starts: list[int], start: int) -> int:
    from bisect import bisect_left

    return bisect_left(starts, start)


def source_of(attribution: Attribution, *, heads: dict[int, int], parse: Parse) -> int | None:
    """The candidate that heads an attribution's source; `None` for a source without one."""
    for span in attribution.source:
        covered = parse.doc.char_span(span.start, span.end, alignment_mode="expand")
        if covered is None:
            continue
        if covered.root.i in heads:
            return heads[covered.root.i]
        for token in covered:
            if token.i in heads:
                return heads[token.i]
    return None


def join_speakers(
    parse: Parse, chains: Chains, *, voices: Voices, heads: dict[int, int], publisher: Publisher | None = None
) -> tuple[int | None, int | None]:
    """Every first and second person pronoun to its speaker or hearer.

    Returns a candidate that stands for the publisher where the text mentions it by a pronoun at most, and the first "I" that
    no quotation holds, which is the author's.
    """
    own = publisher.candidate if publisher is not None else None
    alone: int | None = None
    first: dict[tuple[str, int | None], int] = {}
    for index, each in enumerate(chains.candidates):
        if each.person not in (1, 2):
            continue
        number = voices.inside[index]
        source = voices.source(index, heads=heads, parse=parse)
        who = "you" if each.person == 2 else "we" if each.number == "plural" else "i"
        if who != "you" and source is not None:
            source = _writer(parse, chains, source, heads=heads)
            speaker = _side(parse, chains, source, heads=heads) if who == "we" else source
            if speaker is not None and chains.join(speaker, index, number=False, classes=False):
                continue
        if who == "we" and publisher is not None and not _speaks_for_another(parse, chains, source):
            if own is None:
                own = alone = index
            if chains.join(own, index, number=False, classes=False):
                continue
        voice = number if source is None else -1 - chains.find(source)
        key = (who, voice)
        if key in first:
            chains.join(first[key], index, number=False)
        else:
            first[key] = index
    return alone, first.get(("i", None))


def set_speakers_apart(parse: Parse, chains: Chains, *, voices: Voices, heads: dict[int, int]) -> None:
    """In somebody's own words "he", "she", "it" and "they" are others than himself, who would say "I" or "we"; and whoever is
    named there is not the "he" of "he said"."""
    for index, each in enumerate(chains.candidates):
        if not voices.is_direct(index) or each.person in (1, 2):
            continue
        source = voices.source(index, heads=heads, parse=parse)
        if not each.is_pronoun and (source is None or not chains.candidates[source].is_pronoun or each.type != "person"):
            continue
        if source is not None and source != index and not chains.same(source, index):
            chains.set_apart(source, index)


def _speaks_for_another(parse: Parse, chains: Chains, source: int | None) -> bool:
    """Whether a quoted source is no official whom a body would quote for itself: somebody without a name or an office that one
    alone holds ("Minister for Trade said:")."""
    if source is None or chains.names(source):
        return False
    each = chains.candidates[source]
    held = parse.doc[each.head].lemma_.lower() in people_words().offices and each.number != "plural"
    return not (held and (each.definiteness == "definite" or parse.doc[each.head].is_title))


def _writer(parse: Parse, chains: Chains, source: int, *, heads: dict[int, int]) -> int:
    """ "Marr's letter reads": whose words a thing holds; else the source itself."""
    each = chains.candidates[source]
    if each.type not in ("other", "event", "agreement"):
        return source
    owners = [child.i for child in parse.doc[each.head].children if child.dep_ == "nmod:poss" and child.i in heads]
    return heads[owners[0]] if owners else source


def _side(parse: Parse, chains: Chains, source: int, *, heads: dict[int, int]) -> int | None:
    """Whom a source means by "we": itself if it is a body or several people; the body it speaks for."""
    each = chains.candidates[source]
    if each.type != "person" or each.number == "plural":
        return None if each.is_pronoun and each.type == "person" and each.number == "singular" else source
    for member in chains.members(source)[:8]:
        head = parse.doc[chains.candidates[member].head]
        for child in head.subtree if chains.candidates[member].kind in ("name", "nominal") else ():
            if child.i in heads and child.i != head.i and child.dep_ in ("nmod", "nmod:poss", "compound", "amod"):
                other = heads[child.i]
                body = chains.candidates[other]
                if (
                    (body.kind in ("name", "demonym") or body.kind == "nominal" and body.definiteness != "bare")
                    and body.type in BODIES
                    and (len(body.words) != 1 or body.words[0] not in portfolios())  # "Secretary of State": not a body called so
                    and child.head.i in (head.i, *(c.i for c in head.children))
                ):
                    return other
    return None


BODIES = frozenset(("armed_group", "government_body", "military_unit", "igo", "ngo", "media", "company", "state"))
