"""Every command that needs no screen."""

import io
import sys
from collections.abc import Sequence

from checkin_app.cli.commands import COMMANDS, WrongUse
from checkin_app.cli.parser import build_parser
from checkin_app.cli.parts import Parts
from checkin_app.domain.problems import Problem

__all__ = ["Parts", "build_parser", "run"]

SUCCESS, TROUBLE, WRONG_USE = 0, 1, 2


def run(parts: Parts, argv: Sequence[str]) -> int:
    """Do what the command line says; return its exit code.

    0 is success, 1 a Problem (one sentence on stderr), 2 wrong use.
    """
    _speak_utf8()
    parser = build_parser()
    args = parser.parse_args(argv)
    try:
        if args.self_check:
            return parts.self_check()
        if args.command is None:
            return parts.open_window(args.data or parts.default_folder(), args.language or "")
        return COMMANDS[args.command](parts, args)
    except WrongUse as wrong:
        parser.error(str(wrong))
    except Problem as problem:
        # A program without a console, as on Windows, has no stderr; the window has said it there.
        print(problem, file=sys.stderr)
        return TROUBLE
    except BrokenPipeError:
        # Whoever read the output has seen enough; what was committed stays.
        sys.stderr.close()
        return TROUBLE


def _speak_utf8() -> None:
    """Say everything in UTF-8: a pipe on Windows has a code page, and a name it lacks would lose a verdict."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
