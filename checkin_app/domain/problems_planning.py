"""Expected trouble with plans of who sits where; ``problems`` draws the tree of all."""

from checkin_app.domain.problems import Problem
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
