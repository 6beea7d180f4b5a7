"""`crossread serve`: the analyst's desk in a browser, and the HTTP API."""

from __future__ import annotations

import ipaddress
import sys
import threading
import webbrowser
from typing import Annotated

import typer

from crossread.api import Case
from crossread.cli.options import CaseFile
from crossread.cli.output import complain
from crossread.errors import CaseError

PORT = 8765


def serve(
    case: CaseFile,
    host: Annotated[str, typer.Option(metavar="ADDRESS", help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 takes a free one.")] = PORT,
    open: Annotated[bool, typer.Option("--open", help="Open the desk in a browser.")] = False,
) -> None:
    """Open the analyst's desk: the case as pages in a browser, every line of them with its words, and the HTTP API.

    Network, timeline and map need scripts that `make desk` builds once with Node; without them these pages are tables. Nothing
    is loaded from the internet. On this machine nobody logs in; elsewhere everybody does (`crossread users add`).

    \b
    crossread serve --case war.case
    crossread serve --case war.case --port 8080 --open
    The API, to be tried in the browser: http://127.0.0.1:8765/api/docs
    """
    login = not _is_local(host)
    from crossread.desk import create_app  # the web server takes time to load: only when something is served
    from crossread.desk.server import listen, run
    from crossread.desk.warming import start_warming

    with Case(case, create=False) as opened:
        if login and not opened.users.all():
            raise CaseError(f"{host}: others can reach this address, so there must be accounts first: "
                            f"crossread users add NAME --role admin --case {case}")
        app = create_app(opened, login=login, hosts=("*",)) if login else create_app(opened)
        if not app.state.assets.built:
            complain("the scripts of the desk are not built, so pictures are tables: `make desk` builds them (Node 20.19 on)")
        socket = listen(host, port)
        address = f"http://{f'[{host}]' if ':' in host else host}:{socket.getsockname()[1]}/"
        if login:
            complain("passwords are sent as they are: put a server with TLS in front before others use this address")
        sys.stderr.write(f"the desk is at {address} (Ctrl-C ends it)\n")
        sys.stderr.flush()
        start_warming(app.state.desk)
        if open:
            threading.Timer(0.5, webbrowser.open, (address,)).start()
        run(app, socket)


def _is_local(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
