"""The menu that says something of a person's ride, and the line beside it for what else is to be said."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from checkin_app.ui import theme
from checkin_app.ui.kit.form import FormField
from checkin_app.ui.kit.menus import DeedsMenu
from checkin_app.ui.manifest.ride_words import RideView


class RideBox(QWidget):
    """Signals: `stepped` with the place of the item chosen, from 0 on."""

    stepped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.menu, self.more = DeedsMenu(), FormField()
        # As wide as its column, whatever its longest item says.
        self.menu.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(2))
        column.addWidget(self.more)
        column.addWidget(self.menu)
        self.menu.activated.connect(self._chosen)

    @property
    def text(self) -> str:
        return self.more.line.text() if not self.more.isHidden() else ""

    def show_view(self, view: RideView, *, busy: bool) -> None:
        self.setVisible(bool(view.items))
        if self.menu.offer([(view.prompt, None), *view.items]):
            self.more.set_text("")
        self.menu.setCurrentIndex(0)
        self.menu.setAccessibleName(view.prompt)
        self.menu.setEnabled(not busy)
        self.more.setVisible(bool(view.line))
        self.more.set_words(view.line)

    def _chosen(self, place: int) -> None:
        """Tell what was chosen; the first item only asks."""
        if place > 0:
            self.stepped.emit(place - 1)
