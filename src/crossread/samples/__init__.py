"""The bundled sample case: a dozen short articles about an invented war, written for demonstration, teaching and tests.

`README.md` beside this module says what each article teaches.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path


@contextmanager
def samples_folder() -> Iterator[Path]:
    """The folder of the sample articles, as an input for reading; a copy for as long as the context lasts, where the package
    is not unpacked on disk."""
    with resources.as_file(resources.files(__name__) / "articles") as folder:
        yield folder


def sample_articles() -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each sample article, a `.json` record, in name order."""
    articles = [entry for entry in (resources.files(__name__) / "articles").iterdir() if entry.name.endswith(".json")]
    for entry in sorted(articles, key=lambda entry: entry.name):
        yield entry.name, entry.read_bytes()
