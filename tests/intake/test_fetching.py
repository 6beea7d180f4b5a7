"""Pages by their address: what may be reached, and for how long. The servers stand on this machine; names are given by hand."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from crossread.errors import InputError
from crossread.intake import fetching
from crossread.intake.fetching import fetch, is_public

OPEN, INNER = "127.0.0.1", "127.0.0.2"  # what the names below resolve to; only the first counts as public


class Pages(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        port = self.connection.getsockname()[1]
        where = {
            "/inner": f"http://inner.example:{port}/page", "/scheme": "ftp://open.example/page", "/file": "file:///etc/hostname",
            "/round": f"http://open.example:{port}/round", "/once": f"http://open.example:{port}/page",
        }.get(self.path)
        self.send_response(302 if where else 200)
        if where:
            self.send_header("Location", where)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        if self.path == "/drip":
            for _ in range(50):
                self.wfile.write(b"x")
                self.wfile.flush()
                time.sleep(0.05)
        elif not where:
            self.wfile.write(b"<p>A page." + b"." * (5000 if self.path == "/long" else 0))

    def log_message(self, format: str, *args: object) -> None:
        """Nothing is told."""


@pytest.fixture
def port() -> Iterator[int]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port
    server.shutdown()
    server.server_close()


@pytest.fixture
def resolved(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The hosts that were looked up, in order."""
    asked: list[str] = []
    names = {"open.example": [OPEN], "inner.example": [INNER], "both.example": [OPEN, INNER]}

    def look_up(host: str, port: int, *_: object, **__: object) -> list[tuple[object, ...]]:
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, port)) for one in names.get(host, [host])]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    monkeypatch.setattr(fetching, "is_public", lambda address: address == OPEN)
    return asked


@pytest.mark.parametrize("address", [
    "10.0.0.1", "172.16.5.5", "192.168.1.1", "127.0.0.1", "0.0.0.0", "169.254.169.254", "100.64.0.1", "224.0.0.1", "240.0.0.1",
    "255.255.255.255", "192.0.2.1", "198.18.0.1", "::", "::1", "fe80::1%eth0", "fc00::1", "ff02::1", "2001:db8::1",
    "::ffff:127.0.0.1", "::ffff:8.8.8.8", "64:ff9b::7f00:1", "2002:7f00:1::", "::1.2.3.4",
])
def test_addresses_that_are_not_of_the_open_internet(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "193.99.144.80", "2606:4700::1111"])
def test_addresses_of_the_open_internet(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "0.0.0.0", "2130706433", "0x7f.1", "169.254.169.254"])
def test_a_server_fetches_nothing_from_itself_however_it_is_written(host: str) -> None:
    with pytest.raises(InputError, match=r"open internet|cannot be fetched"):
        fetch(f"http://{host}:9/", public=True)


@pytest.mark.parametrize("host", ["inner.example", "both.example"])
def test_a_name_that_resolves_to_a_private_address_is_refused(host: str, port: int, resolved: list[str]) -> None:
    with pytest.raises(InputError, match=f"{host} is not on the open internet; save the page and upload the file"):
        fetch(f"http://{host}:{port}/page", public=True)


def test_a_redirect_to_a_private_address_is_refused(port: int, resolved: list[str]) -> None:
    with pytest.raises(InputError, match=r"inner\.example is not on the open internet"):
        fetch(f"http://open.example:{port}/inner", public=True)
    assert resolved == ["open.example", "inner.example"]


def test_the_connection_goes_to_the_address_that_was_checked(port: int, resolved: list[str]) -> None:
    assert fetch(f"http://open.example:{port}/once", public=True).content.startswith(b"<p>A page")
    assert resolved == ["open.example", "open.example"]  # once for each of the two connections


@pytest.mark.parametrize("public", [True, False])
@pytest.mark.parametrize("path", ["/scheme", "/file", "/round"])
def test_redirects_lead_to_pages_alone_and_not_for_ever(path: str, public: bool, port: int, resolved: list[str]) -> None:
    with pytest.raises(InputError, match=r"302|unknown url type"):
        fetch(f"http://open.example:{port}{path}", public=public)


def test_on_ones_own_machine_everything_may_be_fetched(port: int) -> None:
    found = fetch(f"http://127.0.0.1:{port}/page")
    assert (found.content, found.media_type, found.charset) == (b"<p>A page.", "text/html", "utf-8")


def test_a_server_that_never_ends_is_not_waited_for(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "_LONGEST", 0.2)
    with pytest.raises(InputError, match="takes too long"):
        fetch(f"http://127.0.0.1:{port}/drip")


def test_more_than_a_page_is_refused(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "LARGEST", 1000)
    with pytest.raises(InputError, match="larger than 1,000 bytes"):
        fetch(f"http://127.0.0.1:{port}/long")
