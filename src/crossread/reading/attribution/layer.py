"""The attribution layer: from a parse to who says what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from crossread.model import Attribution, Span
from crossread.reading.attribution.bare import is_inverted, read_bare
from crossread.reading.attribution.cues import Cue, CueLexicon, cue_lexicon
from crossread.reading.attribution.found import Found
from crossread.reading.attribution.nominals import read_adjective, read_adverb, read_noun, read_phrase, read_view
from crossread.reading.attribution.plain import is_misread, read_plain
from crossread.reading.attribution.quotes import Quotation, quotation_spans
from crossread.reading.attribution.spoken import around, attach, grow
from crossread.reading.attribution.tags import read_tag
from crossread.reading.attribution.tree import attributions
from crossread.reading.attribution.turns import read_tellers, read_turns
from crossread.reading.attribution.verbs import is_participle, read_verb
from crossread.reading.parse import Parse

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as SpacySpan

# Forces of words that report speech, not thought or wish.
_SPEECH = frozenset({"reported", "alleged"})


def read_attributions(parse: Parse, *, language: str = "en") -> tuple[Attribution, ...]:
    """Who says, thinks, knows, wants or shows what in a document.

    Follows PolNeAR (Newell et al. 2018) in what counts and in the extent of source, cue and content. Ids are `a0`,
    `a1`, … in text order of content; `speaker` is left open: a later layer links source spans to entities. `parent`
    makes the attributions a tree. Silent regions yield none. Text inside a quotation is the quoted voice's, and only
    speech reported there of somebody else is read.
    """
    lexicon = cue_lexicon(language)
    text = parse.document.text
    blocks = [Span(region.start, region.end) for region in parse.document.regions] or None
    quotations = quotation_spans(text, blocks=blocks)
    starts = [quotation.start for quotation in quotations]
    firm = {quotation.end: quotation for quotation in quotations if not quotation.is_scare}
    ends = firm | {quotation.end: quotation for quotation in quotations if text[quotation.end - 2] in ",?!"}
    commas = "," in text
    found: list[Found] = []
    for number, sent in enumerate(parse.sents):
        if parse.is_silent(number):
            continue
        finds = _sentence(
            sent, number=number, lexicon=lexicon, quotations=quotations, starts=starts, ends=ends, firm=firm, commas=commas
        )
        found.extend(grow(find, quotations, starts=starts) for find in finds)
    found = read_turns(found, parse=parse, lexicon=lexicon)
    found = attach(found, quotations, parse=parse)
    found = read_tellers(found, parse=parse, lexicon=lexicon)
    return attributions(found, quotations=quotations, text=text)


def _sentence(
    sent: SpacySpan,
    *,
    number: int,
    lexicon: CueLexicon,
    quotations: tuple[Quotation, ...],
    starts: list[int],
    ends: Mapping[int, Quotation],
    firm: Mapping[int, Quotation],
    commas: bool,
) -> list[Found]:
    found: list[Found] = []
    for token in sent:
        if not token.is_alpha:
            continue
        cue = lexicon.get(token)
        find = None
        if ends and token.tag_.startswith("VB"):
            known = cue is not None and cue.quotes
            find = read_tag(token, known=known, number=number, ends=ends if known else firm)
        if find is None:
            find = _token(token, cue, sent=sent, number=number, lexicon=lexicon, commas=commas)
        if find is None:
            continue
        if starts and _is_quoted(find, cue, quotations, starts=starts, doc=token.doc):
            continue
        found.append(replace(find, mood=_is_mood(find, token, cue)))
    return found


def _is_mood(find: Found, token: Token, cue: Cue | None) -> bool:
    """Whether a cue names nobody who says it ("reports of …", "is expected to"), or is itself only possible or wanted: an
    infinitive, a modal. "They were told that …" leaves the speaker out, but somebody spoke."""
    if find.source is None:
        return cue is None or not cue.hearer
    return token.pos_ in ("ADJ", "ADV") or any(child.tag_ in ("TO", "MD") for child in token.children if child.i < token.i)


def _token(
    token: Token, cue: Cue | None, *, sent: SpacySpan, number: int, lexicon: CueLexicon, commas: bool
) -> Found | None:
    for words in lexicon.phrases:
        if token.lower_ == words[0] and [t.lower_ for t in token.doc[token.i : token.i + len(words)]] == list(words):
            return read_phrase(token, len(words), sent=sent, number=number)
    if token.pos_ == "NOUN" and lexicon.lemma(token) in lexicon.view_nouns:
        view = read_view(token, sent=sent, number=number, lexicon=lexicon)
        if view is not None:
            return view
    if cue is None or cue.pos == "VERB" and (not cue.takes or is_participle(token)):
        return None
    if cue.pos == "VERB" and lexicon.is_other(token):
        return None
    if cue.pos == "VERB":
        if is_inverted(token, lexicon):
            find = read_bare(token, cue, sent=sent, number=number, lexicon=lexicon, commas=commas)
            if find is not None:
                return find
        find = read_verb(token, cue, sent=sent, number=number, lexicon=lexicon)
        if find is None or find.source is None or not find.pieces:
            plain = read_plain(token, cue, sent=sent, number=number)
            return plain or read_bare(token, cue, sent=sent, number=number, lexicon=lexicon, commas=commas) or find
        return find
    if cue.pos == "NOUN":
        said = lexicon.cues.get((cue.lemma, "VERB")) if is_misread(token) else None
        return said and read_plain(token, said, sent=sent, number=number) or read_noun(token, cue, number=number)
    if cue.pos == "ADV":
        return read_adverb(token, sent=sent, number=number)
    return read_adjective(token, cue, number=number)


def _is_quoted(find: Found, cue: Cue | None, quotations: tuple[Quotation, ...], *, starts: list[int], doc: Doc) -> bool:
    """Whether a cue stands inside a quotation and is no speech of a third party there: "They told us that …" is read,
    "I think that …" is the quoted voice itself."""
    if find.cue is None:
        return False
    holder = around(find.cue, quotations, starts=starts)
    if holder is None:
        return False
    if holder.is_scare:
        return find.source is None or holder.parts[0].contains(find.source)
    if cue is None or not cue.quotes or cue.force.force not in _SPEECH or find.source is None or "clause" not in cue.takes:
        return True
    source = doc.char_span(find.source.start, find.source.end)
    named = source is not None and any(token.pos_ in ("PROPN", "NOUN") for token in source)
    return not named or not find.pieces
