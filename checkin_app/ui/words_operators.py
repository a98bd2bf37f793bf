"""Roles of people in words."""

from checkin_app.domain.roles import OperatorRole, role_word
from checkin_app.domain.texts import QT_TRANSLATE_NOOP
from checkin_app.ui.kit import bidi
from checkin_app.ui.words_speech import say


def role(role: OperatorRole) -> str:
    return say("Detail", role_word(role))


def signed_in(name: str) -> str:
    return say("Operators", QT_TRANSLATE_NOOP("Operators", "{name} has signed in.")).format(name=bidi.name(name))
