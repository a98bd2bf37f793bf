"""What the first run's window says of its steps."""

from PySide6.QtCore import QObject

from checkin_app.ui.first_run.state import STEPS, FirstRunState, Step
from checkin_app.ui.kit import chips


class FirstRunWords(QObject):
    """Words in the language in use; looked up when shown."""

    def title(self, step: Step) -> tuple[str, str]:
        """Return a step's title and the line under it."""
        said = {
            Step.LANGUAGE: (
                self.tr("Set up this laptop"),
                self.tr("No internet needed. You can change everything but the event later."),
            ),
            Step.EVENT: (self.tr("Start a new event"), self.tr("The event of this laptop stays as it is chosen here.")),
            Step.NAME: (self.tr("Name this laptop"), self.tr("Every entry of the record says which laptop made it.")),
            Step.CHECK: (self.tr("Check scanner and printer"), self.tr("Both can be set up later as well.")),
        }
        return said[step]

    def go_on(self, state: FirstRunState) -> str:
        if state.busy:
            return self.tr("One moment…")
        if state.step is Step.NAME:
            return self.tr("Start the event")
        return self.tr("Begin checking in") if state.step is Step.CHECK else self.tr("Go on")

    def steps(self, state: FirstRunState) -> list[tuple[str, chips.Step]]:
        said = {
            Step.LANGUAGE: self.tr("Language"),
            Step.EVENT: self.tr("Event"),
            Step.NAME: self.tr("Name"),
            Step.CHECK: self.tr("Devices"),
        }
        now = STEPS.index(state.step)
        kinds = [
            chips.Step.DONE if place < now else chips.Step.NOW if place == now else chips.Step.NEXT
            for place in range(len(STEPS))
        ]
        return [(said[step], kind) for step, kind in zip(STEPS, kinds, strict=True)]
