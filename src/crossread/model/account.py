"""Who may use a case through the desk, and for what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Role = Literal["reader", "analyst", "admin"]
RANKS: dict[Role, int] = {"reader": 0, "analyst": 1, "admin": 2}


@dataclass(frozen=True, slots=True)
class Account:
    """A person, or a program, that may log in. A reader looks, an analyst judges and adds documents, an admin removes them.
    `since` is when the account was made (ISO)."""

    name: str
    role: Role
    since: str

    def may(self, need: Role) -> bool:
        """Whether this role is enough where another is needed."""
        return RANKS[self.role] >= RANKS[need]


@dataclass(frozen=True, slots=True)
class Token:
    """A key by which a program uses the HTTP API as an account; the key itself is kept nowhere."""

    id: str
    account: str
    label: str
    since: str
