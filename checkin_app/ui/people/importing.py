"""A list on its way in, joined to the application: read, corrected, taken."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from checkin_app.domain.forum import Forum
from checkin_app.domain.lists.plan import Plan
from checkin_app.domain.problems_lists import ListOutdated
from checkin_app.runtime.lanes import Done, Result, Troubled
from checkin_app.services.importing import ImportResult, ListPreview
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.meant import Meant
from checkin_app.ui.kit.timers import single_shot
from checkin_app.ui.people import import_state as lists
from checkin_app.ui.people.import_panel import ImportHandlers, ImportPanel
from checkin_app.ui.people.import_state import ImportState
from checkin_app.ui.people.import_wording import ImportWording
from checkin_app.ui.replies import trouble
from checkin_app.ui.shell.actions import Lists


class Import(QObject):
    """Owns the preview's panel and its state."""

    def __init__(
        self,
        actions: Lists,
        forum: Forum,
        folder: Callable[[], Path],
        choose: Callable[[], None],
        back: Callable[[], None],
    ) -> None:
        super().__init__()
        self._actions, self._folder, self._back = actions, folder, back
        self._released = single_shot(self, self._release)
        self._old: list[Plan] = []
        self._wording = ImportWording(forum)
        self._state = ImportState()
        self.panel = ImportPanel(
            ImportHandlers(
                back=self._leave,
                choose=choose,
                sheet=lambda sheet: self._read(lists.sheet_chosen(self._state, sheet)),
                encoding=lambda encoding: self._read(lists.encoding_chosen(self._state, encoding)),
                column=lambda place, wanted: self._read(lists.column_chosen(self._state, place, wanted)),
                tab=lambda tab: self._become(lists.tab_opened(self._state, tab)),
                toggled=lambda number: self._become(lists.toggled(self._state, number)),
                overwrite=lambda on: self._become(lists.overwriting_chosen(self._state, overwrite=on)),
                export=self._export,
                take=self.take,
                stop=self.stop,
            )
        )
        self._stop: Callable[[], None] = _nothing
        self._become(self._state)

    @property
    def state(self) -> ImportState:
        return self._state

    def retranslate(self) -> None:
        self.panel.retranslate()
        self._become(self._state)

    def open(self, file: Path) -> None:
        self._read(lists.chosen(self._state, file))

    def take(self, meant: Meant) -> None:
        """Take the list in as it is shown, once it has been shown: a key pressed before that was meant for less."""
        plan = self._state.plan
        if plan and self._state.may_import and self.panel.seen:
            left_out, overwrite = self._state.left_out, self._state.overwrite
            self._become(lists.begun(self._state))
            told = partial(self._moved_on, self._state.asked)
            self._stop = self._actions.apply(meant, plan, left_out, overwrite, told, self._taken)

    def stop(self) -> None:
        """Let what is being read or written be stopped; its answer says that it was."""
        self._stop()

    def _leave(self) -> None:
        if self._state.waiting:
            self.stop()
        self._back()

    def _moved_on(self, question: int, done: int, whole: int) -> None:
        self._state = lists.moved_on(self._state, question, done, whole)
        if self._state.busy:
            self.panel.show_how_far(self._state, self._wording.view(self._state))

    def _taken(self, result: Result[ImportResult]) -> None:
        if isinstance(result, Done):
            self._become(lists.written(self._state, result.value))
            return
        self._become(lists.failed(self._state, trouble(result)))
        if isinstance(result, Troubled) and isinstance(result.problem, ListOutdated):
            # What was shown is no longer what would be written: show that.
            self._read(lists.corrected(self._state, self._state.choices))
            self._become(lists.told(self._state, trouble(result)))

    def _read(self, state: ImportState) -> None:
        self._become(state)
        if state.file:
            # Whatever was asked before is no longer waited for.
            self._stop()
            told, reply = partial(self._moved_on, state.asked), partial(self._came, state.asked)
            self._stop = self._actions.preview(state.file, state.choices, told, reply)

    def _came(self, question: int, result: Result[ListPreview]) -> None:
        if isinstance(result, Done):
            self._become(lists.previewed(self._state, question, result.value))
        else:
            self._become(lists.refused(self._state, question, trouble(result)))

    def _export(self) -> None:
        plan, file = self._state.plan, self._state.file
        if plan and file and not self._state.busy:
            name = self.tr("{list} - rows not taken").format(list=file.stem)
            self._become(lists.export_begun(self._state))
            told = partial(self._moved_on, self._state.asked)
            self._stop = self._actions.save_refused(plan, self._folder() / f"{name}.xlsx", told, self._exported)

    def _exported(self, result: Result[Path]) -> None:
        said = trouble(result)
        if isinstance(result, Done):
            said = self.tr("Saved: {file}").format(file=bidi.code(str(result.value)))
        self._become(lists.told(self._state, said))

    def _become(self, state: ImportState) -> None:
        former, self._state = self._state, state
        if state.plan is not former.plan:
            self.panel.seen.renew()
        if former.plan is not None and former.plan is not state.plan:
            self._old.append(former.plan)
            self._released.start()
        view = self._wording.view(state)
        self.panel.render_state(state, view, partial(self._wording.row, state))

    def _release(self) -> None:
        """Hand plans that are no longer shown over: to free 100 000 rows here would hold up the screen."""
        old, self._old = self._old, []
        self._actions.let_go(old)


def _nothing() -> None:
    """Stop nothing: nothing has been begun."""
