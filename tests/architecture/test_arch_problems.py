"""Every foreseen trouble is drawn in the tree, has a key of its own and words that can be filled."""

import importlib
import pkgutil
import re
import string
from collections.abc import Iterator

from checkin_app import domain
from checkin_app.domain import problems

for _each in pkgutil.iter_modules(domain.__path__, f"{domain.__name__}."):
    if _each.name.rpartition(".")[2].startswith("problems"):
        importlib.import_module(_each.name)  # so that its classes are there


def _all(above: type[problems.Problem] = problems.Problem) -> Iterator[type[problems.Problem]]:
    for each in above.__subclasses__():
        yield each
        yield from _all(each)


def _ours() -> list[type[problems.Problem]]:
    return [each for each in _all() if each.__module__.startswith(("checkin_app", "db", "printing"))]


def test_the_tree_that_is_drawn_is_the_tree_that_is() -> None:
    drawn = set(re.findall(r"[├└]── (\w+)", problems.__doc__ or ""))
    assert drawn == {each.__name__ for each in _ours()}


def test_no_two_problems_share_a_key() -> None:
    keys = [each.__dict__.get("key") for each in _ours()]
    assert None not in keys
    assert len(set(keys)) == len(keys)


def test_every_problem_speaks_once_its_details_are_given() -> None:
    for each in _ours():
        texts = each.sentence + (each.command_step or each.next_step)
        names = {name for _, name, _, _ in string.Formatter().parse(texts) if name}
        said = str(each(**dict.fromkeys(names, "…")))
        assert said.strip()
        assert "{" not in said


def test_no_problem_says_in_commands_what_another_kind_should() -> None:
    for each in _ours():
        if "next_step" in each.__dict__:
            assert not each.command_step or "command_step" in each.__dict__, each
