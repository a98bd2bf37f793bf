"""The badge desk at work: whose badge, the preview, the new issue, and what became of the jobs."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout

from checkin_app.domain import codes
from checkin_app.domain.ids import CheckpointId, DelegateId, Instant, JobId
from checkin_app.domain.problems import CodeNotReadable
from checkin_app.runtime.lanes import Done, Result, Troubled
from checkin_app.services.badges import Replaced
from checkin_app.services.ports import Changed, ChangeSet, DelegateCard, Hit, Job
from checkin_app.ui import theme, words
from checkin_app.ui.badge_desk import state as desk
from checkin_app.ui.badge_desk.panel import BadgeDeskHandlers, BadgeDeskPanel
from checkin_app.ui.badge_desk.state import BadgeDeskState, Candidate, Holder, JobLine, JobPhase, Preview, Why
from checkin_app.ui.badge_desk.words import job_trouble, printer_lines
from checkin_app.ui.replies import trouble
from checkin_app.ui.shell.actions import Actions, Place, Reply
from checkin_app.ui.shell.screen import Screen
from checkin_app.ui.wall_clock import Now, wall_clock

SavePdf = Callable[[DelegateId, int, Path, Reply[Path]], None]
AskPath = Callable[[str, Callable[[Path], None]], None]
"""Asks where to save, beginning with a name; calls back with the answer, or not at all."""

#: Candidates shown, and jobs looked through.
MOST_CANDIDATES, MOST_JOBS, SHOWN_JOBS = 8, 500, 30
_TOUCHES = frozenset({Changed.BADGES, Changed.DELEGATES, Changed.PRESENCES, Changed.RIDES})
_NEVER_CAME = frozenset({JobPhase.FAILED, JobPhase.CANCELLED})


class BadgeDeskScreen(Screen):
    """Prints badges, and voids the ones that they replace."""

    def __init__(
        self,
        actions: Actions,
        place: Place,
        *,
        save_pdf: SavePdf | None = None,
        ask_path: AskPath | None = None,
        now: Now = wall_clock,
    ) -> None:
        super().__init__()
        self._actions, self._place, self._now = actions, place, now
        self._save_pdf, self._ask_path = save_pdf, ask_path or self._ask_by_dialog
        self._checkpoint: CheckpointId | None = None
        self._state = BadgeDeskState()
        self._jobs: tuple[Job, ...] = ()
        self._names: dict[DelegateId, tuple[str, str]] = {}
        handlers = BadgeDeskHandlers(
            typed=self._typed,
            entered=self._entered,
            stepped=lambda step: self._become(desk.moved(self._state, step)),
            picked=self._picked,
            because=lambda why: self._become(desk.because(self._state, why)),
            print=self._print,
            save=self._save,
            printer=lambda name: self._become(desk.printer_chosen(self._state, name)),
            came_out=lambda job: self._settle(job, desk.CAME_OUT),
            did_not=lambda job: self._settle(job, desk.DID_NOT),
            again=lambda job: self._settle(job, desk.AGAIN),
            leave=self.left.emit,
        )
        self.panel = BadgeDeskPanel(handlers, words.Telling(place.forum).clock)
        self.panel.preview.save.setHidden(save_pdf is None)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel)

    # ---- what the window tells

    def retranslate(self) -> None:
        self.panel.retranslate()
        self._show_jobs()

    def help_text(self) -> str:
        return self.tr(
            "Scan the old badge or find the guest. Choose why with a number key, look at the badge as it will come "
            "out, and print it with Ctrl P. The former badge then stops working. Y and N answer whether a badge came "
            "out."
        )

    def set_layout(self, layout: theme.Layout) -> None:
        self.panel.set_layout(layout)

    def shown(self) -> None:
        self._fetch_jobs()
        self._refresh()

    def stale(self, changes: ChangeSet) -> None:
        if not self.isVisible():
            return
        if Changed.JOBS in changes:
            self._fetch_jobs()
        if changes & _TOUCHES:
            self._refresh()

    def at_checkpoint(self, checkpoint: CheckpointId | None) -> None:
        self._checkpoint = checkpoint
        self._refresh()

    def takes_scan(self, candidates: Sequence[str]) -> bool:
        """Look a scanned badge up: at the badge desk it makes its holder known and lets nobody in."""
        readings = list(dict.fromkeys(_delegate_in(text) or text for text in candidates if text.strip()))
        if readings:
            self._resolve(readings)
        return True

    def opened_for(self, subject: str) -> None:
        if subject:
            self._resolve([subject])

    # ---- whose badge

    def _resolve(self, readings: list[str]) -> None:
        self._actions.persons.resolve(readings[0], partial(self._resolved, readings))

    def _resolved(self, readings: list[str], result: Result[DelegateId | None]) -> None:
        if not isinstance(result, Done):
            self._become(desk.refused(self._state, trouble(result)))
        elif result.value is not None:
            self._hold(result.value)
        elif len(readings) > 1:
            self._resolve(readings[1:])
        else:
            self._become(desk.unread(self._state, self.tr("This code belongs to no badge here. Find the name.")))

    def _typed(self, query: str) -> None:
        asked = self._state.asked
        self._become(desk.typed(self._state, query))
        if self._state.asked != asked and query.strip():
            self._actions.persons.find(query, partial(self._found, self._state.asked))

    def _found(self, question: int, result: Result[Sequence[Hit]]) -> None:
        if question != self._state.asked:
            return
        if not isinstance(result, Done):
            self._become(desk.refused(desk.answered(self._state, question, ()), trouble(result)))
            return
        ids = tuple(dict.fromkeys(hit.delegate for hit in result.value))[:MOST_CANDIDATES]
        self._actions.persons.cards(ids, partial(self._candidates_came, question))

    def _candidates_came(self, question: int, result: Result[Sequence[DelegateCard]]) -> None:
        if isinstance(result, Done):
            found = tuple(_candidate(card) for card in result.value)
            self._become(desk.answered(self._state, question, found))

    def _entered(self) -> None:
        candidate = desk.candidate(self._state)
        if candidate:
            self._hold(candidate.delegate)

    def _picked(self, place: int) -> None:
        if place < len(self._state.candidates):
            self._hold(self._state.candidates[place].delegate)

    def _hold(self, delegate: DelegateId) -> None:
        self._actions.persons.card(delegate, self._card_came)

    def _card_came(self, result: Result[DelegateCard | None]) -> None:
        if not isinstance(result, Done):
            self._become(desk.refused(self._state, trouble(result)))
        elif result.value is not None:
            self._become(desk.held(self._state, self._holder(result.value)))
            # The keys of reasons and of Y and N belong to the screen, not to the field.
            self.setFocus()
            self._ask_preview()

    def _refresh(self) -> None:
        if self._state.holder:
            self._actions.persons.card(self._state.holder.delegate, self._refreshed)

    def _refreshed(self, result: Result[DelegateCard | None]) -> None:
        if isinstance(result, Done) and result.value is not None and not self._state.busy:
            self._become(desk.refreshed(self._state, self._holder(result.value)))
            self._ask_preview()

    def _holder(self, card: DelegateCard) -> Holder:
        delegate, issue = card.delegate, card.badge.current
        sent = [job for job in self._jobs if job.delegate == delegate.id and job.issue == issue]
        return Holder(
            delegate=delegate.id,
            name=delegate.name or delegate.latin_name,
            latin=delegate.second_name,
            organisation=delegate.organisation or delegate.delegation,
            badge_no=delegate.badge_no,
            issue=issue,
            printed=any(desk.phase_of(job.state) not in _NEVER_CAME for job in sent),
            revoked=card.badge.revoked,
            inside_since=self._inside_since(card),
        )

    def _inside_since(self, card: DelegateCard) -> Instant | None:
        if self._checkpoint is None:
            return None
        rehearsal = not self._place.forum.is_on(self._now())
        presence = card.movements.at(self._checkpoint, rehearsal=rehearsal)
        return presence.since if presence and presence.inside else None

    # ---- the preview

    def _ask_preview(self) -> None:
        wanted = self._state.preview_of
        if wanted and self._state.preview is None:
            self._actions.badges.preview(*wanted, partial(self._previewed, wanted))

    def _previewed(self, wanted: tuple[DelegateId, int], result: Result[bytes]) -> None:
        match result:
            case Done(png):
                preview = Preview(png, reads_back=True)
            case Troubled(problem):
                unread = isinstance(problem, CodeNotReadable)
                preview = Preview(reads_back=not unread, objections=(trouble(result),))
            case _:
                preview = Preview(objections=(trouble(result),))
        self._become(desk.previewed(self._state, wanted, preview))

    # ---- printing

    def _print(self) -> None:
        if not self._state.printer:
            return
        state, go = desk.printing(self._state)
        self._become(state)
        holder = state.holder
        if not go or holder is None:
            return
        if state.replaces and state.why:
            reason, printer = state.why.value, state.printer
            self._actions.badges.replace(holder.delegate, reason, holder.issue, printer, self._replaced)
        else:
            self._actions.badges.print(holder.delegate, state.printer, self._printed)

    def _replaced(self, result: Result[Replaced]) -> None:
        self._sent(result, result.value.badge.current if isinstance(result, Done) else 0)

    def _printed(self, result: Result[Job]) -> None:
        self._sent(result, result.value.issue if isinstance(result, Done) else 0)

    def _sent(self, result: Result[object], issue: int) -> None:
        if not isinstance(result, Done):
            self._become(desk.refused(self._state, trouble(result)))
            return
        self._become(desk.printed(self._state, issue))
        self._fetch_jobs()
        self._ask_preview()

    def _save(self) -> None:
        """Save instead of printing: a badge that is replaced is voided first, as when it is printed."""
        state, go = desk.printing(self._state)
        holder = state.holder
        if go and holder and self._save_pdf:
            self._ask_path(f"{holder.number(state.issue)}.pdf", partial(self._save_at, holder, state.issue))

    def _save_at(self, holder: Holder, issue: int, path: Path) -> None:
        state, go = desk.printing(self._state)
        if not go or state.holder != holder or state.issue != issue:
            return
        self._become(state)
        written = partial(self._write, holder.delegate, path)
        if state.replaces and state.why:
            self._actions.badges.replace(holder.delegate, state.why.value, holder.issue, "", written)
        else:
            written(Done(issue))

    def _write(self, delegate: DelegateId, path: Path, result: Result[Replaced] | Done[int]) -> None:
        if not isinstance(result, Done):
            self._become(desk.refused(self._state, trouble(result)))
            return
        issue = result.value if isinstance(result.value, int) else result.value.badge.current
        if self._save_pdf:
            self._save_pdf(delegate, issue, path, partial(self._written, issue))

    def _written(self, issue: int, result: Result[Path]) -> None:
        self._sent(result, issue)
        if isinstance(result, Done):
            self._become(desk.saved(self._state, result.value.name))

    def _ask_by_dialog(self, name: str, then: Callable[[Path], None]) -> None:
        dialog = QFileDialog(self, self.tr("Save the badge as PDF"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("PDF (*.pdf)")
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda file: then(Path(file)))
        dialog.open()

    # ---- jobs and printers

    def _fetch_jobs(self) -> None:
        self._actions.badges.jobs(MOST_JOBS, self._jobs_came)

    def _jobs_came(self, result: Result[Sequence[Job]]) -> None:
        if not isinstance(result, Done):
            return
        self._jobs = tuple(result.value)
        unknown = {job.delegate for job in self._jobs[:SHOWN_JOBS]} - self._names.keys()
        if unknown:
            self._actions.persons.cards(sorted(unknown), self._names_came)
        self._show_jobs()
        self._refresh()

    def _names_came(self, result: Result[Sequence[DelegateCard]]) -> None:
        if isinstance(result, Done):
            for card in result.value:
                self._names[card.delegate.id] = (card.delegate.name, card.delegate.badge_no)
            self._show_jobs()

    def _show_jobs(self) -> None:
        lines = tuple(self._job_line(job) for job in self._jobs[:SHOWN_JOBS])
        state = desk.jobs_came(self._state, lines)
        wanted = self._actions.laptop.settings().printer
        printers = printer_lines(self._actions.badges.printers(), lines)
        self._become(desk.printers_came(state, printers, wanted))

    def _job_line(self, job: Job) -> JobLine:
        name, number = self._names.get(job.delegate, ("", ""))
        phase = desk.phase_of(job.state)
        detail = job_trouble(job.detail, job.printer) if phase is JobPhase.FAILED else ""
        return JobLine(job.id, f"{number}-{job.issue}", name, job.printer, phase, detail, job.at)

    def _settle(self, job: JobId, state: str) -> None:
        self._actions.badges.settle(job, state, self._settled)

    def _settled(self, result: Result[ChangeSet]) -> None:
        if not isinstance(result, Done):
            self._become(desk.refused(self._state, trouble(result)))
        self._fetch_jobs()

    # ---- keys

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_print(event):
            # Elsewhere Ctrl+P opens the badge desk; here it prints.
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat():
            return
        number = event.key() - Qt.Key.Key_1.value
        question = desk.job_in_question(self._state)
        if _is_print(event):
            self._print()
        elif event.modifiers() == Qt.KeyboardModifier.NoModifier and 0 <= number < len(Why):
            self._become(desk.because(self._state, list(Why)[number]))
        elif event.key() == Qt.Key.Key_Y and question:
            self._settle(question.job, desk.CAME_OUT)
        elif event.key() == Qt.Key.Key_N and question:
            self._settle(question.job, desk.DID_NOT)
        else:
            super().keyPressEvent(event)

    def _become(self, state: BadgeDeskState) -> None:
        if state != self._state:
            self._state = state
            self.panel.render_state(state)


def _is_print(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_P and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


def _delegate_in(text: str) -> str:
    """Return the delegate that a scanned code names, empty where it is none of our codes."""
    parsed = codes.parse(text)
    return parsed.delegate if isinstance(parsed, codes.BadgeCode) else ""


def _candidate(card: DelegateCard) -> Candidate:
    delegate = card.delegate
    return Candidate(
        delegate.id,
        delegate.name or delegate.latin_name,
        delegate.second_name,
        delegate.organisation or delegate.delegation,
        delegate.badge_no,
    )
