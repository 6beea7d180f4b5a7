"""What the voice does to a claim: a charge is alleged, a denial denies, a report is reported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crossread.lexicon import table
from crossread.model import Attribution
from crossread.model.reading import Modality, Polarity
from crossread.reading.attribution import CueForce, cue_force
from crossread.reading.claims import syntax
from crossread.reading.claims.compound_frames import is_in_name
from crossread.reading.claims.modality import ORDER, Stance
from crossread.reading.claims.unsaid import is_denied, is_thought

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token


def reported_stance(
    stance: Stance, path: tuple[Attribution, ...], *, anchor: Token, mod: str | None, presupposed: bool
) -> tuple[Polarity, Modality]:
    """Polarity and modality of a claim under the attributions that hold it, outermost first.

    The innermost cue decides: "claims" makes an assertion alleged, "denies" turns it round; "says" leaves it as it is, since
    modality is the innermost voice's own and the chain already tells that it is hers. `mod` is what the pattern
    itself says ("seeks" is wished).
    """
    doc = anchor.doc
    found: list[Modality] = [stance.modality]
    polarity = stance.polarity
    found += [value for value in ORDER if value == mod]
    spoken = bool(path) and not is_aim(path[-1], doc) and not is_unspoken(path[-1], doc)
    # "blamed the Morland-led coalition": a name is no charge
    force = _force(path[-1], doc) if spoken and not is_in_name(anchor) else None
    if force is not None and force.force == "alleged" and _is_granted(path[-1], anchor):
        force = None
    if force is not None and not presupposed and _is_raised(path[-1], anchor):
        polarity = "denied" if polarity == "affirmed" else "affirmed"
    if force is not None and not presupposed and _is_untrue(path[-1], doc):
        polarity = "denied" if polarity == "affirmed" else "affirmed"
    if force is not None:
        if (rumoured := _rumoured(path[-1], doc)) is not None and not presupposed:
            found.append(rumoured)
        if force.force != "reported" and (not presupposed or force.force == "alleged"):
            found.append(force.force)
        # "a plan under which it would lift the siege"
        describes = any(word.dep_ == "acl:relcl" and not syntax.is_content(word) for word in (anchor, anchor.head))
        # what is quoted is what is said, dismissively or not
        stated = not presupposed and not describes and stance.modality != "hypothetical"  # who denies it denies no condition
        if force.denies and stated and path[-1].kind != "direct":
            polarity = "denied" if polarity == "affirmed" else "affirmed"
    return polarity, min(found, key=ORDER.index)


def is_aim(attribution: Attribution, doc: Doc, *, language: str = "en") -> bool:
    """Whether an attribution only says what somebody wants, plans or refuses: its words are no voice of its own, and its
    mood is already read off the clause."""
    if attribution.kind != "indirect":
        return False
    aims = table(language, "modality")["aims"]
    return any(
        word.lemma_.lower() in aims["words"]
        or word.lemma_.lower() in aims["infinitive"]
        and any(child.dep_ == "xcomp" for child in word.children)
        for word in _cue_heads(attribution, doc)
    )


def is_deed(attribution: Attribution, doc: Doc, *, language: str = "en") -> bool:
    """Whether what somebody does is no word of his, though it lends force: "agreed to send help", "showed no will to fight"."""
    deeds = table(language, "modality")["deeds"]
    for word in _cue_heads(attribution, doc):
        complements = {
            "xcomp" if any(mark.tag_ == "TO" for mark in child.lefts) else child.dep_
            for child in word.rights
            if child.dep_ in ("ccomp", "xcomp")
        }
        if "ccomp" in complements or word.pos_ != "VERB":
            continue
        if word.lemma_.lower() in deeds["shown"] or word.lemma_.lower() in deeds["done"] and "xcomp" in complements:
            return True
    return False


def _is_untrue(attribution: Attribution, doc: Doc, *, language: str = "en") -> bool:
    """ "The false claim that he fled": who tells of it says that it is not so."""
    words = table(language, "modality")["untrue"]["words"]
    heads = _cue_heads(attribution, doc)
    return any(child.lower_ in words for head in heads for child in syntax.children(head, "amod", "advmod"))


def _rumoured(attribution: Attribution, doc: Doc, *, language: str = "en") -> Modality | None:
    """ "Is said to have fled", "reports that he fled", "is thought to have fled": told or thought by nobody in particular."""
    if attribution.source:
        return None
    cues = {word.lemma_.lower() for word in _cue_heads(attribution, doc)}
    values: tuple[Modality, ...] = ("possible", "reported")
    return next((value for value in values if not cues.isdisjoint(table(language, "modality")[value]["hearsay"])), None)


def _is_raised(attribution: Attribution, anchor: Token) -> bool:
    """ "Does not think that the army shelled it": the "not" of a thought is of what is thought, where that is a clause."""
    return any(
        word.sent.start == anchor.sent.start
        and is_denied(word)
        and is_thought(word)
        and any(child.dep_ == "ccomp" for child in word.children)
        for word in _cue_heads(attribution, anchor.doc)
    )


def _is_granted(attribution: Attribution, anchor: Token, *, language: str = "en") -> bool:
    """ "Condemned the raid that killed ten": whoever judges a deed takes it for granted; "criticised the army for shelling the
    town" is a charge."""
    judged = table(language, "modality")["judged"]
    if not any(word.lemma_.lower() in judged["words"] for word in _cue_heads(attribution, anchor.doc)):
        return False
    token = anchor
    while token.dep_ in ("xcomp", "conj", "ccomp") and token.tag_ != "VBG" and token.head.i != token.i:
        token = token.head
    return token.tag_ != "VBG" or not any(child.lower_ in judged["charging"] for child in syntax.children(token, "mark", "case"))


def is_unspoken(attribution: Attribution, doc: Doc) -> bool:
    """Whether an attribution says that somebody does not speak: "has not condemned the raids", "no group has claimed"."""
    return any(is_denied(word) and not is_thought(word) for word in _cue_heads(attribution, doc))


def _force(attribution: Attribution, doc: Doc) -> CueForce | None:
    """The force of an attribution's cue, looked up by the lemma of its head word."""
    for word in _cue_heads(attribution, doc):
        force = cue_force(word.lemma_.lower(), word.pos_)
        if force is not None:
            return force
    return None


def _cue_heads(attribution: Attribution, doc: Doc) -> Iterator[Token]:
    for cue in attribution.cue:
        span = doc.char_span(cue.start, cue.end, alignment_mode="expand")
        if span is not None and len(span):
            yield span.root
