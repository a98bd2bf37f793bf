"""Find at work: asks the reader at every keystroke, shows the newest answer, checks the chosen person in."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache, partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from checkin_app.domain.changes import Changed, ChangeSet
from checkin_app.domain.ids import CheckpointId, DelegateId
from checkin_app.domain.jobs import JobState
from checkin_app.domain.movements import Direction
from checkin_app.domain.names.likeness import readings_of
from checkin_app.domain.names.matching import matches
from checkin_app.domain.names.pinyin import PinyinTable
from checkin_app.runtime.lanes import Done, Result
from checkin_app.services.badges import Owed
from checkin_app.services.ports.people import DelegateCard, Hit, SearchHitKind
from checkin_app.services.scanning import How, ScanOutcome
from checkin_app.ui import theme
from checkin_app.ui.find import state as find
from checkin_app.ui.find.model import PAGE
from checkin_app.ui.find.panel import FindPanel
from checkin_app.ui.find.rows import Spans
from checkin_app.ui.find.state import FindState, Found, Marks, Press
from checkin_app.ui.find.words import FindWords, found_from
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.seen import Seen
from checkin_app.ui.print_jobs import no_printer
from checkin_app.ui.replies import trouble
from checkin_app.ui.scan_strip import ScanStrip
from checkin_app.ui.sentences import Sentence, said_anew
from checkin_app.ui.shell.actions import Actions, StationContext
from checkin_app.ui.shell.screen import Destination, Screen
from checkin_app.ui.wall_clock import Now, wall_clock
from checkin_app.ui.words_languages import languages

#: Seconds that somebody must have been in sight: less than it takes to see that it is somebody else.
_GRACE = 0.2
_TOUCHES = frozenset({Changed.DELEGATES, Changed.PRESENCES, Changed.BADGES, Changed.RIDES})


class FindScreen(Screen):
    """For a guest without a code."""

    def __init__(
        self,
        actions: Actions,
        context: StationContext,
        *,
        pinyin: Callable[[], PinyinTable] | None = None,
        now: Now = wall_clock,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._actions, self._context, self._now, self._pinyin = actions, context, now, pinyin
        self._telling = context.telling()
        self._state = FindState()
        self._checkpoint: CheckpointId | None = None
        self.direction = Direction.IN
        self.panel = FindPanel(FindWords(self._telling.clock, languages), lru_cache(1024)(self._spans))
        self.seen = Seen(self.panel.list.viewport(), _GRACE)
        self._strip = ScanStrip(self.panel.strip, self._telling)
        self._connect()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel)
        self.setFocusProxy(self.panel.field)

    def _connect(self) -> None:
        panel = self.panel
        panel.typed.connect(self._typed)
        panel.entered.connect(self._entered)
        panel.stepped.connect(lambda step: self._become(find.moved(self._state, step)))
        panel.chosen.connect(lambda delegate: self._become(find.chosen(self._state, delegate)))
        panel.badge_asked.connect(self._print_only)
        panel.walk_in_asked.connect(self._to_walk_in)
        panel.left.connect(self.left)
        panel.model.page_wanted.connect(self._more)

    # ---- what the window tells

    def retranslate(self) -> None:
        self._strip.retranslate(self.tr("What you typed is kept."))
        self.panel.retranslate()
        self._become(said_anew(self._state))
        self._ask()

    def help_text(self) -> str:
        return self.tr(
            "Type any part of a name in any script, pinyin or its initials, an organisation, a badge number or the "
            "end of a phone number. Arrows choose, Enter checks in. Scans count all the while."
        )

    def set_layout(self, layout: theme.Layout) -> None:
        self.panel.set_layout(layout)
        self._strip.set_layout(layout)

    def shown(self) -> None:
        self._strip.ready()
        self.panel.field.line.setFocus()
        self.panel.field.line.selectAll()
        self._ask()

    def stale(self, changes: ChangeSet) -> None:
        if changes & _TOUCHES and self.isVisible():
            self._ask()

    def at_checkpoint(self, checkpoint: CheckpointId | None) -> None:
        self._checkpoint = checkpoint
        self._ask()

    def scanned(self, result: Result[ScanOutcome]) -> None:
        self._strip.scanned(result)

    def opened_for(self, subject: str) -> None:
        """Open on a text to find, or on one person by id."""
        if not subject:
            return
        self._actions.persons.resolve(subject, partial(self._resolved, subject))

    def _resolved(self, subject: str, result: Result[DelegateId | None]) -> None:
        who = result.value if isinstance(result, Done) else None
        if who is None:
            self._typed(subject)
        else:
            self._actions.persons.card(who, self._opened)

    def _opened(self, result: Result[DelegateCard | None]) -> None:
        card = result.value if isinstance(result, Done) else None
        if card is not None:
            state = find.typed(FindState(asked=self._state.asked), card.delegate.badge_no or card.delegate.name)
            state = find.answered(state, state.asked, (card.delegate.id,), [self._found(card)])
            # Somebody chose this very person, whoever else may bear the number.
            self._become(find.chosen(replace(state, chosen=card.delegate.id), card.delegate.id))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.focusWidget()
        if event.key() == Qt.Key.Key_F3:
            self._open_record()
        elif event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
        elif isinstance(focused, QAbstractButton) and focused.hasFocus():
            focused.click()
        elif not self.panel.field.line.hasFocus():
            # The field has told of its own Enter already, and lets it pass.
            self._entered()

    # ---- asking

    def _typed(self, query: str) -> None:
        asked = self._state.asked
        self._become(find.typed(self._state, query))
        if self._state.asked != asked:
            self._ask()

    def _ask(self) -> None:
        """Ask what is typed now; also again, where people changed meanwhile."""
        if self._state.query.strip():
            question = partial(self._answered, self._state.asked)
            self._actions.persons.find(self._state.query, question)

    def _answered(self, question: int, result: Result[Sequence[Hit]]) -> None:
        if question != self._state.asked:
            return
        if not isinstance(result, Done):
            self._become(find.refused(self._state, question, trouble(result)))
            return
        hits = {hit.delegate: hit for hit in result.value}
        self._actions.persons.cards(tuple(hits)[:PAGE], partial(self._cards_came, question, hits))

    def _cards_came(
        self, question: int, hits: Mapping[DelegateId, Hit], result: Result[Sequence[DelegateCard]]
    ) -> None:
        if isinstance(result, Done):
            bearers = {who: hit.issue for who, hit in hits.items() if hit.kind is SearchHitKind.NUMBER}
            people = [
                self._found(card, bearers.get(who := card.delegate.id), hits[who].formerly if who in hits else "")
                for card in result.value
            ]
            first = next(iter(hits.values()), None)
            marks = Marks(bearers, first is not None and first.kind is SearchHitKind.PART)
            former = self._state.chosen
            self._become(find.answered(self._state, question, tuple(hits), people, marks))
            if self._state.chosen != former:
                self.seen.renew()

    def _more(self, ids: Sequence[DelegateId]) -> None:
        self._actions.persons.cards(ids, self._page_came)

    def _page_came(self, result: Result[Sequence[DelegateCard]]) -> None:
        if isinstance(result, Done):
            people = [self._found(card, self._state.bearers.get(card.delegate.id)) for card in result.value]
            self._become(find.page_fetched(self._state, people))

    # ---- doing

    def _open_record(self) -> None:
        if self._state.chosen:
            self.asked_for.emit(Destination("record", self._state.chosen))

    def _to_walk_in(self) -> None:
        """Take a name that nobody bears along to the form; a number would be no name."""
        query = self._state.query.strip()
        is_name = self._state.nobody and not any(letter.isdigit() for letter in query)
        self.asked_for.emit(Destination("walk_in", query if is_name else ""))

    def _entered(self) -> None:
        if not (self.seen or (self._state.bearer and self._state.chosen == self._state.bearer)):
            # Whom the newest answer put first has not been looked at; whose whole number was typed needs no look.
            return
        state, press = find.pressed(self._state)
        if press is Press.CHECK_IN and self._checkpoint is None:
            self._become(
                find.settled(state, Sentence(lambda: self.tr("No session is open here now. Press F6 to choose one.")))
            )
            return
        self._become(state)
        person = state.chosen
        if press is Press.CHECK_IN and person is not None and self._checkpoint is not None:
            how = How.TYPED if person in state.bearers else How.FOUND
            self._actions.scans.enter(person, self._checkpoint, how, self.direction, state.issue, self._entered_done)

    def _entered_done(self, result: Result[ScanOutcome]) -> None:
        self._become(find.settled(self._state, trouble(result)))
        self._strip.scanned(result)
        if isinstance(result, Done):
            self.let_in.emit(result)

    def _print_only(self) -> None:
        person = self._state.chosen
        printer = self._actions.laptop.settings().badge_printer
        if person is None:
            return
        if not printer:
            self._become(find.settled(self._state, Sentence(no_printer)))
            return
        self._actions.badges.print(person, printer, partial(self._printed, person))

    def _printed(self, person: DelegateId, result: Result[Owed]) -> None:
        if not isinstance(result, Done):
            self._become(find.settled(self._state, trouble(result)))
        elif result.value.job.state is not JobState.QUEUED:
            # It went to the printer before: a second one needs a reason, which the badge desk asks for.
            self.asked_for.emit(Destination("badges", person))
        else:
            shown = self._state.people.get(person)
            name = bidi.name(shown.name if shown else "")
            done = Sentence(lambda: self.tr("The badge of {name} is on its way to the printer.").format(name=name))
            self._become(find.settled(self._state, done=done))

    # ---- values

    def _readings(self) -> PinyinTable | None:
        return self._pinyin() if self._pinyin else None

    def _spans(self, text: str, query: str) -> Spans:
        return tuple(matches(text, query, self._readings()))

    def _found(self, card: DelegateCard, issue: int | None = None, formerly: str = "") -> Found:
        forum = self._context.forum
        rehearsal = card.is_rehearsal(forum, self._now(), self._checkpoint)
        found = found_from(card, forum, self._checkpoint, issue=issue, rehearsal=rehearsal)
        return replace(found, readings=readings_of(found.name, self._readings()), formerly=formerly)

    def _become(self, state: FindState) -> None:
        if state != self._state:
            self._state = state
            self.panel.render_state(state)
