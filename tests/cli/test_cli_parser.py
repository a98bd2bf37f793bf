"""What may be left out of a command can be left out."""

import argparse
from collections.abc import Iterator

from checkin_app.cli import build_parser


def _verbs(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    yield parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for each in action.choices.values():
                yield from _verbs(each)


def test_a_word_that_may_be_left_out_is_not_held_against_the_choices_for_it() -> None:
    may_lack = [
        (verb.prog, action)
        for verb in _verbs(build_parser())
        for action in verb._actions
        if action.nargs in {argparse.OPTIONAL, argparse.ZERO_OR_MORE} and action.choices is not None
    ]
    assert any(prog.endswith("forum show") for prog, _ in may_lack)
    amiss = [prog for prog, each in may_lack if each.default is not None and each.default not in (each.choices or ())]
    assert not amiss


def test_what_was_said_before_is_not_remembered_for_the_next_command() -> None:
    """The parser is made once in a process, whoever speaks through it."""
    said = ["plan", "--lock", "2-1", "--keep", "2-2", "--dry-run", "--data", "there"]
    first, second = build_parser().parse_args(said), build_parser().parse_args(["plan"])
    assert (first.lock, first.keep, first.dry_run, first.data.name) == (["2-1"], ["2-2"], True, "there")
    assert (second.lock, second.keep, second.dry_run, second.data) == ([], [], False, None)
