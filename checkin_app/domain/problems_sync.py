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


class BundleProblem(SyncProblem):
    """What keeps a bundle from being taken in; nothing of it was."""

    key = "bundle"
    sentence = QT_TRANSLATE_NOOP("Problem", "The bundle {file} cannot be used.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing of it was taken. Write it again on the laptop it comes from.")


class BundleUnreadable(BundleProblem):
    key = "bundle_unreadable"
    sentence = QT_TRANSLATE_NOOP("Problem", "{file} cannot be read: {detail}.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Check the name, and whether the stick is in.")


class BundleUnknown(BundleProblem):
    key = "bundle_unknown"
    sentence = QT_TRANSLATE_NOOP("Problem", "{file} is no bundle that this version knows.")
    next_step = QT_TRANSLATE_NOOP(
        "Problem", "Choose a file that another laptop exported; both need the same version of the application."
    )


class BundleForeign(BundleProblem):
    key = "bundle_foreign"
    sentence = QT_TRANSLATE_NOOP("Problem", "{file} belongs to another forum: {forum}.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing of it was taken. Take it to a laptop of that forum.")


class BundleNotForUs(BundleProblem):
    key = "bundle_not_for_us"
    sentence = QT_TRANSLATE_NOOP("Problem", "{file} was not sealed for this laptop.")
    next_step = QT_TRANSLATE_NOOP(
        "Problem",
        "The laptop that wrote it had not heard of this one. Let it hear of this one first, then write the bundle again.",
    )


class BundleCut(BundleProblem):
    key = "bundle_cut"
    sentence = QT_TRANSLATE_NOOP("Problem", "The end of {file} is missing.")
    next_step = QT_TRANSLATE_NOOP(
        "Problem", "Nothing of it was taken. Write it again, and take the stick out only when that is done."
    )


class BundleDamaged(BundleProblem):
    key = "bundle_damaged"
    sentence = QT_TRANSLATE_NOOP("Problem", "{file} is damaged, or somebody changed it.")
