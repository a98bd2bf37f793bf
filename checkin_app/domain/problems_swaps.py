"""Trouble as a substitute bus takes over: nothing was recorded; ``problems`` draws the tree of all."""

from checkin_app.domain.problems import NotAllowed
from checkin_app.domain.texts import QT_TRANSLATE_NOOP


class SwapProblem(NotAllowed):
    """No bus takes over from another as somebody wanted."""

    key = "swap"


class SwapsWithItself(SwapProblem):
    key = "swaps_with_itself"
    sentence = QT_TRANSLATE_NOOP("Problem", "Bus {bus} cannot take over from itself.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing was changed. Name another bus.")


class SubstituteOfAnotherRoute(SwapProblem):
    key = "substitute_of_another_route"
    sentence = QT_TRANSLATE_NOOP("Problem", "Bus {bus} serves route {route}, bus {old} serves route {wanted}.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing was changed. Put the substitute on the same route first.")


class SubstituteTakesNobody(SwapProblem):
    key = "substitute_takes_nobody"
    sentence = QT_TRANSLATE_NOOP("Problem", "Bus {bus} is “{state}” and takes nobody over.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing was changed. Name a bus whose boarding has not ended.")


class SubstituteHasNoSeat(SwapProblem):
    key = "substitute_has_no_seat"
    sentence = QT_TRANSLATE_NOOP("Problem", "Bus {bus} has no seat and no place for any of the {people} of bus {old}.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing was changed. Name another bus.")


class NoSwap(SwapProblem):
    key = "no_swap"
    sentence = QT_TRANSLATE_NOOP("Problem", "No other bus takes over from bus {bus}.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing was changed.")


class SwapBegun(SwapProblem):
    key = "swap_begun"
    sentence = QT_TRANSLATE_NOOP("Problem", "Scanned aboard bus {bus} already: {people}. The swap is not taken back.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing was changed. Swap again, or move guests one by one.")


class StillAboard(SwapProblem):
    key = "still_aboard"
    sentence = QT_TRANSLATE_NOOP(
        "Problem", "By the scans {people} are still aboard bus {bus}, from which another takes over."
    )
    next_step = QT_TRANSLATE_NOOP(
        "Problem", "Scan them on the substitute, move them to another bus, or say what became of them; then look again."
    )
