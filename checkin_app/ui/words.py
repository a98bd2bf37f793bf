"""What the screens say: verdicts, reasons, answers and trouble, in the language in use and the second one."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from checkin_app.domain.forum import Forum
from checkin_app.domain.ids import Instant
from checkin_app.domain.outcomes import Answer, Decision, Reason
from checkin_app.domain.problems import Problem
from checkin_app.domain.texts import Detail
from checkin_app.services.ports.stations import ForumInForce
from checkin_app.ui.kit import bidi
from checkin_app.ui.words_details import detail
from checkin_app.ui.words_speech import counted, figure, in_a_row, listed, offered, say, second, speak, spoken
from checkin_app.ui.words_verdicts import (
    ANSWERED,
    ANSWERS,
    DESK_WORDS,
    DOOR_WORDS,
    OWN_WORDS,
    REASONS,
    ReasonTexts,
    variant,
)

__all__ = [
    "Telling",
    "Told",
    "answer",
    "answered",
    "brief",
    "counted",
    "figure",
    "in_a_row",
    "listed",
    "offered",
    "problem",
    "say",
    "second",
    "speak",
    "spoken",
    "verdict",
]

_MOMENTS = frozenset({"since", "opens", "closed"})
#: Details that say how many; other numbers, of a line or a fact, are names.
_COUNTS = frozenset({"count", "missing"})


@dataclass(frozen=True, slots=True)
class Telling:
    """What turns the details of a decision into words: the forum's clock, the names of laptops."""

    in_force: ForumInForce
    stations: Mapping[str, str] = field(default_factory=dict)
    """Names by station id."""

    @property
    def forum(self) -> Forum:
        return self.in_force.forum

    def clock(self, at: Instant) -> str:
        """Return the time of day of an instant where the forum is, ``HH:MM``; a dash for one beyond any calendar."""
        try:
            return self.forum.local(at).strftime("%H:%M")
        except (OverflowError, OSError, ValueError):
            return "–"

    def detail(self, name: str, value: str | int) -> str:
        if name in _MOMENTS and isinstance(value, int):
            return bidi.code(self.clock(Instant(value)))
        if name == "station":
            return bidi.name(self.stations.get(str(value), str(value)[:4]))
        return bidi.code(str(value))


@dataclass(frozen=True, slots=True)
class Told:
    """A decision in words."""

    word: str
    second_word: str
    reason: str
    action: str


def verdict(decision: Decision, telling: Telling, *, door: bool = False) -> Told:
    """Return what a panel says of a decision, its word also in the second language."""
    texts = REASONS[variant(decision.reason, decision.details)]
    told = {name: telling.detail(name, value) for name, value in decision.details.items()}
    return Told(
        _word(decision, "", door=door),
        _word(decision, second(), door=door),
        say("Reason", texts.reason).format_map(_Lenient(told)),
        say("Reason", texts.action).format_map(_Lenient(told)),
    )


def _word(decision: Decision, language: str, *, door: bool) -> str:
    if own := OWN_WORDS.get(decision.reason):
        return say("Verdict", own, language)
    if not door:
        return say("Verdict", DESK_WORDS[decision.verdict], language)
    word = DOOR_WORDS[decision.verdict]
    translated = say("DoorVerdict", word, language)
    return say("Verdict", word, language) if translated == word else translated


class _Lenient(dict[str, str]):
    """Details that a newer laptop left out read as a dash: a verdict is never held up by its words."""

    def __missing__(self, key: str) -> str:
        return "–"


def brief(reason: Reason) -> str:
    """Return how a list names a reason."""
    return say("Reason", _plain(reason).brief)


def _plain(reason: Reason) -> ReasonTexts:
    return REASONS[reason.value]


def answer(given: Answer) -> str:
    """Return an answer as its button reads."""
    return say("Answer", ANSWERS[given])


def answered(given: str) -> str:
    """Return an answer as a list names it afterwards; one that only a newer version knows stands as it is."""
    return say("Answered", ANSWERED[Answer(given)]) if given in ANSWERED else given


def problem(trouble: Problem) -> tuple[str, str]:
    """Return the sentence and the next step of foreseen trouble."""
    details = _Lenient({name: _told(name, value) for name, value in trouble.details.items()})
    sentence, step = (say("Problem", text).format_map(details) for text in (trouble.sentence, trouble.next_step))
    return sentence, step


def _told(name: str, value: Detail) -> str:
    return figure(value) if name in _COUNTS and isinstance(value, int) else detail(value)
