"""The passes of coreference in order, and what comes out of them: mentions and entities of the contract.

A sieve (Raghunathan et al. 2010; Lee et al. 2013): sure passes first, each later pass sees the chains that earlier ones built.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from crossread.lexicon import table
from crossread.model import Entity, Mention
from crossread.model.names import name_key
from crossread.ontology.countries import state_of_capital
from crossread.ontology.gazetteer import known
from crossread.reading.coreference.aliases import join_aliases
from crossread.reading.coreference.chains import Chains
from crossread.reading.coreference.forces import join_forces
from crossread.reading.coreference.mentions import candidates
from crossread.reading.coreference.naming import join_names
from crossread.reading.coreference.nominals import join_nominals
from crossread.reading.coreference.offices import join_offices
from crossread.reading.coreference.organs import join_organs
from crossread.reading.coreference.pronouns import join_pronouns
from crossread.reading.coreference.publisher import publisher_of
from crossread.reading.coreference.speakers import Voices, join_speakers, set_speakers_apart
from crossread.reading.coreference.structure import heads_of, join_structure, set_arguments_apart
from crossread.reading.people import people_words
from crossread.reading.readable import plain

if TYPE_CHECKING:
    from crossread.model import Attribution
    from crossread.model.reading import EntityType, MentionForm
    from crossread.reading.coreference.candidates import Candidate
    from crossread.reading.names import NamedSpan
    from crossread.reading.parse import Parse


LONGEST_NAME = 8  # words of a description by which an entity is still called where there is a shorter one
_BODIES = frozenset(("armed_group", "government_body", "military_unit", "igo", "media", "company"))


_OWNED = frozenset(("person", "armed_group", "military_unit", "government_body", "ngo"))
_NATIONAL = frozenset(("armed_group", "military_unit", "government_body", "company"))
_HAVE_ARMIES = frozenset(("person", "state", "armed_group", "government_body", "military_unit", "igo"))


def read_mentions(
    parse: Parse, *, names: tuple[NamedSpan, ...], attributions: tuple[Attribution, ...]
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """The mentions of a document in text order, and its entities in order of first mention.

    A noun that describes no actor, place, body, agreement or event, and nothing that is fought with, is a mention only where
    something refers to it; a pronoun only where it is resolved, or speaks for a voice ("I"). An entity's name is the fullest
    proper name of its chain, without titles, else the longest description, else the pronoun.
    """
    chains, called = resolve(parse, names=names, attributions=attributions)
    return _written(parse, chains, called=called)


def resolve(
    parse: Parse, *, names: tuple[NamedSpan, ...], attributions: tuple[Attribution, ...]
) -> tuple[Chains, dict[int, tuple[str, EntityType]]]:
    """All passes, the surest first. Also returns name and type of chains (by their root) that the text itself gives none."""
    chains = Chains(candidates(parse, names=names))
    heads = heads_of(chains.candidates)
    voices = Voices(attributions, chains.candidates, text=parse.document.text)
    join_names(parse, chains)
    join_structure(parse, chains, heads=heads)
    join_aliases(parse, chains)
    set_arguments_apart(parse, chains, heads=heads)
    publisher = publisher_of(parse, chains, heads=heads)
    set_speakers_apart(parse, chains, voices=voices, heads=heads)
    own, narrator = join_speakers(parse, chains, voices=voices, heads=heads, publisher=publisher)
    join_organs(parse, chains, heads=heads)
    join_offices(parse, chains, heads=heads)
    join_nominals(parse, chains)
    join_pronouns(parse, chains, voices=voices, heads=heads)
    join_organs(parse, chains, heads=heads)
    join_forces(parse, chains, heads=heads)
    called: dict[int, tuple[str, EntityType]] = {}
    if publisher is not None and own is not None:
        called[chains.find(own)] = (publisher.name, publisher.type)
    author = parse.document.author or signatory(parse.document.title or "")
    if narrator is not None and author and _is_one_person(author) and not chains.names(narrator):
        byline = next(
            (index for index, each in enumerate(chains.candidates) if each.kind == "name" and each.key == name_key(author)), None
        )
        if byline is None or not chains.join(byline, narrator):
            called[chains.find(narrator)] = (author, "person")
    return chains, called


@lru_cache(maxsize=4)
def _signed(language: str = "en") -> re.Pattern[str]:
    words = table(language, "persons")["signed"]
    nouns, ends = "|".join(words["nouns"]), "|".join(words["ends"])
    return re.compile(rf"\b(?:{nouns})\s+(?:by|from|of)\s+(?P<who>.+?)(?:\s+(?:{ends})\b|[,:;(]|\s[-–—]\s|$)", re.IGNORECASE)


def signatory(title: str) -> str | None:
    """Whose words a text is by its title: "Statement by Foreign Minister Ana Petrak on the truce"; `None` if it names nobody.

    Reads the last two words before the topic as the name; abstains where one of them is a title or no word of a name.
    """
    found = _signed().search(title)
    words = found["who"].split()[-2:] if found is not None else []
    if len(words) < 2 or any(word.lower().strip("‎.") in people_words().titles for word in words):
        return None
    return " ".join(words)


def _is_one_person(author: str) -> bool:
    """Whether a byline names one person, not two or a newsroom."""
    words = author.split()
    return (
        1 < len(words) < 5
        and all(word[:1].isupper() and word.strip(".-'’").isalpha() for word in words)
        and known(author) is None
    )


def _written(
    parse: Parse, chains: Chains, *, called: dict[int, tuple[str, EntityType]]
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    told: list[tuple[int, int, MentionForm, EntityType, str]] = []
    entities: list[Entity] = []
    ids: dict[int, str] = {}
    seen: set[tuple[int, int]] = set()
    text = parse.document.text
    for index, each in enumerate(chains.candidates):
        root = chains.find(index)
        members = [chains.candidates[member] for member in chains.members(index)]
        if not _is_told(each, members) or (each.start, each.end) in seen:
            continue
        seen.add((each.start, each.end))
        if root not in ids:
            ids[root] = f"e{len(ids) + 1}"
            name, kind = called.get(root) or (_entity_name(parse, members, chains), entity_type(members))
            entities.append(Entity(ids[root], name, kind))
        entity = entities[int(ids[root][1:]) - 1]
        type_ = each.named or (each.type if each.form == "name" and entity.type != "person" else entity.type)
        told.append((each.start, each.end, each.form, type_, ids[root]))
        if 0 <= each.phrase < each.start and (each.phrase, each.end) not in seen:
            seen.add((each.phrase, each.end))
            told.append((each.phrase, each.end, "nominal", type_, ids[root]))
    told.sort(key=lambda row: (row[0], -row[1]))
    # the phrase around a person's name may begin before a mention that came first
    order = {old: f"e{number}" for number, old in enumerate(dict.fromkeys(row[4] for row in told), start=1)}
    mentions = tuple(
        Mention(f"m{number}", start, end, text[start:end], form, type_, order[entity])
        for number, (start, end, form, type_, entity) in enumerate(told, start=1)
    )
    numbered = (replace(entity, id=order[entity.id]) for entity in entities)
    return mentions, tuple(sorted(numbered, key=lambda entity: int(entity.id[1:])))


@lru_cache(maxsize=4)
def _things(language: str = "en") -> frozenset[str]:
    return frozenset(table(language, "bodies")["things"]["armed"])


def _is_told(each: Candidate, members: list[Candidate]) -> bool:
    if each.kind in ("name", "demonym", "people") or each.person in (1, 2):
        return True
    if each.is_pronoun and all(member.is_pronoun for member in members):
        return len(members) > 1 and (each.type == "person" or each.number == "plural")
    if each.kind == "coordination" or each.is_pronoun or each.type == "other":
        return len(members) > 1 or (each.kind == "nominal" and each.lemma in _things())
    return True


def entity_type(members: list[Candidate]) -> EntityType:
    """What a chain is: a person if a "he" or "she" stands for it, else as most of its names say, then its descriptions.

    "ngo" is also what nothing is known of: any other kind of body that a name or description tells goes before it.
    """
    if any(each.is_pronoun and each.person == 3 and each.type == "person" for each in members):
        return "person"
    weak: EntityType | None = None
    for form in ("name", "nominal", "pronoun"):
        count: Counter[EntityType] = Counter()
        for each in members:
            if each.form == form and each.type != "other":
                count[each.type] += max(1, len(each.words)) if form == "name" else 1
        if count:
            best = min(count, key=lambda each: (each == "ngo", -count[each], each))
            if best != "ngo":
                return best if weak is None or best in _BODIES else weak
            weak = best
    if weak is None and all(each.is_pronoun and each.number == "plural" for each in members):
        return "person"
    return weak or "other"


def _entity_name(parse: Parse, members: list[Candidate], chains: Chains) -> str:
    text = parse.document.text
    names = [each for each in members if each.kind == "name"]
    names = [each for each in names if not _is_headed(parse, each, names)] or names
    if names:
        # of names with as many words the one used most: a slip ("Lybia") does not name the chain
        used = Counter(_bare(parse, each) for each in names)
        best = min(names, key=lambda each: (-len(each.words), -used[_bare(parse, each)], -len(_bare(parse, each)), each.start))
        # "Islamist group X", taken for a name, where X is known
        if best.key[:1] != "=":
            best = next((each for each in names if each.key[:1] == "=" and set(each.words) < set(best.words)), best)
        return _of_nation(parse, best)
    for each in members:
        if each.kind == "demonym":
            name = text[each.start : each.end]
            entry = known(state_of_capital(name) or name)
            return entry.canonical if entry is not None else name
    nominals = [each for each in members if each.kind in ("nominal", "coordination")]
    # "she was a bad envoy" tells what she is like, not what she is called
    best = min(
        nominals or members,
        key=lambda each: (_is_unwieldy(parse, each), _points(parse, each, chains), each.start - each.end, each.start),
    )
    owned = _with_owner(parse, best, chains)
    if owned is not None:
        return owned
    start = best.phrase if best.kind == "people" else best.start
    return " ".join(plain(text[start : best.end]).split())


def _is_headed(parse: Parse, each: Candidate, names: list[Candidate]) -> bool:
    """Whether a person's name goes on behind the surname that he is called by, as in a heading: "Petrak Hearings Resume"."""
    if each.type != "person" or len(each.words) < 2:
        return False
    others = [other.words for other in names if other.type == "person" and other.words != each.words]
    fuller = any(len(words) > 1 and words[-1] == each.words[0] for words in others)
    return each.words[:1] in others and (fuller or parse.doc[each.last].tag_ in ("NNS", "NNPS"))


