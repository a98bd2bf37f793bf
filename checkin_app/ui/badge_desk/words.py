"""What the badge desk says of reasons, printers and jobs."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from checkin_app.domain.outcomes import Verdict
from checkin_app.runtime.settings import PrinterSettings
from checkin_app.ui.badge_desk.queue import JobView, PrinterView
from checkin_app.ui.badge_desk.state import Holder, JobLine, PrinterLine, PrinterPhase, Why
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.chips import ChipTone
from checkin_app.ui.print_jobs import JobPhase


class BadgeDeskWords(QObject):
    """Texts are looked up when asked for, so that the language may change in between."""

    def reason(self, why: Why) -> str:
        match why:
            case Why.LOST:
                return self.tr("Lost")
            case Why.DAMAGED:
                return self.tr("Damaged or unreadable")
            case Why.DETAILS_WRONG:
                return self.tr("Name or details wrong")
            case Why.CATEGORY_CHANGED:
                return self.tr("Category changed")
            case Why.FIRST_PRINT_FAILED:
                return self.tr("First print failed")

    def void(self, holder: Holder, issue: int | None) -> str:
        """Say that the badge whose number was typed is void already; empty where it is the valid one."""
        if issue is None or issue >= holder.issue:
            return ""
        words = self.tr("Badge {number} is void: {valid} took its place.")
        return words.format(number=bidi.code(holder.number(issue)), valid=bidi.code(holder.number(holder.issue)))

    def printer(self, line: PrinterLine, *, chosen: bool) -> PrinterView:
        chip, tone = self._printer_chip(line.phase)
        return PrinterView(line.name, line.title, line.detail, chip, tone, chosen=chosen)

    def _printer_chip(self, phase: PrinterPhase) -> tuple[str, ChipTone]:
        match phase:
            case PrinterPhase.READY:
                return self.tr("Ready"), ChipTone.GO
            case PrinterPhase.PRINTING:
                return self.tr("Printing"), ChipTone.QUIET
            case PrinterPhase.PAUSED:
                return self.tr("Paused"), ChipTone.ASK

    def job(self, line: JobLine) -> JobView:
        title = f"{bidi.code(line.badge)} · {bidi.name(line.name)}"
        where = bidi.name(line.printer)
        match line.phase:
            case JobPhase.UNKNOWN:
                asks = self.tr("{printer} · did it come out?").format(printer=where)
                yes, no = self.tr("Yes"), self.tr("No")
                return JobView(line.job, title, asks, verdict=Verdict.UNREADABLE, yes=yes, no=no)
            case JobPhase.FAILED:
                return JobView(line.job, title, line.detail or where, verdict=Verdict.ASK, retry=self.tr("Retry"))
            case JobPhase.PRINTED | JobPhase.TAKEN:
                chip = self.tr("Taken") if line.phase is JobPhase.TAKEN else self.tr("Came out")
                return JobView(line.job, title, where, verdict=Verdict.GO, chip=chip, tone=ChipTone.GO)
            case _:
                chip, icon = self._under_way(line.phase)
                tone = ChipTone.INFO if line.phase is JobPhase.PRINTING else ChipTone.QUIET
                return JobView(line.job, title, where, icon=icon, chip=chip, tone=tone)

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


def printer_lines(printers: Sequence[PrinterSettings], jobs: Sequence[JobLine]) -> tuple[PrinterLine, ...]:
    """Return the printers as their newest jobs show them; `jobs` come newest first."""
    return tuple(_printer_line(printer, jobs) for printer in printers)


def _printer_line(printer: PrinterSettings, jobs: Sequence[JobLine]) -> PrinterLine:
    mine = [job for job in jobs if job.printer == printer.name]
    begun = next((job for job in mine if job.phase is not JobPhase.WAITING and not job.of_badge), None)
    phase, detail = PrinterPhase.READY, printer.target
    if begun and begun.phase is JobPhase.FAILED:
        phase, detail = PrinterPhase.PAUSED, begun.detail
    elif begun and begun.phase is JobPhase.PRINTING:
        phase = PrinterPhase.PRINTING
    return PrinterLine(printer.name, printer.name, phase, detail)
