"""The grammar of the screens: what a screen's folder holds, how its state goes on, how its widgets report."""

import ast
from collections.abc import Iterator

import pytest

from tests.architecture.conftest import Module

#: What a screen, or a page within one, is made of; `model` and `rows` where it has a list, `side` where it has a column.
PARTS = {
    "state": "values and pure functions: what there is to show",
    "words": "the state in the language in use",
    "panel": "widgets: they draw what they are given and report by signals",
    "screen": "joins the three to the application",
    "page": "what `screen` is, of a page within a screen",
    "model": "an item model over ids",
    "rows": "what one row of it says, and how it is drawn",
    "side": "the column beside the list",
}
#: Every other part, and what it is that none of the above can hold.
FURTHER_PARTS = {
    "badge_desk.holder": "the leading column, as large as a panel",
    "badge_desk.preview": "paints a badge",
    "badge_desk.queue": "rows with buttons, which no delegate can paint",
    "badge_desk.reasons": "a control that only this screen has",
    "badge_desk.hands": "who has which badge: what the desk shows besides has enough of its own",
    "badge_desk.hands_words": "the same in words",
    "badge_desk.hands_box": "a control that only this screen has",
    "badge_desk.giving": "a talk with the application in several turns",
    "badge_desk.jobs": "a talk with the application in several turns",
    "badge_desk.lookup": "a talk with the application in several turns",
    "badge_desk.previewing": "a talk with the application in several turns",
    "badge_desk.printer_lines": "printers in a state that has enough of its own",
    "badge_desk.sending": "a talk with the application in several turns",
    "badge_desk.spelling": "a talk with the application in several turns",
    "bus_day.log_words": "what was done, in words and as a table: those of the day have enough of their own",
    "board.needs": "a control that only this screen has",
    "desk.hints": "what stands in a person's place",
    "desk.owed_badge": "a talk with the application in several turns",
    "door.canvas": "paints the verdict",
    "door.overriding": "a talk with the application in several turns",
    "door.override_box": "what is asked in the place of the column beside the verdict",
    "door.drawing": "how much of a verdict fits, and where",
    "first_run.actions": "asked before there is a station, so they are none of `shell.actions`",
    "first_run.making": "a talk with the application in several turns",
    "first_run.pages": "a page for each step, together as large as a panel may be",
    "first_run.window": "a window of its own in a screen's place",
    "head_count.souls": "a tile for each kind of people, which no delegate can paint",
    "inbox.choices": "a control that only this screen has",
    "laptops.told_words": "what is known of one laptop, beside what the page says of all",
    "laptops.hub_words": "what stands beside a code and the switch, beside what the page says of laptops",
    "manifest.saying": "what may be said of a ride, step by step, by the rules of rides",
    "manifest.ride_box": "a menu of steps and the line beside it: the column beside the list has enough of its own",
    "manifest.ride_words": "what may be said of a ride in words: those of the lists have enough of their own",
    "manifest.standby_words": "who waits for a seat: the words of the lists have enough of their own",
    "manifest.calls": "said in the languages of guests, whatever the screen speaks",
    "people.importing.answering": "controls for the group that is chosen, which no delegate can paint",
    "people.importing.columns": "as many menus as a list has columns",
    "people.importing.row_words": "what rows and groups of rows say, beside what the page says",
    "people.importing.head": "which file it is and how it is read",
    "settings.sections": "a card for each subject, together as large as a panel may be",
    "operators.kept": "what does not count, in the place of the operator looked at",
    "overview.plot": "paints the arrivals",
    "printers.typed": "what is typed of each printer: how each is and what may be done is enough of a state",
    "template_editor.departing": "a talk with a person in several turns",
    "template_editor.keeping": "a talk with the application in several turns",
    "template_editor.opening": "a talk with the application in several turns",
    "template_editor.page_form": "what is said of a template as a whole, beside its elements",
    "template_editor.paper_form": "how badges stand on paper, beside their elements",
    "template_editor.paper_words": "the words of paper and of those who have another, for three forms",
    "template_editor.variant_form": "who has another template, beside its elements",
    "template_editor.doings": "what is done, for parts that know no state",
    "template_editor.canvas": "takes the mouse and the keys of a page",
    "template_editor.colours": "a control that only this screen has",
    "template_editor.drawing": "paints a page",
    "template_editor.edits": "what is done to elements: opening, choosing and trying are enough of a state",
    "template_editor.files": "asked of a person, in a dialog each",
    "template_editor.hand": "what a mouse does to an element, from press to release",
    "template_editor.picking": "what a hand on a page means",
    "template_editor.steps": "what was done, to be taken back and done again",
    "record.saving": "a talk with the application in several turns",
}
#: Packages of `ui` that are no screen.
NO_SCREENS = {"kit", "shell"}

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


