"""Codes in words, as pages and printed dossiers have them: types of actors, sectors of PLOVER, countries of ISO 3166-1."""

from __future__ import annotations

from crossread.ontology.countries import countries
from crossread.ontology.predicates import in_words

TYPES = {"igo": "international body", "ngo": "organisation", "media": "news outlet"}  # types of actors that are no words
SECTORS = {
    "BUS": "business", "COP": "police", "CRM": "crime", "CVL": "civilians", "EDU": "education", "GOV": "government",
    "IGO": "international body", "JUD": "judiciary", "LEG": "parliament", "MED": "media", "MIL": "military",
    "NGO": "civil society", "OPP": "opposition", "PTY": "party", "REB": "rebels", "REL": "religion",
    "SPY": "intelligence", "UAF": "armed group",
}


def type_in_words(name: str) -> str:
    """A type of actors, or any other name of a kind."""
    return TYPES.get(name) or in_words(name)


def country_in_words(code: str) -> str:
    """A country; a code that is not known stays as it is."""
    known = countries().get(code)
    return code if known is None else known.name


def sector_in_words(code: str) -> str:
    """A sector of society; a code that is not known stays as it is."""
    return SECTORS.get(code, code)
