"""What the badge desk says of reasons, printers and jobs."""

from PySide6.QtCore import QObject

from checkin_app.domain.outcomes import Verdict
from checkin_app.ui.badge_desk.queue import JobView, PrinterView
from checkin_app.ui.badge_desk.state import JobLine, JobPhase, PrinterLine, PrinterPhase, Why
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.chips import ChipTone


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
            case PrinterPhase.MISSING:
                return self.tr("Not there"), ChipTone.ASK

    def job(self, line: JobLine) -> JobView:
        title = f"{bidi.code(line.badge)} · {bidi.name(line.name)}"
        where = bidi.name(line.printer)
        match line.phase:
            case JobPhase.WAITING:
                return JobView(line.job, title, where, icon="clock", chip=self.tr("Waiting"))
            case JobPhase.PRINTING:
                return JobView(line.job, title, where, icon="printer", chip=self.tr("Printing"), tone=ChipTone.INFO)
            case JobPhase.SENT:
                return JobView(line.job, title, where, icon="printer", chip=self.tr("Sent"), tone=ChipTone.QUIET)
            case JobPhase.TAKEN:
                chip = self.tr("Came out")
                return JobView(line.job, title, where, verdict=Verdict.GO, chip=chip, tone=ChipTone.GO)
            case JobPhase.UNKNOWN:
                asks = self.tr("{printer} · did it come out?").format(printer=where)
                yes, no = self.tr("Yes"), self.tr("No")
                return JobView(line.job, title, asks, verdict=Verdict.UNREADABLE, yes=yes, no=no)
            case JobPhase.FAILED:
                why = " · ".join(part for part in (where, line.detail) if part)
                return JobView(line.job, title, why, verdict=Verdict.ASK, retry=self.tr("Retry"))
            case JobPhase.CANCELLED:
                return JobView(line.job, title, where, icon="x", chip=self.tr("Cancelled"))
