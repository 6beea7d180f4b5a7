"""The modal vocabulary of a language: the tables of `modality.toml` as sets."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from crossread.lexicon import table
from crossread.model.reading import Modality

_ATTRIBUTED: tuple[Modality, ...] = ("predicted", "wished", "possible")
# Whose words govern an infinitive, in the order in which they are asked; and a gerund, as nouns.
_GOVERNING: tuple[Modality, ...] = ("predicted", "possible", "alleged")
_JUDGING: tuple[Modality, ...] = ("wished", "possible")
_HOLDING: tuple[Modality, ...] = ("wished", "predicted", "possible", "alleged")


@dataclass(frozen=True, slots=True)
class Negation:
    """Words that deny: a clause, a verb, an argument, a complement."""

    words: frozenset[str]
    nearly: frozenset[str]
    plain: frozenset[str]
    only: frozenset[str]
    yet: frozenset[str]
    phrases: frozenset[str]
    of_arguments: frozenset[str]
    of_objects: frozenset[str]
    ended: frozenset[tuple[str, ...]]
    implicative: frozenset[str]
    unwilling: frozenset[str]
    kept: frozenset[str]
    doubted: frozenset[str]
    proof: frozenset[str]
    instead: frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class ModalWords:
    """Words that make a statement less than asserted, by what they make of it and where they stand."""

    negation: Negation
    wished: frozenset[str]
    predicted: frozenset[str]
    alleged: frozenset[str]
    reported: frozenset[str]
    possible: frozenset[str]
    wished_modals: frozenset[str]
    predicted_modals: frozenset[str]
    possible_modals: frozenset[str]
    unreal: frozenset[str]
    hypothetical: frozenset[str]
    conditions: frozenset[str]
    open: frozenset[str]
    inverted: frozenset[str]
    lasting: frozenset[str]
    times: frozenset[str]
    to_come: frozenset[str]
    anybody: frozenset[str]
    means: frozenset[str]
    first: frozenset[str]
    against: frozenset[str]
    away: frozenset[str]
    exchanged: frozenset[str]
    including: frozenset[str]
    going: frozenset[str]
    ensured: frozenset[str]
    caused: frozenset[str]
    had: frozenset[str]
    lost: frozenset[str]
    coming: frozenset[str]
    unsure: frozenset[str]
    with_would: frozenset[str]
    devoted: frozenset[str]
    directed: frozenset[str]
    capable: frozenset[str]
    incapable: frozenset[str]
    loath: frozenset[str]
    near: frozenset[str]
    weighed: frozenset[str]
    able: frozenset[str]
    obliged: frozenset[str]
    done: frozenset[str]
    efforts: frozenset[str]
    outcomes: frozenset[str]
    ranks: frozenset[str]
    attributes: tuple[tuple[Modality, frozenset[str]], ...]
    governing: tuple[tuple[Modality, frozenset[str]], ...]
    holding: tuple[tuple[Modality, frozenset[str]], ...]
    judging: tuple[tuple[Modality, frozenset[str]], ...]
    untrue: frozenset[str]
    true: frozenset[str]

    def attributed(self, word: str) -> Modality | None:
        """What an attribute says of a deed: "the upcoming visit", "a proposed raid", "a possible attack"."""
        return next((value for value, known in self.attributes if word in known), None)


@lru_cache(maxsize=4)
def modal_words(language: str = "en") -> ModalWords:
    """The modal vocabulary of a language."""
    data = table(language, "modality")
    negation, implicative = data["negation"], data["implicative"]
    wished, predicted, possible, hypothetical = data["wished"], data["predicted"], data["possible"], data["hypothetical"]
    return ModalWords(
        negation=Negation(
            words=frozenset(negation["words"]),
            nearly=frozenset(negation["nearly"]),
            plain=frozenset(negation["plain"]),
            only=frozenset(negation["only"]),
            yet=frozenset(negation["yet"]),
            phrases=frozenset(negation["phrases"]),
            of_arguments=frozenset(negation["argument"]["any"]),
            of_objects=frozenset(negation["argument"]["object"]),
            ended=_sequences(negation["ended"]),
            implicative=frozenset(implicative["negative"]),
            unwilling=frozenset(implicative["gerund"]),
            kept=frozenset(implicative["kept"]),
            doubted=frozenset(implicative["doubted"]),
            proof=frozenset(implicative["proof"]),
            instead=_sequences(implicative["instead"]),
        ),
        wished=frozenset(wished["words"]),
        predicted=frozenset(predicted["words"]),
        alleged=frozenset(data["alleged"]["words"]),
        reported=frozenset(data["reported"]["words"]),
        possible=frozenset(possible["words"]),
        wished_modals=frozenset(wished["modals"]),
        predicted_modals=frozenset(predicted["modals"]),
        possible_modals=frozenset(possible["modals"]),
        unreal=frozenset(predicted["unreal"]),
        hypothetical=frozenset(hypothetical["marks"]),
        conditions=frozenset(hypothetical["conditions"]),
        open=frozenset(hypothetical["open"]),
        inverted=frozenset(hypothetical["inverted"]),
        lasting=frozenset(hypothetical["lasting"]),
        times=frozenset(hypothetical["times"]),
        to_come=frozenset(hypothetical["to_come"]),
        anybody=frozenset(hypothetical["anybody"]),
        means=frozenset(data["linked"]["means"]),
        first=frozenset(data["linked"]["first"]),
        against=frozenset(data["linked"]["against"]),
        away=frozenset(data["linked"]["away"]),
        exchanged=frozenset(data["linked"]["exchanged"]),
        including=frozenset(data["linked"]["including"]),
        going=frozenset(data["going"]["words"]),
        ensured=frozenset(data["ensured"]["words"]),
        caused=frozenset(data["caused"]["words"]),
        had=frozenset(data["linked"]["had"]),
        lost=frozenset(data["linked"]["lost"]),
        coming=frozenset(data["linked"]["coming"]),
        unsure=frozenset(data["linked"]["unsure"]),
        with_would=frozenset(wished["with_would"]),
        devoted=frozenset(wished["devoted"]),
        directed=frozenset(wished["directed"]),
        capable=frozenset(possible["capable"]),
        incapable=frozenset(possible["incapable"]),
        loath=frozenset(wished["loath"]),
        near=frozenset(wished["near"]),
        weighed=frozenset(possible["weighed"]),
        able=frozenset(possible["able"]),
        obliged=frozenset(data["obliged"]["words"]),
        done=frozenset(data["occurred"]["nouns"]),
        efforts=frozenset(data["occurred"]["efforts"]),
        outcomes=frozenset(data["occurred"]["outcomes"]),
        ranks=frozenset(data["occurred"]["ranks"]),
        attributes=tuple((value, frozenset(data[value]["attributes"])) for value in _ATTRIBUTED),
        governing=tuple((value, frozenset(data[value]["words"])) for value in _GOVERNING),
        holding=tuple((value, frozenset(data[value]["words"])) for value in _HOLDING),
        judging=tuple((value, frozenset(data[value]["judging"])) for value in _JUDGING),
        untrue=frozenset(data["untrue"]["words"]),
        true=frozenset(data["untrue"]["true"]),
    )


def _sequences(entries: list[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(entry.split()) for entry in entries)
