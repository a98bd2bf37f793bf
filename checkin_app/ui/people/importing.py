"""A list on its way in, joined to the application: read, corrected, taken."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from checkin_app.domain.forum import Forum
from checkin_app.domain.problems_lists import ListOutdated
from checkin_app.runtime.lanes import Done, Result, Troubled
from checkin_app.services.importing import ImportResult, ListPreview
from checkin_app.ui.kit import bidi
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
        self._actions, self._folder = actions, folder
        self._wording = ImportWording(forum)
        self._state = ImportState()
        self.panel = ImportPanel(
            ImportHandlers(
                back=back,
                choose=choose,
                sheet=lambda sheet: self._read(lists.another_sheet(self._state, sheet)),
                encoding=lambda encoding: self._read(lists.another_encoding(self._state, encoding)),
                column=lambda place, wanted: self._read(lists.column_said(self._state, place, wanted)),
                tab=lambda tab: self._become(lists.opened_tab(self._state, tab)),
                toggled=lambda number: self._become(lists.toggled(self._state, number)),
                overwrite=lambda on: self._become(lists.overwriting(self._state, overwrite=on)),
                export=self._export,
                take=self.take,
            )
        )
        self._become(self._state)

    @property
    def state(self) -> ImportState:
        return self._state

    def retranslate(self) -> None:
        self.panel.retranslate()
        self._become(self._state)

    def open(self, file: Path) -> None:
        self._read(lists.chosen(self._state, file))

    def take(self) -> None:
        """Take the list in as it is shown."""
        plan = self._state.plan
        if plan and self._state.may_import:
            left_out, overwrite = self._state.left_out, self._state.overwrite
            self._become(lists.begun(self._state))
            self._actions.apply(plan, left_out, overwrite, self._taken)

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
            self._actions.preview(state.file, state.choices, partial(self._came, state.asked))

    def _came(self, question: int, result: Result[ListPreview]) -> None:
        if isinstance(result, Done):
            self._become(lists.previewed(self._state, question, result.value))
        else:
            self._become(lists.refused(self._state, question, trouble(result)))

    def _export(self) -> None:
        plan, file = self._state.plan, self._state.file
        if plan and file:
            name = self.tr("{list} - rows not taken").format(list=file.stem)
            self._actions.save_refused(plan, self._folder() / f"{name}.xlsx", self._exported)

    def _exported(self, result: Result[Path]) -> None:
        said = trouble(result)
        if isinstance(result, Done):
            said = self.tr("Saved: {file}").format(file=bidi.code(str(result.value)))
        self._become(lists.told(self._state, said))

    def _become(self, state: ImportState) -> None:
        self._state = state
        view = self._wording.view(state)
        self.panel.render_state(state, view, partial(self._wording.row, state))
