"""Expected trouble with delegate lists; ``problems`` draws the tree of all."""

from collections.abc import Sequence
from typing import Self

from checkin_app.domain.problems import Problem
from checkin_app.domain.row_lists import RowFlaw
from checkin_app.domain.texts import QT_TRANSLATE_NOOP


class ListProblem(Problem):
    key = "list"
    sentence = QT_TRANSLATE_NOOP("Problem", "The list cannot be used.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing was changed.")


class RowsUnfit(ListProblem):
    """Rows of a list that is taken in as a whole, or not at all."""

    key = "rows_unfit"
    sentence = QT_TRANSLATE_NOOP("Problem", "Row {row} of {file} cannot be taken in: {why}.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing was changed. To be corrected in the list: {count}.")
    flaws: tuple[RowFlaw, ...] = ()

    @classmethod
    def of(cls, file: str, flaws: Sequence[RowFlaw]) -> Self:
        """Return the trouble with the rows of a file, of which the first is told."""
        problem = cls(file=file, row=flaws[0].row, why=flaws[0].why, count=len(flaws))
        problem.flaws = tuple(flaws)
        return problem


class ListMissing(ListProblem):
    key = "list_missing"
    sentence = QT_TRANSLATE_NOOP("Problem", "There is no file {file}.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Check the name and try again.")


class ListEmpty(ListProblem):
    key = "list_empty"
    sentence = QT_TRANSLATE_NOOP("Problem", "{file} holds no rows.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Choose another file or sheet; nothing was changed.")


class ListNotATable(ListProblem):
    key = "list_not_a_table"
    sentence = QT_TRANSLATE_NOOP("Problem", "{file} is not a table that can be read: {detail}.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Save the list as XLSX or CSV and choose that file; nothing was changed.")


class ListUnreadable(ListProblem):
    key = "list_unreadable"
    sentence = QT_TRANSLATE_NOOP("Problem", "The text of {file} cannot be read as {encoding}: {detail}.")
    next_step = QT_TRANSLATE_NOOP(
        "Problem", "Choose the encoding yourself, or save the list as XLSX; nothing was changed."
    )


class ListTakesTime(ListProblem):
    key = "list_takes_time"
    sentence = QT_TRANSLATE_NOOP(
        "Problem", "{file} takes more than {seconds} seconds to read, which no list of people does."
    )
    next_step = QT_TRANSLATE_NOOP("Problem", "Save its people as CSV and choose that file; nothing was changed.")


class ListTakesMemory(ListProblem):
    key = "list_takes_memory"
    sentence = QT_TRANSLATE_NOOP(
        "Problem", "{file} takes more than {memory} MB of memory to read, which no list of people does."
    )
    next_step = QT_TRANSLATE_NOOP("Problem", "Save its people as CSV and choose that file; nothing was changed.")


class ListBreaksReader(ListProblem):
    key = "list_breaks_reader"
    sentence = QT_TRANSLATE_NOOP("Problem", "{file} cannot be read: it is damaged, or was made to do harm.")
    next_step = QT_TRANSLATE_NOOP(
        "Problem", "Ask who sent it; save its people as CSV and choose that file. Nothing was changed."
    )


class ListHeadingsUnknown(ListProblem):
    key = "list_headings_unknown"
    sentence = QT_TRANSLATE_NOOP("Problem", "No column of {file} is headed as a name.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Say which column holds the name; nothing was changed.")


class ListOutdated(ListProblem):
    key = "list_outdated"
    sentence = QT_TRANSLATE_NOOP("Problem", "Delegates were changed since this list was compared with them.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing was changed. Look at what the list would change once more.")


class ListStopped(ListProblem):
    key = "list_stopped"
    sentence = QT_TRANSLATE_NOOP("Problem", "The list was stopped before all of it was taken in.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing was changed. Import it again when you want it.")


class ListBeingTaken(ListProblem):
    key = "list_being_taken"
    sentence = QT_TRANSLATE_NOOP("Problem", "Another list is being taken in on this laptop.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Wait until it is done, then try again; nothing was changed.")


class NoListTaken(ListProblem):
    key = "no_list_taken"
    sentence = QT_TRANSLATE_NOOP("Problem", "No such list was taken in, or it was taken back already.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing was changed. Look at the lists that were taken in.")


class ListInUse(ListProblem):
    key = "list_in_use"
    sentence = QT_TRANSLATE_NOOP("Problem", "People whom only this list names have been checked in ({count}): {names}.")
    next_step = QT_TRANSLATE_NOOP("Problem", "The list stays as it is. Correct single people instead.")
