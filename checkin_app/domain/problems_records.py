"""Why a person's record or badge is not changed: it is so already; ``problems`` draws the tree of all."""

from checkin_app.domain.problems import NotAllowed
from checkin_app.domain.texts import QT_TRANSLATE_NOOP


class RevokedAlready(NotAllowed):
    key = "revoked_already"
    sentence = QT_TRANSLATE_NOOP("Problem", "This guest’s badges are revoked already.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing was changed.")


class NotRevoked(NotAllowed):
    key = "not_revoked"
    sentence = QT_TRANSLATE_NOOP("Problem", "This guest’s badges are not revoked.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing was changed.")


class MergedAlready(NotAllowed):
    key = "merged_already"
    sentence = QT_TRANSLATE_NOOP("Problem", "These are one record already.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing was changed.")


class NotMerged(NotAllowed):
    key = "not_merged"
    sentence = QT_TRANSLATE_NOOP("Problem", "This record stands by itself.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing was changed.")
