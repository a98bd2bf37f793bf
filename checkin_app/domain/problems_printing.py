"""Trouble with printers that say so before anything is sent; ``problems`` draws the tree of all."""

from checkin_app.domain.problems import PrintProblem
from checkin_app.domain.texts import QT_TRANSLATE_NOOP


class PrinterNotReady(PrintProblem):
    key = "printer_not_ready"
    sentence = QT_TRANSLATE_NOOP("Problem", "The printer {printer} is not ready: {detail}.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Put that right: the badge waits, and is printed then.")
