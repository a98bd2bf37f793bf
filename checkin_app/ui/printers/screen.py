"""The printers at work: found, added, tested, paused, and asked how they are while somebody looks."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from checkin_app.domain.changes import Changed, ChangeSet
from checkin_app.domain.ids import Instant
from checkin_app.domain.jobs import may_come_out
from checkin_app.domain.problems import PrintProblem
from checkin_app.runtime.lanes import Done, Result, Troubled
from checkin_app.runtime.settings import PrinterKind, PrinterLanguage, PrinterSettings, Settings
from checkin_app.services.ports.printers import Outcome
from checkin_app.ui import printer_draft as drafts
from checkin_app.ui import words_laptop
from checkin_app.ui.kit.file_dialogs import Then, ask_folder
from checkin_app.ui.kit.meant import Meant
from checkin_app.ui.printer_draft import PrinterDraft
from checkin_app.ui.printers import state as printers
from checkin_app.ui.printers.panel import PrintersPanel
from checkin_app.ui.printers.state import Doing, PrintersState
from checkin_app.ui.printers.words import PrintersWords
from checkin_app.ui.replies import trouble
from checkin_app.ui.sentences import said_anew, sentence
from checkin_app.ui.shell.actions import Actions
from checkin_app.ui.shell.printer_actions import BadgeLooks, Found, PrinterCount
from checkin_app.ui.shell.screen import Destination
from checkin_app.ui.strip_screen import StripScreen
from checkin_app.ui.wall_clock import Now, wall_clock
from checkin_app.ui.words import Telling

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ASKED_EVERY = 10
"""Seconds after which the printers are asked again."""


class PrintersScreen(StripScreen):
    """The printers of this laptop."""

    def __init__(
        self,
        actions: Actions,
        telling: Telling,
        *,
        folder: Callable[[Then], None] | None = None,
        now: Now = wall_clock,
        panel: PrintersPanel | None = None,
    ) -> None:
        """`panel` is one that was made before, by whoever makes a large screen a part at a time."""
        super().__init__()
        self._laptop, self._actions, self._now = actions.laptop, actions.printers, now
        self._ask_folder = folder or partial(ask_folder, self, words_laptop.choosing_a_folder())
        self.panel = panel or PrintersPanel(PrintersWords())
        self._words, self._state, self._seconds = self.panel.words, PrintersState(), 0
        self._asking: set[str] = set()
        self._connect()
        self.hold(self.panel, telling)

    def _connect(self) -> None:
        panel, form = self.panel, self.panel.card.form
        panel.left.connect(lambda: self.asked_for.emit(Destination("settings")))
        panel.row_chosen.connect(lambda place: self._become(printers.row_chosen(self._state, int(str(place)))))
        panel.asked.connect(self._do)
        panel.removal_meant.connect(self._remove)
        panel.leave_meant.connect(self._allow)
        panel.card.typed.connect(lambda pair: self._become(printers.field_typed(self._state, *pair)))
        form.kind_chosen.connect(self._kind_chosen)
        form.target_said.connect(self._target_said)
        form.folder_asked.connect(lambda: self._ask_folder(self._target_said))
        form.language_chosen.connect(self._language_chosen)
        form.dots_chosen.connect(lambda dots: self._name(drafts.printer_dots_chosen(self._state.draft, int(dots))))
        form.look.template_chosen.connect(lambda name: self._name(replace(self._state.draft, template=str(name))))
        form.look.paper_typed.connect(lambda text: self._name(replace(self._state.draft, paper=str(text))))

    # ---- what the window tells

    def draw(self) -> None:
        self._become(said_anew(self._state))

    def help_text(self) -> str:
        return self.tr(
            "The printers of this laptop, and how each is. Printers of one group stand in for one another. A test label has "
            "rulers, grey steps, codes of several sizes and every script."
        )

    def shown(self) -> None:
        super().shown()
        self._become(printers.screen_opened(self._state, self._laptop.settings()))
        self._actions.badge_looks(self._looks_came)
        self._ask_all()
        if self._state.found is None:
            self._look()

    def stale(self, changes: ChangeSet) -> None:
        if self.isVisible() and Changed.JOBS in changes:
            self._actions.printer_counts(self._counted)
        if self.isVisible() and Changed.FORUM in changes:
            self._actions.badge_looks(self._looks_came)

    def ticked(self) -> None:
        self._seconds += 1
        settings = self._laptop.settings()
        if settings != self._state.settings:
            self._become(printers.settings_read(self._state, settings))
        if self._seconds % _ASKED_EVERY == 0:
            self._ask_all()

    # ---- asking

    def _ask_all(self) -> None:
        self._actions.printer_counts(self._counted)
        for each in self._state.printers:
            self._ask(each.name)

    def _ask(self, name: str) -> None:
        """Ask a printer how it is, unless it was asked and has not said so yet."""
        if name not in self._asking:
            self._asking.add(name)
            self._actions.printer_health(name, partial(self._heard, name))

    def _heard(self, name: str, result: Result[PrintProblem | None]) -> None:
        self._asking.discard(name)
        if isinstance(result, Done):
            self._become(printers.health_told(self._state, name, result.value))
        elif isinstance(result, Troubled) and isinstance(result.problem, PrintProblem):
            self._become(printers.health_told(self._state, name, result.problem))

    def _counted(self, result: Result[Mapping[str, PrinterCount]]) -> None:
        if isinstance(result, Done):
            self._become(printers.printers_counted(self._state, result.value))

    def _look(self) -> None:
        self._become(printers.search_begun(self._state))
        self._actions.printers_found(self._found)

    def _found(self, result: Result[Found]) -> None:
        self._become(printers.printers_found(self._state, result.value if isinstance(result, Done) else Found()))

    def _looks_came(self, result: Result[BadgeLooks]) -> None:
        if isinstance(result, Done):
            self._become(printers.looks_listed(self._state, result.value))

    # ---- doing

    def _do(self, doing: Doing) -> None:
        state, printer = self._state, self._state.printer
        if doing not in state.ready:
            return
        if doing is Doing.TEMPLATES:
            self.asked_for.emit(Destination("templates"))
        elif doing is Doing.LOOK:
            self._look()
        elif doing is Doing.ADD:
            self._add()
        elif doing is Doing.TEST:
            self._become(printers.begun(state))
            self._actions.test_printer(state.chosen, partial(self._tested, state.chosen))
        elif doing is Doing.LET_IN and state.login is not None:
            self._become(printers.begun(state))
            self._actions.let_in(state.chosen, state.login, partial(self._let_in, state.chosen))
        elif doing is Doing.FIT and state.wanted is not None:
            self._become(printers.begun(state))
            self._actions.check_printer(state.wanted, partial(self._fits, state.wanted))
        elif printer is not None:
            self._change(doing, printer, _changed(doing, printer, state, self._now()))

    def _add(self) -> None:
        made = self._state.new_printer
        if made is not None:
            self._become(printers.begun(self._state))
            self._actions.check_printer(made, partial(self._checked, made))

    def _checked(self, made: PrinterSettings, result: Result[None]) -> None:
        if not isinstance(result, Done):
            self._become(printers.told(self._state, trouble(result), wrong=True))
            return
        self._become(printers.printer_added(self._state, made, sentence(self._words.said, Doing.ADD, made.name)))
        self._adopt(lambda now: replace(now, printers=(*now.printers, made)))
        self._ask(made.name)

    def _fits(self, wanted: PrinterSettings, result: Result[None]) -> None:
        if not isinstance(result, Done):
            said = trouble(result)
            if isinstance(result, Troubled) and isinstance(result.problem, PrintProblem):
                said = sentence(self._words.unfit, result.problem)  # of a badge that waits nothing is to be said
            self._become(printers.told(self._state, said, wrong=True))
            return
        # It may be another by now in what was not asked about: paused, or with a label less.
        former = next((each for each in self._laptop.settings().printers if each.name == wanted.name), None)
        if former is None:
            self._become(printers.told(self._state, ""))
            return
        made = replace(former, template=wanted.template, media=wanted.media)
        said = sentence(self._words.said, Doing.FIT, made.name)
        self._become(printers.printer_fitted(self._state, former, made, said))
        self._adopt(lambda now: printers.changed_settings(now, former.name, made))
        self._ask(made.name)

    def _let_in(self, name: str, result: Result[None]) -> None:
        if isinstance(result, Done):
            self._become(printers.login_kept(self._state, name, sentence(self._words.said, Doing.LET_IN, name)))
            self._ask(name)
        else:
            self._become(printers.told(self._state, trouble(result), wrong=True))

    def _tested(self, name: str, result: Result[Outcome]) -> None:
        if isinstance(result, Done):
            outcome = result.value
            if may_come_out(outcome.state):
                self._adopt(lambda now: now.label_spent(name))
            said = sentence(self._words.tested, name, outcome)
            self._become(printers.told(self._state, said, wrong=outcome.problem is not None))
        else:
            self._become(printers.told(self._state, trouble(result), wrong=True))
        self._ask(name)

    def _allow(self, _meant: Meant) -> None:
        printer = self._state.printer
        if printer is not None and Doing.ALLOW in self._state.ready:
            self._become(printers.begun(self._state))
            self._actions.allow_queue(partial(self._allowed, printer))

    def _allowed(self, printer: PrinterSettings, result: Result[str]) -> None:
        if isinstance(result, Done):
            self._change(Doing.ALLOW, printer, replace(printer, allowed=result.value))
        else:
            self._become(printers.told(self._state, trouble(result), wrong=True))

    def _remove(self, _meant: Meant) -> None:
        printer = self._state.printer
        if printer is not None and Doing.REMOVE in self._state.ready:
            self._change(Doing.REMOVE, printer, None)

    def _change(self, doing: Doing, printer: PrinterSettings, made: PrinterSettings | None) -> None:
        said = sentence(self._words.said, doing, made.name if made else printer.name)
        if doing is Doing.CHOOSE:
            self._become(printers.told(self._state, said))
            self._adopt(lambda now: replace(now, printer=printer.name))
            return
        self._become(printers.printer_changed(self._state, printer.name, made, said))
        self._adopt(lambda now: printers.changed_settings(now, printer.name, made))
        if made is not None:
            self._ask(made.name)

    def _adopt(self, change: Callable[[Settings], Settings]) -> None:
        """Change what holds now: somebody may have changed another entry meanwhile."""
        settings = change(self._laptop.settings())
        self.settings_chosen.emit(settings)
        self._become(printers.settings_read(self._state, settings))

    # ---- the one that is being named

    def _kind_chosen(self, kind: object) -> None:
        wanted = kind if isinstance(kind, PrinterKind) else None
        self._name(drafts.printer_kind_chosen(self._state.draft, wanted))

    def _language_chosen(self, language: PrinterLanguage) -> None:
        self._name(drafts.printer_language_chosen(self._state.draft, language))

    def _target_said(self, target: object) -> None:
        self._name(drafts.printer_named(self._state.draft, str(target)))

    def _name(self, draft: PrinterDraft) -> None:
        self._become(printers.draft_changed(self._state, draft))

    # ---- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if step := _STEPS.get(Qt.Key(event.key())):
            self._become(printers.row_chosen(self._state, self._state.place + step))
        else:
            super().keyPressEvent(event)

    def _become(self, state: PrintersState) -> None:
        self._state = state
        self.panel.render_state(state)


def _changed(doing: Doing, printer: PrinterSettings, state: PrintersState, now: Instant) -> PrinterSettings:
    """Return a printer as it is once something was done to it that needs nobody's leave."""
    match doing:
        case Doing.KEEP:
            return replace(printer, name=state.typed.name.strip(), group=state.typed.group.strip())
        case Doing.AS_BEFORE if state.former:
            return replace(printer, template=state.former.template, media=state.former.media)
        case Doing.PAUSE | Doing.GO_ON:
            return replace(printer, paused="" if doing is Doing.GO_ON else state.typed.reason.strip())
        case Doing.ROLL:
            return replace(printer, labels=state.labels or 0, loaded=now, spent=0)
        case Doing.FORBID:
            return replace(printer, allowed="")
        case _:
            return printer
