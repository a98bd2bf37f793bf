"""Roles of people in words."""

from checkin_app.domain.roles import OperatorRole, role_word
from checkin_app.ui.words_speech import say


def role(role: OperatorRole) -> str:
    return say("Detail", role_word(role))