def _parts(modules: tuple[Module, ...]) -> set[str]:
    """Return each part of each screen, such as `door.state` or `people.taken.page`."""
    ui = "checkin_app.ui."
    names = {module.name.removeprefix(ui) for module in modules if module.name.startswith(ui)}
    within = {name for name in names if "." in name and name.partition(".")[0] not in NO_SCREENS}
    return within - {name.rpartition(".")[0] for name in within}


def test_a_screen_is_made_of_the_same_parts_as_every_other(modules: tuple[Module, ...]) -> None:
    assert {name for name in _parts(modules) if name.rpartition(".")[2] not in PARTS} == FURTHER_PARTS.keys()


def test_every_screen_and_page_has_state_words_panel_and_what_joins_them(modules: tuple[Module, ...]) -> None:
    parts = _parts(modules)
    lacking = {
        f"{place}.{part}"
        for place in {name.rpartition(".")[0] for name in parts}
        for part in ("state", "words", "panel")
        if f"{place}.{part}" not in parts
    }
    assert not lacking
    joined = {name.rpartition(".")[0] for name in parts if name.rpartition(".")[2] in {"screen", "page", "window"}}
    assert joined == {name.rpartition(".")[0] for name in parts}


def test_the_parts_of_a_screen_bear_its_name(modules: tuple[Module, ...]) -> None:
    """In `door` they are `DoorState`, `DoorWords`, `DoorPanel` and `DoorScreen`."""
    named: dict[str, dict[str, set[str]]] = {}
    for module in modules:
        place, _, part = module.name.removeprefix("checkin_app.ui.").rpartition(".")
        if f"{place}.{part}" in _parts(modules) and part in {"state", "words", "panel", "screen", "page", "window"}:
            classes = {node.name for node in module.tree.body if isinstance(node, ast.ClassDef)}
            ending = part.capitalize()
            named.setdefault(place, {})[part] = {each.removesuffix(ending) for each in classes if each.endswith(ending)}
    assert not {place: parts for place, parts in named.items() if not set.intersection(*parts.values())}


#: What a panel says outside of `retranslate`, and why its words do not.
SAID_BY_PANELS = {"desk.panel.render_state": "a title with its count, which has plural forms"}


def test_what_a_panel_says_of_its_state_stands_in_its_words(modules: tuple[Module, ...]) -> None:
    """Labels that never change are looked up by `retranslate`."""
    found = {
        f"{module.name.removeprefix('checkin_app.ui.')}.{function.name}"
        for module in modules
        if module.is_in("checkin_app.ui") and module.name.endswith((".panel", ".side", ".pages"))
        for function in module.nodes
        if isinstance(function, ast.FunctionDef) and function.name != "retranslate"
        for call in ast.walk(function)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr in {"tr", "translate"}
    }
    assert found == SAID_BY_PANELS.keys()


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


def _told_by_call(module: Module) -> Iterator[str]:
    """Yield each class that is given a callable to tell something by; one that takes a reply is asked, not told."""
    for node in module.tree.body:
        if isinstance(node, ast.ClassDef) and not node.name.endswith("Actions"):
            hints = [each.annotation for each in node.body if isinstance(each, ast.AnnAssign)]
            for made in node.body:
                if isinstance(made, ast.FunctionDef) and made.name == "__init__":
                    arguments = (*made.args.args, *made.args.kwonlyargs)
                    hints += [each.annotation for each in arguments if each.annotation]
            if any(_tells(hint) for hint in hints):
                yield f"{module.name}.{node.name}"


def _tells(hint: ast.expr) -> bool:
    said = ast.unparse(hint)
    return said.startswith("Callable[") and said.endswith(("], None]", "], object]")) and "Reply[" not in said


def test_widgets_and_what_works_for_a_screen_report_by_signals(modules: tuple[Module, ...]) -> None:
    own = [each for each in modules if each.is_in("checkin_app.ui") and each.name != "checkin_app.ui.shell.actions"]
    assert not [name for module in own for name in _told_by_call(module)]


@pytest.mark.parametrize(
    ("hint", "tells"),
    [
        ("Callable[[], None]", True),
        ("Callable[[DelegateId], object]", True),
        ("Callable[[str, Reply[None]], None]", False),
        ("Callable[[int], PlanRow]", False),
    ],
)
def test_a_callable_that_answers_is_no_report(hint: str, *, tells: bool) -> None:
    assert _tells(ast.parse(hint, mode="eval").body) is tells
