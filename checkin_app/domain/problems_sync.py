"""Trouble between stations: what one says that another cannot use."""

from checkin_app.domain.problem import Problem
from checkin_app.domain.texts import QT_TRANSLATE_NOOP


class SyncProblem(Problem):
    key = "sync"
    sentence = QT_TRANSLATE_NOOP("Problem", "The laptops could not exchange what they know.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing is lost, and check-in goes on. They try again by themselves.")


class MessageUnfit(SyncProblem):
    key = "message_unfit"
    sentence = QT_TRANSLATE_NOOP("Problem", "Another laptop said something that this one does not understand.")
    next_step = QT_TRANSLATE_NOOP(
        "Problem", "Nothing of it was taken. See whether the application is of the same version on both."
    )
