"""What the check of a lexicon finds: file and line of each error, words that stand twice, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from crossread.errors import LexiconError
from crossread.reading.checking import Checked, check_lexicon

GOOD = "# predicate\tkind\twords\tsubject\tobject\toptions\nsupports\tv\tback support\tagent\tpatient\n"


def checked(folder: Path, rows: str, *, table: str = '[one]\nwords = ["a"]\n') -> Checked:
    patterns = folder / "xx" / "patterns"
    patterns.mkdir(parents=True)
    (patterns / "rows.tsv").write_text(rows, encoding="utf-8")
    (folder / "xx" / "words.toml").write_text(table, encoding="utf-8")
    return check_lexicon("xx", folder=folder)


def test_the_shipped_lexicon_has_no_errors() -> None:
    found = check_lexicon()
    assert found.errors == ()
    assert found.patterns > 100
    assert found.words > found.patterns


def test_a_sound_lexicon(tmp_path: Path) -> None:
    assert checked(tmp_path, GOOD) == Checked((), (), 1, 2, 2)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("supports\tv\tback\tagent", "rows.tsv:3: 4 columns"),
        ("adores\tv\tback\tagent\tpatient", "rows.tsv:3: no predicate 'adores'"),
        ("supports\tq\tback\tagent\tpatient", "rows.tsv:3: kind 'q'"),
        ("supports\tv\t \tagent\tpatient", "rows.tsv:3: no words"),
        ("supports\tv\tback\t\tpatient", "rows.tsv:3: the subject has an empty role"),
        ("supports\tv\tback\tagent\tto||for", "rows.tsv:3: the object has an empty role"),
        ("supports\tv\tback\tagent\tpatient\tmutal", "rows.tsv:3: option 'mutal' is not known"),
        ("supports\tv\tback\tagent\tpatient\tneed=arms", "rows.tsv:3: option 'need=arms' is not known"),
    ],
)
def test_errors_of_a_row_have_file_and_line(tmp_path: Path, row: str, reason: str) -> None:
    found = checked(tmp_path, f"{GOOD}{row}\n")
    assert [error[: len(reason)] for error in found.errors] == [reason]
    assert found.patterns == 1


def test_all_errors_are_named_at_once(tmp_path: Path) -> None:
    found = checked(tmp_path, f"{GOOD}adores\tv\tback\tagent\tpatient\nsupports\tq\tback\tagent\tpatient\n")
    assert [error.split(" ")[0] for error in found.errors] == ["rows.tsv:3:", "rows.tsv:4:"]


@pytest.mark.parametrize("table", ["[one]\nwords = [\n", "[one]\n[one]\n"])
def test_errors_of_a_table_have_its_name(tmp_path: Path, table: str) -> None:
    (error,) = checked(tmp_path, GOOD, table=table).errors
    assert error.startswith("words.toml:")


@pytest.mark.parametrize(
    ("row", "warned"),
    [
        ("supports\tv\taid back\tagent\tpatient", True),
        ("supports\tv\tback\tagent\tpatient\tneeds=man", True),  # the first row takes these in
        ("supports\tn\tback\tagent\tpatient", False),
        ("opposes\tv\tback\tagent\tpatient", False),
        ("supports\tv\tback\tagent\tto", False),
    ],
)
def test_a_word_that_stands_twice(tmp_path: Path, row: str, warned: bool) -> None:
    found = checked(tmp_path, f"{GOOD}{row}\n")
    assert found.errors == ()
    start = "rows.tsv:3: 'back' stands already in rows.tsv:2"
    assert [warning[: len(start)] for warning in found.warnings] == [start] * warned


def test_options_tell_two_rows_apart(tmp_path: Path) -> None:
    rows = "arms\tv\tgive\tagent\tto\tneeds=gun\narms\tv\tgive\tagent\tto\tneeds=tank\n"
    assert checked(tmp_path, rows).warnings == ()


def test_a_language_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="'tlh'"):
        check_lexicon("tlh", folder=tmp_path)
