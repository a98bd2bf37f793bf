"""Why a bus does not come to a stop, pass one by, get ready, or is not cancelled; ``problems`` draws the tree of all."""

from checkin_app.domain.problems import NotAllowed, UnknownThing
from checkin_app.domain.texts import QT_TRANSLATE_NOOP


class StopUnknown(UnknownThing):
    key = "stop_unknown"
    sentence = QT_TRANSLATE_NOOP("Problem", "“{name}” is no stop that bus {bus} has ahead.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Ahead are: {known}. Nothing was changed.")


class RouteStopUnknown(UnknownThing):
    key = "route_stop_unknown"
    sentence = QT_TRANSLATE_NOOP("Problem", "Route {route} has no stop {name}.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Its stops are numbered from 1 to {most}. Nothing was changed.")


class StopIsLast(NotAllowed):
    key = "stop_is_last"
    sentence = QT_TRANSLATE_NOOP("Problem", "“{name}” is the only stop of route {route}: a route has one at least.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Add another stop first, or rename this one. Nothing was changed.")


class StopInUse(NotAllowed):
    key = "stop_in_use"
    sentence = QT_TRANSLATE_NOOP("Problem", "Bus {bus} stands at “{name}”: the stop cannot go while a bus is there.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Let the bus leave first. Nothing was changed.")


class NothingAtStops(NotAllowed):
    key = "nothing_at_stops"
    sentence = QT_TRANSLATE_NOOP("Problem", "Bus {bus} did nothing at its stops that can be taken back now.")
    next_step = QT_TRANSLATE_NOOP(
        "Problem", "Only its last arrival or departure is taken back, before anybody counts. Nothing was changed."
    )


class BusCarriesPeople(NotAllowed):
    key = "bus_carries_people"
    sentence = QT_TRANSLATE_NOOP("Problem", "{people} people are aboard bus {bus}: it cannot be cancelled.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Let them get off, or change to another bus, first. Nothing was changed.")


class BusNotReady(NotAllowed):
    key = "bus_not_ready"
    sentence = QT_TRANSLATE_NOOP("Problem", "Bus {bus} lacks something that it needs to be ready.")
    next_step = QT_TRANSLATE_NOOP("Problem", "The board of buses says what. Its doors may be opened all the same.")
    command_step = "The command buses ready says what. Its doors may be opened all the same."
