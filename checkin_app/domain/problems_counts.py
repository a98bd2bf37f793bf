"""Trouble as a bus is counted, released and closed: nothing was recorded; ``problems`` draws the tree of all."""

from checkin_app.domain.problems import NotAllowed
from checkin_app.domain.texts import QT_TRANSLATE_NOOP


class CountProblem(NotAllowed):
    """A bus does not go on as somebody wanted."""

    key = "count"


class OthersMustCount(CountProblem):
    key = "others_must_count"
    sentence = QT_TRANSLATE_NOOP("Problem", "The same two have counted bus {bus} together before.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Let somebody else count. Who is alone counts heads, then calls the roll.")


class CountedOut(CountProblem):
    key = "counted_out"
    sentence = QT_TRANSLATE_NOOP("Problem", "No further count is taken at bus {bus}.")
    next_step = QT_TRANSLATE_NOOP(
        "Problem", "Look at what the counts say. To count once more, open the doors again first."
    )


class NotCounted(CountProblem):
    key = "not_counted"
    sentence = QT_TRANSLATE_NOOP("Problem", "Bus {bus} has not been counted alike by two people.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Two people count, neither telling the other; then it is released.")


class NameTheUnaccounted(CountProblem):
    key = "name_the_unaccounted"
    sentence = QT_TRANSLATE_NOOP(
        "Problem", "Bus {bus} leaves without {short}, and each of them has to be named; named are {named}."
    )
    next_step = QT_TRANSLATE_NOOP("Problem", "Call the names aboard, and choose who does not answer.")


class MoreThanLicensed(CountProblem):
    key = "more_than_licensed"
    sentence = QT_TRANSLATE_NOOP(
        "Problem", "Bus {bus} carries {people} besides who drives, and is licensed for {seats}: it may not leave."
    )
    next_step = QT_TRANSLATE_NOOP("Problem", "Open the doors, move guests to another bus, and count again.")


class NotAboard(CountProblem):
    key = "not_aboard"
    sentence = QT_TRANSLATE_NOOP("Problem", "{name} is not aboard bus {bus} by any scan.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Only who was scanned aboard can be unaccounted for.")


class ReleasedByRider(CountProblem):
    key = "released_by_rider"
    sentence = QT_TRANSLATE_NOOP("Problem", "{name} is aboard bus {bus}: somebody who stays releases it.")
    next_step = QT_TRANSLATE_NOOP(
        "Problem", "Ask a dispatcher. Cut off, its coordinator and a second person may release it."
    )


class DoorsVoid(CountProblem):
    key = "doors_void"
    sentence = QT_TRANSLATE_NOOP("Problem", "Bus {bus} is “{state}” by now: doors that are opened make that void.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Look at the bus again, and hold the button that says so if it is meant.")


class NothingToReview(CountProblem):
    key = "nothing_to_review"
    sentence = QT_TRANSLATE_NOOP("Problem", "Nothing about how bus {bus} was released waits to be reviewed.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing was changed.")
