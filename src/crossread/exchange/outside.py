"""Outside lists of people and bodies: CSV with names and ids, and FollowTheMoney entities as JSON lines (OpenSanctions)."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path

from crossread.errors import InputError
from crossread.model.names import name_key
from crossread.model.outside import Link, Listed
from crossread.model.reading import EntityType
from crossread.ontology.countries import countries, country_of

JSON_LINES = (".json", ".jsonl", ".ftm", ".ijson")
LONGEST = 1_000_000  # characters of a line; more is no entity

# Schemata of FollowTheMoney, by what they are here; those that are not here are no people and no bodies.
SCHEMATA: dict[str, EntityType | None] = {
    "Person": "person", "Organization": None, "LegalEntity": None, "Company": "company", "PublicBody": "government_body",
}
TYPES: dict[str, EntityType | None] = {"person": "person", "organization": None, "organisation": None, "company": "company",
                                       "state": "state", "armed_group": "armed_group", "government_body": "government_body"}


def read_listed(path: Path) -> Iterator[Listed | InputError]:
    """The people and bodies of a list. What is wrong with a line comes out as an error that names it.

    A CSV file needs the columns `id` and `name`; `aliases` (separated by semicolons), `type` and `country` are used where they
    are there. Other files hold one FollowTheMoney entity a line; entities of other schemata are passed over.

    Raises:
        InputError: the file cannot be read, or lacks a column.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as source:
            if path.suffix.lower() in JSON_LINES:
                for number, line in enumerate(source, start=1):
                    if line.strip():
                        found = _entity(line, f"{path}:{number}")
                        if found is not None:
                            yield found
                return
            rows = csv.DictReader(source)
            missing = {"id", "name"} - set(rows.fieldnames or ())
            if missing:
                raise InputError(str(path), f"lacks the column {', '.join(sorted(missing))}")
            for row in rows:
                yield _row(row, f"{path}:{rows.line_num}")
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(str(path), f"cannot be read: {error}") from error


def _row(row: dict[str, str | None], where: str) -> Listed | InputError:
    names = [row.get("name") or "", *(row.get("aliases") or "").split(";")]
    kind = (row.get("type") or "").strip().lower()
    if kind and kind not in TYPES:
        return InputError(where, f"{kind!r} is no type; these are: {', '.join(sorted(TYPES))}")
    return _listed((row.get("id") or "").strip(), names, TYPES.get(kind), [row.get("country") or ""], where)


def _entity(line: str, where: str) -> Listed | InputError | None:
    if len(line) > LONGEST:
        return InputError(where, f"has more than {LONGEST} characters")
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        return InputError(where, f"is no JSON: {error}")
    if not isinstance(record, dict) or not isinstance(record.get("properties"), dict) or not isinstance(record.get("id"), str):
        return InputError(where, "is no entity with id, schema and properties")
    schema, properties = record.get("schema"), record["properties"]
    if not isinstance(schema, str) or schema not in SCHEMATA:
        return None
    texts = {
        name: [text for text in value if isinstance(text, str)] if isinstance(value := properties.get(name), list) else []
        for name in ("name", "alias", "weakAlias", "country", "jurisdiction")
    }
    caption = record.get("caption")
    names = [*texts["name"], *([caption] if isinstance(caption, str) else []), *texts["alias"]]
    return _listed(record["id"].strip(), names, SCHEMATA[schema], [*texts["country"], *texts["jurisdiction"]], where)


def _listed(id_: str, names: list[str], kind: EntityType | None, lands: list[str], where: str) -> Listed | InputError:
    given = tuple(dict.fromkeys(" ".join(name.split()) for name in names if name_key(name)))
    if not id_:
        return InputError(where, "has no id")
    if not given:
        return InputError(where, "has no name")
    return Listed(id_, given, kind, tuple(sorted({code for land in lands if (code := _code(land.strip()))})))


def _code(land: str) -> str | None:
    """ISO 3166-1 alpha-3 of a country's name or code."""
    if land.upper() in countries():
        return land.upper()
    found = country_of(land) or country_of(land.upper()) or country_of(land.title())
    return found.iso3 if found is not None else None


def link_content(link: Link) -> str:
    """A link as one line of JSON."""
    return json.dumps({"list": link.list, "id": link.id, "name": link.name, "score": link.score, "reason": link.reason},
                      ensure_ascii=False)


def link_from(content: str) -> Link:
    """What `link_content` wrote."""
    return Link(**json.loads(content))
