"""What screens may ask of the fonts that are added to a station, while its application is open."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from checkin_app.bootstrap.backend import Backend
from checkin_app.bootstrap.fonts import FontsOfFolder
from checkin_app.domain.changes import Recorded
from checkin_app.runtime import added_fonts
from checkin_app.runtime.lanes import Done, Result
from checkin_app.ui.shell.answering import Reply
from checkin_app.ui.shell.printer_actions import AddedFont


def listed(folder: Path) -> Sequence[AddedFont]:
    """Return the fonts of a station's folder, by their names."""
    known = FontsOfFolder(folder).listed()
    return [AddedFont(each.name, known[each.name], each) for each in added_fonts.listed(folder) if each.name in known]


def kept(folder: Path, file: Path) -> AddedFont:
    """Keep a font in a station's folder, whose application is this one; raises as `FontsOfFolder.add`."""
    name = FontsOfFolder(folder, is_held=True).add(file)
    return next(each for each in listed(folder) if each.name == name)


def adding(backend: Backend) -> Callable[[Path, Reply[AddedFont]], None]:
    """Return the verb that adds a font; badges that stopped for one of its letters wait again before it answers."""

    def add(file: Path, reply: Reply[AddedFont]) -> None:
        def there(result: Result[AddedFont]) -> None:
            if isinstance(result, Done):
                backend.on_writer(backend.station.printing.try_lettered_again)(partial(tried, result))
            else:
                reply(result)

        def tried(font: Done[AddedFont], _result: Result[Recorded]) -> None:
            reply(font)  # it is there, whatever becomes of those badges: each of them says so itself

        backend.on_papers(partial(kept, backend.folder))(file, there)

    return add


def removing(backend: Backend) -> Callable[[str, Reply[None]], None]:
    """Return the verb that takes a font away."""

    def remove(name: str, reply: Reply[None]) -> None:
        backend.on_papers(FontsOfFolder(backend.folder, is_held=True).remove)(name, reply)

    return remove
