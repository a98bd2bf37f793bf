"""Sending one badge on its way: to a printer or into a file, and voiding the former one first where one was out."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from checkin_app.domain.hand_outs import HandedOut
from checkin_app.domain.ids import DelegateId
from checkin_app.runtime.lanes import Done, Result
from checkin_app.services.badges import Owed, Replaced
from checkin_app.ui.badge_desk.state import Holder, Why
from checkin_app.ui.kit.meant import Meant
from checkin_app.ui.replies import trouble
from checkin_app.ui.shell.actions import Actions
from checkin_app.ui.shell.answering import Reply

SavePdf = Callable[[DelegateId, int, Path, Reply[HandedOut]], None]
"""Writes the badge of a delegate with this issue."""


@dataclass(frozen=True, slots=True)
class Voiding:
    """That the former badge stops working: meant, and why."""

    meant: Meant
    why: Why


class Sending(QObject):
    """`voiding` is None where no badge is voided; every way ends in `sent`, `saved` or `refused`.

    `sent` carries the issue that is valid now, `saved` that and the path, `refused` why, in words.
    """

    sent = Signal(object)
    saved = Signal(object, object)
    refused = Signal(object)

    def __init__(self, actions: Actions, save_pdf: SavePdf | None, parent: QObject) -> None:
        super().__init__(parent)
        self._actions, self._save_pdf = actions, save_pdf

    def print(self, holder: Holder, voiding: Voiding | None, printer: str) -> None:
        badges = self._actions.badges
        if voiding is None:
            badges.print(holder.delegate, printer, self._printed)
        else:
            badges.replace(voiding.meant, holder.delegate, voiding.why.value, holder.issue, printer, self._replaced)

    def save(self, holder: Holder, voiding: Voiding | None, path: Path) -> None:
        if voiding is None:
            self._write(holder.delegate, holder.issue, path)
            return
        voided = partial(self._voided, path, holder.delegate)
        replace = self._actions.badges.replace
        replace(voiding.meant, holder.delegate, voiding.why.value, holder.issue, "", voided)

    def _replaced(self, result: Result[Replaced]) -> None:
        if isinstance(result, Done):
            self.sent.emit(result.value.badge.current)
        else:
            self.refused.emit(trouble(result))

    def _printed(self, result: Result[Owed]) -> None:
        if isinstance(result, Done):
            self.sent.emit(result.value.job.issue)
        else:
            self.refused.emit(trouble(result))

    def _voided(self, path: Path, delegate: DelegateId, result: Result[Replaced]) -> None:
        if isinstance(result, Done):
            self._write(delegate, result.value.badge.current, path)
        else:
            self.refused.emit(trouble(result))

    def _write(self, delegate: DelegateId, issue: int, path: Path) -> None:
        if self._save_pdf:
            self._save_pdf(delegate, issue, path, partial(self._written, issue))

    def _written(self, issue: int, result: Result[HandedOut]) -> None:
        if isinstance(result, Done):
            self.saved.emit(issue, Path(result.value.file))
        else:
            self.refused.emit(trouble(result))
