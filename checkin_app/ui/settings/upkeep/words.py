"""Puts into words how the record of this laptop stands."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from checkin_app.domain.problems import FactsMissing
from checkin_app.services.ports.stations import ForumInForce
from checkin_app.services.ports.upkeep import Checked, KeptBackup
from checkin_app.ui import words
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.chips import ChipTone
from checkin_app.ui.settings.upkeep.state import Doing, UpkeepState

_MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class UpkeepView:
    """Everything the card says that depends on how things stand."""

    chip: str
    """The word of what was found; empty while nothing was looked for."""
    tone: ChipTone
    told: str
    repair: str
    accept_loss: str
    back_up: str
    backup_trouble: str
    backups: tuple[str, ...]


class UpkeepWords(QObject):
    """Words in the language in use; looked up when shown."""

    def __init__(self, in_force: ForumInForce) -> None:
        super().__init__()
        self._in_force = in_force

    def view(self, state: UpkeepState) -> UpkeepView:
        chip, tone, told = self._found(state)
        lost = self.tr("Hold: %Ln entries are nowhere else either", "", state.missing)
        return UpkeepView(
            chip=chip,
            tone=tone,
            told=told,
            repair=self.tr("Repair"),
            accept_loss=lost if state.missing else "",
            back_up=self.tr("One moment…") if state.backing_up else self.tr("Back up now"),
            backup_trouble=words.in_a_row(words.problem(state.backup_problem)) if state.backup_problem else "",
            backups=self._backups(state),
        )

    def _found(self, state: UpkeepState) -> tuple[str, ChipTone, str]:
        if state.doing:
            return "", ChipTone.QUIET, self._how_far(state)
        if state.was_stopped:
            return self.tr("Stopped"), ChipTone.QUIET, self.tr("Whether everything holds together is not known.")
        if state.problem:
            return self.tr("Not whole"), ChipTone.STOP, words.in_a_row(words.problem(state.problem))
        if state.checked is None:
            return "", ChipTone.QUIET, ""
        return self._whole(state, state.checked)

    def _whole(self, state: UpkeepState, checked: Checked) -> tuple[str, ChipTone, str]:
        report = checked.report
        of = self.tr("Entries that are whole, each signed and in its place: {facts}.")
        told = [of.format(facts=words.figure(report.facts))]
        if report.rebuilt:
            told.append(self.tr("What the screens show of them was made anew."))
        if report.unproven:
            told.append(self.tr("%Ln laptops are not known here by name yet.", "", report.unproven))
        if state.given_up is not None:
            told.append(self.tr("%Ln entries are given up.", "", state.given_up))
        if state.missing:
            told.append(words.in_a_row(words.problem(FactsMissing(missing=state.missing))))
            return self.tr("Some are missing"), ChipTone.STOP, words.in_a_row(told)
        return self.tr("Whole"), ChipTone.GO, words.in_a_row(told)

    def _how_far(self, state: UpkeepState) -> str:
        if state.whole:
            far = self.tr("{done} of {whole} entries proven")
            return far.format(done=words.figure(state.done), whole=words.figure(state.whole))
        if state.doing is Doing.REPAIRING:
            return self.tr("What the screens show is made anew from the entries…")
        return self.tr("What the screens show is compared with the entries…")

    def _backups(self, state: UpkeepState) -> tuple[str, ...]:
        if state.backups is None:
            return ()
        return tuple(map(self._backup, state.backups)) or (self.tr("No backup yet."),)

    def _backup(self, backup: KeptBackup) -> str:
        written = bidi.code(f"{self._in_force.forum.local(backup.file.written):%Y-%m-%d %H:%M}")
        size = bidi.code(f"{backup.file.size / _MEBIBYTE:.1f} MB")
        if not backup.readable:
            untold = self.tr("what is in it cannot be told")
            return f"{written} · {untold} · {size}"
        people, facts = self.tr("%Ln people", "", backup.people), self.tr("%Ln entries", "", backup.facts)
        return f"{written} · {people} · {facts} · {size}"
