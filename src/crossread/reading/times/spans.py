"""Lengths of time, repetition, and references to present, past and future: expressions with no date of their own."""

from __future__ import annotations

from collections.abc import Mapping

from crossread.reading.times.grammar import Match
from crossread.reading.times.meaning import Context, Maker, Meaning
from crossread.reading.times.relative import amount

_CODES = {
    "second": ("PT", 1, "S"), "minute": ("PT", 1, "M"), "hour": ("PT", 1, "H"), "day": ("P", 1, "D"), "weekend": ("P", 1, "WE"),
    "week": ("P", 1, "W"), "fortnight": ("P", 2, "W"), "month": ("P", 1, "M"), "quarter": ("P", 3, "M"), "year": ("P", 1, "Y"),
    "decade": ("P", 10, "Y"), "century": ("P", 100, "Y"), "generation": ("P", 1, "GE"),
}
_VAGUE = {"decade": "PXY", "century": "PXC", "quarter": "PXM"}


def duration_value(unit: str, count: float | None) -> str:
    """The TIMEX3 value of so many units: `P2Y`, `PT36H`, `P2Y6M`, `PXM` for an unknown number."""
    prefix, factor, letter = _CODES[unit]
    if count is None:
        return _VAGUE.get(unit, f"{prefix}X{letter}")
    total = count * factor
    whole = int(total)
    if total == whole:
        return f"{prefix}{whole}{letter}"
    month_or_minute = (30, "D") if prefix == "P" else (60, "S")
    smaller = {"Y": (12, "M"), "W": (7, "D"), "D": (24, "H"), "H": (60, "M"), "M": month_or_minute}.get(letter)
    if smaller is None:
        return f"{prefix}{total:g}{letter}"
    size, name = smaller
    rest = round((total - whole) * size)
    head = f"{prefix}{whole}{letter}" if whole else prefix
    if letter == "D" and name == "H":
        return f"{head}T{rest}H" if whole else f"PT{rest}H"
    return f"{head}{rest}{name}"


def duration(match: Match, context: Context) -> Meaning | None:
    item = match.get("us", "u")
    if item is None:
        return None
    return Meaning("DURATION", duration_value(str(item.value), amount(match)))


def year_ended(match: Match, context: Context) -> Meaning | None:
    """ "the year ended 31 March": a length, told by its last day."""
    item = match.get("us")
    if item is None or item.value not in ("year", "quarter", "month"):
        return None
    return Meaning("DURATION", duration_value(str(item.value), 1.0), items=(match.first, match.last - 1))


def counted_period(match: Match, context: Context) -> Meaning | None:
    """ "the past two years", "the next few days", "the first three months"; "the last summers" has no number and no value."""
    item = match.get("us")
    if item is None:
        return None
    if amount(match) is None and match.get("v") is None:
        if match.get("o"):
            return Meaning("DURATION", duration_value(str(item.value), None))
        ahead = match.get("r3", "r5")
        if ahead:
            return Meaning("DATE", "FUTURE_REF", context.day, None)
    return Meaning("DURATION", duration_value(str(item.value), amount(match)))


def recent_units(match: Match, context: Context) -> Meaning | None:
    item = match.get("rr")
    if item is None or item.value != "PAST_REF":
        return None
    return Meaning("DATE", "PAST_REF", None, context.day)


def bare_units(match: Match, context: Context) -> Meaning | None:
    item = match.get("us")
    return Meaning("DURATION", duration_value(str(item.value), None)) if item else None


def repeated(match: Match, context: Context) -> Meaning | None:
    """ "every two weeks", "Fridays", "each July", "daily", "twice a week"."""
    adverb = match.get("adv")
    if adverb is not None:
        return Meaning("SET", str(adverb.value))
    unit, weekday = match.get("us", "u"), match.get("wd")
    if weekday is not None:
        part = match.get("pt", "pts")
        suffix = f"T{part.value}" if part else ""
        return Meaning("SET", f"XXXX-WXX-{int(weekday.value) + 1}{suffix}")
    if unit is not None:
        number = match.get("n")
        return Meaning("SET", duration_value(str(unit.value), float(number.value) if number and match.get("ev") else 1.0))
    month, season, part = match.get("mo"), match.get("s"), match.get("pt")
    if month is not None:
        return Meaning("SET", f"XXXX-{int(month.value):02d}")
    if season is not None:
        return Meaning("SET", f"XXXX-{season.value}")
    return Meaning("SET", f"XXXX-XX-XXT{part.value}") if part else None


def reference(match: Match, context: Context) -> Meaning | None:
    """ "now" is the day it is said on; "recently" ends there, "the future" begins there."""
    item = match.get("ref")
    if item is None:
        return None
    value = str(item.value)
    first = None if value == "PAST_REF" else context.day
    last = None if value == "FUTURE_REF" else context.day
    return Meaning("DATE", value, first, last)


def past_or_future(match: Match, context: Context) -> Meaning | None:
    ahead = match.get("f") is not None
    if ahead:
        return Meaning("DATE", "FUTURE_REF", context.day, None)
    return Meaning("DATE", "PAST_REF", None, context.day)


SPAN_MAKERS: Mapping[str, Maker] = {
    made.__name__: made
    for made in (duration, year_ended, counted_period, recent_units, bare_units, repeated, reference, past_or_future)
}
