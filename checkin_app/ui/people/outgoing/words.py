"""Puts the files that go out into words."""

from dataclasses import dataclass

from checkin_app.domain.attendance import Occasion
from checkin_app.domain.forum import Session
from checkin_app.domain.hand_outs import HandedOut, HandOut
from checkin_app.services.ports.stations import ForumInForce
from checkin_app.ui import words, words_buses
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.rows import RowView
from checkin_app.ui.people.outgoing.state import Outgoing, OutgoingState
from checkin_app.ui.words_outgoing import FileWords


@dataclass(frozen=True, slots=True)
class OutgoingView:
    """Everything the page shows, in words."""

    rows: tuple[RowView, ...]
    foot: str
    foot_line: str
    saves: tuple[tuple[str, str], ...]
    """The forms that the chosen file can be written in: an ending and the words of its button, the first one first."""
    take_back: str


class OutgoingWords(FileWords):
    """Words in the language in use; looked up when shown."""

    def __init__(self, in_force: ForumInForce) -> None:
        super().__init__()
        self._in_force = in_force

    def view(self, state: OutgoingState) -> OutgoingView:
        foot, foot_line = self._foot(state)
        words_of = {"xlsx": self.tr("Save as XLSX"), "csv": self.tr("Save as CSV"), "pdf": self.tr("Save as PDF")}
        take_back = self.giving_up()
        saves = tuple((each, words_of[each]) for each in state.chosen.kind.endings)
        return OutgoingView(tuple(self._file(state, each) for each in state.files), foot, foot_line, saves, take_back)

    def file_name(self, file: Outgoing, time: str) -> str:
        """Return what a file is called on disk; ids are safe in a file's name, names of sessions are not."""
        said = {
            HandOut.EVERYBODY: self.tr("Everybody {time}"),
            HandOut.CODES: self.tr("Codes {time}"),
            HandOut.BADGES: self.tr("Badges {time}"),
            HandOut.ATTENDANCE: self.tr("Attendance {occasion} {time}"),
        }
        return said[file.kind].format(occasion=file.wanted.occasion, time=time)

    def _foot(self, state: OutgoingState) -> tuple[str, str]:
        if state.writing:
            return self.under_way(state.done, state.whole)
        if isinstance(state.result, HandedOut):
            return self.saved(state.result.file), self._written(state.result)
        if state.taken_back:
            return self.given_up()
        if state.result:
            return state.result, ""
        return self._holds(state.chosen.kind), self.tr("The file goes to the documents folder.")

    def _written(self, result: HandedOut) -> str:
        said = self.tr("%Ln people", "", result.written)
        if result.issued:
            said = self.tr("{people} · they count as issued").format(people=said)
        if not result.left_out:
            return said
        return f"{said} · {self.undrawn(result.left_out)}"

    def _file(self, state: OutgoingState, file: Outgoing) -> RowView:
        if file.occasion is not None:
            return self._row(state, file.occasion)
        if file.kind is HandOut.CODES:
            line = self.tr("A table of names, mail addresses and each person’s valid code")
            return RowView(title=self.tr("Codes for mailing out"), line=line, icon="file-csv")
        if file.kind is HandOut.BADGES:
            line = self.tr("One PDF of everybody’s valid badge, for a print shop")
            return RowView(title=self.tr("All badges"), line=line, icon="identification-badge")
        line = self.tr("Every field, the badge number and codes: imported again, it changes nothing")
        return RowView(title=self.tr("Everybody"), line=line, icon="users")

    def _row(self, state: OutgoingState, occasion: Occasion) -> RowView:
        figures = state.figures.get(str(occasion.id))
        said = self.tr("{came} of {expected} came")
        line = said.format(came=words.figure(figures.came), expected=words.figure(figures.expected)) if figures else ""
        if not isinstance(occasion, Session):
            said = self.tr("{aboard} aboard, {listed} listed")
            line = (
                said.format(aboard=words.figure(figures.came), listed=words.figure(figures.expected)) if figures else ""
            )
            return RowView(title=words_buses.route(self._in_force.forum, occasion.id), line=line, icon="bus")
        name = bidi.name(occasion.name.in_(words.spoken()))
        starts = self._in_force.forum.in_hall(occasion.starts)
        return RowView(title=name, line=line, time=f"{starts:%m-%d %H:%M}", icon="flag")

    def _holds(self, kind: HandOut) -> str:
        match kind:
            case HandOut.EVERYBODY:
                return self.tr("Holds phone numbers and e-mail addresses")
            case HandOut.CODES:
                return self.tr("Keep it like a list of guests: whoever has a code can enter")
            case HandOut.BADGES:
                return self.counts()
            case HandOut.ATTENDANCE:
                return self.tr("Who came, who has not, and when")
