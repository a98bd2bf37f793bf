"""Roles of people in words."""

from checkin_app.domain.operators import Maker
from checkin_app.domain.roles import OperatorRole, role_word
from checkin_app.domain.texts import QT_TRANSLATE_NOOP
from checkin_app.ui.kit import bidi
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
