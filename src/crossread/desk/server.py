"""Serving the application: one process, threads for what waits for the case."""

from __future__ import annotations

import socket

import uvicorn
from fastapi import FastAPI

from crossread.errors import CaseError


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens.

    Raises:
        CaseError: the address or the port cannot be had.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((host, port))
    except OSError as error:
        made.close()
        raise CaseError(f"{host}, port {port}: cannot listen there ({error.strerror}); --port takes another") from error
    return made


def server(app: FastAPI) -> uvicorn.Server:
    """A server that is not yet running."""
    return uvicorn.Server(uvicorn.Config(app, log_level="warning", server_header=False, date_header=True, access_log=False))


def run(app: FastAPI, at: socket.socket) -> None:
    """Serve until interrupted."""
    try:
        server(app).run(sockets=[at])
    except KeyboardInterrupt:
        pass
    finally:
        at.close()
