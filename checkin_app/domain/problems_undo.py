"""Why a step cannot be undone; ``problems`` draws the tree of all."""

from checkin_app.domain.problems import NotAllowed
from checkin_app.domain.texts import QT_TRANSLATE_NOOP


class UndoFinal(NotAllowed):
    """What a named entry says is final by rule: ``reversals`` says of which kinds, and why."""

    key = "undo_final"
    sentence = QT_TRANSLATE_NOOP("Problem", "That cannot be taken back: {why}.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing was changed.")


class UndoRefused(NotAllowed):
    """The scan that would be brought back would not be let through today."""

    key = "undo_refused"
    sentence = QT_TRANSLATE_NOOP("Problem", "This cannot be undone: the guest would not be let through now.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing was changed. Scan the badge again.")


class UndoSeatsTaken(UndoRefused):
    key = "undo_seats_taken"
    sentence = QT_TRANSLATE_NOOP(
        "Problem",
        "This cannot be undone: the guest would be one too many on bus {bus}, {seats} / {seats} seats are taken.",
    )
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing was changed. Find the guest a seat on another bus.")


class UndoAccessiblePlacesTaken(UndoRefused):
    key = "undo_accessible_places_taken"
    sentence = QT_TRANSLATE_NOOP("Problem", "This cannot be undone: the accessible places of bus {bus} are taken.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing was changed. Find the guest a place on another bus.")


class UndoBusShut(UndoRefused):
    key = "undo_bus_shut"
    sentence = QT_TRANSLATE_NOOP(
        "Problem", "This cannot be undone: the guest would be back on bus {bus}, and its doors are closed."
    )
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing was changed. Open the doors and scan the badge.")


class UndoOtherBus(UndoRefused):
    key = "undo_other_bus"
    sentence = QT_TRANSLATE_NOOP("Problem", "This cannot be undone: bus {bus} is not the guest’s bus any more.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing was changed. Scan the badge at the bus the guest is on.")


class UndoSessionShut(UndoRefused):
    key = "undo_session_shut"
    sentence = QT_TRANSLATE_NOOP("Problem", "This cannot be undone: the session would not let the guest in now.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing was changed.")


class UndoBadgeVoid(UndoRefused):
    key = "undo_badge_void"
    sentence = QT_TRANSLATE_NOOP("Problem", "This cannot be undone: the guest’s badge was revoked.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing was changed. Call the supervisor.")
