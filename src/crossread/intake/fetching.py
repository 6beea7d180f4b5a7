"""Pages by their address: the one place of intake that uses the network."""

from __future__ import annotations

import http.client
import re
import urllib.error
import urllib.request
from dataclasses import dataclass

from crossread._version import __version__
from crossread.errors import InputError
from crossread.intake.html import LARGEST

ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_PATIENCE = 30  # seconds without an answer


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave: its bytes, its media type and character set as the server says."""

    content: bytes
    media_type: str
    charset: str | None


def fetch(url: str) -> Fetched:
    """What is at an `http` or `https` address.

    Raises:
        InputError: it cannot be reached, refuses, or gives more than a page may have.
    """
    headers = {"User-Agent": f"crossread/{__version__}", "Accept": "text/html,text/plain,application/json"}
    request = urllib.request.Request(url, headers=headers)  # noqa: S310 - http and https alone get here
    try:
        with urllib.request.urlopen(request, timeout=_PATIENCE) as answer:  # noqa: S310 - http and https alone get here
            content = answer.read(LARGEST + 1)
            said = answer.headers
    except urllib.error.HTTPError as error:
        raise InputError(url, f"the server answers {error.code} {error.reason}") from error
    except (urllib.error.URLError, OSError, http.client.HTTPException, ValueError) as error:
        raise InputError(
            url, f"cannot be fetched ({getattr(error, 'reason', None) or error}); save the page and give the file"
        ) from error
    if len(content) > LARGEST:
        raise InputError(url, f"is larger than {LARGEST:,} bytes; save its text as .txt")
    return Fetched(content, said.get_content_type(), said.get_content_charset())
