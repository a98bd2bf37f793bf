"""What the badge desk says of people, badges, reasons, printers and jobs."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from PySide6.QtCore import QObject

from checkin_app.domain.ids import Instant
from checkin_app.domain.outcomes import Verdict
from checkin_app.runtime.settings import PrinterSettings
from checkin_app.ui import words, words_badges, words_notices
from checkin_app.ui.badge_desk.hands_words import HandsWords
from checkin_app.ui.badge_desk.holder import HolderView
from checkin_app.ui.badge_desk.printer_lines import ChosenBy, PrinterLine, PrinterPhase
from checkin_app.ui.badge_desk.queue import JobView, PrinterView
from checkin_app.ui.badge_desk.state import BadgeDeskState, Holder, JobLine, Why
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.chips import ChipTone
from checkin_app.ui.kit.paint import PART
from checkin_app.ui.print_jobs import FEW_LABELS, JobPhase, held_here, stands_in, used_all_the_same


@dataclass(frozen=True, slots=True)
class PreviewView:
    """The badge as it will print, in words; with a `hint` there is none to show."""

    save: str
    hint: str = ""
    png: bytes = b""
    size: str = ""
    reading: str = ""
    reads: bool = False
    objection: str = ""
    spelling: str = ""
    """What lets another name stand on the badge; empty where nothing does."""


class BadgeDeskWords(QObject):
    """Texts are looked up when asked for, so that the language may change in between."""

    def __init__(self, time: Callable[[Instant], str]) -> None:
        """Speak of instants by `time`, as the forum's clock has it."""
        super().__init__()
        self._time = time
        self.hands = HandsWords(time)

    # ---- whose badge

    def begin(self) -> str:
        return self.tr("Scan the guest's old badge or find the name")

    def help(self) -> str:
        return self.tr(
            "Scan a badge that is handed over, or find the guest. Choose why a new one is needed with a number key, look at "
            "the badge as it will come out, and print it with Ctrl P. Where a former badge stops working by it, hold the "
            "button or Ctrl P until it is full. Y and N answer whether a badge came out, B says that the guest has it. "
            "Several for one person: M, the other badges, then K and who it is. L prints the Latin name alone where the fonts "
            "lack a letter of the other. Ctrl Z takes that back."
        )

    def unread(self) -> str:
        return self.tr("This code belongs to no badge here. Find the name.")

    def nobody(self) -> str:
        return self.tr("Nobody fits. Try fewer letters, or the organisation.")

    def undecided(self, state: BadgeDeskState) -> str:
        return self.tr("Choose with ↑ ↓") if state.candidates and state.marked < 0 else ""

    def holder(self, state: BadgeDeskState, holder: Holder) -> HolderView:
        """Return the person, and what printing would do."""
        return HolderView(
            name=holder.name,
            latin=holder.latin,
            organisation=holder.organisation,
            chips=self._chips(holder),
            question=self.tr("Why a new badge?") if state.replaces and not holder.revoked else "",
            why=state.why,
            consequence=self._consequence(state, holder),
            note=state.note,
            act=state.act,
            lasting=state.replaces,
            print_words=self._print_words(state, holder),
            ready=state.ready and bool(state.printer),
        )

    def _print_words(self, state: BadgeDeskState, holder: Holder) -> str:
        said = self.tr("Hold: print badge {number}") if state.replaces else self.tr("Print badge {number}")
        return said.format(number=bidi.code(holder.number(state.issue)))

    def _chips(self, holder: Holder) -> tuple[tuple[str, ChipTone], ...]:
        number = self.tr("Badge {number}").format(number=bidi.code(holder.number(holder.issue)))
        if holder.revoked:
            return ((self.tr("Badge void"), ChipTone.STOP), (number, ChipTone.QUIET))
        if holder.inside_since is None:
            return ((number, ChipTone.QUIET),)
        time = self.tr("In {time}").format(time=bidi.code(self._time(holder.inside_since)))
        return ((time, ChipTone.GO), (number, ChipTone.QUIET))

    def _consequence(self, state: BadgeDeskState, holder: Holder) -> str:
        if holder.revoked:
            return self.tr("This guest's badge was taken back. Call the event lead.")
        if state.saved_as:
            return self.tr("Saved as {file}.").format(file=bidi.name(state.saved_as))
        if state.done:
            return self.tr("Badge {number} is on its way to the printer.").format(number=bidi.code(state.done))
        if not state.printer:
            return self.tr("No printer is set up: save the badge as a PDF, or ask the event lead to set one up.")
        if not state.replaces:
            return self.tr("This badge has not been printed yet. No other one stops working.")
        words = self.tr("Badge {number} stops working on this laptop at once, and on the others as they hear of it.")
        return words.format(number=bidi.code(holder.number(holder.issue)))

    # ---- the preview

    def preview(self, state: BadgeDeskState) -> PreviewView:
        preview = state.preview
        save = self.tr("Hold: save as PDF") if state.replaces else self.tr("Save as PDF")
        if state.holder is None:
            return PreviewView(save, self.tr("The badge is shown here as it will print."))
        if preview is None:
            return PreviewView(save, self.tr("Drawing the badge…"))
        objection = words.in_a_row(preview.objections)
        spelling = self._spelling(state)
        if not preview.png:
            return PreviewView(save, reads=preview.reads_back, objection=objection, spelling=spelling)
        reading = self.tr("Code reads back") if preview.reads_back else self.tr("Code does not read back")
        size = self.tr("A6, actual layout")
        return PreviewView(save, "", preview.png, size, reading, preview.reads_back, objection, spelling)

    def _spelling(self, state: BadgeDeskState) -> str:
        if state.offers_latin:
            return self.tr("Latin name alone")
        return self.tr("Both names again") if state.takes_latin_back else ""

    # ---- reasons, printers and jobs

    def reason(self, why: Why) -> str:
        return words_badges.why(why.value)

    def void(self, holder: Holder, issue: int | None) -> str:
        """Say that the badge whose number was typed is void already; empty where it is the valid one."""
        if issue is None or issue >= holder.issue:
            return ""
        words = self.tr("Badge {number} is void: {valid} took its place.")
        return words.format(number=bidi.code(holder.number(issue)), valid=bidi.code(holder.number(holder.issue)))

    def all_came_out(self, asked: int) -> str:
        """Return what answers several questions at once; empty where there are not several."""
        return self.tr("Hold: all %Ln badges came out", "", asked) if asked > 1 else ""

    def waiting(self, state: BadgeDeskState) -> str:
        return self.tr("%Ln waiting", "", state.waiting_jobs) if state.waiting_jobs else ""

    def printer(self, line: PrinterLine, state: BadgeDeskState) -> PrinterView:
        """Return a printer, how many labels it has, and of the one that badges go to why that is the one."""
        chip, tone = self._printer_chip(line.phase)
        mine, few = line.name == state.printer, line.left is not None and line.left <= FEW_LABELS
        if few and line.phase is not PrinterPhase.PAUSED:
            chip, tone = self.tr("Few labels"), ChipTone.ASK
        left = self.tr("%Ln labels left", "", line.left) if line.left is not None else ""
        other = self.tr("meanwhile {printer}").format(printer=bidi.name(line.other)) if line.other else ""
        told = PART.join(filter(None, (line.detail, left, other, self._why(state.chosen_by) if mine else "")))
        return PrinterView(line.name, line.title, told, chip, tone, chosen=mine and len(state.printers) > 1)

    def _why(self, chosen_by: ChosenBy) -> str:
        match chosen_by:
            case ChosenBy.ALONE:
                return self.tr("the only one here")
            case ChosenBy.HAND:
                return self.tr("chosen at this desk")
            case ChosenBy.SETTINGS:
                return self.tr("chosen in Settings")
            case ChosenBy.ABLE:
                return self.tr("the first that works")

    def _printer_chip(self, phase: PrinterPhase) -> tuple[str, ChipTone]:
        match phase:
            case PrinterPhase.READY:
                return self.tr("Ready"), ChipTone.GO
            case PrinterPhase.PRINTING:
                return self.tr("Printing"), ChipTone.QUIET
            case PrinterPhase.PAUSED:
                return self.tr("Paused"), ChipTone.ASK

    def job(self, line: JobLine) -> JobView:
        known = f"{bidi.code(line.badge)} · {bidi.name(line.name)}"
        title = known if line.badge else words_notices.nameless()
        where = bidi.name(line.printer)
        match line.phase:
            case JobPhase.UNKNOWN:
                asks = line.detail or self.tr("{printer} · did it come out?").format(printer=where)
                yes, no = self.tr("Yes"), self.tr("No")
                return JobView(line.job, title, asks, verdict=Verdict.UNREADABLE, yes=yes, no=no)
            case JobPhase.FAILED:
                retry, look = ("", self.tr("Look")) if line.stands and line.badge else (self.tr("Retry"), "")
                return JobView(line.job, title, line.detail or where, verdict=Verdict.ASK, retry=retry, look=look)
            case JobPhase.TAKEN:
                told, chip = PART.join(filter(None, (where, self._taken(line)))), self.tr("Taken")
                return JobView(line.job, title, told, verdict=Verdict.GO, chip=chip, tone=ChipTone.GO)
            case JobPhase.PRINTED:
                chip = self.tr("Came out")
                return JobView(line.job, title, where, verdict=Verdict.GO, chip=chip, tone=ChipTone.GO)
            case _:
                chip, icon = self._under_way(line.phase)
                tone = ChipTone.INFO if line.phase is JobPhase.PRINTING else ChipTone.QUIET
                told = f"{where} · {line.detail}" if line.detail else where
                return JobView(line.job, title, told, icon=icon, chip=chip, tone=tone)

    def _taken(self, line: JobLine) -> str:
        time = bidi.code(self._time(line.at)) if line.at is not None else ""
        if not line.collector:
            return time
        return words_badges.taken_along(bidi.name(line.collector), time)

    def _under_way(self, phase: JobPhase) -> tuple[str, str]:
        """Return the word and the icon of a job that asks for nothing."""
        match phase:
            case JobPhase.WAITING:
                return self.tr("Waiting"), "clock"
            case JobPhase.PRINTING:
                return self.tr("Printing"), "printer"
            case JobPhase.SENT:
                return self.tr("Sent"), "printer"
            case _:
                return self.tr("Cancelled"), "x"


