"""What one cue yields before quotations, regions and the tree are looked at."""

from __future__ import annotations

from dataclasses import dataclass

from crossread.model import Span


@dataclass(frozen=True, slots=True)
class Found:
    """A cue with its source and the pieces of its content, in characters. `source` is `None` where the words name
    none; `cue` is empty where a voice goes on without being named again; `quotes`: a quotation beside it may belong
    to it; `sent` is the number of the cue's sentence, -1 where there is none; `mood`: nobody is heard to say it, it is only
    wished, thought or expected, or nobody is named, so that inside another's reported words it is part of them;
    `verbatim`: the layout says that the content is the voice's own words, though no marks do."""

    source: Span | None
    cue: Span | None
    pieces: tuple[Span, ...]
    sent: int = -1
    quotes: bool = False
    mood: bool = False
    verbatim: bool = False

    @property
    def start(self) -> int:
        """Where its content begins, or its cue if it has none yet."""
        return self.pieces[0].start if self.pieces else self.cue.start if self.cue else 0