def _of_nation(parse: Parse, each: Candidate) -> str:
    """A name without titles; of forces and offices of a state with the nationality that stands before it: "[Peruvian] National
    Army" is not every national army."""
    name = _bare(parse, each)
    before = parse.doc[each.first - 1] if each.first else None
    if before is None or each.type not in _NATIONAL or each.key[:1] == "=" or before.dep_ not in ("amod", "compound", "nmod"):
        return name
    entry = known(before.text)
    return f"{before.text} {name}" if entry is not None and entry.kind == "demonym" and entry.type == "state" else name


def _is_unwieldy(parse: Parse, each: Candidate) -> bool:
    """Whether a description is no good as a name: what is said of its subject ("is now the home to"), or very long."""
    return each.last - each.first >= LONGEST_NAME or any(child.dep_ == "cop" for child in parse.doc[each.head].children)


def _points(parse: Parse, each: Candidate, chains: Chains) -> bool:
    """Whether a description only points back: "such a deal", "these people", "his election" of somebody unknown."""
    if each.definiteness == "demonstrative" or parse.doc[each.first].lower_ == "such":
        return True
    return parse.doc[each.first].tag_ == "PRP$" and _with_owner(parse, each, chains) is None


def _with_owner(parse: Parse, each: Candidate, chains: Chains) -> str | None:
    """ "His troops" under the name of whose they are, as far as that is known: outside its text "his" says nothing.

    Only people and bodies of people; an army only where its owner can have one.
    """
    first = parse.doc[each.first]
    if each.kind != "nominal" or each.type not in _OWNED or first.tag_ != "PRP$" or first.idx != each.start:
        return None
    at = next((index for index, other in enumerate(chains.candidates) if other.first == other.last == first.i), None)
    if at is None:
        return None
    owners = [chains.candidates[member] for member in chains.members(at)]
    if not any(owner.kind in ("name", "demonym") for owner in owners):
        return None
    if each.type in ("military_unit", "armed_group") and entity_type(owners) not in _HAVE_ARMIES:
        return None
    rest = " ".join(parse.document.text[first.idx + len(first) : each.end].split())
    return f"{_entity_name(parse, owners, chains)}'s {rest}"


def _bare(parse: Parse, each: Candidate) -> str:
    """A name without the titles that its span holds."""
    first = each.first
    if each.type == "person":
        while first < each.last and parse.doc[first].lower_.rstrip(".") in people_words().titles:
            first += 1
    return " ".join(plain(parse.document.text[parse.doc[first].idx : each.end]).split())
