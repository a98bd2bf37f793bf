"""What may be said of a person's ride, in the language in use."""

from collections.abc import Mapping
from dataclasses import dataclass

from checkin_app.domain.kinds.rides import Saying
from checkin_app.domain.overriding import override_word
from checkin_app.domain.ride_states import RideState, RideVerb, ground_word, ride_word, said_as
from checkin_app.domain.roles import Deed
from checkin_app.domain.texts import QT_TRANSLATE_NOOP
from checkin_app.services.ports.buses import ManifestLine, Override
from checkin_app.services.rides import RideStanding
from checkin_app.ui import words
from checkin_app.ui.kit import bidi
from checkin_app.ui.manifest.saying import Step, deed_of
from checkin_app.ui.manifest.state import ManifestState, steps

VERBS: Mapping[RideVerb, str] = {
    RideVerb.UNBOARD: QT_TRANSLATE_NOOP("RideVerb", "Undo the boarding, keep the seat"),
    RideVerb.EXCUSE: QT_TRANSLATE_NOOP("RideVerb", "Excuse from the tour…"),
    RideVerb.OFFLOAD: QT_TRANSLATE_NOOP("RideVerb", "Offload, give up the seat…"),
    RideVerb.MISSING: QT_TRANSLATE_NOOP("RideVerb", "Declare missing"),
    RideVerb.NO_SHOW: QT_TRANSLATE_NOOP("RideVerb", "Ask for a no-show…"),
    RideVerb.RETURN: QT_TRANSLATE_NOOP("RideVerb", "Sign off, has returned"),
}
NO_SHOW_CONFIRMED = QT_TRANSLATE_NOOP("RideVerb", "Confirm the no-show as a second person…")
#: On a row, where whom they come with needs the room; beside the person chosen stands all of it.
BY_OVERRIDE = QT_TRANSLATE_NOOP("RideVerb", "Override")
NO_SHOW_WAITS = QT_TRANSLATE_NOOP("RideVerb", "No-show?")
#: What is no state by itself.
SAID: Mapping[Saying, str] = {
    Saying.TRANSFER: QT_TRANSLATE_NOOP("RideVerb", "the transfer"),
    Saying.NO_SHOW_ASKED: QT_TRANSLATE_NOOP("RideVerb", "the no-show that was asked for"),
}


@dataclass(frozen=True, slots=True)
class RideView:
    """What may be said of the ride of the person chosen; nothing where there are no items."""

    prompt: str = ""
    items: tuple[tuple[str, Deed | None], ...] = ()
    """Each with what a person does by choosing it."""
    line: str = ""
    """The label of the line beside the menu; empty where there is none."""


NOTHING_TO_SAY = RideView()
_STANDS = QT_TRANSLATE_NOOP("ManifestWords", "Ride: {state}…")
_SURE = QT_TRANSLATE_NOOP("ManifestWords", "No-show: sure?")
_WHO_SAYS = QT_TRANSLATE_NOOP("ManifestWords", "Who says so")
_BELONGINGS = QT_TRANSLATE_NOOP("ManifestWords", "Belongings left aboard?")
_WHY = QT_TRANSLATE_NOOP("ManifestWords", "Why?")
_NOTE = QT_TRANSLATE_NOOP("ManifestWords", "A note")
_SOMETHING = QT_TRANSLATE_NOOP("ManifestWords", "Something is left aboard")
_NOTHING = QT_TRANSLATE_NOOP("ManifestWords", "Nothing is left aboard")
_OVERRIDDEN = QT_TRANSLATE_NOOP("ManifestWords", "By override of “{door}”: {why}")
_TAKE_BACK = QT_TRANSLATE_NOOP("ManifestWords", "Take back: {said}")
_BACK_ABOARD = QT_TRANSLATE_NOOP("ManifestWords", "Taken back: {said}. {name} is aboard bus {bus}.")
_BACK_APART = QT_TRANSLATE_NOOP(
    "ManifestWords", "Taken back: {said}. {name} has the seat on bus {seat}, and was seen aboard bus {bus}."
)
_BACK_SEAT = QT_TRANSLATE_NOOP("ManifestWords", "Taken back: {said}. {name} has the seat on bus {seat}.")
_BACK_NONE = QT_TRANSLATE_NOOP("ManifestWords", "Taken back: {said}. {name} has no seat.")


def view(state: ManifestState) -> RideView:
    """Return the menu of the person chosen, and the line beside it."""
    person, asked = state.person, state.asked
    if person is None:
        return NOTHING_TO_SAY
    items = tuple((_step(person, each, asked), deed_of(person, each)) for each in steps(state))
    if asked is None:
        return RideView(_say(_STANDS).format(state=words.say("Detail", ride_word(person.ride))), items)
    if asked.verb is RideVerb.NO_SHOW:
        return RideView(_say(_SURE), items, _say(_WHO_SAYS))
    if asked.verb is RideVerb.OFFLOAD and asked.belongings is None:
        return RideView(_say(_BELONGINGS), items)
    return RideView(_say(_WHY), items, _say(_NOTE))


def told(name: str, state: RideState) -> str:
    """Return what is said once something was said of a ride."""
    return f"{bidi.name(name)}: {words.say('Detail', ride_word(state))}"


def taken_back(said: Saying, now: RideStanding) -> str:
    """Return what is said once something was taken back: what that was, and where it leaves them."""
    if now.state is RideState.BOARDED:
        text = _BACK_ABOARD if now.seat in {None, now.bus} else _BACK_APART
    else:
        text = _BACK_SEAT if now.seat else _BACK_NONE
    return _say(text).format(said=_taken(said), name=bidi.name(now.delegate.called), bus=now.bus, seat=now.seat)


def overridden(override: Override) -> str:
    """Return what the door said, why somebody boarded after all, and who said so."""
    why = " – ".join(filter(None, (words.say("Detail", override_word(override.ground)), bidi.name(override.text))))
    said = _say(_OVERRIDDEN).format(door=words.brief(override.asked), why=why)
    return f"{said} ({bidi.name(override.by)})" if override.by else said


def _say(text: str) -> str:
    return words.say("ManifestWords", text)


def _step(person: ManifestLine, step: Step, asked: Step | None) -> str:
    if step.ground:
        return words.say("Detail", ground_word(step.ground))
    if asked and step.belongings is not None:
        return _say(_SOMETHING if step.belongings else _NOTHING)
    if step.verb is RideVerb.UNDO and person.said:
        return _say(_TAKE_BACK).format(said=_taken(person.said))
    return words.say("RideVerb", NO_SHOW_CONFIRMED if step.confirms else VERBS[step.verb])


def _taken(said: Saying) -> str:
    """Return what is taken back: what is asked for by what it asks, a transfer by its verb."""
    state = said_as(said)
    return words.say("Detail", ride_word(state)) if state else words.say("RideVerb", SAID[said])
