"""What every expected trouble is: a key, one sentence and one next step."""

from typing import ClassVar

from checkin_app.domain.texts import QT_TRANSLATE_NOOP, Detail


class Problem(Exception):  # noqa: N818 - trouble that was foreseen is no error of ours
    """Trouble that was foreseen; `details` fill the placeholders of its sentence and next step."""

    key: ClassVar[str] = "problem"
    sentence: ClassVar[str] = QT_TRANSLATE_NOOP("Problem", "Something went wrong.")
    next_step: ClassVar[str] = QT_TRANSLATE_NOOP("Problem", "Try again; if it stays, call the event lead.")
    """At a screen, and in commands where those have no other."""
    command_step: ClassVar[str] = ""

    def __init__(self, **details: Detail) -> None:
        super().__init__(details)
        self.details = details

    def __str__(self) -> str:
        """Return what a command says of it, in English."""
        step = self.command_step or self.next_step
        return f"{self.sentence.format(**self.details)} {step.format(**self.details)}"
