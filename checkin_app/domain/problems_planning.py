"""Expected trouble with plans of who sits where; ``problems`` draws the tree of all."""

from checkin_app.domain.problems import NotAllowed, Problem
from checkin_app.domain.texts import QT_TRANSLATE_NOOP


class PlanProblem(Problem):
    key = "plan"
    sentence = QT_TRANSLATE_NOOP("Problem", "The seats could not be planned.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nobody’s seat was changed.")


class PlanStopped(PlanProblem):
    key = "plan_stopped"
    sentence = QT_TRANSLATE_NOOP("Problem", "The planning was stopped before it was done.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nobody’s seat was changed. Plan again when you want it.")


class PlanOutdated(PlanProblem):
    key = "plan_outdated"
    sentence = QT_TRANSLATE_NOOP("Problem", "Buses or seats were changed by others while this was planned.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nobody’s seat was changed. Plan once more.")


class NothingPlanned(PlanProblem):
    key = "nothing_planned"
    sentence = QT_TRANSLATE_NOOP("Problem", "No such plan was made, or it was taken back already.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nobody’s seat was changed.")


class MoveRefused(NotAllowed):
    """Guests cannot be put on another bus."""

    key = "move"
    next_step = QT_TRANSLATE_NOOP("Problem", "Nobody’s seat was changed.")


class MoveNoSeat(MoveRefused):
    key = "move_no_seat"
    sentence = QT_TRANSLATE_NOOP("Problem", "Bus {bus} has no seat for {people} of them.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nobody’s seat was changed. Choose fewer, or another bus.")


class MoveNoPlace(MoveRefused):
    key = "move_no_place"
    sentence = QT_TRANSLATE_NOOP("Problem", "Bus {bus} has no accessible place for {people} of them who need one.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nobody’s seat was changed. Choose a bus with such a place.")


class MoveLocked(MoveRefused):
    key = "move_locked"
    sentence = QT_TRANSLATE_NOOP("Problem", "Bus {bus} is locked: its list is to stay as it is.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nobody’s seat was changed. Unlock the bus first.")


class MoveTakesNobody(MoveRefused):
    key = "move_takes_nobody"
    sentence = QT_TRANSLATE_NOOP("Problem", "Bus {bus} takes nobody any more.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nobody’s seat was changed. Choose another bus.")


class MoveToOwnBus(MoveRefused):
    key = "move_to_own_bus"
    sentence = QT_TRANSLATE_NOOP("Problem", "They stand on the list of bus {bus} already.")


class MoveOfAboard(MoveRefused):
    key = "move_of_aboard"
    sentence = QT_TRANSLATE_NOOP("Problem", "{name} is aboard bus {bus}.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nobody’s seat was changed. Who is aboard changes buses by a transfer.")


class MoveOfAccounted(MoveRefused):
    key = "move_of_accounted"
    sentence = QT_TRANSLATE_NOOP("Problem", "{name} is not expected on any bus: it was said what became of them.")


class MoveOfOthers(MoveRefused):
    key = "move_of_others"
    sentence = QT_TRANSLATE_NOOP("Problem", "The list of bus {bus} has changed meanwhile.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nobody’s seat was changed. Look at the list and choose again.")


class MoveOfSeated(MoveRefused):
    key = "move_of_seated"
    sentence = QT_TRANSLATE_NOOP("Problem", "{name} is on the list of bus {bus} by now.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nobody’s seat was changed. Look at the list and choose again.")


class MoveOfVoid(MoveRefused):
    key = "move_of_void"
    sentence = QT_TRANSLATE_NOOP("Problem", "{name} has no badge that is valid.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nobody’s seat was changed. Restore the badge first.")


class NothingMoved(MoveRefused):
    key = "nothing_moved"
    sentence = QT_TRANSLATE_NOOP("Problem", "Nobody is where this move put them: others moved them since.")
