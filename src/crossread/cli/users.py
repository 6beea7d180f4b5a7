"""`crossread users`: who may use a case through the desk when it listens beyond this machine."""

from __future__ import annotations

import datetime as dt
import sys
from typing import Annotated, cast

import typer

from crossread.api import Case
from crossread.cli.options import CaseFile
from crossread.cli.output import answering, complain, write_table
from crossread.exchange.tables import Column
from crossread.model.account import Account, Role, Token

app = typer.Typer(no_args_is_help=True, help="Accounts for a desk that others can reach: readers, analysts, admins.")

Name = Annotated[str, typer.Argument(help="The name to log in by.")]
FromStdin = Annotated[bool, typer.Option("--password-stdin", help="Take the password from standard input instead of asking.")]

COLUMNS: tuple[Column[Account], ...] = (
    Column("name", lambda account: account.name), Column("role", lambda account: account.role),
    Column("since", lambda account: account.since),
)
TOKEN_COLUMNS: tuple[Column[Token], ...] = (
    Column("id", lambda token: token.id), Column("account", lambda token: token.account),
    Column("label", lambda token: token.label, wide=True), Column("since", lambda token: token.since),
)


@app.command("add", no_args_is_help=True)
def add(
    name: Name, case: CaseFile,
    role: Annotated[str, typer.Option("--role", metavar="ROLE", help="reader: looks. analyst: judges, adds. admin: all.")],
    password_stdin: FromStdin = False,
) -> None:
    """Make an account. The password is asked for, and kept as an Argon2 hash."""
    with Case(case, create=False) as opened:
        opened.users.add(name, cast(Role, role), _password(password_stdin), now=_now())


@app.command("list", no_args_is_help=True)
def list_(case: CaseFile) -> None:
    """Print the accounts."""
    with Case(case, create=False) as opened, answering():
        write_table(opened.users.all(), columns=COLUMNS)


@app.command("remove", no_args_is_help=True)
def remove(name: Name, case: CaseFile) -> None:
    """Remove an account, its sessions and its keys. What it said stays in the journal."""
    with Case(case, create=False) as opened:
        _need(opened.users.remove(name), f"{name}: there is no account of this name")


@app.command("password", no_args_is_help=True)
def password(name: Name, case: CaseFile, password_stdin: FromStdin = False) -> None:
    """Give an account another password, and end its sessions."""
    with Case(case, create=False) as opened:
        _need(opened.users.set_password(name, _password(password_stdin)), f"{name}: there is no account of this name")


@app.command("token", no_args_is_help=True)
def token(
    name: Name, case: CaseFile,
    label: Annotated[str, typer.Option("--label", metavar="TEXT", help="What it is for.")] = "",
) -> None:
    """Make a key of the HTTP API for an account and print it, this once: `Authorization: Bearer KEY`."""
    with Case(case, create=False) as opened, answering():
        sys.stdout.write(opened.users.new_token(name, label, now=_now()) + "\n")


@app.command("tokens", no_args_is_help=True)
def tokens(case: CaseFile) -> None:
    """Print which keys there are, without the keys."""
    with Case(case, create=False) as opened, answering():
        write_table(opened.users.tokens(), columns=TOKEN_COLUMNS)


@app.command("revoke", no_args_is_help=True)
def revoke(
    id: Annotated[str, typer.Argument(metavar="ID", help="As `users tokens` prints it.")], case: CaseFile,
) -> None:
    """Take a key of the HTTP API away."""
    with Case(case, create=False) as opened:
        _need(opened.users.revoke(id), f"{id}: there is no key of this id")


def _need(done: bool, otherwise: str) -> None:
    if not done:
        complain(otherwise)
        raise typer.Exit(1)


def _password(from_stdin: bool) -> str:
    if from_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    return str(typer.prompt("Password", hide_input=True, confirmation_prompt=True, err=True))


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)
