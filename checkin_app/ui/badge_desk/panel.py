"""The badge desk's widgets: the person and the reason, the badge as it will print, printers and queue."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from checkin_app.domain.ids import Instant, JobId
from checkin_app.domain.jobs import JobState
from checkin_app.ui import theme
from checkin_app.ui.badge_desk.holder import HolderColumn, HolderView
from checkin_app.ui.badge_desk.side import BadgeDeskSide
from checkin_app.ui.badge_desk.state import BadgeDeskState, Holder, Why
from checkin_app.ui.badge_desk.words import BadgeDeskWords
from checkin_app.ui.kit import bidi, paint
from checkin_app.ui.kit.chips import ChipTone
from checkin_app.ui.print_jobs import AGAIN, CAME_OUT, DID_NOT, no_printer


class BadgeDeskPanel(QWidget):
    """Draws a `BadgeDeskState`; `time` puts an instant into words.

    Signals: `typed` with the text, `entered`, `stepped` with +1 or -1, `picked` with the place of a candidate,
    `reason_chosen` with a `Why`, `print_asked` and `save_asked` with a `Meant` (None where no badge is voided),
    `printer_chosen` with a name, `job_settled` with a `JobId` and the `JobState` that a person saw, `left`.
    """

    typed = Signal(object)
    entered = Signal()
    stepped = Signal(object)
    picked = Signal(object)
    reason_chosen = Signal(object)
    print_asked = Signal(object)
    save_asked = Signal(object)
    printer_chosen = Signal(object)
    job_settled = Signal(object, object)
    left = Signal()

    def __init__(self, time: Callable[[Instant], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._time = time
        self._state = BadgeDeskState()
        self.words = BadgeDeskWords()
        self.holder, self.beside = HolderColumn(), BadgeDeskSide()
        self.preview, self.printers, self.queue = self.beside.preview, self.beside.printers, self.beside.queue
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.holder)
        self._row.addWidget(self.beside, 1)
        self._connect()
        self.set_layout(theme.Layout.REGULAR)

    def _connect(self) -> None:
        field = self.holder.field
        field.edited.connect(self.typed)
        field.entered.connect(lambda _text: self.entered.emit())
        field.stepped.connect(self.stepped)
        field.escaped.connect(self.left)
        self.holder.list.clicked.connect(lambda index: self.picked.emit(index.row()))
        self.holder.reasons.chosen.connect(lambda value: self.reason_chosen.emit(Why(value)))
        for button, asked in ((self.holder.print, self.print_asked), (self.preview.save, self.save_asked)):
            button.clicked.connect(partial(asked.emit, None))
            button.meant.connect(asked)
        self.printers.chosen.connect(self.printer_chosen)
        queue = self.queue
        for seen, state in ((queue.came_out, CAME_OUT), (queue.did_not, DID_NOT), (queue.again, AGAIN)):
            seen.connect(partial(self._settle, state))

    def _settle(self, state: JobState, job: JobId) -> None:
        self.job_settled.emit(job, state)

    def set_layout(self, layout: theme.Layout) -> None:
        margin = theme.margin(layout)
        self._row.setContentsMargins(margin, margin, margin, margin)
        spacing = max(theme.space(2), margin - 4)
        self._row.setSpacing(spacing)
        self.holder.setFixedWidth(theme.widened(layout.of(392, 372, 312)))
        self.holder.set_layout(layout)
        self.beside.set_layout(layout, spacing)

    # ---- drawing

    def retranslate(self) -> None:
        self.holder.set_words(
            (self.tr("Name or badge no."), self.tr("Name or no.")),
            self.tr("People found"),
            self.tr("Scan the guest's old badge or find the name"),
            [self.words.reason(why) for why in Why],
        )
        self.render_state(self._state)

    def render_state(self, state: BadgeDeskState) -> None:
        """Draw everything the state says; the field is written only where it says something else."""
        former, self._state = self._state, state
        if _act(former) != _act(state):
            self.beside.turn_to(badge=state.holder is not None)
        if self.holder.field.text() != state.query:
            self.holder.field.set_text(state.query)
        self._show_leading(state)
        self._show_preview(state)
        self._show_printers(state)

    def _show_leading(self, state: BadgeDeskState) -> None:
        undecided = bool(state.candidates) and state.marked < 0
        self.holder.field.set_count(self.tr("Choose with ↑ ↓") if undecided else "")
        if state.candidates:
            self.holder.show_candidates(state.candidates, state.marked)
        elif state.nobody:
            self.holder.show_hint(self.tr("Nobody fits. Try fewer letters, or the organisation."))
        elif state.holder is None:
            self.holder.show_hint(state.note or self.tr("Scan the guest's old badge or find the name"))
        else:
            self.holder.show_holder(self._holder_view(state, state.holder))

    def _holder_view(self, state: BadgeDeskState, holder: Holder) -> HolderView:
        return HolderView(
            name=holder.name,
            latin=holder.latin,
            organisation=holder.organisation,
            chips=self._chips(holder),
            question=self.tr("Why a new badge?") if state.replaces and not holder.revoked else "",
            why=state.why,
            consequence=self._consequence(state, holder),
            note=state.note,
            act=_act(state),
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

    def _show_preview(self, state: BadgeDeskState) -> None:
        preview = state.preview
        if state.holder is None:
            self.preview.show_hint(self.tr("The badge is shown here as it will print."))
        elif preview is None:
            self.preview.show_hint(self.tr("Drawing the badge…"))
        else:
            reading = self.tr("Code reads back") if preview.reads_back else self.tr("Code does not read back")
            self.preview.show_badge(
                preview.png,
                self.tr("A6, actual layout") if preview.png else "",
                reading if preview.png else "",
                reads=preview.reads_back,
                objection=" ".join(preview.objections),
            )
        save, words = self.preview.save, self.tr("Save as PDF")
        save.set_lasting(lasting=state.replaces)
        save.set_act(_act(state), self.tr("Hold: save as PDF") if state.replaces else words)
        save.setEnabled(state.ready)

    def _show_printers(self, state: BadgeDeskState) -> None:
        self.printers.set_title(self.tr("Printers"))
        lines = tuple(
            self.words.printer(line, chosen=line.name == state.printer and len(state.printers) > 1)
            for line in state.printers
        )
        self.printers.show_printers(lines, no_printer())
        waiting = self.tr("%n waiting", "", state.waiting_jobs) if state.waiting_jobs else ""
        self.queue.set_title(self.tr("Print queue"), waiting)
        parts = (self.tr("Print queue"), waiting)
        self.beside.set_words(self.tr("Badge"), paint.PART.join(part for part in parts if part))
        jobs = tuple(self.words.job(line) for line in state.jobs)
        self.queue.show_jobs(jobs, self.tr("Nothing was printed yet."))


def _act(state: BadgeDeskState) -> str:
    """Return what tells one badge from another, so that a press is never meant for the former guest's."""
    return f"{state.holder.delegate} {state.issue}" if state.holder else ""
