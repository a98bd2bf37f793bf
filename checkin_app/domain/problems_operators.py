"""Trouble with who acts: nothing was recorded; ``problems`` draws the tree of all."""

from checkin_app.domain.problems import NotAllowed
from checkin_app.domain.problems_lists import ListProblem, RowsUnfit
from checkin_app.domain.texts import QT_TRANSLATE_NOOP


class OperatorProblem(NotAllowed):
    """Whoever acts may not, or is not who they say."""

    key = "operator"


class SignInFirst(OperatorProblem):
    key = "sign_in_first"
    sentence = QT_TRANSLATE_NOOP("Problem", "Nobody has signed in here who may {deed}.")
    next_step = QT_TRANSLATE_NOOP(
        "Problem", "Scan your staff badge, or sign in with your PIN. Scanning goes on meanwhile."
    )
    command_step = "Say who acts with --as NAME, and hand the PIN over with --pin-file FILE."


class RoleMayNot(OperatorProblem):
    key = "role_may_not"
    sentence = QT_TRANSLATE_NOOP("Problem", "In this role nobody may {deed}: {role}.")
    next_step = QT_TRANSLATE_NOOP(
        "Problem", "Ask somebody who may to sign in here; the help shows which roles may what."
    )


class SecondPersonNeeded(OperatorProblem):
    key = "second_person_needed"
    sentence = QT_TRANSLATE_NOOP("Problem", "A second person has to approve this, who may {deed}.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Let them scan their staff badge, or enter their PIN.")
    command_step = "Say who approves it with --approved-by NAME, and hand the PIN over with --approval-pin-file FILE."


class SecondIsFirst(OperatorProblem):
    key = "second_is_first"
    sentence = QT_TRANSLATE_NOOP("Problem", "{name} acts here already: the second person has to be somebody else.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Let another operator scan their badge, or enter their PIN.")


class NoOperatorAnyMore(OperatorProblem):
    key = "no_operator_any_more"
    sentence = QT_TRANSLATE_NOOP("Problem", "{name} is no operator any more.")
    next_step = QT_TRANSLATE_NOOP(
        "Problem", "Let somebody else sign in. Scans are recorded all the same, and name nobody."
    )


class UnknownOperator(OperatorProblem):
    key = "unknown_operator"
    sentence = QT_TRANSLATE_NOOP("Problem", "There is no operator {name}.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Look at the list of operators.")


class OperatorExists(OperatorProblem):
    key = "operator_exists"
    sentence = QT_TRANSLATE_NOOP("Problem", "There is an operator {name} already.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Change that one, or add what tells the two apart to the name.")


class BadgeTaken(OperatorProblem):
    key = "badge_taken"
    sentence = QT_TRANSLATE_NOOP("Problem", "This staff badge is {name}’s.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Each operator has a badge of their own. Nothing was changed.")


class LastLead(OperatorProblem):
    key = "last_lead"
    sentence = QT_TRANSLATE_NOOP("Problem", "{name} is the only event lead who can sign in.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Make somebody else event lead first. Nothing was changed.")


class SignInRefused(OperatorProblem):
    """Whoever is there has not proven who they are."""

    key = "sign_in_refused"


class PinWrong(SignInRefused):
    key = "pin_wrong"
    sentence = QT_TRANSLATE_NOOP("Problem", "This is not {name}’s PIN.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Try again. Tries before a wait: {left}.")


class PinMustWait(SignInRefused):
    key = "pin_must_wait"
    sentence = QT_TRANSLATE_NOOP("Problem", "{name}’s PIN was wrong too often.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Wait {seconds} s, or scan the staff badge.")


class NoPin(SignInRefused):
    key = "no_pin"
    sentence = QT_TRANSLATE_NOOP("Problem", "{name} has no PIN yet.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Scan the staff badge, or ask the event lead for a PIN.")


class NotAStaffBadge(SignInRefused):
    key = "not_a_staff_badge"
    sentence = QT_TRANSLATE_NOOP("Problem", "This is no operator’s badge.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Sign in with a PIN, or ask the event lead to enter the badge.")


class StaffBadgeVoid(SignInRefused):
    key = "staff_badge_void"
    sentence = QT_TRANSLATE_NOOP("Problem", "This badge of {name} was replaced or revoked.")
    next_step = QT_TRANSLATE_NOOP(
        "Problem", "Scan the new one, or sign in with the PIN. Keep this badge, and tell the duty officer."
    )


class OperatorHeadingsUnknown(ListProblem):
    key = "operator_headings_unknown"
    sentence = QT_TRANSLATE_NOOP("Problem", "No row of {file} holds the headings of a list of operators.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Head its columns name, role, badge number; nothing was changed.")


class OperatorListTooLong(ListProblem):
    key = "operator_list_too_long"
    sentence = QT_TRANSLATE_NOOP("Problem", "{file} names {count} people; a list of operators names at most {most}.")
    next_step = QT_TRANSLATE_NOOP(
        "Problem", "Nothing was changed. Look whether it is a list of guests: those are taken in under People."
    )


class OperatorListUnfit(RowsUnfit):
    key = "operator_list_unfit"
