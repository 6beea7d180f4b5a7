"""Rules for captions: lines under pictures that break the running text and come from somebody else."""

from __future__ import annotations

from collections.abc import Iterator

from crossread.intake.page import WHOLE, Page
from crossread.model.document import RegionKind

Found = Iterator[tuple[int, RegionKind]]

_LONGEST = 60  # words
_SCENE = 28  # words of a caption without a credit
_MARKS = tuple('"“”')


def captions(page: Page) -> Found:
    """Blocks with a photographer's or agency's credit, or that say they are pictures. Abstains where a reporting verb
    stands, and in a document of one block: an agency's name ends news items too. Where some are credited, a lone sentence
    in the present tense about what people in a picture do is one as well."""
    if len(page.blocks) == 1:
        return
    credited = [index for index in range(len(page.blocks)) if _has_credit(page, index)]
    for index in credited:
        yield index, "caption"
    if credited:
        for index in range(len(page.blocks)):
            if _is_scene(page, index):
                yield index, "caption"


def _has_credit(page: Page, index: int) -> bool:
    block = page.blocks[index]
    if block.words > _LONGEST:
        return False
    if page.matches(page.layout.captions, index):
        return True
    return page.layout.credit.search(block.text[-WHOLE:]) is not None and page.layout.reporting.search(block.text) is None


def _is_scene(page: Page, index: int) -> bool:
    text = page.blocks[index].text
    layout = page.layout
    one_sentence = ". " not in text and "? " not in text
    if page.blocks[index].words > _SCENE or not one_sentence or text.endswith(":") or any(mark in text for mark in _MARKS):
        return False
    spoken = layout.reporting.search(text) or layout.second_person.search(text) or layout.first_person.search(text)
    return spoken is None and text[0].isupper() and layout.scene.match(text) is not None
