"""Trouble with a person's record or badge: it is so already, or is not drawn; ``problems`` draws the tree of all."""

from checkin_app.domain.problem import Problem
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


class BadgeLeftInFile(NotAllowed):
    key = "badge_left_in_file"
    sentence = QT_TRANSLATE_NOOP("Problem", "This guest’s badge, issue {issue}, left in a file already.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Choose why a new one is needed: the former one stops working by it.")


class NoBadgesInFile(NotAllowed):
    key = "no_badges_in_file"
    sentence = QT_TRANSLATE_NOOP("Problem", "No such file of badges was written, or it was taken back already.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing was changed.")


class NothingToSettle(NotAllowed):
    key = "nothing_to_settle"
    sentence = QT_TRANSLATE_NOOP("Problem", "This contradiction is settled, or there is none any more.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing was changed.")


class ContradictionMoved(NotAllowed):
    key = "contradiction_moved"
    sentence = QT_TRANSLATE_NOOP("Problem", "More was heard of this contradiction meanwhile.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Look at it again, then choose. Nothing was changed.")


class ChoiceNotOffered(NotAllowed):
    key = "choice_not_offered"
    sentence = QT_TRANSLATE_NOOP("Problem", "This contradiction has no such choice: {choice}.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing was changed.")


class SettledForGood(NotAllowed):
    key = "settled_for_good"
    sentence = QT_TRANSLATE_NOOP("Problem", "A badge that was made void stays void: this cannot be taken back.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Give out a further badge at the badge desk.")


class SettledSince(NotAllowed):
    key = "settled_since"
    sentence = QT_TRANSLATE_NOOP("Problem", "More was recorded since this was settled, which rests on it.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Mend the person’s record or the bus itself. Nothing was changed.")


class MergedAlready(NotAllowed):
    key = "merged_already"
    sentence = QT_TRANSLATE_NOOP("Problem", "These are one record already.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing was changed.")


class NotMerged(NotAllowed):
    key = "not_merged"
    sentence = QT_TRANSLATE_NOOP("Problem", "This record stands by itself.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing was changed.")


class BadgesRefused(Problem):
    """Of many badges that were drawn at once; each is said by itself."""

    key = "badges_refused"
    sentence = QT_TRANSLATE_NOOP("Problem", "Badges that could not be drawn: {count}.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Put right what is said of each, then write the badges again.")
