"""Many badges at once, joined to the application: counted as they are chosen, begun once, stopped at will."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from checkin_app.domain.changes import Changed, ChangeSet, Recorded
from checkin_app.domain.hand_outs import HandedOut
from checkin_app.runtime.lanes import Done, Result
from checkin_app.services.badge_runs import BadgeRun, RunCount, RunOwed
from checkin_app.ui.badge_run import state as steps
from checkin_app.ui.badge_run.panel import BadgeRunPanel
from checkin_app.ui.badge_run.state import BadgeRunState
from checkin_app.ui.badge_run.words import BadgeRunWords
from checkin_app.ui.kit.file_dialogs import documents
from checkin_app.ui.kit.meant import Meant
from checkin_app.ui.replies import trouble
from checkin_app.ui.sentences import said_anew
from checkin_app.ui.shell.actions import Actions, StationContext
from checkin_app.ui.shell.answering import Stop
from checkin_app.ui.shell.screen import Destination
from checkin_app.ui.shell.template_actions import Offer
from checkin_app.ui.strip_screen import StripScreen
from checkin_app.ui.wall_clock import Now, wall_clock

_FROM = "badges"
"""The screen that it is reached from."""
_TOUCHES = frozenset({Changed.DELEGATES, Changed.BADGES, Changed.RIDES, Changed.JOBS, Changed.FORUM})


class BadgeRunScreen(StripScreen):
    """Prints the badges of a delegation, a category, a route or everybody, or writes them into a file."""

    def __init__(
        self,
        actions: Actions,
        context: StationContext,
        *,
        folder: Callable[[], Path] = documents,
        now: Now = wall_clock,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._actions, self._context, self._folder, self._now = actions, context, folder, now
        self._words, self._state = BadgeRunWords(context.in_force), BadgeRunState()
        self._asked: BadgeRun | None = None
        """The run that is being counted."""
        self._stop: Stop | None = None
        self.panel = BadgeRunPanel(self._words)
        panel = self.panel
        panel.back.clicked.connect(lambda: self.asked_for.emit(Destination(_FROM)))
        panel.option_chosen.connect(lambda choice, place: self._become(steps.option_chosen(self._state, choice, place)))
        panel.order_chosen.connect(lambda order: self._become(steps.order_chosen(self._state, order)))
        panel.apart_chosen.connect(lambda apart: self._become(steps.apart_chosen(self._state, apart=apart)))
        panel.go_asked.connect(self._go)
        panel.stopped.connect(self._end_it)
        panel.take_back_meant.connect(self._take_back)
        self.hold(panel, context.telling())

    # ---- what the window tells

    def draw(self) -> None:
        self._become(said_anew(self._state))

    def help_text(self) -> str:
        return self.tr(
            "Choose whose badges come out, in which order, and where to. How many they are is said first; more than twenty are "
            "begun by holding the button. A printer gets only what has not come out and left in no file, one job for each, and the "
            "badge desk shows what becomes of them. What is saved as a file counts as issued. Scans go on all the while."
        )

    def shown(self) -> None:
        super().shown()
        names = [each.name for each in self._actions.badges.printers()]
        first = self._actions.laptop.settings().badge_printer
        self._become(steps.opened(self._state, self._context.forum, names, first))
        self._actions.templates.template_offer(self._offered)

    def stale(self, changes: ChangeSet) -> None:
        if self.isVisible() and changes & _TOUCHES and not self._state.working:
            self._count_anew()

    # ---- counting

    def _count_anew(self) -> None:
        if self._asked is None:
            self._asked = self._state.run
            self._actions.badges.count_run(self._asked, partial(self._counted, self._asked))

    def _counted(self, run: BadgeRun, result: Result[RunCount]) -> None:
        self._asked = None
        if isinstance(result, Done):
            self._become(steps.counted(self._state, run, result.value))
        elif run == self._state.run and not self._state.working:
            self._become(steps.ended(self._state, trouble(result)))

    def _offered(self, result: Result[Offer]) -> None:
        if isinstance(result, Done):
            self._become(steps.templates_listed(self._state, result.value.templates))

    # ---- doing

    def _go(self, meant: Meant | None) -> None:
        state = self._state
        if not state.ready or (state.lasting and meant is None):
            return
        self._become(steps.begun(state))
        badges = self._actions.badges
        if state.to:
            self._stop = badges.print_run(state.run, state.to, self._moved_on, self._ended)
        else:
            time = f"{self._context.forum.local(self._now()):%Y-%m-%d %H%M%S}"
            path = self._folder() / f"{self._words.file_name(time)}.pdf"
            self._stop = badges.save_run(state.run, path, self._moved_on, self._ended)

    def _end_it(self) -> None:
        if self._stop is not None and self._state.working:
            self._stop()

    def _moved_on(self, done: int, whole: int) -> None:
        self._become(steps.moved_on(self._state, done, whole))

    def _ended(self, result: Result[RunOwed] | Result[HandedOut]) -> None:
        self._become(steps.ended(self._state, result.value if isinstance(result, Done) else trouble(result)))

    def _take_back(self, meant: Meant) -> None:
        if issued := self._state.issued:
            self._actions.papers.take_back(meant, issued, self._taken_back)

    def _taken_back(self, result: Result[Recorded]) -> None:
        self._become(steps.restored(self._state, trouble(result)))

    def _become(self, state: BadgeRunState) -> None:
        self._state = state
        self.panel.render_state(state)
        if state.count is None and not state.working and self.isVisible() and not state.wrong:
            self._count_anew()
