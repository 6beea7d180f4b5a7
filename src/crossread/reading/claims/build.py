"""The claims layer: frames, posts and forecasts, filled with mentions, voices, times, places and numbers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from crossread.model import Attribution, Claim, ClaimPlace, ClaimQuantity, Entity, Evidence, Mention, Quantity, TimeExpression
from crossread.ontology.plover import event_under
from crossread.ontology.predicates import predicates
from crossread.reading.claims import syntax
from crossread.reading.claims.arguments import fill
from crossread.reading.claims.base import base_voices
from crossread.reading.claims.deeds import index_deeds
from crossread.reading.claims.doubts import doubts_of, is_left_out, is_noted, weight_of
from crossread.reading.claims.drafts import Draft, attributed, distinct, lumped
from crossread.reading.claims.force import reported_stance
from crossread.reading.claims.forecast_drafts import forecast_drafts
from crossread.reading.claims.forecasts import forecasts_of, whole
from crossread.reading.claims.frame_drafts import frame_drafts
from crossread.reading.claims.frames import frames_of
from crossread.reading.claims.known import PLACE_TYPES, index_mentions
from crossread.reading.claims.layers import Layers
from crossread.reading.claims.modality import stance_of
from crossread.reading.claims.patterns import pattern_index
from crossread.reading.claims.post_drafts import post_drafts
from crossread.reading.claims.posts import posts_of
from crossread.reading.claims.unsaid import is_asked, is_unproved, is_unsaid
from crossread.reading.claims.voices import make_voices
from crossread.reading.claims.when import index_times, time_of
from crossread.reading.parse import Parse

if TYPE_CHECKING:
    from spacy.tokens import Token


def read_claims(
    parse: Parse,
    *,
    mentions: tuple[Mention, ...],
    entities: tuple[Entity, ...],
    attributions: tuple[Attribution, ...],
    times: tuple[TimeExpression, ...],
    quantities: tuple[Quantity, ...],
) -> tuple[Claim, ...]:
    """All claims of a document in text order, with ids `c1`, `c2`, … Silent regions yield none; what is too doubtful is
    left out."""
    language = "en"
    known = index_mentions(parse, mentions, entities)
    base = base_voices(parse, held=known, mentions=mentions, language=language)
    voices = make_voices(parse, attributions=attributions, entities=entities, mentions=mentions, base=base)
    layers = Layers(parse, known, voices, index_times(parse, times), quantities, index_deeds(parse, known), language)
    index = pattern_index(language)
    claims: list[Claim] = []
    said: set[tuple[str, str, str]] = set()
    for number, sent in enumerate(parse.sents):
        if parse.is_silent(number):
            continue
        drafts = [draft for frame in frames_of(sent, index, language=language) for draft in frame_drafts(frame, layers)]
        drafts += [draft for post in posts_of(sent, language=language) for draft in post_drafts(post, layers)]
        told = {token.i for draft in drafts for token in (draft.anchor, draft.clause)}
        for forecast in forecasts_of(sent, language=language):
            if told.isdisjoint(token.i for token in whole(forecast.predicate, language=language)):
                drafts += forecast_drafts(forecast, layers)
        drafts.sort(key=lambda draft: draft.anchor.i)
        stated = [
            draft
            for draft in drafts
            if not is_asked(draft.subject, sent)
            and not is_unproved(draft.anchor, language=language)
            and (draft.presupposed or not is_unsaid(draft.clause, language=language))
        ]
        for draft in distinct(lumped(attributed(stated)), said):
            claim = _claim(draft, layers, f"c{len(claims) + 1}")
            doubts = doubts_of(draft, claim, language=language)
            weight = weight_of(doubts, language=language)
            if not is_left_out(weight, language=language):
                claims.append(replace(claim, flags=doubts) if is_noted(weight, language=language) else claim)
    return tuple(claims)


def _claim(draft: Draft, layers: Layers, number: str) -> Claim:
    text = layers.parse.document.text
    attribution = layers.voices.speaking(draft.anchor)
    stance = stance_of(
        draft.anchor,
        draft.clause,
        presupposed=draft.presupposed,
        fought=draft.predicate in ("fights", "attacks", "opposes"),
        voiced=draft.predicate in ("protests", "demands", "condemns"),
        language=layers.language,
    )
    polarity, modality = reported_stance(
        stance,
        layers.voices.path(attribution),
        anchor=draft.anchor,
        mod=draft.mod,
        presupposed=draft.presupposed or syntax.modifies(draft.clause),
    )
    counted = _counted(draft, layers)
    start, end = _evidence(draft, text, counted)
    event = draft.event
    if not draft.mod and not stance.purpose:
        event = event_under(event, polarity=stance.polarity, modality=stance.modality)
    return Claim(
        number,
        layers.parse.document.id,
        (Evidence(start, end, text[start:end]),),
        draft.subject,
        draft.predicate,
        draft.object,
        event,
        None,
        polarity,
        modality,
        layers.voices.chain(attribution),
        time_of(
            draft.anchor, draft.clause, layers.times, parts=draft.spans, modality=modality, presupposed=draft.presupposed
        ),
        _place(draft, layers),
        None if counted is None else ClaimQuantity(counted.value, counted.max, counted.unit, counted.approximate),
    )


def _evidence(draft: Draft, text: str, counted: Quantity | None) -> tuple[int, int]:
    """From the first to the last word that the claim rests on, within its sentence; the number that it states among them."""
    sent = draft.anchor.sent
    starts = [token.idx for token in draft.spans] + [draft.clause.idx]
    ends = [token.idx + len(token) for token in draft.spans]
    for argument in (draft.subject, draft.object):
        if (
            argument.start is not None
            and argument.end is not None
            and sent.start_char <= argument.start
            and argument.end <= sent.end_char
        ):
            starts.append(argument.start)
            ends.append(argument.end)
    if counted is not None:
        starts.append(counted.start)
        ends.append(counted.end)
    start, end = max(min(starts), sent.start_char), min(max(ends), sent.end_char)
    if not text[start:end].strip():
        return sent.start_char, sent.end_char
    return start, end


def _place(draft: Draft, layers: Layers) -> ClaimPlace | None:
    """Where it is so. What one body is to another, and a backing that is taken for granted, is so anywhere."""
    family = predicates()[draft.predicate].family
    if (family == "structure" and draft.predicate != "holds_role") or (family == "backing" and draft.presupposed):
        return None
    taken = {draft.subject.entity, draft.object.entity}
    for host in (draft.anchor, draft.clause):
        for child in host.children:
            if child.dep_ in ("obl", "nmod") and syntax.case_of(child) in ("in", "at", "near", "inside", "outside", "around"):
                for place in fill(child, layers.known, language=layers.language):
                    if place.type in PLACE_TYPES and place.argument.entity is not None and place.argument.entity not in taken:
                        return ClaimPlace(place.argument.entity, place.argument.name)
    return None


def _counted(draft: Draft, layers: Layers) -> Quantity | None:
    for head in reversed(draft.counted):
        first, last = syntax.subtree_span(head, frozenset({"acl:relcl", "acl", "conj", "appos", "nmod"}))
        for quantity in layers.quantities:
            # "at least 31 people": the bound may hang outside the phrase, the number may not
            if first.idx < quantity.end <= last.idx + len(last) and _counts(quantity, head):
                return quantity
    return None


def _counts(quantity: Quantity, head: Token) -> bool:
    """Whether a number within a phrase says how many its head is, not something in a clause or name that describes it ("Marr,
    whose books have sold 38m copies", "a town 60 miles away")."""
    inside = head.doc.char_span(quantity.start, quantity.end, alignment_mode="expand")
    word = inside.root if inside is not None else head
    while word.i != head.i and word.head.i != word.i:
        if word.pos_ in ("VERB", "AUX") or word.dep_ in ("appos", "parataxis", "obl:npmod", "obl:unmarked"):
            return False
        word = word.head
    return True
