"""Places with their positions: the record that is printed, and files of them that people bring."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from crossread.errors import InputError
from crossread.exchange.annotation import Record
from crossread.model.names import name_key
from crossread.model.place import Coordinates, Located


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A row of a file: a place's name and where it lies."""

    name: str
    where: Coordinates


def read_places(path: Path) -> Iterator[NamedPlace | InputError]:
    """The rows of a CSV file with columns `name`, `latitude` and `longitude` in UTF-8; what is wrong with a row comes out as
    an error that names its line.

    Raises:
        InputError: the file cannot be read, or lacks a column.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as source:
            rows = csv.DictReader(source)
            missing = {"name", "latitude", "longitude"} - set(rows.fieldnames or ())
            if missing:
                raise InputError(str(path), f"lacks the column {', '.join(sorted(missing))}")
            for row in rows:
                yield _place(row, f"{path}:{rows.line_num}")
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(str(path), f"cannot be read: {error}") from error


def _place(row: dict[str, str | None], where: str) -> NamedPlace | InputError:
    name = (row["name"] or "").strip()
    try:
        at = Coordinates(float(row["latitude"] or ""), float(row["longitude"] or ""))
    except ValueError:
        return InputError(where, "latitude and longitude must be numbers of degrees")
    if not name_key(name):
        return InputError(where, "has no name")
    if not (-90 <= at.latitude <= 90 and -180 <= at.longitude <= 180):
        return InputError(where, f"{at.latitude:g}, {at.longitude:g} is no point on the earth")
    return NamedPlace(name, at)


def place_record(located: Located) -> Record:
    """A place with its position."""
    actor, position = located.actor, located.position
    return {
        "id": actor.id, "name": actor.name, "type": actor.type, "latitude": position.latitude, "longitude": position.longitude,
        "country": position.country or None, "certainty": position.certainty, "reason": position.reason,
    }
