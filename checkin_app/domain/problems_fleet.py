"""Expected trouble with lists of buses and with papers keyed back; ``problems`` draws the tree of all."""

from checkin_app.domain.problems import NotAllowed, UnknownThing
from checkin_app.domain.problems_lists import ListProblem, RowsUnfit
from checkin_app.domain.texts import QT_TRANSLATE_NOOP


class FleetHeadingsUnknown(ListProblem):
    key = "fleet_headings_unknown"
    sentence = QT_TRANSLATE_NOOP("Problem", "No row of {file} holds the headings of a list of buses.")
    next_step = QT_TRANSLATE_NOOP(
        "Problem", "Head its columns, such as code, route, plate, licensed seats; nothing was changed."
    )


class FleetListLong(ListProblem):
    key = "fleet_list_long"
    sentence = QT_TRANSLATE_NOOP("Problem", "{file} has {rows} rows: a list of buses has at most {most}.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Choose the list or the sheet that holds the buses; nothing was changed.")


class FleetListUnfit(RowsUnfit):
    key = "fleet_list_unfit"


class NoFleetTaken(ListProblem):
    key = "no_fleet_taken"
    sentence = QT_TRANSLATE_NOOP("Problem", "No such list of buses was taken in, or it was taken back already.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing was changed.")


class BusInUse(ListProblem):
    key = "bus_in_use"
    sentence = QT_TRANSLATE_NOOP("Problem", "Bus {bus} has {people} people aboard or on its list and cannot go.")
    next_step = QT_TRANSLATE_NOOP("Problem", "The list stays as it is. Give them seats on other buses first.")


class SeatsChangedSince(ListProblem):
    key = "seats_changed_since"
    sentence = QT_TRANSLATE_NOOP("Problem", "The seats of bus {bus} were changed by hand since that list was taken in.")
    next_step = QT_TRANSLATE_NOOP("Problem", "The list stays as it is. Put the seats right at the bus itself.")


class PaperLinesChanged(NotAllowed):
    key = "paper_lines_changed"
    sentence = QT_TRANSLATE_NOOP("Problem", "Others stand on the list of bus {bus} by now than on that paper.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing was recorded. Key by badge number, or print the list anew.")


class PaperLineUnknown(UnknownThing):
    key = "paper_line_unknown"
    sentence = QT_TRANSLATE_NOOP("Problem", "That paper has no line {number}; its last one is {most}.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing was recorded. Key its lines once more.")


class BusExists(NotAllowed):
    key = "bus_exists"
    sentence = QT_TRANSLATE_NOOP("Problem", "There is a bus {name} already.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Give the new bus another number.")
