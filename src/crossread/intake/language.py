"""Which language a text is in."""

from __future__ import annotations

_ENOUGH = 20  # words below which no language is named
_LOOKED_AT = 20_000  # characters


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the language that most of the text is in; `None` for texts of fewer than 20 words."""
    if len(text.split(None, _ENOUGH)) < _ENOUGH:
        return None
    from py3langid.langid import classify  # loads a model: only when a language is not known

    code, _ = classify(text[:_LOOKED_AT])
    return str(code)
