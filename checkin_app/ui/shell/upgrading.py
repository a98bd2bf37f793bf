"""Says, before there is any other window, that the record of an earlier version is being brought up to date, and how far."""

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout

from checkin_app.domain.upgrade import UpgradeStep
from checkin_app.ui import theme
from checkin_app.ui.kit.labels import Label
from checkin_app.ui.kit.progress import ProgressLine
from checkin_app.ui.shell.fitting import FittingWindow

_WIDTH = 640


class UpgradeWindow(FittingWindow):
    """Shows the step and how much of it is done; nobody can close it, since nothing can be used before it is done."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("The record is being brought up to date"))
        self.step = Label("", "body", "ink.secondary", wrap=True)
        self.line = ProgressLine()
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.space(8)] * 4)
        column.setSpacing(theme.space(4))
        column.addWidget(Label(self.windowTitle(), "title"))
        column.addWidget(
            Label(
                self.tr(
                    "An earlier version wrote this laptop’s record. This version brings it into its own form once, which "
                    "takes some minutes where very much is in it."
                ),
                "bodyLarge",
                wrap=True,
            )
        )
        column.addWidget(
            Label(
                self.tr("Do not switch the laptop off. Should it stop all the same, nothing is lost."),
                "bodyLarge",
                wrap=True,
            )
        )
        column.addWidget(self.line)
        column.addWidget(self.step)
        self.setFixedWidth(theme.widened(_WIDTH))
        self.show_step(UpgradeStep.COPY, 0, 0)

    def show_step(self, step: UpgradeStep, done: int, whole: int) -> None:
        """Show how far it is: how much of a step is done, and of how much; of 0 where nobody knows."""
        number, steps = [*UpgradeStep].index(step) + 1, len(UpgradeStep)
        self.line.show_part(done, whole)
        far = self.tr("{percent} % of it").format(percent=done * 100 // whole) if whole else self.tr("under way")
        said = self.tr("Step {number} of {steps}: {what} – {far}")
        self.step.setText(said.format(number=number, steps=steps, what=self._said(step), far=far))
        self.fit()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()

    def _said(self, step: UpgradeStep) -> str:
        return {
            UpgradeStep.COPY: self.tr("the record is copied"),
            UpgradeStep.TABLES: self.tr("its tables are changed"),
            UpgradeStep.READ: self.tr("every entry is read"),
            UpgradeStep.FOLD: self.tr("what follows from the entries is worked out"),
            UpgradeStep.INDEX: self.tr("names are made findable"),
            UpgradeStep.PROVE: self.tr("the copy is proven"),
        }[step]
