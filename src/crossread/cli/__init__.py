"""The command line. Every command is a thin skin over `crossread.api`.

Standard output carries what was asked for and nothing else; progress, warnings and errors go to standard error. Exit
status: 0 all was read, 1 some input could not be read, 2 the command itself was wrong.
"""

from crossread.cli.app import main

__all__ = ["main"]
