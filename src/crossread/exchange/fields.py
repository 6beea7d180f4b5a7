"""Reading JSON values with types checked, so that an error names the record and the field that is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar, get_args

from crossread.errors import InputError

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of one JSON object. `record` is what the user calls the record, `at` the path of this object in it."""

    record: str
    at: str
    values: Mapping[str, object]

    def error(self, name: str, reason: str) -> InputError:
        """The error that says what is wrong with field `name`."""
        return InputError(self.record, f"{self.at}{name}: {reason}")

    def text(self, name: str) -> str:
        """A string that must be there."""
        value = self.values.get(name)
        if not isinstance(value, str):
            raise self.error(name, f"a string is needed, not {_shown(value)}")
        return value

    def optional_text(self, name: str) -> str | None:
        """A string, or nothing."""
        return None if self.values.get(name) is None else self.text(name)

    def whole(self, name: str) -> int:
        """A whole number that must be there."""
        value = self.values.get(name)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.error(name, f"a whole number is needed, not {_shown(value)}")
        return value

    def optional_whole(self, name: str) -> int | None:
        """A whole number, or nothing."""
        return None if self.values.get(name) is None else self.whole(name)

    def optional_number(self, name: str) -> float | None:
        """A finite number, or nothing."""
        value = self.values.get(name)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < float("inf"):
            raise self.error(name, f"a number is needed, not {_shown(value)}")
        return float(value)

    def truth(self, name: str) -> bool:
        """True or false; false where nothing is said."""
        value = self.values.get(name)
        if value is None:
            return False
        if not isinstance(value, bool):
            raise self.error(name, f"true or false is needed, not {_shown(value)}")
        return value

    def one_of(self, name: str, allowed: object, *, default: str | None = None) -> str:
        """One of the words of a `Literal`; `default` where nothing is said."""
        value = self.values.get(name)
        if value is None and default is not None:
            return default
        words: tuple[str, ...] = get_args(allowed)
        if value not in words:
            raise self.error(name, f"one of {', '.join(words)} is needed, not {_shown(value)}")
        return str(value)

    def inner(self, name: str) -> Fields | None:
        """The object under `name`, or nothing."""
        value = self.values.get(name)
        if value is None:
            return None
        if not isinstance(value, Mapping):
            raise self.error(name, f"an object is needed, not {_shown(value)}")
        return Fields(self.record, f"{self.at}{name}.", value)

    def needed(self, name: str) -> Fields:
        """The object under `name`, which must be there."""
        fields = self.inner(name)
        if fields is None:
            raise self.error(name, "is missing")
        return fields

    def items(self, name: str) -> Iterator[Fields]:
        """The objects of the list under `name`; none where it is absent."""
        for index, value in enumerate(self.values_of(name)):
            if not isinstance(value, Mapping):
                raise self.error(f"{name}[{index}]", f"an object is needed, not {_shown(value)}")
            yield Fields(self.record, f"{self.at}{name}[{index}].", value)

    def values_of(self, name: str) -> list[object]:
        """The list under `name`; empty where it is absent."""
        value = self.values.get(name)
        if value is None:
            return []
        if not isinstance(value, list):
            raise self.error(name, f"a list is needed, not {_shown(value)}")
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        """The strings of the list under `name`."""
        found = []
        for index, value in enumerate(self.values_of(name)):
            if not isinstance(value, str):
                raise self.error(f"{name}[{index}]", f"a string is needed, not {_shown(value)}")
            found.append(value)
        return tuple(found)

    def pairs(self, name: str) -> tuple[tuple[int, int], ...]:
        """The `[start, end]` pairs of the list under `name`."""
        found = []
        for index, value in enumerate(self.values_of(name)):
            match value:
                case [int(start), int(end)]:
                    found.append((start, end))
                case _:
                    raise self.error(f"{name}[{index}]", f"[start, end] is needed, not {_shown(value)}")
        return tuple(found)


def _shown(value: object) -> str:
    text = repr(value)
    return "nothing" if value is None else text if len(text) <= 40 else f"{text[:37]}..."
