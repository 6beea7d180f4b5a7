"""What forecasts say, with the mentions that fill them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from crossread.reading.claims.arguments import fill
from crossread.reading.claims.drafts import Draft
from crossread.reading.claims.fitting import is_bare_pronoun
from crossread.reading.claims.forecasts import Forecast
from crossread.reading.claims.free_text import free_text
from crossread.reading.claims.known import ACTOR_TYPES, PLACE_TYPES
from crossread.reading.claims.layers import Layers
from crossread.reading.claims.owners import lift
from crossread.reading.claims.unsaid import is_nobody
from crossread.reading.claims.wording import POINTING, said_as_text

if TYPE_CHECKING:
    from spacy.tokens import Token

# Of whom or what a forecast is kept; what a paper or site will do is its own business.
_FORETOLD = (ACTOR_TYPES | PLACE_TYPES | {"agreement", "event"}) - {"media"}


def forecast_drafts(forecast: Forecast, layers: Layers) -> Iterator[Draft]:
    """What will be so of an actor, a place or a happening, or of what is theirs ("the country's future")."""
    head, said = forecast.predicate, said_as_text(forecast.predicate)
    if said is None or is_nobody(forecast.subject) or (_is_named(head) and forecast.subject.lower_ in POINTING):
        return
    sides = [side for side in fill(forecast.subject, layers.known, language=layers.language) if side.type in _FORETOLD]
    owned = lift(forecast.subject, layers.known, language=layers.language)
    if not sides and forecast.subject.pos_ == "NOUN" and any(side.argument.entity for side in owned):
        sides = [free_text(forecast.subject)]
    for side in sides:
        if not is_bare_pronoun(side) and head.lemma_.lower() != "be":  # "there will be elections" says nothing of them
            yield Draft(side.argument, "has_attribute", said, None, head, head, "predicted", (side.head, head), ())


def _is_named(predicate: Token) -> bool:
    """Whether a predicate is a noun with a copula: "it was the first time"."""
    return predicate.pos_ in ("NOUN", "PROPN", "NUM", "PRON")
