"""Pages by their address: the one place of intake that uses the network.

Who asks on a machine of their own may fetch whatever that machine reaches. Who asks a server must not reach the network behind it
by its hand: such an address is fetched from the open internet alone. Its host is resolved once, every address it resolves to must
be public, and the connection goes to the address that was checked, at every redirect anew, so that no answer of a name server can
come between.
"""

from __future__ import annotations

import http.client
import ipaddress
import re
import socket
import time
import urllib.error
import urllib.request
from dataclasses import dataclass

from crossread._version import __version__
from crossread.errors import InputError
from crossread.intake.html import LARGEST

ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_PATIENCE = 30.0  # seconds without an answer
_LONGEST = 120.0  # seconds for all of it: a server that sends a byte now and then is not waited for
_CHUNK = 65_536


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave: its bytes, its media type and character set as the server says."""

    content: bytes
    media_type: str
    charset: str | None


class NotPublicError(OSError):
    """A host that lies in a private network, on this machine, or nowhere on the open internet."""


def fetch(url: str, *, public: bool = False) -> Fetched:
    """What is at an `http` or `https` address; with `public`, only if it lies on the open internet.

    Raises:
        InputError: it cannot be reached, must not be, refuses, takes too long, or gives more than a page may have.
    """
    headers = {"User-Agent": f"crossread/{__version__}", "Accept": "text/html,text/plain,application/json"}
    try:
        request = urllib.request.Request(url, headers=headers)  # noqa: S310 - http and https alone get here
        with _opener(public=public).open(request, timeout=_PATIENCE) as answer:
            content = _read(answer, until=time.monotonic() + _LONGEST)
            said = answer.headers
    except urllib.error.HTTPError as error:
        raise InputError(url, f"the server answers {error.code} {error.reason}") from error
    except (urllib.error.URLError, OSError, http.client.HTTPException, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        if isinstance(reason, NotPublicError):
            raise InputError(url, f"is not fetched: {reason}; save the page and upload the file") from error
        raise InputError(url, f"cannot be fetched ({reason}); save the page and give the file") from error
    if len(content) > LARGEST:
        raise InputError(url, f"is larger than {LARGEST:,} bytes; save its text as .txt")
    return Fetched(content, said.get_content_type(), said.get_content_charset())


def is_public(address: str) -> bool:
    """Whether an IP address lies on the open internet: not in a private, shared, reserved or documentation range, on this machine
    or its link, nor for many at once; an IPv6 address that carries an IPv4 address is none."""
    found = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address) and (found.ipv4_mapped or found.sixtofour or found.teredo):
        return False
    return found.is_global and not (found.is_multicast or found.is_reserved or found.is_unspecified)


def _read(answer: http.client.HTTPResponse, *, until: float) -> bytes:
    found = bytearray()
    while len(found) <= LARGEST and (part := answer.read1(_CHUNK)):
        found += part
        if time.monotonic() > until:
            raise TimeoutError("it takes too long")
    return bytes(found)


def _opener(*, public: bool) -> urllib.request.OpenerDirector:
    """Whoever opens `http` and `https` and nothing else, redirects included. Through a proxy nothing could be checked."""
    made = urllib.request.OpenerDirector()
    handlers: tuple[urllib.request.BaseHandler, ...] = (
        urllib.request.UnknownHandler(), urllib.request.HTTPDefaultErrorHandler(), urllib.request.HTTPRedirectHandler(),
        urllib.request.HTTPErrorProcessor(),
        *((_PublicHTTP(), _PublicHTTPS()) if public
          else (urllib.request.ProxyHandler(), urllib.request.HTTPHandler(), urllib.request.HTTPSHandler())),
    )
    for handler in handlers:
        made.add_handler(handler)
    return made


def _connected(host: str, port: int, timeout: float | None) -> socket.socket:
    """A connection to a host all of whose addresses are public."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    if not found or not all(is_public(str(where[0])) for *_, where in found):
        raise NotPublicError(f"{host} is not on the open internet")
    failed: OSError | None = None
    for family, kind, protocol, _, where in found:
        made = socket.socket(family, kind, protocol)
        try:
            made.settimeout(timeout)
            made.connect(where)
        except OSError as error:
            made.close()
            failed = error
        else:
            return made
    raise failed or OSError("no answer")


class _PublicConnection(http.client.HTTPConnection):
    def connect(self) -> None:
        self.sock = _connected(self.host, self.port, self.timeout)


class _PublicSecureConnection(http.client.HTTPSConnection):
    def connect(self) -> None:
        plain = _connected(self.host, self.port, self.timeout)
        self.sock = self._context.wrap_socket(plain, server_hostname=self.host)  # type: ignore[attr-defined]


class _PublicHTTP(urllib.request.HTTPHandler):
    def http_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(_PublicConnection, req)


class _PublicHTTPS(urllib.request.HTTPSHandler):
    def https_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(_PublicSecureConnection, req)
