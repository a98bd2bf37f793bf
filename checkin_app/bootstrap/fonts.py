"""The fonts that are added to a station: looked at, kept in its folder, and used from then on."""

from collections.abc import Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from checkin_app.domain.problems_printing import FontFlaw, FontUnfit, FontUnknown
from checkin_app.runtime import added_fonts
from checkin_app.runtime.bounded import FileTooLarge, read_bounded
from checkin_app.runtime.instance import sole_instance
from checkin_app.runtime.whole_file import not_writable, write_whole


@dataclass(frozen=True, slots=True)
class FontsOfFolder:
    """What `checkin_app.cli.printer_parts.AddedFonts` asks, of the folder of one station."""

    folder: Path
    is_held: bool = False
    """Whoever asks has the folder open alone, and draws with these fonts: what was drawn so far is drawn anew."""

    def listed(self) -> Mapping[str, int]:
        from printing.fonts import open_added

        opened = {file.name: open_added(file) for file in added_fonts.listed(self.folder)}
        return {name: len(face.covers) if face else 0 for name, face in opened.items()}

    def add(self, file: Path) -> str:
        from printing.added_fonts import LARGEST, examined

        try:
            content = read_bounded(file, LARGEST)
        except FileTooLarge as error:
            raise FontUnfit(file=file.name, detail=FontFlaw.TOO_LARGE) from error
        except (OSError, ValueError) as error:  # ValueError: a null byte in the name
            raise FontUnfit(file=file.name, detail=FontFlaw.UNREAD) from error
        found = examined(content, file.name)
        to = self.folder / added_fonts.FOLDER / found.name
        with self._alone():
            try:
                to.parent.mkdir(exist_ok=True)
            except OSError as error:
                raise not_writable(to, error) from error
            write_whole(to, content)
        self._use()
        return found.name

    def remove(self, name: str) -> None:
        found = next((each for each in added_fonts.listed(self.folder) if each.name == name), None)
        if found is None:
            raise FontUnknown(name=name)
        with self._alone():
            try:
                found.unlink()
            except OSError as error:
                raise not_writable(found, error) from error
        self._use()

    def _alone(self) -> AbstractContextManager[None]:
        """Keep out an application that is open elsewhere: it draws with those that it found."""
        return nullcontext() if self.is_held else sole_instance(self.folder)

    def _use(self) -> None:
        from printing.added_fonts import forget

        added_fonts.use(self.folder)
        forget()
