"""From one document's reading to what each of its entities is known by: the part of resolution that looks at documents.

A pure function of the reading. Names that the world knows (countries, capitals, international bodies) are brought to their
usual name; a capital or a seat of government that acts, and is nowhere in the document a place to be in, is its state.
Descriptions with a country's, a leader's or another body's name before a kind of body ("the Harbour government", "the
Ostmark army") are makeshift names.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rapidfuzz.distance import Levenshtein

from crossread.actors.explaining import apposed, heads, other_names
from crossread.actors.features import same_full_name, same_surname
from crossread.actors.forms import capitals, country_in, form_of, is_ordinary
from crossread.actors.words import actor_words, consonant_key, person_words
from crossread.model.actor import DocumentEntity, Profile
from crossread.model.names import is_acronym, name_key
from crossread.ontology.countries import countries, country_of
from crossread.ontology.gazetteer import KnownName, known
from crossread.ontology.predicates import predicates

if TYPE_CHECKING:
    from crossread.model import Entity, Mention, Reading
    from crossread.model.reading import EntityType

BODIES: frozenset[EntityType] = frozenset(("armed_group", "government_body", "igo", "ngo", "media", "company", "military_unit"))
PLACES: frozenset[EntityType] = frozenset(("place", "facility"))
EXPLAINED: frozenset[EntityType] = BODIES | {"place", "other"}  # what other names in brackets are looked for
LONG = 4  # letters of a name from which an ending in s may be a possessive without its apostrophe
LONGEST = 8  # words of a description that may serve as a name
_FAMILIES = frozenset(("backing", "hostility", "diplomacy", "harm"))  # of predicates whose sides are actors
# The word that governs a name, over the names listed before it: "with X, Y and ..." -> with.
_GOVERNOR = re.compile(r"(\w+)\s+(?:the\s+)?(?:[^\W\d_a-z][\w.]*(?:,\s*|,?\s+and\s+))*$")
_BACK = 80  # characters before a name in which its governor is looked for
_LAST_WORD = re.compile(r"(\w+)\s+$")


def entities_of(reading: Reading) -> Iterator[DocumentEntity]:
    """Every entity of a document with its profile, in the order of the reading."""
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for mention in reading.mentions:
        mentions[mention.entity].append(mention)
    leaders, acting = _leaders(reading), _acting(reading)
    headed = heads(reading.document.text, reading.mentions)
    home, starts = _home(reading, mentions), frozenset(sentence.start for sentence in reading.sentences)
    for entity in reading.entities:
        mine = mentions[entity.id]
        profile = _profile(reading, entity, mine, leaders=tuple(sorted(leaders[entity.id])), acts=entity.id in acting, home=home,
                           starts=starts, headed=headed)
        yield DocumentEntity(reading.document.id, entity.id, entity.name, entity.type, profile)


def _profile(
    reading: Reading, entity: Entity, mentions: list[Mention], *, leaders: tuple[str, ...], acts: bool, home: str | None,
    starts: frozenset[int], headed: dict[str, str],
) -> Profile | None:
    text = reading.document.text
    marked = {_marked(text, mention, of=entity.type) for mention in mentions if mention.form == "name"}
    if entity.type in EXPLAINED:
        marked |= {other for mention in mentions if mention.form == "name" for other in other_names(text, mention)}
    if not marked and not mentions:
        marked = {entity.name}
    written = sorted({part for name in marked for part in apposed(name) if name_key(part)})
    name = apposed(entity.name)[0] if not written or name_key(entity.name) else written[0]
    if name not in written:
        name = next((one for one in written if one.endswith(f" {name}") and one.split()[0] in actor_words().marks), name)
    described = [" ".join(mention.text.split()) for mention in mentions if mention.form == "nominal"]
    is_person = entity.type == "person" and _is_surely_person(name, mentions, described)
    entry = None if is_person else _known(name, written, mentions)
    if entry is not None and entry.type == "state":
        return Profile(entry.canonical, "state", True, (entry.canonical,), known=entry.canonical)
    if entry is not None:
        state = capitals().get(name_key(entry.canonical)) if entry.type in ("place", "government_body") else None
        acts = acts or _is_partner(text, mentions)
        is_actor = entry.type == "government_body" or (acts and not _is_whereabouts(text, mentions, described))
        if state is not None and is_actor:
            canonical = countries()[state].name
            return Profile(canonical, "state", True, (canonical,), known=canonical)
        if entry.kind == "name":
            return Profile(entry.canonical, entry.type, True, (entry.canonical,), known=entry.canonical, leaders=leaders)
    demonyms = {name for name in written if (found := known(name)) is not None and found.kind == "demonym"}
    proper = [name for name in written if name not in demonyms and (entry is None or known(name) in (None, entry))]
    proper = [one for one in proper if known(one) is None or one == name] or ([name] if written else [])
    makeshift: list[str] = []
    if entity.type in BODIES | {"other"} and not is_person:
        makeshift = sorted({
            bare for mention in mentions if mention.form == "nominal"
            and (bare := _makeshift(" ".join(mention.text.split()), first=mention.start in starts)) is not None
        })
    elif entity.type == "facility":
        makeshift = sorted({bare for mention in mentions if mention.form == "nominal" and (bare := _in_town(mention.text))})
    if not proper and not makeshift:
        return None
    if not proper:
        name = max(makeshift, key=lambda one: (-len(one), one))
    elif entity.type == "person":
        proper = _of_one_person(name, proper)
    elif entity.type in PLACES:
        proper = _of_one_place(name, proper)
    leaders, country = _headed(leaders, _country(described, name), (*proper, *makeshift), headed)
    if country is None and not proper:
        country = _seat(makeshift, home)
    scope = home if proper and country is None and all(is_ordinary(one) for one in proper) else None
    sector = _sector([*described, *(mention.text for mention in mentions if mention.form == "name")])
    return Profile(
        name=name, type=entity.type, firm=is_person or _is_firm(text, entity.type, proper, mentions),
        names=tuple(sorted(set(proper))), makeshift=tuple(makeshift), countries=(country,) if country else (),
        sectors=(sector,) if sector else (), leaders=leaders if entity.type in BODIES else (), scope=scope,
    )


def _marked(text: str, mention: Mention, *, of: EntityType) -> str:
    """A name as written, with the word before it that sets a body apart from its namesake ("new", "rival"); a state's name may
    stand for a body, its government, and is still the state's."""
    name = " ".join(mention.text.split())
    is_body = of != "state" and mention.type in BODIES
    before = _LAST_WORD.search(text[max(0, mention.start - 20):mention.start]) if is_body else None
    mark = actor_words().marks.get(before.group(1)) if before is not None else None
    return name if before is None or mark is None or mark == "part" else f"{before.group(1)} {name}"


