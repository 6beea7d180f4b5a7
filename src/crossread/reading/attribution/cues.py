"""The cue lexicon: which words say that somebody says something, with what force, and where the content stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal, cast, get_args

from crossread.errors import LexiconError
from crossread.lexicon import table

if TYPE_CHECKING:
    from spacy.tokens import Token

Force = Literal["asserted", "reported", "alleged", "possible", "predicted", "wished"]

_SECTIONS = {"verb": "VERB", "aim": "VERB", "noun": "NOUN", "adverb": "ADV", "adjective": "ADJ"}
_SAME_POS = {"AUX": "VERB", "PROPN": "NOUN"}


@dataclass(frozen=True, slots=True)
class CueForce:
    """What a cue lends to its content: its force, and whether it turns the content round ("denied that …")."""

    force: Force
    denies: bool


@dataclass(frozen=True, slots=True)
class Cue:
    """One entry: `takes` names where its content can stand, as the head of `cues.toml` explains."""

    lemma: str
    pos: str
    force: CueForce
    takes: frozenset[str]
    hearer: bool
    quotes: bool


@dataclass(frozen=True, slots=True)
class Credits:
    """Words of the conventions around a text: agencies, labels of turns, labels that are no speaker, words by which a
    speaker means himself and his hearers."""

    agencies: frozenset[str]
    question: frozenset[str]
    answer: frozenset[str]
    labels: frozenset[str]
    own: frozenset[str]


@dataclass(frozen=True, slots=True)
class CueLexicon:
    """All cues of a language."""

    cues: Mapping[tuple[str, str], Cue]
    forms: Mapping[str, str]
    passive: frozenset[str]
    occasions: frozenset[str]
    mute: frozenset[str]
    complementizers: frozenset[str]
    relatives: frozenset[str]
    adjuncts: frozenset[str]
    object_prepositions: frozenset[str]
    authoring: frozenset[str]
    documents: frozenset[str]
    narrating: frozenset[str]
    speakers: frozenset[str]
    tags: frozenset[str]
    prepositional: frozenset[str]
    particles: Mapping[str, frozenset[str]]
    only_with: Mapping[str, frozenset[str]]
    phrases: tuple[tuple[str, ...], ...]
    other_senses: Mapping[str, frozenset[str]]
    view_nouns: frozenset[str]
    view_prepositions: frozenset[str]
    credits: Credits

    def lemma(self, token: Token) -> str:
        """The token's lemma in lower case, mended where the usual one is another word's."""
        return self.forms.get(token.lower_) or token.lemma_.lower()

    def is_other(self, verb: Token) -> bool:
        """Whether a verb's particle, or its use as a preposition, makes another word of it."""
        if verb.lower_ in self.prepositional and not any(child.dep_.startswith("aux") for child in verb.children):
            return True
        lemma = self.lemma(verb)
        close = {child.lower_ for child in verb.children if child.dep_ in ("compound:prt", "advmod") and 0 < child.i - verb.i < 3}
        if lemma in self.only_with:
            return not close & self.only_with[lemma]
        return bool(close & self.particles.get(lemma, frozenset()))

    def get(self, token: Token) -> Cue | None:
        """The entry of a token, by lemma and part of speech."""
        pos = token.pos_
        if token.dep_ == "amod" and (attribute := self.cues.get((token.lower_, "ADJ"))) is not None:
            return attribute
        return self.cues.get((self.lemma(token), _SAME_POS.get(pos, pos)))


@lru_cache(maxsize=8)
def cue_lexicon(language: str = "en") -> CueLexicon:
    """The cue lexicon of a language.

    Raises:
        LexiconError: the table is missing, or an entry has no such force.
    """
    data = table(language, "cues")
    cues: dict[tuple[str, str], Cue] = {}
    for section, pos in _SECTIONS.items():
        for block in data.get(section, ()):
            _add_block(cues, block, pos=pos)
    words = {key: frozenset(str(word).lower() for word in values) for key, values in data["turns"].items()}
    credits = Credits(frozenset(data["credits"]["agencies"]), words["question"], words["answer"], words["labels"], words["own"])
    return CueLexicon(
        cues=cues,
        forms=data.get("forms", {}),
        passive=frozenset(lemma for block in data["passive"] for lemma in block["lemmas"]),
        occasions=frozenset(data["occasions"]["lemmas"]),
        mute=frozenset(data["mute"]["lemmas"]),
        complementizers=frozenset(data["grammar"]["complementizers"]),
        relatives=frozenset(data["grammar"]["relatives"]),
        adjuncts=frozenset(data["grammar"]["adjuncts"]),
        object_prepositions=frozenset(data["grammar"]["object_prepositions"]),
        authoring=frozenset(data["grammar"]["authoring"]),
        documents=frozenset(data["grammar"]["documents"]),
        narrating=frozenset(data["grammar"]["narrating"]),
        speakers=frozenset(data["grammar"]["speakers"])
        | {str(word) for group in table(language, "roles").values() for word in group["words"]},
        tags=frozenset(data["grammar"]["tags"]),
        prepositional=frozenset(data["grammar"]["prepositional"]),
        particles={lemma: frozenset(words) for lemma, words in data["particles"].items()},
        only_with={lemma: frozenset(words) for lemma, words in data["only_with"].items()},
        phrases=tuple(tuple(words.split()) for block in data["phrase"] for words in block["words"]),
        other_senses={lemma: frozenset(block["objects"]) for block in data["other_sense"] for lemma in block["lemmas"]},
        view_nouns=frozenset(lemma for block in data["view"] for lemma in block["lemmas"]),
        view_prepositions=frozenset(word for block in data["view"] for word in block["prepositions"]),
        credits=credits,
    )


def cue_force(lemma: str, pos: str, *, language: str = "en") -> CueForce | None:
    """What a cue word lends to its content, `None` where the word is no cue. `pos` is a universal part of speech;
    "according to" is found under its first word as `ADP`."""
    lexicon = cue_lexicon(language)
    entry = lexicon.cues.get((lemma.lower(), _SAME_POS.get(pos, pos)))
    if entry is not None:
        return entry.force
    if any(lemma.lower() in (words[0], "accord") for words in lexicon.phrases if words[0] == "according"):
        return CueForce("reported", False)
    return None


def _add_block(cues: dict[tuple[str, str], Cue], block: Mapping[str, Any], *, pos: str) -> None:
    force = block["force"]
    if force not in get_args(Force):
        raise LexiconError(f"cues: no such force: {force!r}")
    for lemma in block["lemmas"]:
        known = cues.get((lemma, pos))
        takes = frozenset(block.get("takes", ()))
        denies = bool(block.get("denies", False))
        cues[lemma, pos] = Cue(
            lemma=lemma,
            pos=pos,
            force=CueForce(known.force.force if known else cast(Force, force), denies or bool(known and known.force.denies)),
            takes=takes | known.takes if known else takes,
            hearer=bool(block.get("hearer", False)) or bool(known and known.hearer),
            quotes=bool(block.get("quotes", False)) or bool(known and known.quotes),
        )
