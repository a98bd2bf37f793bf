"""Expected trouble with lists of buses; ``problems`` draws the tree of all."""

from checkin_app.domain.fleet_lists import FleetFlaw
from checkin_app.domain.problems_lists import ListProblem
from checkin_app.domain.texts import QT_TRANSLATE_NOOP


class FleetHeadingsUnknown(ListProblem):
    key = "fleet_headings_unknown"
    sentence = QT_TRANSLATE_NOOP("Problem", "No row of {file} holds the headings of a list of buses.")
    next_step = QT_TRANSLATE_NOOP(
        "Problem", "Head its columns, such as code, route, plate, licensed seats; nothing was changed."
    )


class FleetListUnfit(ListProblem):
    key = "fleet_list_unfit"
    sentence = QT_TRANSLATE_NOOP("Problem", "Row {row} of {file} cannot be taken in: {why}.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing was changed. To be corrected in the list: {count}.")
    flaws: tuple[FleetFlaw, ...] = ()


class NoFleetTaken(ListProblem):
    key = "no_fleet_taken"
    sentence = QT_TRANSLATE_NOOP("Problem", "No such list of buses was taken in, or it was taken back already.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing was changed.")


class BusInUse(ListProblem):
    key = "bus_in_use"
    sentence = QT_TRANSLATE_NOOP("Problem", "Bus {bus} has {people} people aboard or on its list and cannot go.")
    next_step = QT_TRANSLATE_NOOP("Problem", "The list stays as it is. Give them seats on other buses first.")
