"""Many things shown and hidden at once, and laid out once."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QLayout, QWidget


@contextmanager
def laid_out_once(widget: QWidget) -> Iterator[None]:
    """Lay `widget` and what holds it out in the end alone.

    Qt lays the whole window out anew for each widget that comes into sight, which with a page of them holds up the screen.
    """
    layouts = [each for each in _layouts_around(widget) if each.isEnabled()]
    for each in layouts:
        each.setEnabled(False)
    try:
        yield
    finally:
        for each in layouts:
            each.setEnabled(True)
        for each in reversed(layouts):  # the outermost first: it says how much room there is
            each.activate()


def _layouts_around(widget: QWidget) -> Iterator[QLayout]:
    within: QWidget | None = widget
    while within is not None:
        if layout := within.layout():
            yield layout
        within = None if within.isWindow() else within.parentWidget()
