"""The card of the record itself: verified at will, backed up, brought back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from checkin_app.ui import theme, words_notices
from checkin_app.ui.kit.buttons import Button, ButtonKind
from checkin_app.ui.kit.cards import Line, SubjectCard
from checkin_app.ui.kit.chips import StateChip
from checkin_app.ui.kit.flow import FlowLayout
from checkin_app.ui.kit.held import HeldButton
from checkin_app.ui.kit.labels import Label
from checkin_app.ui.kit.progress import ProgressLine
from checkin_app.ui.settings.upkeep.state import UpkeepState
from checkin_app.ui.settings.upkeep.words import UpkeepWords


class UpkeepPanel(SubjectCard):
    """Draws an `UpkeepState`.

    Signals: `check_asked`, `stop_asked`, `repair_asked`, `loss_accepted` with a `Meant`, `backup_asked`, `restore_asked`.
    """

    check_asked = Signal()
    stop_asked = Signal()
    repair_asked = Signal()
    loss_accepted = Signal(object)
    backup_asked = Signal()
    restore_asked = Signal()

    def __init__(self, words: UpkeepWords) -> None:
        super().__init__()
        self._words = words
        self._check_line = Label("", "body", "ink.secondary", wrap=True)
        self.check, self.stop = Button("", icon="check"), Button("", ButtonKind.QUIET, icon="x")
        self.repair, self.accept_loss = Button(""), HeldButton("")
        self.chip, self.told = StateChip(), Label("", "body", wrap=True)
        self._progress = ProgressLine()
        self._backup_line = Label("", "body", "ink.secondary", wrap=True)
        self.back_up = Button("", icon="floppy-disk")
        self.restore = Button("", icon="arrows-clockwise")
        self.backup_trouble = Label("", "body", "trouble.ink", wrap=True)
        self.backups = Label("", "body", wrap=True)
        self._build()
        self.check.clicked.connect(self.check_asked)
        self.stop.clicked.connect(self.stop_asked)
        self.repair.clicked.connect(self.repair_asked)
        self.accept_loss.meant.connect(self.loss_accepted)
        self.back_up.clicked.connect(self.backup_asked)
        self.restore.clicked.connect(self.restore_asked)

    def _build(self) -> None:
        chip = QHBoxLayout()
        chip.addWidget(self.chip)
        chip.addStretch(1)
        found = QVBoxLayout()
        found.setSpacing(theme.space(1))
        found.addLayout(chip)
        found.addWidget(self.told)
        found.addWidget(self._progress)
        self.body.addWidget(self._check_line)
        self.body.addLayout(found)
        self.body.addLayout(_flow(self.check, self.stop, self.repair, self.accept_loss))
        self.body.addWidget(Line())
        self.body.addWidget(self._backup_line)
        self.body.addWidget(self.backup_trouble)
        self.body.addWidget(self.backups)
        self.body.addLayout(_flow(self.back_up, self.restore))

    def retranslate(self) -> None:
        self.subject.setText(self.tr("The record"))
        self._check_line.setText(
            self.tr("Every entry is proven, and what the screens show is compared with them. Scans go on meanwhile.")
        )
        self.check.setText(self.tr("Check now"))
        self.stop.setText(self.tr("Stop"))
        self._backup_line.setText(self.tr("A backup is written every ten minutes of work; the last twelve are kept."))
        self.restore.setText(words_notices.restoring())

    def render_state(self, state: UpkeepState) -> None:
        """Draw everything the state says."""
        view = self._words.view(state)
        self.chip.set_state(view.chip, view.tone)
        self.chip.setVisible(bool(view.chip))
        self.told.setText(view.told)
        self.told.setVisible(bool(view.told))
        self._progress.setVisible(state.doing is not None)
        self._progress.show_part(state.done, state.whole)
        self.check.setEnabled(state.may_begin)
        self.stop.setVisible(state.may_stop)
        self.repair.setText(view.repair)
        self.repair.setVisible(state.may_repair)
        self.accept_loss.set_act("accept_loss", view.accept_loss)
        self.accept_loss.setVisible(bool(view.accept_loss))
        self.back_up.setText(view.back_up)
        self.back_up.setEnabled(not state.backing_up)
        self.backup_trouble.setText(view.backup_trouble)
        self.backup_trouble.setVisible(bool(view.backup_trouble))
        self.backups.setText("\n".join(view.backups))
        self.backups.setVisible(bool(view.backups))


def _flow(*buttons: Button) -> FlowLayout:
    """Return buttons beside one another, and below where there is no room."""
    flow = FlowLayout(gap=theme.space(2))
    for each in buttons:
        flow.addWidget(each)
    return flow
