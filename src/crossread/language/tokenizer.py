"""The tokenizer that training and reading share, so that a model never sees other tokens than it learned."""

from __future__ import annotations

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import compile_prefix_regex, compile_suffix_regex

# Treebanks keep a run of marks as one token ("!!!", "*****"); spaCy's rules would cut it into single characters.
_RUNS = [r"[!?]{2,}", r"\*{2,}|={2,}|_{2,}|~{2,}|#{2,}|-{3,}"]


def apply_rules(nlp: Language) -> Language:
    """Give a pipeline's tokenizer our rules, in place. They are stored with the pipeline when it is saved."""
    tokenizer: Tokenizer = nlp.tokenizer
    tokenizer.prefix_search = compile_prefix_regex([*_RUNS, *(nlp.Defaults.prefixes or ())]).search
    tokenizer.suffix_search = compile_suffix_regex([*_RUNS, *(nlp.Defaults.suffixes or ())]).search
    return nlp


def blank_pipeline() -> Language:
    """A blank English pipeline: spaCy's rules, runs of marks kept whole. Loads nothing from disk."""
    return apply_rules(spacy.blank("en"))
