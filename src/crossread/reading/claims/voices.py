"""The chain of voices of a claim: outlet first, innermost voice last."""

from __future__ import annotations

from dataclasses import dataclass

from crossread.model import Attribution, Document, Entity, Mention, Span, Voice
from crossread.reading.claims.base import publication_nouns


@dataclass(frozen=True, slots=True)
class Voices:
    """The attributions of a document as a tree, ready for look-up by offset."""

    document: Document
    base: tuple[Voice, ...]
    attributions: tuple[Attribution, ...]
    by_id: dict[str, Attribution]
    entities: dict[str, Entity]
    mentions: tuple[Mention, ...]

    def innermost(self, at: Span) -> Attribution | None:
        """The smallest attribution whose content holds the span."""
        best: tuple[int, Attribution] | None = None
        for attribution in self.attributions:
            if any(span.start <= at.start and at.end <= span.end for span in attribution.content):
                size = sum(span.end - span.start for span in attribution.content)
                if best is None or size < best[0]:
                    best = (size, attribution)
        return best[1] if best else None

    def path(self, attribution: Attribution | None) -> tuple[Attribution, ...]:
        """From the outermost attribution to the given one."""
        found: list[Attribution] = []
        seen: set[str] = set()
        while attribution is not None and attribution.id not in seen:
            seen.add(attribution.id)
            found.append(attribution)
            attribution = self.by_id.get(attribution.parent) if attribution.parent else None
        return tuple(reversed(found))

    def chain(self, attribution: Attribution | None) -> tuple[Voice, ...]:
        """The voices down to an attribution; a voice that follows itself is one voice."""
        voices = list(self.base)
        for step in self.path(attribution):
            voice = self.voice(step)
            if voice is not None and not (voices and same_voice(voices[-1], voice)):
                voices.append(voice)
        return tuple(voices)

    def voice(self, attribution: Attribution) -> Voice | None:
        """Who speaks in one attribution; `None` where the text names nobody."""
        text = self.document.text
        cue = text[attribution.cue[0].start : attribution.cue[0].end] if attribution.cue else None
        if not attribution.source:
            return None
        span = attribution.source[0]
        entity = self.entities.get(attribution.speaker) if attribution.speaker else None
        if (
            len(self.base) > 1
            and (entity is None or entity.name == text[span.start : span.end])
            and _is_publication(text[span.start : span.end])
        ):
            return self.base[-1]
        name = entity.name if entity else text[span.start : span.end]
        return Voice(name, entity.id if entity else None, span.start, span.end, cue)


def _is_publication(source: str) -> bool:
    """ "the article", "the two authors": what a retold publication is called once it was named."""
    words = source.lower().split()
    return bool(words) and words[0] == "the" and words[-1].removesuffix("s") in publication_nouns()


def same_voice(first: Voice, second: Voice) -> bool:
    """Whether two links of a chain are one and the same voice."""
    if first.entity is not None and second.entity is not None:
        return first.entity == second.entity
    return first.name.casefold() == second.name.casefold()


def make_voices(
    document: Document,
    *,
    attributions: tuple[Attribution, ...],
    entities: tuple[Entity, ...],
    mentions: tuple[Mention, ...],
    base: tuple[Voice, ...],
) -> Voices:
    """Index the attributions of a document; `base` are the voices of the document as a whole, outlet first."""
    return Voices(document, base, attributions, {a.id: a for a in attributions}, {e.id: e for e in entities}, mentions)
