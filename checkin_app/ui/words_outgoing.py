"""What is said of files that go out, on whichever page they are written."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from checkin_app.domain.texts import QT_TRANSLATE_NOOP
from checkin_app.ui import words
from checkin_app.ui.kit import bidi

#: Numbers of badges that are named; the rest are counted.
_MOST_NAMED = 8


class FileWords(QObject):
    """Words in the language in use; looked up when shown."""

    def giving_up(self) -> str:
        return self.tr("Hold: nobody prints it")

    def under_way(self, done: int, whole: int) -> tuple[str, str]:
        """Return how far it is, and that nobody has to wait for it."""
        far = self.tr("{done} of {whole}").format(done=words.figure(done), whole=words.figure(whole))
        return far if whole else self.tr("Writing…"), self.tr("Scans go on meanwhile.")

    def given_up(self) -> tuple[str, str]:
        return self.tr("Taken back: the badges in that file count as issued no more."), self.tr("Delete the file.")

    def saved(self, file: str) -> str:
        return self.tr("Saved: {file}").format(file=bidi.code(file))

    def undrawn(self, numbers: Sequence[str]) -> str:
        """Return which badges are not in it."""
        more = ["…"] if len(numbers) > _MOST_NAMED else []
        named = words.listed([*map(bidi.code, numbers[:_MOST_NAMED]), *more])
        # Of a class that is one of these `tr` would find no text with a number.
        said = QT_TRANSLATE_NOOP("FileWords", "%Ln badges could not be drawn: {numbers}", None, 1)
        return words.counted("FileWords", said, len(numbers)).format(numbers=named)

    def counts(self) -> str:
        return self.tr("Each badge in it counts as issued: no desk prints it again, and a new one voids it")
