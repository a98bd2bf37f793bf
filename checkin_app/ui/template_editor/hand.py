"""An element in somebody's hand: taken hold of, moved or resized as the hand goes, and let go."""

from dataclasses import replace

from msgspec.structs import replace as changed

from checkin_app.ui import template_areas as areas
from checkin_app.ui import template_design as design
from checkin_app.ui.template_areas import Around, Guides, Handle
from checkin_app.ui.template_design import Element
from checkin_app.ui.template_editor import picking, steps
from checkin_app.ui.template_editor.edits import is_square, with_step
from checkin_app.ui.template_editor.picking import Grip, Point
from checkin_app.ui.template_editor.state import EditorState, element_chosen

_HELD = "held"


def gripped(state: EditorState, point: Point, reach: float) -> EditorState:
    """Take hold of what is at a point: a handle of the element chosen, else what was drawn there last; else of nothing.

    A hand is up to `reach` mm from what it means.
    """
    if state.paper:
        return state
    element = state.element
    elements = state.design.on(state.face)
    here = [each.id for each in picking.elements_at(elements, point, reach)]
    if element is not None and (handle := picking.handle_at(element.box, point, reach)):
        return _in_hand(state, element, point, here, handle)
    if element is None or element.id not in here:
        element = state.design.element(here[0]) if here else None
    if element is None:
        return element_chosen(state, "")
    return _in_hand(state, element, point, here, None)


def _in_hand(state: EditorState, element: Element, point: Point, here: list[str], handle: Handle | None) -> EditorState:
    was_chosen = state.chosen == element.id
    state = element_chosen(state, element.id)
    grip = Grip(handle, element.box, point, state.steps, tuple(here), was_chosen=was_chosen)
    return replace(state, grip=grip)


def hand_moved(state: EditorState, point: Point, pull: float) -> EditorState:
    """Let the element in hand follow; it is drawn to lines within `pull` mm."""
    grip, element = state.grip, state.element
    if grip is None or element is None:
        return state
    others = [each.box for each in state.design.on(state.face) if each.id != element.id]
    around = Around(state.design.sides, others, pull)
    across, down = point.x - grip.taken_at.x, point.y - grip.taken_at.y
    if grip.handle is None:
        box, guides = areas.dragged(grip.start, across, down, around)
    else:
        box, guides = areas.pulled(grip.start, grip.handle, across, down, around)
        if is_square(element):
            box, guides = areas.squared(box, grip.handle, around.page), Guides()
    moved = with_step(state, design.with_element(state.design, changed(element, box=box)), part_of=_HELD)
    return replace(moved, grip=replace(grip, guides=guides, has_moved=True))


def hand_opened(state: EditorState) -> EditorState:
    """Leave the element where it is, as one step; a press that moved nothing chooses what lies under the element chosen."""
    grip = state.grip
    if grip is None:
        return state
    if state.design == grip.before.now:
        state = replace(state, steps=grip.before)
    state = replace(state, grip=None, steps=steps.ended(state.steps))
    if grip.has_moved or not grip.was_chosen or grip.handle is not None or state.chosen not in grip.under:
        return state
    beneath = grip.under[(grip.under.index(state.chosen) + 1) % len(grip.under)]
    return element_chosen(state, beneath)


def grip_dropped(state: EditorState) -> EditorState:
    """Put the element in hand back to where it was."""
    return state if state.grip is None else replace(state, steps=state.grip.before, grip=None)
