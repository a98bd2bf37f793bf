"""Trouble with an emergency: nothing was recorded; ``problems`` draws the tree of all."""

from checkin_app.domain.problems import NotAllowed, UnknownThing
from checkin_app.domain.texts import QT_TRANSLATE_NOOP


class EmergencyProblem(NotAllowed):
    """Nobody can say that of the emergency at a bus now."""

    key = "emergency"


class EmergencyIsOn(EmergencyProblem):
    key = "emergency_is_on"
    sentence = QT_TRANSLATE_NOOP("Problem", "The emergency at bus {bus} is on already; its list is frozen.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing was changed. Look at its list.")


class NoEmergency(EmergencyProblem):
    key = "no_emergency"
    sentence = QT_TRANSLATE_NOOP("Problem", "No emergency was called at bus {bus}.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing was changed.")


class EmergencyIsOver(EmergencyProblem):
    key = "emergency_is_over"
    sentence = QT_TRANSLATE_NOOP("Problem", "The emergency at bus {bus} was ended already.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing was changed.")


class EmergencyIsReal(EmergencyProblem):
    key = "emergency_is_real"
    sentence = QT_TRANSLATE_NOOP("Problem", "Marked as injured at bus {bus}: {people}. That is no false alarm.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing was changed. End the emergency, or mark those people anew.")


class NobodyCalledSo(UnknownThing):
    key = "nobody_called_so"
    sentence = QT_TRANSLATE_NOOP("Problem", "Nobody at bus {bus} is called {name}.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Name a guest by badge number, or one of the crew as the list does.")
