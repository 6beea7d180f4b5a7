"""Finding and loading the trained pipeline.

The shipped model lies beside this module. `CROSSREAD_MODEL` (a folder or an installed package's name) points to
another one; any spaCy pipeline with Universal Dependencies labels, lemmas and names will do.
"""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from crossread.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language

SHIPPED = Path(__file__).with_name("model")
SETTING = "CROSSREAD_MODEL"
# What reading looks at, and so some component must set.
NEEDED = ("token.dep", "token.pos", "token.morph", "token.lemma", "doc.ents")


def load_pipeline(where: str | Path | None = None) -> Language:
    """The pipeline at `where`, else the one the setting names, else the shipped one. Loaded once a process.

    Raises:
        ModelError: nothing there can be loaded, or a component that reading needs is missing.
    """
    return _load(str(where or os.environ.get(SETTING) or SHIPPED))


@lru_cache(maxsize=2)
def _load(where: str) -> Language:
    import spacy  # 2 s: only when something is read

    import crossread.language.parser  # noqa: F401 - makes the parser known to spaCy

    try:
        nlp = spacy.load(where)
    except (OSError, ValueError) as error:
        raise ModelError(f"no language model can be loaded from {where}: {error}") from error
    assigned = {attribute for name in nlp.pipe_names for attribute in nlp.get_pipe_meta(name).assigns}
    missing = [attribute for attribute in NEEDED if attribute not in assigned]
    if missing:
        raise ModelError(f"the language model at {where} does not set {', '.join(missing)}")
    return nlp
