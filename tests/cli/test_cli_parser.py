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
