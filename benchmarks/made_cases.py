"""Cases of any size about an invented war: readings that are the same for the same seed, without a model.

A few actors are in most articles and most actors in a few, outlets quote the same officials, some texts are copies, and the
number of actors grows more slowly than that of articles, as it does in the news (Heaps 1978).
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace

from crossread.model import (
    Argument,
    Claim,
    ClaimPlace,
    ClaimQuantity,
    ClaimTime,
    Document,
    Entity,
    Evidence,
    Mention,
    Published,
    Reading,
    Region,
    Span,
    Voice,
)
from crossread.model.reading import EntityType

FIRST_DAY = dt.date(2031, 1, 1)
DAYS = 1000  # over which the articles appear
OUTLETS = 15
COPIES = 0.03  # of the articles that repeat an earlier one
_ONSETS = ["b", "br", "d", "dr", "f", "g", "gr", "h", "k", "kl", "l", "m", "n", "p", "r", "s", "st", "t", "tr", "v", "z"]
_VOWELS = ["a", "e", "i", "o", "u", "aa", "ei", "ou"]
_CODAS = ["", "l", "m", "n", "r", "s", "st", "k", "rd", "th"]
_BODIES = ["Front", "League", "Army", "Guard", "Council", "Brigades", "Movement", "Party"]
_DEEDS: tuple[tuple[str, str, int], ...] = (  # predicate, words, how often
    ("attacks", "attacked", 8), ("fights", "fought", 6), ("supports", "backed", 6), ("opposes", "opposed", 4),
    ("arms", "armed", 3), ("condemns", "condemned", 3), ("negotiates_with", "held talks with", 3), ("accuses", "accused", 3),
    ("abandons", "broke with", 1), ("recognises", "recognised", 1), ("commands", "commanded", 1),
)
_HARM = (("killed", "killed"), ("wounded", "wounded"), ("captured_persons", "captured"))
_MODALITIES = ("asserted", "asserted", "asserted", "reported", "alleged", "predicted", "possible")


@dataclass(frozen=True, slots=True)
class _Named:
    name: str
    type: EntityType


@dataclass(frozen=True, slots=True)
class _World:
    actors: list[_Named]
    places: list[_Named]
    outlets: list[str]
    words: list[str]


def _word(chance: random.Random, parts: int) -> str:
    return "".join(chance.choice(_ONSETS) + chance.choice(_VOWELS) + chance.choice(_CODAS) for _ in range(parts))


def _world(count: int, chance: random.Random) -> _World:
    actors: dict[str, _Named] = {}
    while len(actors) < 30 + round(6 * count**0.6):
        own = _word(chance, 2).capitalize()
        if chance.random() < 0.5:
            named = _Named(f"{_word(chance, 1).capitalize()} {own}", "person")
        else:
            named = _Named(f"{own} {chance.choice(_BODIES)}", "armed_group")
        actors[named.name] = named
    places = [_Named(_word(chance, 2).capitalize(), "place") for _ in range(20 + round(2 * count**0.6))]
    outlets = [f"{_word(chance, 2).capitalize()} Post" for _ in range(OUTLETS)]
    return _World(list(actors.values()), places, outlets, [_word(chance, 2) for _ in range(4000)])


def readings(count: int, *, claims: int = 20, seed: int = 1) -> Iterator[Reading]:
    """So many articles with so many claims each."""
    chance = random.Random(seed)
    world = _world(count, chance)
    earlier: list[Reading] = []
    for number in range(count):
        if earlier and chance.random() < COPIES:
            made = _copy(chance.choice(earlier), number, chance, world)
        else:
            made = _article(number, claims, chance, world)
        earlier = [*earlier[-50:], made]
        yield made


def _copy(of: Reading, number: int, chance: random.Random, world: _World) -> Reading:
    outlet, id_ = chance.choice(world.outlets), f"article-{number}"
    day = _day(number, chance)
    document = replace(of.document, id=id_, outlet=outlet, published=Published(day, day, day, "metadata"))
    claims = tuple(
        replace(claim, document=id_, attribution=(Voice(outlet), *claim.attribution[1:])) for claim in of.claims
    )
    return replace(of, document=document, claims=claims)


def _day(number: int, chance: random.Random) -> str:
    return (FIRST_DAY + dt.timedelta(days=(number * 37 + chance.randrange(5)) % DAYS)).isoformat()


def _often(things: list[_Named], chance: random.Random) -> _Named:
    """One of a list, the first far more often than the last."""
    return things[int(len(things) ** chance.random()) - 1]


def _article(number: int, claims: int, chance: random.Random, world: _World) -> Reading:
    day, id_ = _day(number, chance), f"article-{number}"
    outlet = chance.choice(world.outlets)
    around = list(dict.fromkeys(_often(world.actors, chance) for _ in range(12)))
    places = list(dict.fromkeys(_often(world.places, chance) for _ in range(3)))
    entities: dict[_Named, str] = {}
    mentions: list[Mention] = []
    found: list[Claim] = []
    text = ""

    def name(one: _Named, at: int) -> Argument:
        id_of = entities.setdefault(one, f"e{len(entities) + 1}")
        mentions.append(Mention(f"m{len(mentions) + 1}", at, at + len(one.name), one.name, "name", one.type, id_of))
        return Argument(id_of, one.name, at, at + len(one.name))

    for order in range(claims):
        speaker = chance.choice(around) if chance.random() < 0.4 else None
        one, other = chance.sample(around, 2) if len(around) > 1 else (around[0], places[0])
        where = chance.choice(places)
        happened = (dt.date.fromisoformat(day) - dt.timedelta(days=chance.randrange(1, 40))).isoformat()
        number_of = chance.randrange(2, 90) if chance.random() < 0.2 else None
        predicate, words = (chance.choice(_HARM) if number_of else
                            chance.choices([row[:2] for row in _DEEDS], [row[2] for row in _DEEDS])[0])
        voices = [Voice(outlet)]
        if speaker is not None:
            said = name(speaker, len(text))
            voices.append(Voice(speaker.name, said.entity, said.start, said.end, "said"))
            text += f"{speaker.name} said "
        begin = len(text)
        subject = name(one, len(text))
        text += f"{one.name} {words} "
        if number_of:
            object_ = Argument(None, f"{number_of} people", len(text), len(text) + len(f"{number_of} people"))
            text += f"{number_of} people"
        else:
            object_ = name(other, len(text))
            text += other.name
        text += " in "
        place = name(where, len(text))
        text += where.name
        end = len(text)
        text += f" on {happened}, {' '.join(chance.choices(world.words, k=9))}.\n"
        found.append(Claim(
            f"c{order + 1}", id_, (Evidence(begin, end, text[begin:end]),), subject, predicate, object_, None, None,
            "denied" if chance.random() < 0.05 else "affirmed", chance.choice(_MODALITIES), tuple(voices),  # type: ignore[arg-type]
            ClaimTime(happened, happened, happened, "explicit") if chance.random() < 0.5 else
            ClaimTime(None, None, day, "inferred"),
            ClaimPlace(place.entity, place.name),
            ClaimQuantity(float(number_of), None, "people", False) if number_of else None,
        ))
    lines = _lines(text)
    document = Document(
        id_, text, None, outlet, f"Report {number}", None, None, Published(day, day, day, "metadata"), "en",
        tuple(Region("body", line.start, line.end) for line in lines),
    )
    known = tuple(Entity(id_of, one.name, one.type) for one, id_of in entities.items())
    return Reading(document, lines, tuple(mentions), known, claims=tuple(found))


def _lines(text: str) -> tuple[Span, ...]:
    """The sentences of a text, each a paragraph on a line of its own."""
    found, at = [], 0
    for line in text.splitlines(keepends=True):
        found.append(Span(at, at + len(line) - 1))
        at += len(line)
    return tuple(found)
