"""What the door's panel shows, already in words."""

from dataclasses import dataclass

from checkin_app.domain.outcomes import Verdict


@dataclass(frozen=True, slots=True)
class DoorView:
    """Everything the door's panel shows, already in words; `verdict` None is the ready panel."""

    verdict: Verdict | None
    word: str
    second_word: str = ""
    reason: str = ""
    action: str = ""
    hero: str = ""
    """The code of the bus the person belongs on; where it is given, it is the verdict."""
    hero_title: str = ""
    hero_line: str = ""
    name: str = ""
    second_name: str = ""
    organisation: str = ""
    languages: str = ""
    trailing: str = ""
    """A line at the lower trailing corner: when the other bus leaves."""
    note: str = ""
    answers: tuple[str, ...] = ()
