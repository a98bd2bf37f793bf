"""What every expected trouble is: a key, one sentence and one next step."""

from typing import ClassVar


class Problem(Exception):  # noqa: N818 - trouble that was foreseen is no error of ours
    """Trouble that was foreseen; `details` fill the placeholders of its sentence and next step."""

    key: ClassVar[str] = "problem"
    sentence: ClassVar[str] = "Something went wrong."
    next_step: ClassVar[str] = "Try again; if it stays, call the event lead."

    def __init__(self, **details: str | int) -> None:
        super().__init__(details)
        self.details = details

    def __str__(self) -> str:
        return f"{self.sentence.format(**self.details)} {self.next_step.format(**self.details)}"
