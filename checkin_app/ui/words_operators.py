"""Roles of people in words, and why somebody may not do what another role may."""

from collections.abc import Mapping

from checkin_app.domain.acting import Acting
from checkin_app.domain.operators import Maker
from checkin_app.domain.problems_operators import OperatorProblem, RoleMayNot
from checkin_app.domain.roles import Deed, OperatorRole, role_word, roles_for
from checkin_app.domain.texts import QT_TRANSLATE_NOOP
from checkin_app.ui import words
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.leave import Refusal
from checkin_app.ui.words_speech import say


def role(role: OperatorRole) -> str:
    return say("Detail", role_word(role))


def maker(of: Maker | None) -> str:
    """Return who made something, with the role that they had then; that nobody is named where nobody is."""
    if of is None:
        return say("Operators", QT_TRANSLATE_NOOP("Operators", "nobody is named"))
    said = say("Operators", QT_TRANSLATE_NOOP("Operators", "{name}, {role}"))
    return said.format(name=bidi.name(of.name), role=role(of.role))


def no_operators() -> str:
    """Return what stands once where a whole list names nobody."""
    return say("Operators", QT_TRANSLATE_NOOP("Operators", "This forum has no operators: nobody is named."))


def signed_in(name: str) -> str:
    return say("Operators", QT_TRANSLATE_NOOP("Operators", "{name} has signed in.")).format(name=bidi.name(name))


def roles(some: tuple[OperatorRole, ...]) -> str:
    """Return several roles in a row; all of them are everybody."""
    if len(some) == len(OperatorRole):
        return say("OperatorsWords", QT_TRANSLATE_NOOP("OperatorsWords", "everybody"))
    return say("OperatorsWords", QT_TRANSLATE_NOOP("OperatorsWords", ", ")).join(map(role, some))


def refusals(acting: Acting) -> Mapping[Deed, Refusal]:
    """Return the deeds that whoever acts may not do, each with why and who may."""
    return {deed: _in_words(problem, deed) for deed in Deed if (problem := acting.refusal(deed))}


def _in_words(problem: OperatorProblem, deed: Deed) -> Refusal:
    sentence, step = words.problem(problem)
    if not isinstance(problem, RoleMayNot):
        sign_in = say("Operators", QT_TRANSLATE_NOOP("Operators", "sign in first"))
        return Refusal(words.in_a_row((sentence, step)), sign_in)
    may = say("Operators", QT_TRANSLATE_NOOP("Operators", "Who may: {roles}."))
    allowed = roles_for(deed)
    return Refusal(words.in_a_row((sentence, may.format(roles=roles(allowed)))), role(allowed[0]))
