"""Sending one badge on its way: to a printer or into a file, and voiding the former one first where one was out."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from checkin_app.domain.ids import DelegateId
from checkin_app.runtime.lanes import Done, Result
from checkin_app.services.badges import Owed, Replaced
from checkin_app.ui.badge_desk.state import Holder, Why
from checkin_app.ui.kit.meant import Meant
from checkin_app.ui.replies import trouble
from checkin_app.ui.shell.actions import Actions, Reply

SavePdf = Callable[[DelegateId, int, Path, Reply[Path]], None]
"""Writes the badge of a delegate with this issue."""


@dataclass(frozen=True, slots=True)
class Voiding:
    """That the former badge stops working: meant, and why."""

    meant: Meant
    why: Why


@dataclass(frozen=True, slots=True)
class Sending:
    """`voiding` is None where no badge is voided; every way ends in `sent`, `saved` or `refused`."""

    actions: Actions
    save_pdf: SavePdf | None
    sent: Callable[[int], None]
    """Gets the issue that is valid now."""
    saved: Callable[[int, Path], None]
    refused: Callable[[str], None]

    def print(self, holder: Holder, voiding: Voiding | None, printer: str) -> None:
        badges = self.actions.badges
        if voiding is None:
            badges.print(holder.delegate, printer, self._printed)
        else:
            badges.replace(voiding.meant, holder.delegate, voiding.why.value, holder.issue, printer, self._replaced)

    def save(self, holder: Holder, voiding: Voiding | None, path: Path) -> None:
        if voiding is None:
            self._write(holder.delegate, holder.issue, path)
            return
        voided = partial(self._voided, path, holder.delegate)
        replace = self.actions.badges.replace
        replace(voiding.meant, holder.delegate, voiding.why.value, holder.issue, "", voided)

    def _replaced(self, result: Result[Replaced]) -> None:
        if isinstance(result, Done):
            self.sent(result.value.badge.current)
        else:
            self.refused(trouble(result))

    def _printed(self, result: Result[Owed]) -> None:
        if isinstance(result, Done):
            self.sent(result.value.job.issue)
        else:
            self.refused(trouble(result))

    def _voided(self, path: Path, delegate: DelegateId, result: Result[Replaced]) -> None:
        if isinstance(result, Done):
            self._write(delegate, result.value.badge.current, path)
        else:
            self.refused(trouble(result))

    def _write(self, delegate: DelegateId, issue: int, path: Path) -> None:
        if self.save_pdf:
            self.save_pdf(delegate, issue, path, partial(self._written, issue))

    def _written(self, issue: int, result: Result[Path]) -> None:
        if isinstance(result, Done):
            self.saved(issue, result.value)
        else:
            self.refused(trouble(result))
