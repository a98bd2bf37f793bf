"""What is done to the elements of a design: each deed is a step that can be taken back."""

from collections.abc import Callable
from dataclasses import replace

from msgspec.structs import replace as changed

from checkin_app.domain.badge_sheets import Fold, Grid, Size
from checkin_app.ui import template_areas as areas
from checkin_app.ui import template_design as design
from checkin_app.ui import template_paper as paper
from checkin_app.ui.template_areas import GRID, Area, Handle
from checkin_app.ui.template_design import Design, Element, Kind, Shown, TextLook
from checkin_app.ui.template_editor import steps
from checkin_app.ui.template_editor.doings import Pane
from checkin_app.ui.template_editor.state import EditorState, element_after, element_chosen, paper_chosen, with_name
from checkin_app.ui.template_editor.steps import Steps
from checkin_app.ui.template_paper import unfit

_SQUARE = frozenset({Kind.CODE, Kind.EMBLEM})


def with_step(state: EditorState, to: Design, *, part_of: str = "") -> EditorState:
    """Return the state with one step more, unless no template can be so; then it says why."""
    why = unfit(to)
    made = state.steps if why else steps.stepped(state.steps, to, part_of=part_of)
    return replace(state, steps=made, note="", wrong=False, unfit=why, asking=False)


def text_changed(state: EditorState, look: TextLook) -> EditorState:
    """Set the text looked at as somebody said."""
    element = state.element
    if element is None or not element.texts or state.look is None:
        return state
    at = min(state.text, len(element.texts) - 1)
    texts = (*element.texts[:at], look, *element.texts[at + 1 :])
    return element_changed(state, changed(element, texts=texts))


def text_added(state: EditorState) -> EditorState:
    """Set one more text under the others, like the one looked at, and look at it."""
    element, look = state.element, state.look
    if element is None or element.texts is None or len(element.texts) >= design.MOST_TEXTS or state.grip is not None:
        return state
    shown = {each.shows for each in element.texts}
    another = next((each for each in Shown if each not in shown), Shown.NAME)
    more = changed(look, shows=another) if look else design.new_text(another)
    fresh = element_changed(state, changed(element, texts=(*element.texts, more)))
    return replace(fresh, text=len(element.texts))


def text_removed(state: EditorState) -> EditorState:
    """Take the text looked at away; an element without texts shows nothing."""
    element = state.element
    if element is None or not element.texts or state.grip is not None:
        return state
    at = min(state.text, len(element.texts) - 1)
    texts = (*element.texts[:at], *element.texts[at + 1 :])
    return replace(element_changed(state, changed(element, texts=texts)), text=max(0, at - 1))


def _on_element(state: EditorState, change: Callable[[Element], Element], *, part_of: str = "") -> EditorState:
    element = state.element
    if element is None or state.grip is not None:
        return state
    return with_step(state, design.with_element(state.design, change(element)), part_of=part_of)


def element_nudged(state: EditorState, across: int, down: int, repeating: bool = False) -> EditorState:  # noqa: FBT001, FBT002 - as the key tells it
    """Move the element chosen by so many steps of the grid; a key that repeats goes on with its step."""
    page = state.design.sides

    def nudge(element: Element) -> Element:
        return changed(element, box=areas.moved(element.box, across * GRID, down * GRID, page))

    return _on_element(_pressed(state, repeating), nudge, part_of=f"nudged {across} {down}")


def _pressed(state: EditorState, repeating: bool) -> EditorState:  # noqa: FBT001 - says what kind of press it is
    """Begin a step of its own unless a key that is held down repeats."""
    return state if repeating else replace(state, steps=steps.ended(state.steps))


def element_stretched(state: EditorState, across: int, down: int, repeating: bool = False) -> EditorState:  # noqa: FBT001, FBT002 - as the key tells it
    """Make the element chosen wider and higher by so many steps of the grid, from its top left."""
    handle = Handle.RIGHT if across else Handle.BOTTOM

    def stretch(element: Element) -> Element:
        return resized_by(element, handle, across * GRID, down * GRID, state.design)

    return _on_element(_pressed(state, repeating), stretch, part_of=f"stretched {across} {down}")


def resized_by(element: Element, handle: Handle, across: float, down: float, within: Design) -> Element:
    box = areas.resized(element.box, handle, across, down, within.sides)
    return changed(element, box=areas.squared(box, handle, within.sides) if is_square(element) else box)


def is_square(element: Element) -> bool:
    """Return whether an element is as high as it is wide."""
    return element.kind in _SQUARE


