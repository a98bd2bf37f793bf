"""What the strip above a form says: that scanning goes on, and what the last scan came to while somebody typed."""

from PySide6.QtCore import QObject

from checkin_app.domain.outcomes import Decision, Reason, Verdict
from checkin_app.runtime.lanes import Done, Result, Troubled
from checkin_app.services.scanning import ScanOutcome
from checkin_app.ui import theme, words
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.verdict import VerdictStrip


class ScanStrip(QObject):
    """Speaks for one `VerdictStrip`; keeps the last scan, so that it can be said again in another language."""

    def __init__(self, strip: VerdictStrip, telling: words.Telling) -> None:
        super().__init__(strip)
        self._strip, self._telling = strip, telling
        self._last: Result[ScanOutcome] | None = None
        self._kept = ""
        self._short = False

    def retranslate(self, kept: str) -> None:
        """Say everything anew; `kept` is the sentence that what was typed stands."""
        self._kept = kept
        self._say()

    def set_layout(self, layout: theme.Layout) -> None:
        self._short = layout.narrow
        self._strip.set_layout(layout)
        self._say()

    def scanned(self, result: Result[ScanOutcome]) -> None:
        self._last = result
        self._say()

    def ready(self) -> None:
        """Forget the last scan: the screen was opened anew."""
        self._last = None
        self._say()

    def _say(self) -> None:
        back = self.tr("Back")
        if self._last is None:
            self._strip.clear_verdict()
            line = self.tr("Scans still count while you type, and never land in a field.")
            if self._short:
                line = self.tr("Scans still count while you type.")
            self._strip.show_ready(self.tr("Ready to scan"), line, key="Esc", key_words=back)
            return
        verdict, title, line = self._told(self._last)
        self._strip.show_verdict(verdict, title, line, key="Esc", key_words=back)

    def _told(self, result: Result[ScanOutcome]) -> tuple[Verdict, str, str]:
        if isinstance(result, Done):
            return self._decided(result.value)
        told = words.verdict(Decision(Reason.NOT_DECIDED), self._telling)
        line = words.in_a_row(words.problem(result.problem)) if isinstance(result, Troubled) else told.action
        return Verdict.FAULT, told.word, line

    def _decided(self, outcome: ScanOutcome) -> tuple[Verdict, str, str]:
        told = words.verdict(outcome.decision, self._telling)
        name = bidi.name(outcome.delegate.name) if outcome.delegate else ""
        title = " · ".join(part for part in (told.word, name) if part)
        title = f"{title} {bidi.code(self._telling.clock(outcome.at))}"
        verdict = outcome.decision.verdict
        if verdict is Verdict.ASK:
            line = self.tr("{reason} It waits in Recent scans.").format(reason=told.reason)
        elif verdict in {Verdict.GO, Verdict.AGAIN}:
            line = self.tr("Scanned while you were typing. {kept}").format(kept=self._kept)
            line = self._kept if self._short else line
        else:
            line = told.reason
        return verdict, title, line
