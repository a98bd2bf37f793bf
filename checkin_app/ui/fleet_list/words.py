"""A list of buses on its way in, in words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject

from checkin_app.domain.buses import NEEDED, Bus, values_of
from checkin_app.domain.forum import Forum
from checkin_app.domain.ids import BusCode
from checkin_app.domain.outcomes import Verdict
from checkin_app.domain.row_lists import RowFlaw
from checkin_app.services.ports.stations import ForumInForce
from checkin_app.ui import words, words_fields
from checkin_app.ui.fleet_list.state import FleetListState, Part, Work
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.paint import PART
from checkin_app.ui.kit.rows import RowView
from checkin_app.ui.kit.worded import Worded
from checkin_app.ui.words_details import detail

#: Fields of a new bus that are said on its row before any other.
_FIRST = ("plate", "licensed_seats", "usable_seats")


@dataclass(frozen=True, slots=True)
class FleetListView:
    """Everything the panel draws, in words."""

    title: str
    line: str
    parts: tuple[tuple[str, str], ...] = ()
    rows: Sequence[RowView] = ()
    message: str = ""
    message_line: str = ""
    is_trouble: bool = False
    foot: str = ""
    foot_line: str = ""
    take: str = ""
    take_back: str = ""


class FleetListWords(QObject):
    """Words in the language in use; looked up when shown."""

    def __init__(self, in_force: ForumInForce) -> None:
        super().__init__()
        self._in_force = in_force

    def view(self, state: FleetListState) -> FleetListView:
        message, line = self._message(state)
        return FleetListView(
            title=bidi.name(state.file.name) if state.file else self.tr("Take in a list of buses"),
            line=self._line(state),
            parts=self._parts(state),
            rows=self._rows(state),
            message=message,
            message_line=line,
            is_trouble=bool(state.trouble),
            foot=self._foot(state),
            foot_line=state.note,
            take=self._take(state),
            take_back=self._take_back(state),
        )

    def done(self, state: FleetListState) -> str:
        """Return what is said once a list counts."""
        return self.tr("Taken in: {what}").format(what=self._figures(state))

    def gone(self) -> str:
        return self.tr("The list was taken back: its buses are as they were before.")

    def _line(self, state: FleetListState) -> str:
        if state.list_ is None:
            return self.tr("CSV or XLSX: a row for each bus, headed code, route, plate, licensed seats…")
        as_they_are = self.tr("%Ln buses stay as they are", "", state.list_.unchanged) if state.list_.unchanged else ""
        sheet = bidi.name(state.preview.sheet) if state.preview and len(state.preview.sheets) > 1 else ""
        return PART.join(part for part in (sheet, as_they_are) if part)

    def _parts(self, state: FleetListState) -> tuple[tuple[str, str], ...]:
        if state.list_ is None:
            return ()
        said = {
            Part.REFUSED: self.tr("To be put right {n}"),
            Part.ADDED: self.tr("New {n}"),
            Part.CHANGED: self.tr("Changed {n}"),
        }
        counts = state.counts
        return tuple((part.value, text.format(n=bidi.code(str(counts[part])))) for part, text in said.items())

    # ---- the rows

    def _rows(self, state: FleetListState) -> Sequence[RowView]:
        list_ = state.list_
        if list_ is None:
            return ()
        match state.part:
            case Part.REFUSED:
                flaws: dict[int, list[RowFlaw]] = {}
                for flaw in list_.flaws:
                    flaws.setdefault(flaw.row, []).append(flaw)
                some = list(flaws.values())
                return Worded(len(some), lambda place: self._refused(some[place]))
            case Part.ADDED:
                added = list_.added
                return Worded(len(added), lambda at: self._row(added[at].code, state, PART.join(self._of(added[at]))))
            case Part.CHANGED:
                changed = list(list_.changed.items())
                return Worded(
                    len(changed), lambda at: self._row(changed[at][0], state, PART.join(self._changes(changed[at][1])))
                )

    def _refused(self, flaws: Sequence[RowFlaw]) -> RowView:
        """Return a row that has to be put right, with all that is wrong with it."""
        return RowView(
            self.tr("Row {n}").format(n=bidi.code(str(flaws[0].row))),
            PART.join(detail(each.why) for each in flaws),
            verdict=Verdict.STOP,
        )

    def _row(self, code: BusCode, state: FleetListState, line: str) -> RowView:
        row = state.list_.rows.get(code, 0) if state.list_ else 0
        bus = self.tr("Bus {bus}").format(bus=bidi.code(code))
        icon = "plus" if state.part is Part.ADDED else "arrows-clockwise"
        return RowView(bus, line, self._number(row) if row else "", icon=icon)

    def _number(self, row: int) -> str:
        return self.tr("row {n}").format(n=bidi.code(str(row)))

    def _of(self, bus: Bus) -> Iterator[str]:
        values = values_of(bus)
        names = (*_FIRST, *(name for name in values if name not in {*_FIRST, *NEEDED}))
        return self._changes({name: values[name] for name in names if values[name] not in ("", [], 0)})

    def _changes(self, values: Mapping[str, Any]) -> Iterator[str]:
        forum: Forum = self._in_force.forum
        for name, held in values.items():
            said = words_fields.value(name, list(held) if isinstance(held, tuple) else held, forum)
            yield f"{words_fields.of_bus(name)} {said}"

    # ---- what can be done

    def _message(self, state: FleetListState) -> tuple[str, str]:
        if state.trouble:
            return state.trouble, ""
        if state.work is Work.READING:
            return self.tr("Reading…"), ""
        if state.preview is None:
            first = self.tr("Choose a list, or drop it here")
            return first, self.tr(
                "What it would change is shown first. Nothing is written before it is held and taken in."
            )
        nothing = {
            Part.REFUSED: self.tr("Nothing has to be put right"),
            Part.ADDED: self.tr("No bus is new"),
            Part.CHANGED: self.tr("No bus is changed"),
        }
        return nothing[state.part], ""

    def _foot(self, state: FleetListState) -> str:
        if state.preview is None or state.taken:
            return ""
        counts = state.counts
        if counts[Part.REFUSED]:
            return self.tr("A list counts as a whole: put these rows right in the file, and choose it again.")
        if not counts[Part.ADDED] + counts[Part.CHANGED]:
            return self.tr("All of its buses are here, as it says.")
        return self.tr("Nothing was written yet.")

    def _figures(self, state: FleetListState) -> str:
        counts = state.counts
        said = (
            (counts[Part.ADDED], self.tr("%Ln new buses", "", counts[Part.ADDED])),
            (counts[Part.CHANGED], self.tr("%Ln changed", "", counts[Part.CHANGED])),
        )
        return words.say("List", ", ").join(text for count, text in said if count)

    def _take(self, state: FleetListState) -> str:
        return self.tr("Hold: take in {what}").format(what=self._figures(state))

    def _take_back(self, state: FleetListState) -> str:
        return self.tr("Hold: take it back") if state.taken else self.tr("Hold: take the last list back")
