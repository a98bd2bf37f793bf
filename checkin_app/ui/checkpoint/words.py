"""What the checkpoint screen says of a checkpoint."""

from datetime import date

from PySide6.QtCore import QObject

from checkin_app.domain.buses import BusState
from checkin_app.domain.forum import Doors
from checkin_app.ui import words, words_buses
from checkin_app.ui.checkpoint import state as states
from checkin_app.ui.checkpoint.rows import CheckpointRow
from checkin_app.ui.checkpoint.state import CheckpointState, Choice, Kind
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.chips import ChipTone
from checkin_app.ui.kit.person import FactRow


class CheckpointWords(QObject):
    """Texts are looked up when asked for, so that the language may change in between."""

    def day(self, number: int, day: date) -> str:
        return self.tr("Day {number} · {date}").format(number=number, date=bidi.code(f"{day:%m-%d}"))

    def notice(self, state: CheckpointState) -> str:
        """Return what the clock says of all checkpoints, or nothing."""
        if state.clocks_apart and state.now is not None:
            time = bidi.code(f"{state.now:%H:%M}")
            return self.tr("Another laptop's clock differs. Is it {time} now?").format(time=time)
        opens = state.opens_next()
        if opens is not None:
            return self.tr("Nothing is open until {time}.").format(time=bidi.code(f"{opens:%H:%M}"))
        if not state.rehearsal and state.now is not None and state.choices and not state.open_now():
            return self.tr("Nothing is open now.")
        return ""

    def rehearsal(self, state: CheckpointState) -> tuple[str, str]:
        if not state.rehearsal:
            return "", ""
        line = self.tr("Today is none of the forum's days: the clock has no say, and scans do not count for the event.")
        return self.tr("Rehearsal"), line

    def rivals(self, state: CheckpointState) -> str:
        others = states.rivals(state)
        if not others:
            return ""
        names = words.say("List", ", ").join(bidi.name(each.name) for each in others)
        return self.tr("By the clock {names} is open too. Look at the sign on the door.").format(names=names)

    def still(self, state: CheckpointState) -> str:
        """Return what scans are decided on until somebody confirms."""
        current = state.current_choice
        if current is None:
            return self.tr("Until you confirm, scans are not decided.")
        if state.changes_nothing and not state.by_hand:
            return self.tr("Scans use this one now, by room and clock.")
        if state.changes_nothing:
            return self.tr("Scans use this one now.")
        return self.tr("Scans still use {name}.").format(name=bidi.name(current.name))

    def take(self, choice: Choice) -> tuple[str, str]:
        """Return what confirms a choice, and the same in short."""
        if choice.kind is Kind.BUS:
            said = self.tr("Scan at bus {bus}").format(bus=bidi.code(choice.name))
            return said, said
        return self.tr("Check {name}").format(name=choice.name), self.tr("Check this session")

    def keep(self, state: CheckpointState) -> tuple[str, str]:
        """Return what leaves everything as it is, and the same in short."""
        current = state.current_choice
        if current is None or state.changes_nothing:
            said = self.tr("Back to scanning")
            return said, said
        return self.tr("Keep {name}").format(name=current.name), self.tr("Change nothing")

    def row(self, choice: Choice, state: CheckpointState) -> CheckpointRow:
        bus = choice.kind is Kind.BUS
        chip, tone, icon, plain = self._bus_chip(choice) if bus else self._session_chip(choice, state)
        return CheckpointRow(
            checkpoint=choice.checkpoint,
            time=f"{choice.starts:%H:%M}" if bus else f"{choice.starts:%H:%M}–{choice.ends:%H:%M}",
            name=choice.route if bus else choice.name,
            line=self._line(choice),
            bus=choice.name if bus else "",
            chip=chip,
            tone=tone,
            icon=icon,
            plain=plain,
        )

    def bus_title(self, choice: Choice) -> str:
        return self.tr("Bus {bus}").format(bus=bidi.code(choice.name))

    def facts(self, choice: Choice) -> tuple[FactRow, ...]:
        bus = choice.kind is Kind.BUS
        rows = (
            FactRow(self.tr("Route"), choice.route if bus else ""),
            FactRow(self.tr("Bay") if bus else self.tr("Place"), choice.place),
            FactRow(self.tr("Leaves") if bus else self.tr("Doors"), bidi.code(self._doors(choice))),
            FactRow(self.tr("Enter"), "" if bus else self._admitted(choice)),
            FactRow(self.tr("Counted"), self._counted(choice)),
        )
        return tuple(row for row in rows if row.value)

    def _doors(self, choice: Choice) -> str:
        return f"{choice.starts:%H:%M}" if choice.kind is Kind.BUS else f"{choice.opens:%H:%M}"

    def _admitted(self, choice: Choice) -> str:
        comma = words.say("List", ", ")
        return comma.join(choice.admits) if choice.admits else self.tr("every category")

    def _counted(self, choice: Choice) -> str:
        if choice.arrived is None:
            return ""
        if choice.kind is Kind.BUS:
            seats = self.tr("{arrived} of {seats} seats")
            return seats.format(arrived=words.figure(choice.arrived), seats=words.figure(choice.seats or 0))
        said = self.tr("{arrived} of {expected}")
        return said.format(arrived=words.figure(choice.arrived), expected=words.figure(choice.expected or 0))

    def _line(self, choice: Choice) -> str:
        bay = choice.kind is Kind.BUS and choice.place
        parts = [self.tr("bay {bay}").format(bay=bidi.code(choice.place)) if bay else choice.place]
        if choice.expected is not None:
            parts.append(self.tr("{expected} expected").format(expected=words.figure(choice.expected)))
        if choice.arrived:
            arrived = self.tr("{arrived} aboard") if choice.kind is Kind.BUS else self.tr("{arrived} arrived")
            parts.append(arrived.format(arrived=words.figure(choice.arrived)))
        if choice.kind is Kind.SESSION and choice.admits:
            parts.append(self.tr("by category"))
        return " · ".join(part for part in parts if part)

    def _session_chip(self, choice: Choice, state: CheckpointState) -> tuple[str, ChipTone, str, str]:
        if choice.checkpoint == state.current:
            return self.tr("Checking"), ChipTone.INFO, "scan", ""
        match state.doors(choice):
            case Doors.OVER:
                return self.tr("Over"), ChipTone.QUIET, "check", ""
            case Doors.OPEN:
                return self.tr("Doors open"), ChipTone.INFO, "clock", ""
            case Doors.NOT_YET if state.now is not None:
                return "", ChipTone.QUIET, "", self._until(states.minutes_until_open(choice, state.now))
            case _:
                return "", ChipTone.QUIET, "", ""

    def _until(self, minutes: int) -> str:
        if minutes < 60:
            return self.tr("in %Ln min", "", minutes)
        if minutes < 24 * 60:
            return self.tr("in %Ln h", "", round(minutes / 60))
        return self.tr("in %Ln days", "", round(minutes / (24 * 60)))

    def _bus_chip(self, choice: Choice) -> tuple[str, ChipTone, str, str]:
        state = BusState(choice.bus_state)
        word = words_buses.state(state)
        match state:
            case BusState.PLANNED | BusState.READY | BusState.CANCELLED:
                return "", ChipTone.QUIET, "", word
            case BusState.BOARDING:
                return word, ChipTone.INFO, "door-open", ""
            case BusState.FINAL_CALL | BusState.HELD:
                return word, ChipTone.ASK, "bell", ""
            case BusState.EMERGENCY:
                return word, ChipTone.STOP, "warning", ""
            case _:
                return word, ChipTone.QUIET, "users" if state is BusState.COUNTING else "check", ""
