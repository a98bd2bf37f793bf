"""Every command that needs no screen."""

import io
import sys
from collections.abc import Sequence

from checkin_app.cli.given import WrongUse
from checkin_app.cli.parser import build_parser
from checkin_app.cli.parts import Parts
from checkin_app.domain.problems import MemoryShort, Problem

__all__ = ["Parts", "build_parser", "run"]

SUCCESS, TROUBLE, WRONG_USE = 0, 1, 2


def run(parts: Parts, argv: Sequence[str]) -> int:
    """Do what the command line says; return its exit code.

    0 is success, 1 a Problem (one sentence on stderr), 2 wrong use.
    """
    _speak_utf8()
    parser = build_parser()
    args = parser.parse_args(argv)
    for name, value in vars(args).items():
        if not all(map(_is_text, value if isinstance(value, list) else [value])):
            parser.error(f"{name} is not written in UTF-8")
    try:
        if args.self_check:
            return parts.self_check()
        if args.command is None:
            return parts.open_window(args.data or parts.default_folder(), args.language or "")
        from checkin_app.cli.commands import COMMANDS  # noqa: PLC0415 - whoever opens the window does not wait for them

        return COMMANDS[args.command](parts, args)
    except WrongUse as wrong:
        parser.error(str(wrong))
    except Problem as problem:
        # A program without a console, as on Windows, has no stderr; the window has said it there.
        print(problem, file=sys.stderr)
        return TROUBLE
    except MemoryError:
        print(MemoryShort(), file=sys.stderr)
        return TROUBLE
    except BrokenPipeError:
        # Whoever read the output has seen enough; what was committed stays.
        sys.stderr.close()
        return TROUBLE


def _is_text(value: object) -> bool:
    """Return whether a word can be recorded: bytes that are no UTF-8 come as half characters, and stay so in paths."""
    return not isinstance(value, str) or value.encode(errors="replace").decode() == value


def _speak_utf8() -> None:
    """Say everything in UTF-8: a pipe on Windows has a code page, and a name it lacks would lose a verdict."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