def box_typed(state: EditorState, box: Area) -> EditorState:
    """Put the element chosen where somebody wrote, as far as the page goes."""
    return _on_element(state, lambda element: changed(element, box=areas.inside(box, state.design.sides)))


def element_changed(state: EditorState, element: Element, *, part_of: str = "") -> EditorState:
    """Take an element's looks as somebody set them."""
    if state.grip is not None or state.design.element(element.id) is None:
        return state
    return with_step(state, design.with_element(state.design, element), part_of=part_of)


def element_added(state: EditorState, kind: Kind) -> EditorState:
    if not state.can_grow or state.grip is not None:
        return state
    element = design.new_element(state.design, kind, state.face)
    return _at_more(with_step(state, design.with_more(state.design, element)), element)


def _at_more(state: EditorState, element: Element) -> EditorState:
    """Look at an element that was added, if there was a way to."""
    return replace(state, chosen=element.id, pane=Pane.LOOKS) if state.unfit is None else state


def picture_read(state: EditorState, of: str, image: str) -> EditorState:
    """Take a picture that was in a file: for an element by its id, or as one more."""
    element = state.design.element(of)
    if element is not None:
        return element_changed(state, changed(element, image=image))
    if of or not state.can_grow or state.grip is not None:
        return state
    element = design.new_element(state.design, Kind.PICTURE, state.face, image)
    return _at_more(with_step(state, design.with_more(state.design, element)), element)


def element_doubled(state: EditorState) -> EditorState:
    element = state.element
    if element is None or not state.can_go or not state.can_grow or state.grip is not None:
        return state
    twin = design.twin(state.design, element)
    return replace(with_step(state, design.with_more(state.design, twin, element.id)), chosen=twin.id)


def element_removed(state: EditorState) -> EditorState:
    """Take the element chosen away, and choose the one that is drawn in its place then."""
    if not state.can_go or state.grip is not None:
        return state
    following = element_after(state, 1) or element_after(state, -1) or ""
    return replace(with_step(state, design.without(state.design, state.chosen)), chosen=following)


def element_reordered(state: EditorState, step: int) -> EditorState:
    """Draw the element chosen later, over others, or earlier."""
    if state.grip is not None:
        return state
    return with_step(state, design.reordered(state.design, state.chosen, step))


def page_typed(state: EditorState, width: float, height: float) -> EditorState:
    if state.grip is not None:
        return state
    return with_step(state, paper.with_page(state.design, _bounded(width), _bounded(height)))


def fold_chosen(state: EditorState, fold: Fold | None) -> EditorState:
    return _seen_on_paper(state, paper.with_fold(state.design, fold))


def sheet_typed(state: EditorState, sheet: Size | None) -> EditorState:
    """Print badges on sheets of a size, or each on a page of its own."""
    if sheet is not None:
        sheet = _bounded(sheet[0]), _bounded(sheet[1])
    return _seen_on_paper(state, paper.with_sheet(state.design, sheet))


def grid_typed(state: EditorState, grid: Grid | None) -> EditorState:
    """Let badges stand on their sheet where somebody wrote, or as many as have room."""
    return _seen_on_paper(state, paper.with_grid(state.design, grid))


def variant_chosen(state: EditorState, template: str) -> EditorState:
    """Let a template stand in for this one on badges of the category looked at; empty for none."""
    if state.guests is None:
        return state
    return _with_whole(state, paper.with_variant(state.design, state.guests.id, template))


def variant_made(state: EditorState, of: str, category: str, name: str) -> EditorState:
    """Let a template that the forum has from now on stand in for the one that it was made for, if that is in sight still."""
    known = replace(state, offered=with_name(state.offered, name), own=with_name(state.own, name))
    return _with_whole(known, paper.with_variant(known.design, category, name)) if state.name == of else known


def _seen_on_paper(state: EditorState, to: Design) -> EditorState:
    """Change how badges come out of the printer, and look at that."""
    made = _with_whole(state, to)
    return made if made.unfit or made is state else paper_chosen(made)


def _with_whole(state: EditorState, to: Design) -> EditorState:
    return state if state.grip is not None or not state.is_open else with_step(state, to)


def _bounded(side: float) -> float:
    return min(max(side, design.SMALLEST_SIDE), design.LARGEST_SIDE)


def step_taken_back(state: EditorState) -> EditorState:
    return _anew(state, steps.taken_back(state.steps))


def step_repeated(state: EditorState) -> EditorState:
    return _anew(state, steps.done_again(state.steps))


def _anew(state: EditorState, made: Steps[Design]) -> EditorState:
    if state.grip is not None:
        return state
    fresh = replace(state, steps=made, note="", wrong=False, unfit=None, asking=False)
    return element_chosen(fresh, state.chosen)
