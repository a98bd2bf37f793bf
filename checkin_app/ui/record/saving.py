"""Saving a record, and giving out the badge that bears what was put right: in that order, each recorded before the next."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from checkin_app.domain.canonical import Json
from checkin_app.domain.ids import DelegateId
from checkin_app.domain.registers import Registers
from checkin_app.runtime.lanes import Done, Result
from checkin_app.services.badges import Owed, Replaced
from checkin_app.services.people import Registered
from checkin_app.ui.kit.meant import Meant
from checkin_app.ui.replies import trouble
from checkin_app.ui.shell.actions import Actions

#: Why a badge is replaced whose record was put right; the badge desk calls it so as well.
REASON = "details_wrong"


@dataclass(frozen=True, slots=True)
class Renewal:
    """The badge that is to follow, and on which printer."""

    former: int
    """The issue that is valid now."""
    printer: str
    meant: Meant | None
    """That the former one becomes void; None where none is out, and this very issue is printed."""

    @property
    def issue(self) -> int:
        return self.former + 1 if self.meant else self.former


class Saving(QObject):
    """Signals: `saved` with the `DelegateId` and whether that is all, `sent` with that and the issue on its way to the printer, `refused` with the `DelegateId` and why.

    A badge that cannot be drawn voids nothing: it is drawn once before.
    """

    saved = Signal(object, object)
    sent = Signal(object, object)
    refused = Signal(object, object)

    def __init__(self, actions: Actions, parent: QObject) -> None:
        super().__init__(parent)
        self._actions = actions

    def save(self, who: DelegateId, changes: Mapping[str, Json], seen: Registers, then: Renewal | None) -> None:
        if changes:
            self._actions.persons.amend(who, changes, seen, partial(self._amended, who, then))
        else:
            self._go_on(who, then)

    def _amended(self, who: DelegateId, then: Renewal | None, result: Result[Registered]) -> None:
        if isinstance(result, Done):
            self._go_on(who, then)
        else:
            self.refused.emit(who, trouble(result))

    def _go_on(self, who: DelegateId, then: Renewal | None) -> None:
        self.saved.emit(who, then is None)
        if then:
            self._actions.badges.preview(who, then.issue, partial(self._drawn, who, then))

    def _drawn(self, who: DelegateId, then: Renewal, result: Result[bytes]) -> None:
        badges = self._actions.badges
        if not isinstance(result, Done):
            self.refused.emit(who, trouble(result))
        elif then.meant:
            badges.replace(then.meant, who, REASON, then.former, then.printer, partial(self._replaced, who))
        else:
            badges.print(who, then.printer, partial(self._printed, who))

    def _replaced(self, who: DelegateId, result: Result[Replaced]) -> None:
        if isinstance(result, Done):
            self.sent.emit(who, result.value.badge.current)
        else:
            self.refused.emit(who, trouble(result))

    def _printed(self, who: DelegateId, result: Result[Owed]) -> None:
        if isinstance(result, Done):
            self.sent.emit(who, result.value.job.issue)
        else:
            self.refused.emit(who, trouble(result))
