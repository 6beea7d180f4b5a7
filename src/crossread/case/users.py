"""Accounts of a case: passwords as Argon2id hashes (RFC 9106), sessions and keys of the API as SHA-256 of what only their owner
has. Nothing of this is part of what the case says, and none of it changes its revision."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import secrets
from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import cached_property
from typing import cast, get_args

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import Connection, delete, insert, select, update

from crossread.case import schema
from crossread.errors import CaseError
from crossread.model.account import Account, Role, Token

SHORTEST = 10  # characters of a password
LONGEST = 1024
_NAME = re.compile(r"[\w.@+-]{1,64}")

Transaction = Callable[[], AbstractContextManager[Connection]]


class Users:
    """The accounts of a case. Times are given in UTC by whoever asks, so that nothing here looks at a clock."""

    def __init__(self, reading: Transaction, writing: Transaction) -> None:
        self._reading = reading
        self._writing = writing
        self._hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)  # as OWASP advises for Argon2id

    @cached_property
    def _nobody(self) -> str:
        """What the password of a name that nobody has is held against."""
        return self._hasher.hash(secrets.token_urlsafe(16))

    def add(self, name: str, role: Role, password: str, *, now: dt.datetime) -> None:
        """Make an account.

        Raises:
            CaseError: there is one of that name, or name, role or password will not do.
        """
        if not _NAME.fullmatch(name):
            raise CaseError(f"{name!r}: a name has 1 to 64 letters, digits and . @ + - _")
        if role not in get_args(Role):
            raise CaseError(f"{role!r} is no role; these are: {', '.join(get_args(Role))}")
        kept = self._hash(password)
        with self._writing() as connection:
            if _account(connection, name) is not None:
                raise CaseError(f"{name}: there is an account of this name")
            connection.execute(insert(schema.account).values(name=name, role=role, password=kept, since=_text(now)))

    def all(self) -> tuple[Account, ...]:
        """All accounts by name."""
        with self._reading() as connection:
            rows = connection.execute(select(schema.account).order_by(schema.account.c.name)).all()
        return tuple(Account(one.name, cast(Role, one.role), one.since) for one in rows)

    def remove(self, name: str) -> bool:
        """Remove an account with its sessions and keys. What it said stays in the journal. False if there is none."""
        with self._writing() as connection:
            return bool(connection.execute(delete(schema.account).where(schema.account.c.name == name)).rowcount)

    def set_password(self, name: str, password: str) -> bool:
        """Give an account another password and end its sessions. False if there is none of that name.

        Raises:
            CaseError: the password will not do.
        """
        kept = self._hash(password)
        with self._writing() as connection:
            row = schema.account.c
            done = connection.execute(update(schema.account).where(row.name == name).values(password=kept)).rowcount
            connection.execute(delete(schema.login).where(schema.login.c.account == name))
        return bool(done)

    def check(self, name: str, password: str) -> Account | None:
        """The account, if name and password are right. A name that nobody has takes as long as a wrong password."""
        with self._reading() as connection:
            row = schema.account.c
            kept = connection.execute(select(row.password).where(row.name == name)).scalar()
            account = _account(connection, name)
        try:
            self._hasher.verify(kept or self._nobody, password[:LONGEST])
        except (VerificationError, InvalidHashError):
            return None
        return account if kept is not None else None

    def log_in(self, name: str, *, until: dt.datetime) -> str:
        """A session of an account that ends at a time; gives what its owner shows."""
        shown = secrets.token_urlsafe(32)
        with self._writing() as connection:
            connection.execute(insert(schema.login).values(id=_hidden(shown), account=name, until=_text(until)))
        return shown

    def log_out(self, shown: str) -> None:
        """End a session."""
        with self._writing() as connection:
            connection.execute(delete(schema.login).where(schema.login.c.id == _hidden(shown)))

    def logged_in(self, shown: str, *, now: dt.datetime) -> Account | None:
        """The account whose session is shown, if it has not ended."""
        row = schema.login.c
        with self._reading() as connection:
            name = connection.execute(select(row.account).where(row.id == _hidden(shown), row.until > _text(now))).scalar()
            return None if name is None else _account(connection, name)

    def sweep(self, *, now: dt.datetime) -> None:
        """Remove the sessions that have ended."""
        with self._writing() as connection:
            connection.execute(delete(schema.login).where(schema.login.c.until <= _text(now)))

    def new_token(self, name: str, label: str, *, now: dt.datetime) -> str:
        """A key of the API for an account; it is shown this once.

        Raises:
            CaseError: there is no such account.
        """
        shown = "cr_" + secrets.token_urlsafe(32)
        with self._writing() as connection:
            if _account(connection, name) is None:
                raise CaseError(f"{name}: there is no account of this name")
            connection.execute(insert(schema.token).values(
                id=_hidden(shown), account=name, label=" ".join(label.split())[:100], since=_text(now),
            ))
        return shown

    def tokens(self) -> tuple[Token, ...]:
        """All keys by account and age, under the first characters of their hashes."""
        row = schema.token.c
        with self._reading() as connection:
            rows = connection.execute(select(schema.token).order_by(row.account, row.since, row.id)).all()
        return tuple(Token(one.id[:12], one.account, one.label, one.since) for one in rows)

    def revoke(self, id_: str) -> bool:
        """Take a key away, by the id that `tokens` gives. False if there is none."""
        row = schema.token.c
        if len(id_) < 12:
            return False
        with self._writing() as connection:
            return bool(connection.execute(delete(schema.token).where(row.id.startswith(id_, autoescape=True))).rowcount)

    def by_token(self, shown: str) -> Account | None:
        """The account whose key is shown."""
        row = schema.token.c
        with self._reading() as connection:
            name = connection.execute(select(row.account).where(row.id == _hidden(shown))).scalar()
            return None if name is None else _account(connection, name)

    def _hash(self, password: str) -> str:
        if not SHORTEST <= len(password) <= LONGEST:
            raise CaseError(f"a password has {SHORTEST} to {LONGEST} characters")
        return self._hasher.hash(password)


def _account(connection: Connection, name: str) -> Account | None:
    found = connection.execute(select(schema.account).where(schema.account.c.name == name)).first()
    return None if found is None else Account(found.name, cast(Role, found.role), found.since)


def _hidden(shown: str) -> str:
    """What is kept of something random that its owner shows: no slow hash is needed, since nobody can guess it."""
    return hashlib.sha256(shown.encode("utf-8", "surrogatepass")).hexdigest()


def _text(time: dt.datetime) -> str:
    return time.astimezone(dt.UTC).isoformat(timespec="seconds")