def _is_surely_person(name: str, mentions: list[Mention], described: list[str]) -> bool:
    """Whether more than a guess says so: "he" or "she", a title, a first name, an office or a calling."""
    words = actor_words()
    if any(mention.text.lower() in words.gendered for mention in mentions):
        return True
    if any(mention.form == "name" and name_key(mention.text).split()[:1] and name_key(mention.text).split()[0] in words.titles
           for mention in mentions):
        return True
    first = person_words(name)[0]
    return len(person_words(name)) > 1 and (first in words.male or first in words.female or _sector(described) is not None)


def _known(name: str, written: list[str], mentions: list[Mention]) -> KnownName | None:
    """What a chain of names is known as: by its fullest name; else by another, if the fullest is that one misspelt, or if
    all that it is called are nationality words."""
    own = known(name) or (known(name[:-1]) if len(name) > LONG and name.endswith("s") else None)  # an apostrophe is easily lost
    if own is not None:
        return own
    for other in sorted(written):
        entry = known(other)
        if entry is None or entry.kind == "demonym":
            continue
        if Levenshtein.distance(name_key(name), name_key(other), score_cutoff=2) <= min(2, len(name_key(other)) // 4):
            return entry
    return None


def _is_whereabouts(text: str, mentions: list[Mention], described: list[str]) -> bool:
    """Whether a document speaks of a name as of a place: somebody is in it, or it is called a city."""
    words = actor_words()
    for mention in mentions:
        if mention.form == "name" and _governor(text, mention) in words.whereabouts:
            return True
    return bool(described)


def _is_partner(text: str, mentions: list[Mention]) -> bool:
    """Whether somebody does something with a name, or against it: what places are not."""
    return any(mention.form == "name" and _governor(text, mention) in actor_words().partners for mention in mentions)


def _governor(text: str, mention: Mention) -> str | None:
    found = _GOVERNOR.search(text[max(0, mention.start - _BACK):mention.start])
    return None if found is None else found.group(1).lower()


def _is_firm(text: str, type_: EntityType, proper: list[str], mentions: list[Mention]) -> bool:
    if type_ == "state":
        return True
    if type_ in ("place", "facility"):
        return _is_whereabouts(text, mentions, [])
    return type_ in BODIES and any(form_of(name).family is not None for name in proper)


def _in_town(description: str) -> str | None:
    """ "the market of Merdova": the one building or site of its kind in a named place."""
    match = actor_words().site.fullmatch(" ".join(description.split()))
    return match["site"] if match else None


def _makeshift(description: str, *, first: bool) -> str | None:
    """A description without its article if it can stand as a name: a kind of body with a name before or after it. The capital
    of the `first` word of a sentence tells nothing."""
    words = actor_words()
    parts = description.split()
    for at, part in enumerate(parts):
        if part.lower() in words.small - {"of", "for", "the", "and"} and at:
            before = form_of(" ".join(parts[:at]))
            sits = before.family in words.seated and not before.rest and not before.countries
            if part.lower() != "in" or not (sits or before.family in words.stationed):
                parts = parts[:at]
                break
    if not parts:
        return None
    if parts[0].lower() in ("the", "its", "his", "their", "our"):
        parts = parts[1:]
    had_article = not description.startswith(" ".join(parts))
    bare = " ".join(parts)
    if not 2 <= len(parts) <= LONGEST or parts[0].lower() in words.inexact or any(mark in bare for mark in ',;:"“”[]('):
        return None
    if any(part.isdigit() or part.lower() == "and" for part in parts):
        return None
    form = form_of(bare)
    if form.family is None:
        return None
    capitalised = {name_key(part.removesuffix("'s").removesuffix("’s")) for part in parts[1:] if part[:1].isupper()}
    if parts[0][:1].isupper() and (not first or had_article or is_acronym(parts[0]) or known(parts[0])):
        capitalised.add(name_key(parts[0].removesuffix("'s").removesuffix("’s")))
    own = [word for word in form.rest if word not in words.generic and (word in capitalised or word + "s" in capitalised)]
    strange = [word for word in form.rest if word not in words.generic and word not in own]
    if strange or len(form.rest) > 3:
        return None
    if form.family in words.members and (not own or "of" in parts):
        return None  # "Ostmark rebels" may be any
    return bare if own or form.countries or form.backers else None


def _of_one_person(name: str, names: list[str]) -> list[str]:
    """The names of a chain that can be those of the person it is named after; others got into it by mistake, or cannot be
    known to be the same person's elsewhere."""
    own, kept = person_words(name), []
    for one in names:
        words = person_words(one)
        if words == own or (len(words) == 1 and not (is_acronym(one) and len(own) > 1)
                            and (words[0] in own or same_surname(words[0], own[-1]))):
            kept.append(one)
        elif len(words) > 1 and (len(own) == 1 and own[0] in words or len(own) > 1 and same_full_name(words, own)):
            kept.append(one)
    return kept or [name]


def _of_one_place(name: str, names: list[str]) -> list[str]:
    """The names of a chain that can be those of the place it is named after: they share a word, or are spellings of it."""
    own = set(name_key(name).split())
    sounds = consonant_key(name)
    return [one for one in names if own & set(name_key(one).split()) or consonant_key(one) == sounds
            or Levenshtein.distance(name_key(name), name_key(one)) <= len(name) // 4] or [name]


def _headed(
    leaders: tuple[str, ...], country: str | None, names: Iterable[str], headed: dict[str, str],
) -> tuple[tuple[str, ...], str | None]:
    """Leaders and country of a government that is called after somebody who is the head of a country."""
    for name in names:
        form = form_of(name)
        if form.family == "government" and len(form.rest) == 1 and not form.countries and form.rest[0] in headed:
            return tuple(sorted({*leaders, form.rest[0]})), country or headed[form.rest[0]]
    return leaders, country


def _country(described: list[str], name: str) -> str | None:
    """The country that most descriptions by an office or a kind of body begin with: "the Ostmark foreign minister"."""
    found: Counter[str] = Counter()
    for one in described:
        bare = one.replace(name, "")
        code = country_in(bare) if len(one.split()) <= LONGEST and _sector([bare]) else None
        if code is not None:
            found[code] += 1
    return min(found, key=lambda code: (-found[code], code)) if found else None


def _seat(makeshift: list[str], home: str | None) -> str | None:
    """The country of a body that is called after its seat, a capital, or only after its backers in a document about one
    country."""
    for one in makeshift:
        form = form_of(one)
        codes = [code for word in form.rest if (code := capitals().get(word)) is not None]
        if codes or form.countries:
            return codes[0] if codes else None
        if not form.rest:
            return home
    return None


def _sector(texts: list[str]) -> str | None:
    """The sector that most descriptions give, by their longest word that tells one."""
    sectors = actor_words().sectors
    found: Counter[str] = Counter()
    for text in texts:
        key = f" {name_key(text)} "
        if len(key.split()) <= LONGEST:
            found.update([next((sector for word, sector in sectors.items() if f" {word} " in key), "")])
    found.pop("", None)
    return min(found, key=lambda sector: (-found[sector], sector)) if found else None


def _leaders(reading: Reading) -> dict[str, set[str]]:
    """Who leads each body, by surnames, as claims have it."""
    persons = {entity.id: entity.name for entity in reading.entities if entity.type == "person"}
    found: dict[str, set[str]] = defaultdict(set)
    for claim in reading.claims:
        if claim.predicate in actor_words().leads and claim.polarity == "affirmed":
            if claim.subject.entity in persons and claim.object.entity is not None:
                found[claim.object.entity].add(person_words(persons[claim.subject.entity])[-1])
    return found


def _acting(reading: Reading) -> set[str]:
    """The entities that do or say something, or that something is done to which is done to actors alone."""
    table = predicates()
    found: set[str] = set()
    for claim in reading.claims:
        found.update(voice.entity for voice in claim.attribution if voice.entity is not None)
        if claim.predicate in table and table[claim.predicate].family in _FAMILIES:
            if claim.subject.entity is not None:
                found.add(claim.subject.entity)
            if claim.object.entity is not None and table[claim.predicate].family in ("backing", "diplomacy"):
                found.add(claim.object.entity)
    found.update(attribution.speaker for attribution in reading.attributions if attribution.speaker is not None)
    return found


def _home(reading: Reading, mentions: dict[str, list[Mention]]) -> str | None:
    """The country that a document is about: named at least twice as often as any other."""
    counts: Counter[str] = Counter()
    for entity in reading.entities:
        country = country_of(entity.name)
        if country is not None:
            counts[country.iso3] += len(mentions[entity.id])
    (first, most), (_, next_) = (*counts.most_common(2), ("", 0), ("", 0))[:2]
    return first if most >= 4 and most >= 2 * next_ else None
