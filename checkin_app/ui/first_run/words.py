"""What the first run says of its steps, of the forum that was read, and of what is amiss."""

from PySide6.QtCore import QObject

from checkin_app.ui import words, words_laptop
from checkin_app.ui.first_run.joining.words import JoiningWords
from checkin_app.ui.first_run.state import FirstRunState, NameFault, Step
from checkin_app.ui.kit import chips


class FirstRunWords(QObject):
    """Words in the language in use; looked up when shown."""

    def __init__(self) -> None:
        super().__init__()
        self.joining = JoiningWords()

    def title(self, state: FirstRunState) -> tuple[str, str]:
        """Return a step's title and the line under it."""
        if state.step is Step.JOIN:
            return self.joining.title(state.join)
        title, line = self._title(state.step)
        if state.resumed and state.step is Step.NAME:
            line = self.tr("What you entered before is still here. A passphrase is never kept: type it again.")
        return title, line

    def _title(self, step: Step) -> tuple[str, str]:
        said = {
            Step.LANGUAGE: (
                self.tr("Set up this laptop"),
                self.tr("No internet needed. You can change everything but the event later."),
            ),
            Step.WAY: (
                self.tr("Is this laptop the first?"),
                self.tr("An invitation of the others can be scanned at any of these steps."),
            ),
            Step.EVENT: (self.tr("Start a new event"), self.tr("The event of this laptop stays as it is chosen here.")),
            Step.NAME: (self.tr("Name this laptop"), self.tr("Every entry of the record says which laptop made it.")),
            Step.CHECK: (self.tr("Check scanner and printer"), self.tr("Both can be set up later as well.")),
        }
        return said[step]

    def go_on(self, state: FirstRunState) -> str:
        if state.step is Step.JOIN:
            return self.joining.go_on(state.join)
        if state.busy:
            return self.tr("One moment…")
        return self.tr("Begin checking in") if state.step is Step.CHECK else self.tr("Go on")

    def steps(self, state: FirstRunState) -> list[tuple[str, chips.Step]]:
        said = {
            Step.LANGUAGE: self.tr("Language"),
            Step.WAY: self.tr("Join or start"),
            Step.EVENT: self.tr("Event"),
            Step.NAME: self.tr("Name"),
            Step.JOIN: self.tr("Joining"),
            Step.CHECK: self.tr("Devices"),
        }
        now = state.steps.index(state.step)
        kinds = [
            chips.Step.DONE if place < now else chips.Step.NOW if place == now else chips.Step.NEXT
            for place in range(len(state.steps))
        ]
        return [(said[step], kind) for step, kind in zip(state.steps, kinds, strict=True)]

    def forum(self, state: FirstRunState) -> str:
        """Return what the forum that was read is called and how large it is; nothing before."""
        forum = state.forum
        if forum is None:
            return ""
        days, sessions = self.tr("%Ln days", "", len(forum.days())), self.tr("%Ln sessions", "", len(forum.sessions))
        figures = " · ".join((days, sessions, self.tr("%Ln routes", "", len(forum.routes))))
        return "\n".join(part for part in (forum.name.in_(words.spoken()), figures) if part)

    def fault(self, fault: NameFault) -> str:
        match fault:
            case NameFault.NO_NAME:
                return self.tr("Give it a name, such as “Desk 3”: the record says where each scan was made.")
            case NameFault.NAME_TOO_LONG:
                return words_laptop.name_too_long()
            case NameFault.TOO_SHORT:
                return self.tr("At least 8 characters, or none at all.")
            case NameFault.DIFFER:
                return self.tr("The two are not the same.")

    def scanner(self, state: FirstRunState) -> str:
        return self.tr("It was read") if state.scanned else self.tr("Nothing read yet")
