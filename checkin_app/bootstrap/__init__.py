"""The only place that knows all parts, and puts them together."""

from collections.abc import Sequence

from checkin_app import cli
from checkin_app.bootstrap.parts import parts

__all__ = ["main"]


def main(argv: Sequence[str]) -> int:
    """Do what the command line says; without a command, open the application.  Returns the exit code."""
    return cli.run(parts(), argv)
