"""The badge desk's widgets: the person and the reason, the badge as it will print, printers and queue."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from checkin_app.domain.ids import JobId
from checkin_app.domain.jobs import JobState
from checkin_app.domain.roles import Deed
from checkin_app.ui import theme
from checkin_app.ui.badge_desk.holder import HolderColumn
from checkin_app.ui.badge_desk.side import BadgeDeskSide
from checkin_app.ui.badge_desk.state import BadgeDeskState, Why, in_question
from checkin_app.ui.badge_desk.words import BadgeDeskWords
from checkin_app.ui.kit import paint
from checkin_app.ui.print_jobs import AGAIN, CAME_OUT, DID_NOT, no_printer


class BadgeDeskPanel(QWidget):
    """Draws a `BadgeDeskState`.

    Signals: `typed` with the text, `entered`, `stepped` with +1 or -1, `picked` with the place of a candidate,
    `reason_chosen` with a `Why`, `print_asked` and `save_asked` with a `Meant` (None where no badge is voided),
    `printer_chosen` with a name, `job_settled` with a `JobId` and the `JobState` that a person saw,
    `all_came_out` with a `Meant`, `job_looked_at` with a `JobId`, `spelling_asked`, `many_asked`, `left`.
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
    all_came_out = Signal(object)
    job_looked_at = Signal(object)
    spelling_asked = Signal()
    many_asked = Signal()
    left = Signal()

    def __init__(self, words: BadgeDeskWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = BadgeDeskState()
        self._words = words
        self._queue_title = self._badge_title = self._nothing_printed = ""
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
        self.holder.many.clicked.connect(self.many_asked)
        self.printers.chosen.connect(self.printer_chosen)
        queue = self.queue
        queue.all_out.meant.connect(self.all_came_out)
        queue.looked_at.connect(self.job_looked_at)
        self.preview.spelling.clicked.connect(self.spelling_asked)
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
            self._words.begin(),
            self.tr("Many badges at once…"),
            [self._words.reason(why) for why in Why],
        )
        self.printers.set_title(self.tr("Printers"))
        self._queue_title, self._badge_title = self.tr("Print queue"), self.tr("Badge")
        self._nothing_printed = self.tr("Nothing was printed yet.")
        self.render_state(self._state)

    def render_state(self, state: BadgeDeskState) -> None:
        """Draw everything the state says; the field is written only where it says something else."""
        former, self._state = self._state, state
        if former.act != state.act:
            self.beside.turn_to(badge=state.holder is not None)
        if self.holder.field.text() != state.query:
            self.holder.field.set_text(state.query)
        self._show_leading(state)
        self._show_preview(state)
        self._show_printers(state)

    def _show_leading(self, state: BadgeDeskState) -> None:
        words = self._words
        self.holder.field.set_count(words.undecided(state))
        if state.candidates:
            self.holder.show_candidates(state.candidates, state.marked)
        elif state.nobody:
            self.holder.show_hint(words.nobody())
        elif state.holder is None:
            self.holder.show_hint(state.note or words.begin())
        else:
            self.holder.show_holder(words.holder(state, state.holder))
        self.holder.show_hands(words.hands.view(state.hands, state.query), searching=bool(state.candidates))

    def _show_preview(self, state: BadgeDeskState) -> None:
        view, save = self._words.preview(state), self.preview.save
        if view.hint:
            self.preview.show_hint(view.hint)
        else:
            self.preview.show_badge(view.png, view.size, view.reading, reads=view.reads, objection=view.objection)
            self.preview.offer_spelling(view.spelling)
        save.set_lasting(lasting=state.replaces)
        save.set_deed(Deed.REPLACE if state.replaces else None)
        save.set_act(state.act, view.save)
        save.setEnabled(state.ready)

    def _show_printers(self, state: BadgeDeskState) -> None:
        words = self._words
        lines = tuple(words.printer(line, state) for line in state.printers)
        self.printers.show_printers(lines, no_printer())
        waiting = words.waiting(state)
        self.queue.set_title(self._queue_title, waiting)
        parts = (self._queue_title, waiting)
        self.beside.set_words(self._badge_title, paint.PART.join(part for part in parts if part))
        asked = in_question(state)
        self.queue.set_all(" ".join(asked), words.all_came_out(len(asked)))
        self.queue.show_jobs(tuple(words.job(line) for line in state.jobs), self._nothing_printed)
