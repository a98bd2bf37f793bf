"""Puts the delegate lists that were taken in into words."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from checkin_app.domain.ids import Instant
from checkin_app.domain.operations import ListState, Stage, TakenList
from checkin_app.domain.outcomes import Verdict
from checkin_app.services.ports.stations import ForumInForce
from checkin_app.ui import words
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.rows import RowView
from checkin_app.ui.people.taken.state import TakenState


@dataclass(frozen=True, slots=True)
class TakenView:
    """Everything the page shows, in words."""

    line: str = ""
    rows: tuple[RowView, ...] = ()
    message: str = ""
    message_line: str = ""
    foot: str = ""
    foot_line: str = ""
    take_back: str = ""


class TakenWords(QObject):
    """Words in the language in use; looked up when shown."""

    def __init__(self, in_force: ForumInForce) -> None:
        super().__init__()
        self._in_force = in_force

    def view(self, state: TakenState) -> TakenView:
        if state.lists is None:
            return TakenView(message=state.trouble or self.tr("Reading…"))
        if not state.lists:
            nothing = self.tr("No list was taken in yet")
            return TakenView(message=nothing, message_line=self.tr("A delegate list in XLSX or CSV brings people in."))
        foot, foot_line = self._foot(state)
        return TakenView(
            line=self.tr("%Ln lists, of all laptops that were heard of", "", len(state.lists)),
            rows=tuple(map(self._row, state.lists)),
            foot=foot,
            foot_line=foot_line,
            take_back=self.tr("Hold: take this list back"),
        )

    def _row(self, taken: TakenList) -> RowView:
        new, changed = self.tr("%Ln new", "", taken.registered), self.tr("%Ln changed", "", taken.amended)
        said = {
            ListState.WHOLE: f"{new} · {changed}",
            ListState.UNFINISHED: self._how_far(taken),
            ListState.TAKEN_BACK: self._taken_back(taken),
        }
        return RowView(
            title=self._name(taken),
            line=f"{bidi.name(taken.station)} · {said[taken.state]}",
            time=self._moment(taken.operation.at),
            verdict=Verdict.ASK if taken.state is ListState.UNFINISHED else Verdict.GO,
            struck=taken.state is ListState.TAKEN_BACK,
        )

    def _foot(self, state: TakenState) -> tuple[str, str]:
        taken = state.one
        if taken is None:
            return "", ""
        if state.taking_back:
            said = self.tr("Taking back…")
            if state.whole:
                far = self.tr("{done} of {whole} rows")
                said = f"{said} {far.format(done=words.figure(state.done), whole=words.figure(state.whole))}"
            return said, self.tr("Scans count all the while.")
        if state.trouble:
            return self.tr("{list} was not taken back").format(list=self._name(taken)), state.trouble
        return self._standing(taken)

    def _standing(self, taken: TakenList) -> tuple[str, str]:
        """Return how the chosen list stands, and what taking it back would do."""
        match taken.state:
            case ListState.WHOLE:
                goes = self.tr("%Ln people whom it brought go, unless another list names them", "", taken.registered)
                stays = self.tr("%Ln are as they were before it", "", taken.amended)
                said = [words for words, count in ((goes, taken.registered), (stays, taken.amended)) if count]
                return " · ".join(said), self.tr("Possible until somebody whom it brought is checked in.")
            case ListState.UNFINISHED if taken.operation.stage is Stage.OPEN:
                again = self.tr("None of it counts. Import the same file again, and it goes in whole.")
                return self._rows_of(self.tr("Unfinished: {done} of {whole} rows"), taken), again
            case ListState.UNFINISHED:
                far = self._rows_of(self.tr("Unfinished: {done} of {whole} rows"), taken)
                return far, self.tr("The rest follows by itself.")
            case ListState.TAKEN_BACK:
                back = self._when(self.tr("Taken back at {time} on {laptop}"), taken)
                return back, self.tr("Importing the file again brings it back.")

    def _how_far(self, taken: TakenList) -> str:
        return self._rows_of(self.tr("unfinished: {done} of {whole} rows"), taken)

    def _rows_of(self, said: str, taken: TakenList) -> str:
        return said.format(done=words.figure(taken.taken), whole=words.figure(taken.operation.promised))

    def _taken_back(self, taken: TakenList) -> str:
        return self._when(self.tr("taken back at {time} on {laptop}"), taken)

    def _when(self, said: str, taken: TakenList) -> str:
        at = self._moment(taken.taken_back_at) if taken.taken_back_at is not None else "–"
        return said.format(time=bidi.code(at), laptop=bidi.name(taken.taken_back_by))

    def _name(self, taken: TakenList) -> str:
        return bidi.name(taken.file) if taken.file else self.tr("A list without a name")

    def _moment(self, at: Instant) -> str:
        return self._in_force.forum.local(at).strftime("%Y-%m-%d %H:%M")
