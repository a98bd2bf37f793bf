"""What the badge desk says of badges that were handed over, or not."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from checkin_app.domain.ids import Instant
from checkin_app.domain.outcomes import Verdict
from checkin_app.services.handing_over import Handing
from checkin_app.ui import words
from checkin_app.ui.badge_desk.hands import Given, Hands, Refused
from checkin_app.ui.kit import bidi


@dataclass(frozen=True, slots=True)
class HandsView:
    """What was handed over, in words; the words of a button that has no use are empty."""

    verdict: Verdict
    title: str
    line: str = ""
    more: str = ""
    who: str = ""
    as_typed: str = ""
    typed: str = ""
    """What stands in the field."""


class HandsWords(QObject):
    """Texts are looked up when asked for, so that the language may change in between."""

    def __init__(self, time: Callable[[Instant], str]) -> None:
        """Speak of instants by `time`, as the forum's clock has it."""
        super().__init__()
        self._time = time

    def view(self, hands: Hands, typed: str) -> HandsView | None:
        """Return what there is to tell; None where there is nothing.

        `typed` is what stands in the field.
        """
        if hands.is_quiet:
            return None
        if hands.asking:
            return HandsView(
                Verdict.ASK,
                self.tr("Who takes %Ln badges along?", "", len(hands.given)),
                self.tr("Type a name or number and choose, or scan their own badge."),
                who=self.tr("Nobody else"),
                typed=typed,
                as_typed=self.tr("Take it as typed") if typed.strip() else "",
            )
        if hands.refused:
            return self._refused(hands.refused)
        if hands.returned:
            return HandsView(Verdict.AGAIN, self.tr("Taken back: not handed over"), _numbers(hands.returned))
        return self._given(hands)

    def _given(self, hands: Hands) -> HandsView:
        last = hands.given[-1]
        several = len(hands.given) > 1
        if hands.collector:
            title = self.tr("%Ln badges taken along by {name}", "", len(hands.given))
            return HandsView(Verdict.GO, title.format(name=bidi.name(hands.collector)), _numbers(hands.given))
        title = self.tr("Badge {number} handed over").format(number=bidi.code(last.number))
        if several or hands.more:
            title = self.tr("%Ln badges handed over for one person", "", len(hands.given))
        line = _numbers(hands.given) if several else bidi.name(last.name)
        more = self.tr("No further ones") if hands.more else self.tr("More for one person")
        return HandsView(Verdict.GO, title, line, more, self.tr("Taken along by…"))

    def _refused(self, refused: Refused) -> HandsView:
        number, valid = bidi.code(refused.number), bidi.code(refused.valid)
        match refused.handing:
            case Handing.ALREADY:
                title = self.tr("Badge {number} is handed over already").format(number=number)
                return HandsView(Verdict.AGAIN, title, self._since(refused))
            case Handing.VOID:
                title = self.tr("Badge {number} does not hold any more").format(number=number)
                line = self.tr("The newest one is {valid}. Keep this one here.").format(valid=valid)
                return HandsView(Verdict.STOP, title, line)
            case Handing.REVOKED:
                title = self.tr("Badge {number} does not hold any more").format(number=number)
                line = self.tr("Every badge of this guest was taken back. Call the event lead.")
                return HandsView(Verdict.STOP, title, line)
            case _:
                title = self.tr("Badge {number} is not handed over").format(number=number)
                return HandsView(Verdict.ASK, title, self.tr("As far as this laptop knows, it did not come out yet."))

    def _since(self, refused: Refused) -> str:
        time = bidi.code(self._time(refused.since)) if refused.since is not None else ""
        if refused.collector:
            said = self.tr("Since {time}, taken along by {name}")
            return said.format(time=time, name=bidi.name(refused.collector))
        return self.tr("Since {time}").format(time=time) if time else ""


def _numbers(given: tuple[Given, ...]) -> str:
    return words.listed(bidi.code(each.number) for each in given)
