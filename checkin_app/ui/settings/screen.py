"""The settings at work: each change holds at once, in the window and in the file, and can be taken back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from checkin_app.runtime.lanes import Done, Result
from checkin_app.runtime.settings import PrinterKind, PrinterLanguage, PrinterSettings
from checkin_app.services.scanning import ScanOutcome
from checkin_app.ui import printer_draft as printers
from checkin_app.ui import theme, words, words_laptop, words_notices
from checkin_app.ui.kit.code import Modules
from checkin_app.ui.kit.file_dialogs import Then, ask_folder
from checkin_app.ui.printer_draft import PrinterDraft
from checkin_app.ui.replies import trouble
from checkin_app.ui.scan_strip import ScanStrip
from checkin_app.ui.sentences import said_anew
from checkin_app.ui.settings import state as setting
from checkin_app.ui.settings.fonts.page import FontsPage
from checkin_app.ui.settings.panel import SettingsPanel
from checkin_app.ui.settings.state import Change, SettingsState
from checkin_app.ui.settings.upkeep.page import UpkeepPage
from checkin_app.ui.settings.words import SettingsWords, chosen
from checkin_app.ui.shell.actions import Actions, StationContext
from checkin_app.ui.shell.answering import Reply
from checkin_app.ui.shell.screen import Destination, Screen

Choose = Callable[[Then], None]
"""Asks for a folder, or a file."""


@dataclass(frozen=True, slots=True)
class SettingsAids:
    """What only this screen asks for."""

    trial_code: Modules
    """The code by which a scanner is tried, as modules."""
    queues: Callable[[Reply[Sequence[str]]], None]
    """The printers that the operating system knows."""
    check_printer: Callable[[PrinterSettings, Reply[None]], None]
    """Refuses a printer that cannot be one, such as a folder that cannot be written to."""


class SettingsScreen(Screen):
    """Everything that this laptop is set to."""

    def __init__(
        self,
        actions: Actions,
        context: StationContext,
        aids: SettingsAids,
        *,
        folder: Choose | None = None,
        file: Choose | None = None,
    ) -> None:
        super().__init__()
        self._actions, self._aids = actions, aids
        self._ask_folder = folder or partial(_ask_folder, self)
        self._state = SettingsState(given=context.station.name, name=context.station.name)
        self.upkeep = UpkeepPage(actions.upkeep, context.in_force)
        self.fonts = FontsPage(actions.printers, file)
        pages = self.upkeep.panel, self.fonts.panel
        self.panel = SettingsPanel(SettingsWords(context.in_force), aids.trial_code, pages)
        self._strip = ScanStrip(self.panel.strip, context.telling())
        self._set_last = False
        """Nothing was done in sight since something was set here."""
        self.panel.strip.hide()
        self._connect()
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.panel)

    def _connect(self) -> None:
        panel, form = self.panel, self.panel.printers.form
        panel.chosen.connect(self._choose)
        panel.undo_asked.connect(self._take_back)
        panel.laptops_asked.connect(lambda: self.asked_for.emit(Destination("laptops")))
        panel.forum_asked.connect(lambda: self.asked_for.emit(Destination("programme")))
        panel.laptop.typed.connect(lambda name: self._become(setting.name_typed(self._state, str(name))))
        panel.laptop.name_left.connect(lambda: self._set(setting.name_entered(self._state)))
        form.kind_chosen.connect(self._kind_chosen)
        form.target_said.connect(self._target_said)
        form.folder_asked.connect(lambda: self._ask_folder(self._target_said))
        form.language_chosen.connect(self._language_chosen)
        form.dots_chosen.connect(self._dots_chosen)
        panel.printers.added.connect(self._add_printer)
        panel.printers.page_asked.connect(lambda: self.asked_for.emit(Destination("printers")))
        panel.printers.printer_chosen.connect(lambda name: self._set_entry("printer", name))
        panel.printers.printer_removed.connect(lambda name: self._set(setting.printer_removed(self._state, str(name))))
        panel.scanner.asked.connect(self._try_scanner)
        panel.scanner.ended.connect(lambda: self._become(setting.trial_ended(self._state)))
        self.upkeep.restore_asked.connect(self.restore_asked)

    # ---- what the window tells

    def retranslate(self) -> None:
        self._strip.retranslate(words_notices.nothing_lost())
        self.panel.retranslate()
        self.upkeep.retranslate()
        self.fonts.retranslate()
        self._become(said_anew(self._state))
        self._hear()

    def help_text(self) -> str:
        return self.tr(
            "Everything that this laptop is set to. Each change holds at once and can be taken back at the top. "
            "“Try the scanner” shows a code that tells how the scanner is set; nobody is checked in by it."
        )

    def set_layout(self, layout: theme.Layout) -> None:
        margin = theme.margin(layout)
        self._column.setContentsMargins(margin, margin, margin, margin)
        self.panel.set_layout(layout)
        self._strip.set_layout(layout)

    def shown(self) -> None:
        self.panel.strip.hide()
        self._set_last = False
        self._become(setting.trial_ended(self._state))
        self._hear()
        self.upkeep.ask()
        self.fonts.ask()
        if self._state.printer.queues is None:
            self._aids.queues(self._queues_came)

    def ticked(self) -> None:
        self._hear()

    def takes_scan(self, candidates: Sequence[str]) -> bool:
        if not self._state.trying:
            return False
        self._become(setting.code_tried(self._state, candidates))
        return True

    def takes_undo(self) -> bool:
        """A further press takes back an earlier change or nothing, but never a scan that nobody thinks of here."""
        if self._set_last:
            self._take_back()
        return self._set_last

    def scanned(self, result: Result[ScanOutcome]) -> None:
        self._set_last = False
        self._strip.scanned(result)
        self.panel.strip.show()

    # ---- what is chosen

    def _choose(self, pair: tuple[str, str]) -> None:
        entry, choice = pair
        self._set_entry(entry, chosen(entry, choice))

    def _set_entry(self, entry: str, value: object) -> None:
        self._set(setting.entry_changed(self._state, entry, value))

    def _set(self, state: SettingsState) -> None:
        """Go by what was set here, where it is anything new."""
        new = state.changes != self._state.changes
        self._become(state)
        if new and state.last is not None:
            self._set_last = True
            self._adopt(state.last)

    def _take_back(self) -> None:
        last = self._state.last
        self._become(setting.taken_back(self._state))
        if last is not None:
            self._adopt(last.reverse)

    def _adopt(self, change: Change) -> None:
        """Change the one entry in what holds now: a key may have changed another meanwhile."""
        if change.entry == "language":
            self.language_chosen.emit(change.new)
        else:
            self.settings_chosen.emit(setting.changed(self._actions.laptop.settings(), change))

    def _hear(self) -> None:
        """Show what holds now, whoever set it; the language spoken holds, whichever is kept."""
        held = replace(self._actions.laptop.settings(), language=words.spoken())
        heard = setting.settings_read(self._state, held)
        if heard != self._state:
            self._become(heard)

    # ---- printers

    def _queues_came(self, result: Result[Sequence[str]]) -> None:
        queues = result.value if isinstance(result, Done) else ()
        self._change_printer(printers.queues_listed(self._state.printer, queues))

    def _kind_chosen(self, kind: object) -> None:
        wanted = kind if isinstance(kind, PrinterKind) else None
        self._change_printer(printers.printer_kind_chosen(self._state.printer, wanted))

    def _language_chosen(self, language: PrinterLanguage) -> None:
        self._change_printer(printers.printer_language_chosen(self._state.printer, language))

    def _dots_chosen(self, dots: int) -> None:
        self._change_printer(printers.printer_dots_chosen(self._state.printer, dots))

    def _target_said(self, target: object) -> None:
        self._change_printer(printers.printer_named(self._state.printer, str(target)))

    def _change_printer(self, draft: PrinterDraft) -> None:
        self._become(setting.printer_changed(self._state, draft))

    def _add_printer(self) -> None:
        printer = self._state.new_printer
        if printer is not None and not self._state.adding:
            self._become(setting.printer_tried(self._state))
            self._aids.check_printer(printer, partial(self._checked, printer))

    def _checked(self, printer: PrinterSettings, result: Result[None]) -> None:
        if isinstance(result, Done):
            self._set(setting.printer_added(self._state, printer))
        else:
            self._become(setting.printer_refused(self._state, trouble(result)))

    # ---- the scanner

    def _try_scanner(self) -> None:
        self._become(setting.trial_begun(self._state))
        self.panel.bring_code_into_sight()
        # No field may hear the code: the screen itself has the focus.
        self.setFocus()

    def _become(self, state: SettingsState) -> None:
        self._state = state
        self.panel.render_state(state)


def _ask_folder(parent: QWidget, then: Then) -> None:
    ask_folder(parent, words_laptop.choosing_a_folder(), then)
