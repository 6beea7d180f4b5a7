"""Who may do what: every route, with no account, with each role, and with keys."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient
from starlette.routing import Mount, Route

from crossread.api import Case
from crossread.desk import create_app
from crossread.desk.accounts import COOKIE, Throttle, need_of
from crossread.desk.security import SAFE
from crossread.model.account import Role
from tests.desk.conftest import token
from tests.desk.test_adding import follow

NOW = dt.datetime(2031, 5, 2, 12, tzinfo=dt.UTC)
SECRET = "correct horse battery"
ROLES: tuple[Role, ...] = ("reader", "analyst", "admin")


@pytest.fixture(scope="module")
def peopled(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    where = tmp_path_factory.mktemp("peopled") / "sample.case"
    where.write_bytes(sample.read_bytes())
    with Case(where, create=False) as opened:
        for role in ROLES:
            opened.users.add(f"the-{role}", role, SECRET, now=NOW)
        opened.counts()
    return where.read_bytes()


@pytest.fixture
def case(peopled: bytes, tmp_path: Path) -> Iterator[Case]:
    where = tmp_path / "sample.case"
    where.write_bytes(peopled)
    with Case(where, create=False) as opened:
        yield opened


@pytest.fixture
def app(case: Case) -> FastAPI:
    return create_app(case, login=True)


def logged_in(app: FastAPI, name: str) -> TestClient:
    made = TestClient(app, raise_server_exceptions=False)
    answer = made.post("/login", data={"name": name, "password": SECRET, "csrf": token(made, "/login")}, follow_redirects=False)
    assert answer.status_code == 303
    return made


def routes(app: FastAPI) -> list[tuple[str, str, Role]]:
    """Method, address and needed role of every route."""
    found = []
    waiting = list(app.routes)
    for route in waiting:
        if isinstance(route, Mount):
            assert route.path == "/static"
            continue
        inner = getattr(route, "original_router", None) or getattr(route, "router", None)
        if inner is not None:
            waiting.extend(inner.routes)
            continue
        assert isinstance(route, Route | APIRoute), route
        path = re.sub(r"\{[^}]+\}", "1", route.path)
        found += [(method, path, need_of(route.endpoint, method)) for method in sorted(route.methods or ())]
    return found


def test_every_route_is_walked(app: FastAPI) -> None:
    found = {(method, path) for method, path, _ in routes(app)}
    known = {("GET", "/"), ("GET", "/api/v1/claims"), ("GET", "/api/v1/openapi.json"), ("POST", "/login"), ("POST", "/theme")}
    assert known <= found


def test_without_an_account_there_is_the_login_page_and_nothing_else(app: FastAPI) -> None:
    stranger = TestClient(app, raise_server_exceptions=False)
    for method, path, _ in routes(app):
        if path == "/login":
            continue
        answer = stranger.request(method, path, follow_redirects=False)
        if path.startswith("/api/"):
            assert answer.status_code == 401, (method, path)
        else:
            assert (answer.status_code, answer.headers["location"][:12]) == (303, "/login?back="), (method, path)
    assert stranger.get("/static/desk.css").status_code == 200


@pytest.mark.parametrize("role", ROLES)
def test_each_role_may_do_what_it_may_and_no_more(app: FastAPI, role: Role) -> None:
    client = logged_in(app, f"the-{role}")
    csrf = token(client)
    for method, path, need in routes(app):
        if path == "/logout":
            continue
        answer = client.request(method, path, headers={"x-csrf-token": csrf}, follow_redirects=False)
        refused = answer.status_code == 403 and "needs the role" in answer.text
        assert refused == (ROLES.index(role) < ROLES.index(need)), (method, path)
        assert answer.status_code not in (401, 500), (method, path)


def test_what_changes_something_needs_more_than_a_reader(app: FastAPI) -> None:
    own = {"/login", "/logout", "/theme"}
    assert not [path for method, path, need in routes(app) if method not in SAFE and need == "reader" and path not in own]


def test_logging_in_leads_back_and_logging_out_ends_it(app: FastAPI) -> None:
    client = TestClient(app, raise_server_exceptions=False)
    sent = client.get("/api/docs?x=1", follow_redirects=False)
    page = client.get("/?date=2031-05-02")
    assert 'name="back" value="/?date=2031-05-02"' in page.text
    assert sent.status_code == 401
    wrong = client.post("/login", data={"name": "the-reader", "password": "wrong", "csrf": token(client, "/login")})
    assert wrong.status_code == 401
    assert "Name or password is wrong" in wrong.text
    data = {"name": "the-reader", "password": SECRET, "back": "//elsewhere.example", "csrf": token(client, "/login")}
    answer = client.post("/login", data=data, follow_redirects=False)
    assert answer.headers["location"] == "/"
    assert "HttpOnly" in answer.headers["set-cookie"]
    assert "the-reader" in client.get("/").text
    kept = client.cookies[COOKIE]
    client.post("/logout", data={"csrf": token(client)})
    client.cookies.set(COOKIE, kept)
    assert client.get("/", follow_redirects=False).status_code == 303


def test_a_session_ends_with_its_time_its_account_and_its_password(case: Case) -> None:
    users = case.users
    shown = users.log_in("the-reader", until=NOW + dt.timedelta(hours=1))
    account = users.logged_in(shown, now=NOW)
    assert account is not None
    assert account.role == "reader"
    assert users.logged_in(shown, now=NOW + dt.timedelta(hours=2)) is None
    users.set_password("the-reader", "another one, long enough")
    assert users.logged_in(shown, now=NOW) is None
    assert users.check("the-reader", SECRET) is None
    shown = users.log_in("the-reader", until=NOW + dt.timedelta(hours=1))
    assert users.remove("the-reader")
    assert users.logged_in(shown, now=NOW) is None


def test_keys_of_the_api(case: Case, app: FastAPI) -> None:
    key = case.users.new_token("the-reader", "a notebook", now=NOW)
    program = TestClient(app, raise_server_exceptions=False, headers={"authorization": f"Bearer {key}"})
    assert program.get("/api/v1/claims").status_code == 200
    assert program.post("/theme", data={"theme": "dark"}, follow_redirects=False).status_code == 303  # a key needs no other token
    kept, = case.users.tokens()
    assert (kept.account, kept.label) == ("the-reader", "a notebook")
    assert key not in Path(case.path).read_bytes().decode("latin-1")
    assert case.users.revoke(kept.id)
    assert program.get("/api/v1/claims").status_code == 401
    assert TestClient(app, headers={"authorization": "Bearer nonsense"}).get("/login").status_code == 401


def test_passwords_are_kept_as_hashes(case: Case) -> None:
    held = b"".join(path.read_bytes() for path in Path(case.path).parent.iterdir())
    assert SECRET.encode() not in held
    assert b"$argon2id$" in held


def test_accounts_are_no_part_of_what_the_case_says(case: Case) -> None:
    before = case.picture()
    case.users.log_in("the-reader", until=NOW)
    case.users.add("another", "reader", SECRET, now=NOW)
    assert case.picture() is before


def test_guessing_becomes_slow(app: FastAPI) -> None:
    client = TestClient(app, raise_server_exceptions=False)
    csrf = token(client, "/login")
    codes = [client.post("/login", data={"name": "the-admin", "password": "guess", "csrf": csrf}).status_code for _ in range(7)]
    assert codes == [401] * 5 + [429] * 2
    assert client.post("/login", data={"name": "the-admin", "password": SECRET, "csrf": csrf}).status_code == 429


def test_waiting_doubles_and_ends() -> None:
    throttle = Throttle()
    for _ in range(4):
        throttle.failed("name x", now=NOW)
    assert throttle.wait("name x", now=NOW) == 0
    waits = []
    for _ in range(12):
        throttle.failed("name x", now=NOW)
        waits.append(throttle.wait("name x", now=NOW))
    assert waits[:3] == [3, 5, 9]
    assert max(waits) == 901
    assert throttle.wait("name y", now=NOW) == 0
    assert throttle.wait("name x", now=NOW + dt.timedelta(hours=1)) == 0
    throttle.succeeded("name x")
    assert throttle.wait("name x", now=NOW) == 0


def test_on_this_machine_nobody_logs_in(client: TestClient) -> None:
    assert client.get("/", follow_redirects=False).status_code == 200
    assert "Log out" not in client.get("/").text


def test_a_reader_is_offered_nothing_that_would_be_refused(app: FastAPI, case: Case) -> None:
    reader, analyst = logged_in(app, "the-reader"), logged_in(app, "the-analyst")
    claim = next(iter(case.claims())).id
    for path in ("/review", "/review/journal", "/review/grades", f"/review/claims/{claim}"):
        own = {"/logout", "/theme"}
        assert set(re.findall(r'method="post" action="([^"]+)"', reader.get(path).text)) == own, path
    assert "/review" in re.findall(r'method="post" action="([^"]+)"', analyst.get("/review").text)


def test_a_server_fetches_nothing_for_others_from_its_own_network(app: FastAPI) -> None:
    client = logged_in(app, "the-analyst")
    given = {"url": "http://127.0.0.1:9/inside", "csrf": token(client)}
    started = client.post("/documents/address", data=given, follow_redirects=False)
    page = follow(client, started.headers["location"])
    assert "127.0.0.1 is not on the open internet" in page
    assert "from the open internet alone" in client.get("/documents").text
