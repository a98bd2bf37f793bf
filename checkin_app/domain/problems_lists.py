"""Expected trouble with delegate lists; ``problems`` draws the tree of all."""

from checkin_app.domain.problems import Problem


class ListProblem(Problem):
    key = "list"
    sentence = "The list cannot be used."
    next_step = "Nothing was changed."


class ListMissing(ListProblem):
    key = "list_missing"
    sentence = "There is no file {file}."
    next_step = "Check the name and try again."


class ListEmpty(ListProblem):
    key = "list_empty"
    sentence = "{file} holds no rows."
    next_step = "Choose another file or sheet; nothing was changed."


class ListNotATable(ListProblem):
    key = "list_not_a_table"
    sentence = "{file} is not a table that can be read: {detail}."
    next_step = "Save the list as XLSX or CSV and choose that file; nothing was changed."


class ListUnreadable(ListProblem):
    key = "list_unreadable"
    sentence = "The text of {file} cannot be read as {encoding}: {detail}."
    next_step = "Choose the encoding yourself, or save the list as XLSX; nothing was changed."


class ListTakesTime(ListProblem):
    key = "list_takes_time"
    sentence = "{file} takes more than {seconds} seconds to read, which no list of people does."
    next_step = "Save its people as CSV and choose that file; nothing was changed."


class ListTakesMemory(ListProblem):
    key = "list_takes_memory"
    sentence = "{file} takes more than {memory} MB of memory to read, which no list of people does."
    next_step = "Save its people as CSV and choose that file; nothing was changed."


class ListBreaksReader(ListProblem):
    key = "list_breaks_reader"
    sentence = "{file} cannot be read: it is damaged, or was made to do harm."
    next_step = "Ask who sent it; save its people as CSV and choose that file. Nothing was changed."


class ListHeadingsUnknown(ListProblem):
    key = "list_headings_unknown"
    sentence = "No column of {file} is headed as a name."
    next_step = "Say which column holds the name; nothing was changed."


class ListOutdated(ListProblem):
    key = "list_outdated"
    sentence = "Delegates were changed since this list was compared with them."
    next_step = "Nothing was changed. Look at what the list would change once more."


class ListStopped(ListProblem):
    key = "list_stopped"
    sentence = "The list was stopped before all of it was taken in."
    next_step = "Nothing was changed. Import it again when you want it."


class ListBeingTaken(ListProblem):
    key = "list_being_taken"
    sentence = "Another list is being taken in on this laptop."
    next_step = "Wait until it is done, then try again; nothing was changed."


class NoListTaken(ListProblem):
    key = "no_list_taken"
    sentence = "No such list was taken in, or it was taken back already."
    next_step = "Nothing was changed."


class ListInUse(ListProblem):
    key = "list_in_use"
    sentence = "People whom only this list names have been checked in ({count}): {names}."
    next_step = "The list stays as it is. Correct single people instead."
