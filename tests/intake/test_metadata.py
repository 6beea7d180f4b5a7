"""What a text says of itself, and what it does not."""

from __future__ import annotations

import pytest

from crossread.intake import document_of

BODY = "The army of the north took the harbour of Salvo on Monday, and the governor left the city by boat with his whole family."


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        (f"(Author: Salvo Mirror Editorial Staff)\n{BODY}", "Salvo Mirror"),
        (f"SALVO, May 3 (Reuters) - {BODY}", "Reuters"),
        (f"{BODY}\n\n© 2031 Salvo Mirror", "Salvo Mirror"),
        (f"{BODY}\n\nThe Salvo Mirror could not independently verify the number.", "Salvo Mirror"),
        (f"{BODY}\n\nSalvo Mirror's Ana Reis, reporting from the harbour, said it was quiet.", "Salvo Mirror"),
        (f"{BODY}\n\nThe governor told the Salvo Mirror that he would return.", None),
        (f"{BODY}\n\nAn official who spoke to Reuters denied it. The BBC reported otherwise.", None),
        (BODY, None),
    ],
)
def test_outlet(text: str, outlet: str | None) -> None:
    assert document_of(text, language="en").outlet == outlet


@pytest.mark.parametrize(
    ("text", "author"),
    [
        (f"Harbour falls\n\nBy Ana Reis\n\n{BODY}", "Ana Reis"),
        (f"(Author: Ana Reis)\n{BODY}", "Ana Reis"),
        (f"(Author: Salvo Mirror Editorial Staff)\n{BODY}", None),
        (f"By Monday all was over. {BODY}", None),
    ],
)
def test_author(text: str, author: str | None) -> None:
    assert document_of(text, language="en").author == author


def test_title() -> None:
    assert document_of(f"Harbour falls after a week\n\n{BODY}", language="en").title == "Harbour falls after a week"
    assert document_of(f"{BODY}\n\nA heading\n\n{BODY}", language="en").title is None


def test_what_is_known_stays() -> None:
    document = document_of(
        f"Harbour falls\n\nBy Ana Reis\n\n{BODY}", title="T", outlet="O", author="A", published="2031-05-02", id="7"
    )
    assert (document.id, document.title, document.outlet, document.author) == ("7", "T", "O", "A")
    assert document.published.basis == "metadata"


def test_language() -> None:
    assert document_of(BODY).language == "en"
    assert (
        document_of(
            "Die Armee des Nordens hat am Montag den Hafen der Stadt eingenommen, und der Gouverneur ist mit der ganzen Familie "
            "auf einem Boot aus der Stadt geflohen."
        ).language
        == "de"
    )
    assert document_of("The army left.").language is None
