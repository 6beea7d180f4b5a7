"""The tokenizer that training and reading share, so that a model never sees other tokens than it learned."""

from __future__ import annotations

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

# Treebanks keep a run of marks as one token ("!!!", "*****"); spaCy's rules would cut it into single characters.
_RUNS = [r"[!?]{2,}", r"\*{2,}|={2,}|_{2,}|~{2,}|#{2,}|-{3,}"]

# "U.S.-backed" is three tokens, as "US-backed" is; a quotation mark between two sentences that nothing parts is a token.
_INFIXES = [r"(?<=[A-Z]\.)-(?=[A-Za-z])", r"(?<=[a-z][.?!,])[\"“”](?=[A-Z])"]

# Written with a full stop that ends no sentence, and not known to spaCy: ranks, weekdays, and a few of running text.
_RANKS = ("Lt.", "Col.", "Capt.", "Sgt.", "Cpl.", "Pvt.", "Maj.", "Brig.", "Cmdr.", "Supt.", "Amb.", "Pres.", "Reps.", "Sens.")
_WEEKDAYS = ("Mon.", "Tue.", "Tues.", "Wed.", "Thu.", "Thur.", "Thurs.", "Fri.")
_SHORTENED = (*_RANKS, *_WEEKDAYS, "Ft.", "Dept.", "Assoc.", "etc.", "al.", "approx.")
# spaCy cuts these as if they were "we'd" and "I'd" without their mark; in news they are a weekday and a feast.
_WHOLE = frozenset({"Wed", "wed", "Id", "id", "Wed.", "wed."})


def apply_rules(nlp: Language) -> Language:
    """Give a pipeline's tokenizer our rules, in place. They are stored with the pipeline when it is saved."""
    tokenizer: Tokenizer = nlp.tokenizer
    tokenizer.prefix_search = compile_prefix_regex([*_RUNS, *(nlp.Defaults.prefixes or ())]).search
    tokenizer.suffix_search = compile_suffix_regex([*_RUNS, *(nlp.Defaults.suffixes or ())]).search
    tokenizer.infix_finditer = compile_infix_regex([*_INFIXES, *(nlp.Defaults.infixes or ())]).finditer
    tokenizer.rules = {text: pieces for text, pieces in tokenizer.rules.items() if text not in _WHOLE}
    for word in _SHORTENED:
        tokenizer.add_special_case(word, [{"ORTH": word}])
    return nlp


def blank_pipeline() -> Language:
    """A blank English pipeline: spaCy's rules, runs of marks kept whole. Loads nothing from disk."""
    return apply_rules(spacy.blank("en"))
