"""Controls that do a deed: on where their screen wants it and whoever acts has leave, else they say why not."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QToolTip, QWidget

from checkin_app.domain.roles import Deed

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget as _Widget
else:
    _Widget = object  # Qt's class comes from what this is mixed into: a widget has one of them


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why whoever acts may not do a deed, in words."""

    why: str
    """A sentence, and who may instead."""
    who: str
    """The same in a word or two: the first role that may."""


class Gate(QObject):
    """Knows which deeds are refused to whoever acts; the controls of the window whose child it is heed it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._refusals: Mapping[Deed, Refusal] = {}

    def refuse(self, refusals: Mapping[Deed, Refusal]) -> None:
        """Refuse these deeds from now on, and no others."""
        if refusals != self._refusals:
            self._refusals = refusals
            for each in self._window.findChildren(QWidget):
                if isinstance(each, ByLeave):
                    each.heed(self)

    def refusal(self, deed: Deed | None) -> Refusal | None:
        return self._refusals.get(deed) if deed else None


class ByLeave(_Widget):
    """Mixed into a control: what its screen wants of it and what its deed's leave makes of it are kept apart."""

    deed: Deed | None = None
    """What it does by a fact; None where no person's leave is asked."""
    _wanted = True
    _refusal: Refusal | None = None
    _description = ""
    _tip = ""

    def set_deed(self, deed: Deed | None) -> None:
        """Say what it does from now on."""
        if deed is not self.deed:
            self.deed = deed
            self._ask_leave()

    @property
    def wanted(self) -> bool:
        """Whether its screen wants it on, whoever acts."""
        return self._wanted

    @property
    def refusal(self) -> Refusal | None:
        """Return why whoever acts may not; None where they may."""
        return self._refusal

    def heed(self, gate: Gate) -> None:
        """Take what a gate says of its deed."""
        refusal = gate.refusal(self.deed)
        if refusal != self._refusal:
            self._refusal = refusal
            super().setEnabled(self._wanted and refusal is None)
            super().setAccessibleDescription(refusal.why if refusal else self._description)
            super().setToolTip(refusal.why if refusal else self._tip)
            self.update()

    def tell_why(self) -> None:
        """Say beside it why it is refused: a key was pressed that would do the same."""
        if self._refusal is not None:
            QToolTip.showText(self.mapToGlobal(QPoint(0, self.height())), self._refusal.why, self)

    def _ask_leave(self) -> None:
        gate = self.window().findChild(Gate, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if isinstance(gate, Gate):
            self.heed(gate)

    # ---- Qt

    def setEnabled(self, wanted: bool) -> None:  # noqa: FBT001 - Qt calls it so
        self._wanted = wanted
        super().setEnabled(wanted and self._refusal is None)

    def setAccessibleDescription(self, description: str) -> None:
        self._description = description
        if self._refusal is None:
            super().setAccessibleDescription(description)

    def setToolTip(self, tip: str) -> None:
        self._tip = tip
        if self._refusal is None:
            super().setToolTip(tip)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask_leave()