#: Of a printer such a job says nothing: it waits, or was taken back before anything could leave the printer.
_NOT_BEGUN = frozenset({JobPhase.WAITING, JobPhase.CANCELLED})


def printer_lines(
    printers: Sequence[PrinterSettings],
    jobs: Sequence[JobLine],
    troubles: Mapping[str, str] = MappingProxyType({}),
    used: Mapping[str, int] = MappingProxyType({}),
) -> tuple[PrinterLine, ...]:
    """Return the printers as they are known to be in trouble, in words, or else as their newest jobs show them.

    `jobs` come newest first; `used` says how many labels badges took at each since its roll was put in.
    """
    lines = tuple(
        replace(_printer_line(each, jobs, troubles.get(each.name, "")), left=each.left_after(used.get(each.name, 0)))
        for each in printers
    )
    return tuple(_standing_in(line, printer, printers, lines) for line, printer in zip(lines, printers, strict=True))


def _standing_in(
    line: PrinterLine, printer: PrinterSettings, printers: Sequence[PrinterSettings], lines: Sequence[PrinterLine]
) -> PrinterLine:
    """Return a printer's line; of one that takes over from another of its group, it says for which, and the reverse."""
    if line.phase is PrinterPhase.PAUSED and printer.group:
        able = [
            other.name
            for other, theirs in zip(printers, lines, strict=True)
            if other.group == printer.group and theirs.phase is not PrinterPhase.PAUSED
        ]
        return replace(line, other=able[0]) if able else line
    others = [
        other.name
        for other, theirs in zip(printers, lines, strict=True)
        if printer.group and other.group == printer.group and theirs.phase is PrinterPhase.PAUSED
    ]
    if line.phase is PrinterPhase.PAUSED or not others:
        return line
    return replace(line, detail=stands_in(others[0]))


def _printer_line(printer: PrinterSettings, jobs: Sequence[JobLine], trouble: str) -> PrinterLine:
    if printer.paused or trouble:
        detail = held_here(printer.paused) if printer.paused else trouble
        return PrinterLine(printer.name, printer.name, PrinterPhase.PAUSED, detail)
    mine = [job for job in jobs if job.printer == printer.name]
    begun = next((job for job in mine if job.phase not in _NOT_BEGUN and not job.of_badge), None)
    phase, detail = PrinterPhase.READY, used_all_the_same(printer.allowed) or printer.target
    if begun and begun.phase is JobPhase.FAILED:
        phase, detail = PrinterPhase.PAUSED, begun.detail
    elif begun and begun.phase is JobPhase.PRINTING:
        phase = PrinterPhase.PRINTING
    return PrinterLine(printer.name, printer.name, phase, detail)
