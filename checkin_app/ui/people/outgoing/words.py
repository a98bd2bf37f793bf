"""Puts the lists that go out into words."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from checkin_app.domain.attendance import Occasion
from checkin_app.domain.forum import Forum, Session
from checkin_app.ui import words, words_buses
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.rows import RowView
from checkin_app.ui.people.outgoing.state import OutgoingState


@dataclass(frozen=True, slots=True)
class OutgoingView:
    """Everything the page shows, in words."""

    rows: tuple[RowView, ...]
    foot: str
    foot_line: str


class OutgoingWords(QObject):
    """Words in the language in use; looked up when shown."""

    def __init__(self, forum: Forum) -> None:
        super().__init__()
        self._forum = forum

    def view(self, state: OutgoingState) -> OutgoingView:
        everybody = RowView(
            title=self.tr("Everybody"),
            line=self.tr("Every field, the badge number and codes: imported again, it changes nothing"),
            icon="users",
        )
        rows = (everybody, *(self._row(state, each) for each in state.occasions))
        return OutgoingView(rows, state.said or self._holds(state.chosen), self._where(state))

    def file_name(self, occasion: Occasion | None, time: str) -> str:
        """Return what a list is called on disk; ids are safe in a file's name, names of sessions are not."""
        if occasion is None:
            return self.tr("Everybody {time}").format(time=time)
        return self.tr("Attendance {occasion} {time}").format(occasion=occasion.id, time=time)

    def writing(self) -> str:
        return self.tr("Writing…")

    def written(self, path: str) -> str:
        return self.tr("Saved: {file}").format(file=bidi.code(path))

    def _row(self, state: OutgoingState, occasion: Occasion) -> RowView:
        figures = state.figures.get(str(occasion.id))
        said = self.tr("{came} of {expected} came")
        line = said.format(came=words.figure(figures.came), expected=words.figure(figures.expected)) if figures else ""
        if not isinstance(occasion, Session):
            said = self.tr("{aboard} aboard, {listed} listed")
            line = (
                said.format(aboard=words.figure(figures.came), listed=words.figure(figures.expected)) if figures else ""
            )
            return RowView(title=words_buses.route(self._forum, occasion.id), line=line, icon="bus")
        name = bidi.name(occasion.name.in_(words.spoken()))
        starts = self._forum.in_hall(occasion.starts)
        return RowView(title=name, line=line, time=f"{starts:%m-%d %H:%M}", icon="flag")

    def _holds(self, occasion: Occasion | None) -> str:
        if occasion is None:
            return self.tr("Holds phone numbers and e-mail addresses")
        return self.tr("Who came, who has not, and when")

    def _where(self, state: OutgoingState) -> str:
        return "" if state.said else self.tr("The file goes to the documents folder.")
