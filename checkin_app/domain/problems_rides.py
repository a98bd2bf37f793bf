"""Trouble with what is said of a ride: nothing was recorded; ``problems`` draws the tree of all."""

from checkin_app.domain.problems import NotAllowed
from checkin_app.domain.texts import QT_TRANSLATE_NOOP


class RideProblem(NotAllowed):
    """It cannot be said of this ride."""

    key = "ride"


class RideCannot(RideProblem):
    key = "ride_cannot"
    sentence = QT_TRANSLATE_NOOP("Problem", "This cannot be done now: the guest’s ride stands at “{state}”.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing was changed. Look at the guest’s ride again.")


class RideNeedsBus(RideProblem):
    key = "ride_needs_bus"
    sentence = QT_TRANSLATE_NOOP("Problem", "It has to be said which bus, or the guest has to choose a route.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing was changed. Name the bus.")


class RideNeedsGround(RideProblem):
    key = "ride_needs_ground"
    sentence = QT_TRANSLATE_NOOP("Problem", "It has to be said why.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing was changed. Choose a reason from the list.")


class BelongingsNotAsked(RideProblem):
    key = "belongings_not_asked"
    sentence = QT_TRANSLATE_NOOP("Problem", "It has to be said whether the guest left belongings aboard.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing was changed. Look at the seat and in the hold, then say it.")


class TransferHasNoSeat(RideProblem):
    key = "transfer_has_no_seat"
    sentence = QT_TRANSLATE_NOOP("Problem", "Bus {bus} has no seat left for a transfer.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing was changed. Choose another bus.")


class NoShowAsked(RideProblem):
    key = "no_show_asked"
    sentence = QT_TRANSLATE_NOOP("Problem", "This no-show was asked for already; a second person has to confirm it.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing was changed. Let somebody else confirm it.")


class NoShowNotAsked(RideProblem):
    key = "no_show_not_asked"
    sentence = QT_TRANSLATE_NOOP("Problem", "Nobody has asked for this no-show.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing was changed. Ask for it at the bus first.")


class NoShowNeedsAnother(RideProblem):
    key = "no_show_needs_another"
    sentence = QT_TRANSLATE_NOOP("Problem", "Whoever asked for a no-show does not confirm it.")
    next_step = QT_TRANSLATE_NOOP(
        "Problem", "Nothing was changed. Let a second person confirm it, here by name or on another laptop."
    )


class NothingSaid(RideProblem):
    key = "nothing_said"
    sentence = QT_TRANSLATE_NOOP("Problem", "Nothing was said of this guest’s ride that could be taken back.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing was changed.")


class OverrideNotOffered(RideProblem):
    key = "override_not_offered"
    sentence = QT_TRANSLATE_NOOP("Problem", "Nobody may override what the door says here.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing was recorded. Call the duty officer.")


class OverrideStopped(RideProblem):
    key = "override_stopped"
    sentence = QT_TRANSLATE_NOOP("Problem", "Something else speaks against it that the guest boards bus {bus}.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing was recorded. Scan the badge again and read what the door says.")


class OverrideNeedsNote(RideProblem):
    key = "override_needs_note"
    sentence = QT_TRANSLATE_NOOP("Problem", "It has to be said in words why the guest boards after all.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing was recorded. Write a note, or choose a reason from the list.")


class ListedAlready(NotAllowed):
    key = "listed_already"
    sentence = QT_TRANSLATE_NOOP("Problem", "The lists of the buses say that already.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing was changed.")
