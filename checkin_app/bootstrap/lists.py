"""From a file on disk to the plan of an import."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from checkin_app.domain.forum import Forum
from checkin_app.domain.freeing import free
from checkin_app.domain.lists.choices import ListChoices
from checkin_app.domain.lists.notes import Note
from checkin_app.domain.lists.plan import Plan
from checkin_app.domain.lists.values import TextChecks
from checkin_app.domain.papers import PaperWord
from checkin_app.domain.problems_lists import ListHeadingsUnknown
from checkin_app.files.apart import read_apart
from checkin_app.files.exports import write_table
from checkin_app.files.phones import phone_reader
from checkin_app.runtime.interpreter import making_much
from checkin_app.services.importing import ListPreview, heeding, refused_rows
from checkin_app.services.opened import OpenedStation
from checkin_app.services.ports.progress import Progress, Stopped, unstopped, untold
from printing.text import missing_characters


def text_checks(forum: Forum) -> TextChecks:
    """Return what the reading of a list needs of phones (without a country code they are the host's) and fonts."""
    return TextChecks(phone_reader(forum.country), missing_characters)


def plan_import(
    station: OpenedStation,
    file: Path,
    choices: ListChoices,
    progress: Progress = untold,
    stopped: Stopped = unstopped,
) -> Plan:
    """Return what a list would change, with a person's corrections of how it is read.

    Raises:
        ListProblem: the file is no list.
        FieldInvalid: a correction names a field or heading that does not exist.
    """
    preview = preview_list(station, file, choices, progress, stopped)
    if preview.plan is None:
        raise ListHeadingsUnknown(file=preview.sheet)
    return preview.plan


def preview_list(
    station: OpenedStation,
    file: Path,
    choices: ListChoices,
    progress: Progress = untold,
    stopped: Stopped = unstopped,
) -> ListPreview:
    """Return how a list is read and what it would change; a list without a column of names has no plan yet.

    Raises:
        ListProblem: the file is no list.
        UnknownThing: it has no such sheet.
        ListStopped: as asked.
    """
    with making_much():
        book = read_apart(file, choices.encoding, choices.sheet, progress, stopped)
        preview = station.importing.look(book, choices, text_checks(station.forum), progress, stopped)
        rows = [*book.sheet.rows]
        del book
        free([rows])
        return preview


@dataclass(frozen=True, slots=True)
class RefusedWords:
    """How the table of the rows that were not taken says what it is: in English, where nobody says otherwise."""

    row: str = PaperWord.ROW
    reason: str = PaperWord.REASON
    say: Callable[[Note], str] = str


def write_refused(
    plan: Plan,
    path: Path,
    progress: Progress = untold,
    stopped: Stopped = unstopped,
    said: RefusedWords = RefusedWords(),
) -> None:
    """Write the rows that were not taken, as they came, with the reason of each.

    Raises:
        ListStopped: as asked, and nothing was written.
    """
    heed, whole = heeding(progress, stopped), len(plan.refused)

    def heeded() -> Iterator[Sequence[str]]:
        for done, row in enumerate(refused_rows(plan, said.say)):
            heed(done, whole)
            yield row

    write_table(path, (said.row, said.reason), heeded())
