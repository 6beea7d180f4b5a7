"""`crossread users`, and what `serve` asks for before it listens beyond this machine."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from crossread.api import Case
from crossread.cli.app import app
from crossread.errors import CaseError


def crossread(*arguments: str | Path, input: str | None = None) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], input=input)


@pytest.fixture
def case(tmp_path: Path) -> Path:
    Case(tmp_path / "a.case").close()
    return tmp_path / "a.case"


def add(case: Path, name: str = "ana", role: str = "analyst", password: str = "a long password") -> Result:
    return crossread("users", "add", name, "--role", role, "--password-stdin", "--case", case, input=password + "\n")


def test_accounts_come_and_go(case: Path) -> None:
    assert add(case).exit_code == 0
    listed = crossread("users", "list", "--case", case).stdout
    assert "ana" in listed
    assert "analyst" in listed
    assert crossread("users", "password", "ana", "--password-stdin", "--case", case, input="another password\n").exit_code == 0
    with Case(case) as opened:
        assert opened.users.check("ana", "another password") is not None
        assert opened.users.check("ana", "a long password") is None
        assert opened.users.check("nobody", "a long password") is None
    assert crossread("users", "remove", "ana", "--case", case).exit_code == 0
    assert crossread("users", "remove", "ana", "--case", case).exit_code == 1
    assert crossread("users", "password", "ana", "--password-stdin", "--case", case, input="another password\n").exit_code == 1


def test_the_password_is_asked_for(case: Path) -> None:
    result = crossread("users", "add", "ana", "--role", "admin", "--case", case, input="a long password\na long password\n")
    assert result.exit_code == 0
    assert "a long password" not in result.stdout


@pytest.mark.parametrize(("name", "role", "password", "said"), [
    ("ana", "king", "a long password", "no role"), ("a b", "reader", "a long password", "a name has"),
    ("ana", "reader", "short", "a password has"),
])
def test_what_will_not_do(case: Path, name: str, role: str, password: str, said: str) -> None:
    result = add(case, name, role, password)
    assert isinstance(result.exception, CaseError)
    assert said in str(result.exception)


def test_there_is_one_account_of_a_name(case: Path) -> None:
    add(case)
    assert "there is an account" in str(add(case).exception)


def test_keys_are_shown_once(case: Path) -> None:
    add(case)
    key = crossread("users", "token", "ana", "--label", "a notebook", "--case", case).stdout.strip()
    with Case(case) as opened:
        account = opened.users.by_token(key)
        assert account is not None
        assert account.name == "ana"
        kept, = opened.users.tokens()
    listed = crossread("users", "tokens", "--case", case).stdout
    assert "a notebook" in listed
    assert key not in listed
    assert crossread("users", "revoke", kept.id, "--case", case).exit_code == 0
    assert crossread("users", "revoke", kept.id, "--case", case).exit_code == 1
    assert isinstance(crossread("users", "token", "nobody", "--case", case).exception, CaseError)


def test_without_accounts_the_desk_stays_on_this_machine(case: Path) -> None:
    result = crossread("serve", "--case", case, "--host", "0.0.0.0", "--port", "0")
    assert isinstance(result.exception, CaseError)
    assert "crossread users add NAME --role admin" in str(result.exception)
