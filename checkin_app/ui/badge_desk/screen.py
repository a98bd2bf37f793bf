"""The badge desk at work: whose badge, the preview, the new issue, and what became of the jobs."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from checkin_app.domain.changes import Changed, ChangeSet
from checkin_app.domain.ids import CheckpointId, DelegateId
from checkin_app.runtime.lanes import Done, Result
from checkin_app.services.ports.people import DelegateCard
from checkin_app.ui import theme
from checkin_app.ui.badge_desk import state as desk
from checkin_app.ui.badge_desk.giving import Giving
from checkin_app.ui.badge_desk.hands import Hands, turned_away
from checkin_app.ui.badge_desk.jobs import JobsInSight
from checkin_app.ui.badge_desk.lookup import Lookup
from checkin_app.ui.badge_desk.panel import BadgeDeskPanel
from checkin_app.ui.badge_desk.previewing import Previewing
from checkin_app.ui.badge_desk.printer_lines import PrinterLine
from checkin_app.ui.badge_desk.sending import SavePdf, Sending, Voiding
from checkin_app.ui.badge_desk.spelling import Spelling
from checkin_app.ui.badge_desk.state import (
    BadgeDeskState,
    Candidate,
    Holder,
    JobLine,
    Why,
    holder_from,
)
from checkin_app.ui.badge_desk.words import BadgeDeskWords
from checkin_app.ui.kit.file_dialogs import Then, ask_new_pdf
from checkin_app.ui.kit.held import HoldingKey
from checkin_app.ui.kit.meant import Meant
from checkin_app.ui.kit.own_keys import OwnKeys
from checkin_app.ui.replies import trouble
from checkin_app.ui.sentences import said_anew, sentence
from checkin_app.ui.shell.actions import Actions, StationContext
from checkin_app.ui.shell.screen import Destination, Screen
from checkin_app.ui.wall_clock import Now, wall_clock

AskPath = Callable[[str, Then], None]
"""Asks where to save, beginning with a name."""
_TOUCHES = frozenset({Changed.BADGES, Changed.DELEGATES, Changed.PRESENCES, Changed.RIDES})


class BadgeDeskScreen(Screen):
    """Prints badges, and voids the ones that they replace."""

    def __init__(
        self,
        actions: Actions,
        context: StationContext,
        *,
        save_pdf: SavePdf | None = None,
        ask_path: AskPath | None = None,
        now: Now = wall_clock,
    ) -> None:
        super().__init__()
        self._actions, self._context, self._now = actions, context, now
        self._ask_path = ask_path or partial(_ask_path, self)
        self._sending = Sending(actions, save_pdf, self)
        self._lookup = Lookup(actions.persons, self)
        self._jobs = JobsInSight(actions, self)
        self._spelling = Spelling(actions.persons, lambda: self._state, self)
        self._previewing = Previewing(actions.badges, lambda: self._state, self)
        self._giving = Giving(actions, lambda: self._state.hands, self)
        self._checkpoint: CheckpointId | None = None
        self._state, self._words = BadgeDeskState(), BadgeDeskWords(context.telling().clock)
        self.panel = BadgeDeskPanel(self._words)
        HoldingKey(self, self.panel.holder.print, Qt.Key.Key_P)
        # Elsewhere Ctrl+P opens the badge desk and F2 the find screen; here one prints, the other finds a badge.
        OwnKeys(self, _is_own)
        self.panel.preview.offers_saving = save_pdf is not None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel)
        self._connect()

    def _connect(self) -> None:
        panel, lookup, sending, giving = self.panel, self._lookup, self._sending, self._giving
        for asked, answer in ((panel.typed, self._typed), (panel.entered, self._entered), (panel.picked, self._picked)):
            asked.connect(answer)
        panel.stepped.connect(lambda step: self._become(desk.moved(self._state, step)))
        panel.reason_chosen.connect(self._choose_reason)
        panel.print_asked.connect(self._print)
        panel.save_asked.connect(self._save)
        panel.printer_chosen.connect(lambda name: self._become(desk.printer_chosen(self._state, name)))
        panel.job_settled.connect(self._jobs.settle)
        panel.all_came_out.connect(self._jobs.all_came_out)
        panel.spelling_asked.connect(self._spelling.change)
        panel.job_looked_at.connect(self._jobs.look_at)
        panel.many_asked.connect(lambda: self.asked_for.emit(Destination("badge_run")))
        panel.left.connect(self.left)
        lookup.known.connect(self._chosen)
        lookup.unknown.connect(lambda: self._become(desk.unread(self._state, sentence(self._words.unread))))
        lookup.found.connect(self._found)
        giving.serve(panel.holder.hands)
        giving.held.connect(self._hold)
        giving.moved_on.connect(self._hands_moved)
        giving.unread.connect(lookup.look_up)
        self._jobs.looked_at.connect(self._chosen)
        for talk in (self._spelling, self._previewing):
            talk.moved_on.connect(self._become)
        self._spelling.decided.connect(self._refresh)
        for refused in (lookup.refused, self._jobs.refused, giving.refused):
            refused.connect(lambda words: self._become(desk.refused(self._state, words)))
        sending.sent.connect(self._sent)
        sending.saved.connect(self._saved)
        sending.refused.connect(self._refused)
        self._jobs.listed.connect(self._jobs_listed)

    # ---- what the window tells

    def retranslate(self) -> None:
        self.panel.retranslate()
        self._become(said_anew(self._state))
        self._jobs.tell()

    def help_text(self) -> str:
        return self._words.help()

    def set_layout(self, layout: theme.Layout) -> None:
        self.panel.set_layout(layout)

    def shown(self) -> None:
        self.setFocus()
        self._jobs.fetch()
        self._become(desk.desk_entered(self._state))
        self._refresh()

    def stale(self, changes: ChangeSet) -> None:
        if not self.isVisible():
            return
        if Changed.DELEGATES in changes:
            self._jobs.renamed()
        elif Changed.JOBS in changes:
            self._jobs.fetch()
        if changes & _TOUCHES:
            self._refresh()

    def at_checkpoint(self, checkpoint: CheckpointId | None) -> None:
        self._checkpoint = checkpoint
        self._refresh()

    def takes_scan(self, candidates: Sequence[str]) -> bool:
        """Hand a scanned badge over: at the badge desk it makes its holder known and lets nobody in."""
        self._giving.scan(candidates)
        return True

    def takes_undo(self) -> bool:
        return self._spelling.undo() or self._giving.undo()

    def opened_for(self, subject: str) -> None:
        self._lookup.resolve([subject])

    # ---- whose badge

    def _typed(self, query: str) -> None:
        asked = self._state.asked
        self._become(desk.typed(self._state, query))
        if self._state.asked != asked and query.strip():
            self._lookup.ask(self._state.asked, query)

    def _found(self, question: int, found: tuple[Candidate, ...], words: str) -> None:
        if question == self._state.asked:
            state = desk.answered(self._state, question, found)
            self._become(desk.refused(state, words) if words else state)

    def _entered(self) -> None:
        if candidate := desk.candidate(self._state):
            self._chosen(candidate.delegate, candidate.issue)
        elif self._state.hands.asking and self._state.nobody:
            self._giving.take_along(self._state.query)

    def _picked(self, place: int) -> None:
        for candidate in self._state.candidates[place : place + 1]:
            self._chosen(candidate.delegate, candidate.issue)

    def _chosen(self, delegate: DelegateId, issue: int | None = None) -> None:
        if self._state.hands.asking:
            self._giving.take_along_on_record(delegate)
        else:
            self._become(desk.hands_moved(self._state, turned_away(self._state.hands)))
            self._hold(delegate, issue)

    def _hands_moved(self, hands: Hands) -> None:
        self._become(desk.hands_moved(self._state, hands))
        (self.panel.holder.field.line if hands.asking else self).setFocus()

    def _hold(self, delegate: DelegateId, issue: int | None = None) -> None:
        self._actions.persons.card(delegate, partial(self._card_came, issue))

    def _card_came(self, issue: int | None, result: Result[DelegateCard | None]) -> None:
        if not isinstance(result, Done):
            self._become(desk.refused(self._state, trouble(result)))
        elif result.value is not None:
            holder = self._holder(result.value)
            self._become(desk.held(self._state, holder, sentence(self._words.void, holder, issue)))
            # The keys of reasons and of Y and N belong to the screen, not to the field.
            self.setFocus()
            self._previewing.ask()

    def _refresh(self) -> None:
        if who := self._state.who:
            self._actions.persons.card(who, partial(self._refreshed, who))

    def _refreshed(self, who: DelegateId, result: Result[DelegateCard | None]) -> None:
        if isinstance(result, Done) and not self._state.busy:
            card, state = result.value, self._state
            self._become(desk.refreshed(state, self._holder(card)) if card else desk.removed(state, who))
            self._previewing.ask()

    def _holder(self, card: DelegateCard) -> Holder:
        rehearsal = card.is_rehearsal(self._context.forum, self._now(), self._checkpoint)
        printed = card.may_be_in_file or self._jobs.printed(card.delegate.id, card.badge.current)
        return holder_from(card, self._checkpoint, printed=printed, rehearsal=rehearsal)

    def _choose_reason(self, why: Why) -> None:
        self._become(desk.reason_chosen(self._state, why))
        if self._state.why is Why.DETAILS_WRONG:  # put right before another like it is made
            self._open_record()

    def _open_record(self) -> None:
        if who := self._state.who:
            self.asked_for.emit(Destination("record", who))

    def _print(self, meant: Meant | None) -> None:
        state, go, voiding = _agreed(self._state, meant)
        if go and state.holder and state.printer:
            self._become(state)
            self._sending.print(state.holder, voiding, state.printer)

    def _save(self, meant: Meant | None) -> None:
        state, go = desk.begun(self._state)
        if go and (holder := state.holder):
            self._ask_path(f"{holder.number(state.issue)}.pdf", partial(self._save_at, holder, state.issue, meant))

    def _save_at(self, holder: Holder, issue: int, meant: Meant | None, path: Path) -> None:
        state, go, voiding = _agreed(self._state, meant)
        if go and state.holder == holder and state.issue == issue:
            self._become(state)
            self._sending.save(holder, voiding, path)

    def _sent(self, issue: int) -> None:
        self._become(desk.printed(self._state, issue))
        self._jobs.fetch()
        self._previewing.ask()

    def _saved(self, issue: int, path: Path) -> None:
        self._sent(issue)
        self._become(desk.saved(self._state, path.name))

    def _refused(self, words: str) -> None:
        self._become(desk.refused(self._state, words))
        self._refresh()  # a badge may have been voided before the trouble came

    def _jobs_listed(self, lines: tuple[JobLine, ...], printers: tuple[PrinterLine, ...]) -> None:
        wanted = self._actions.laptop.settings().printer
        self._become(desk.printers_listed(desk.jobs_listed(self._state, lines), printers, wanted))
        self._refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat():
            return
        number = event.key() - Qt.Key.Key_1.value
        if event.key() == Qt.Key.Key_F2:
            self.panel.holder.field.line.setFocus()
            self.panel.holder.field.line.selectAll()
        elif _is_print(event):
            self.panel.holder.print.press_by(event)
        elif event.modifiers() == Qt.KeyboardModifier.NoModifier and 0 <= number < len(Why):
            self._choose_reason(list(Why)[number])
        elif event.key() == Qt.Key.Key_F3:
            self._open_record()
        elif not (
            self._jobs.pressed(event, desk.job_in_question(self._state))
            or self._spelling.pressed(event)
            or self._giving.pressed(event, self._state.who)
        ):
            super().keyPressEvent(event)

    def _become(self, state: BadgeDeskState) -> None:
        if state != self._state:
            self._state = state
            self.panel.render_state(state)


def _agreed(before: BadgeDeskState, meant: Meant | None) -> tuple[BadgeDeskState, bool, Voiding | None]:
    """Return the state while a badge is sent, whether it may be, and what voids the former one."""
    state, go = desk.begun(before)
    voiding = Voiding(meant, state.why) if state.replaces and state.why and meant else None
    return state, go and (voiding is not None or not state.replaces), voiding


def _ask_path(parent: QWidget, name: str, then: Then) -> None:
    ask_new_pdf(parent, QCoreApplication.translate("BadgeDeskScreen", "Save the badge as PDF"), name, then)


def _is_own(event: QKeyEvent) -> bool:
    return _is_print(event) or event.key() == Qt.Key.Key_F2


def _is_print(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_P and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
