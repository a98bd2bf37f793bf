"""The grammar of the screens: what a screen's folder holds, how its state goes on, how its widgets report."""

import ast
from collections.abc import Iterator

import pytest

from tests.architecture.conftest import Module

#: Past participles that do not end in "ed".
_IRREGULAR = {
    "begun", "brought", "chosen", "found", "gone", "held", "kept", "known", "read", "sought", "taken", "told", "undone",
    "unread", "written",
}  # fmt: skip
#: What may follow one.
_AFTER = {"back", "elsewhere", "off", "on", "out", "through"}


def _tells_what_happened(name: str) -> bool:
    """Return whether a name ends in a past participle, such as `card_fetched` or `gone_back`."""
    *before, last = name.split("_")
    if before and last in _AFTER:
        last = before[-1]
    return last.endswith("ed") or last in _IRREGULAR


def _states(modules: tuple[Module, ...]) -> Iterator[tuple[str, ast.FunctionDef]]:
    """Yield each public function over a screen's state."""
    for module in modules:
        if module.is_in("checkin_app.ui") and module.name.endswith("state"):
            for node in module.tree.body:
                if isinstance(node, ast.FunctionDef) and not node.name.startswith("_") and _state_of(node):
                    yield f"{module.name}.{node.name}", node


def _state_of(function: ast.FunctionDef) -> str:
    first = next(iter(function.args.args), None)
    hint = ast.unparse(first.annotation) if first and first.annotation else ""
    return hint if hint.endswith("State") else ""


def _goes_on(function: ast.FunctionDef) -> bool:
    """Return whether the next state is given back, alone or with what is to be done now."""
    returned = ast.unparse(function.returns) if function.returns else ""
    return returned == _state_of(function) or returned.startswith(f"tuple[{_state_of(function)}, ")


def test_a_state_goes_on_by_functions_named_after_what_happened(modules: tuple[Module, ...]) -> None:
    assert not [name for name, each in _states(modules) if _goes_on(each) and not _tells_what_happened(each.name)]


def test_a_question_about_a_state_is_not_named_like_something_that_happened(modules: tuple[Module, ...]) -> None:
    assert not [name for name, each in _states(modules) if not _goes_on(each) and _tells_what_happened(each.name)]


@pytest.mark.parametrize(
    ("name", "happened"),
    [("card_fetched", True), ("gone_back", True), ("told", True), ("printing", False), ("card_came", False)],
)
def test_what_happened_is_told_by_a_past_participle(name: str, *, happened: bool) -> None:
    assert _tells_what_happened(name) is happened
