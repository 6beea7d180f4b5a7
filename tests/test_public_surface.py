"""What is public is listed here, so that adding to it is a decision."""

from __future__ import annotations

import crossread

PUBLIC = {
    "__version__",
    "annotate", "annotate_inputs", "Case", "Progress", "Summary",
    "Actor", "Claim", "Document", "Reading",
    "CrossreadError", "CaseError", "InputError", "LexiconError", "ModelError",
}


def test_what_is_public() -> None:
    assert set(crossread.__all__) == set(dir(crossread)) == PUBLIC


def test_everything_public_is_there_and_says_what_it_is() -> None:
    for name in PUBLIC - {"__version__"}:
        assert getattr(crossread, name).__doc__, name


def test_nothing_else_is() -> None:
    assert not hasattr(crossread, "group")


def test_every_public_method_of_a_case_says_what_it_does() -> None:
    for name, method in vars(crossread.Case).items():
        assert name.startswith("_") or method.__doc__, name
