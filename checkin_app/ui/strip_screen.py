"""A screen that is one panel, with a strip above it that says what scans came to while somebody works there."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtWidgets import QVBoxLayout, QWidget

from checkin_app.runtime.lanes import Result
from checkin_app.services.scanning import ScanOutcome
from checkin_app.ui import theme, words_notices
from checkin_app.ui.kit.verdict import VerdictStrip
from checkin_app.ui.scan_strip import ScanStrip
from checkin_app.ui.shell.screen import Screen
from checkin_app.ui.words import Telling


class StripPanel(Protocol):
    """What such a screen asks of its panel."""

    strip: VerdictStrip

    def retranslate(self) -> None: ...

    def set_layout(self, layout: theme.Layout) -> None: ...

    def show_strip(self, *, shown: bool) -> None: ...


class StripScreen(Screen):
    """Holds its panel and the strip; a screen that is one says how it is drawn anew, and asks for what it shows."""

    def hold(self, panel: StripPanel, telling: Telling, kept: Callable[[], str] = words_notices.nothing_lost) -> None:
        """Take the panel into the screen; called once, when it is made.

        Args:
            panel: a widget.
            telling: how the strip tells time and place.
            kept: the sentence that what was typed stands, where something is.
        """
        assert isinstance(panel, QWidget)
        self._held, self._stands = panel, kept
        self._strip = ScanStrip(panel.strip, telling)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(panel)

    def draw(self) -> None:
        """Show the state again, in the language and layout that now hold."""

    def retranslate(self) -> None:
        self._strip.retranslate(self._stands())
        self._held.retranslate()
        self.draw()

    def set_layout(self, layout: theme.Layout) -> None:
        self._held.set_layout(layout)
        self._strip.set_layout(layout)

    def shown(self) -> None:
        self._held.show_strip(shown=False)

    def scanned(self, result: Result[ScanOutcome]) -> None:
        self._strip.scanned(result)
        self._held.show_strip(shown=True)
