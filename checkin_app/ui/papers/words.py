"""Puts the files that can be written into words."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject

from checkin_app.domain.hand_outs import HandedOut, HandOut
from checkin_app.ui import words
from checkin_app.ui.kit import bidi
from checkin_app.ui.papers.state import PapersState

#: Numbers of badges that are named; the rest are counted.
_MOST_NAMED = 8


@dataclass(frozen=True, slots=True)
class PaperView:
    """One kind of file."""

    title: str
    line: str
    save: str
    may_save: bool
    told: str = ""
    wrong: bool = False
    stop: str = ""
    """What the button that stops it says, empty where nothing is to be stopped."""
    done: int = 0
    whole: int = 0


class PapersWords(QObject):
    """Words in the language in use; looked up when shown."""

    def view(self, state: PapersState, paper: HandOut) -> PaperView:
        title, line = self._named(paper)
        result = state.results.get(paper)
        view = PaperView(title, line, self.tr("Save"), may_save=state.running is None)
        if state.running is paper:
            far = self.tr("{done} of {whole}")
            told = far.format(done=words.figure(state.done), whole=words.figure(state.whole)) if state.whole else ""
            told = told or self.tr("Writing…")
            return replace(view, told=told, stop=self.tr("Stop"), done=state.done, whole=state.whole)
        if isinstance(result, HandedOut):
            return replace(view, told=self._written(result), wrong=bool(result.left_out))
        return replace(view, told=result or "", wrong=bool(result))

    def file_name(self, paper: HandOut, moment: str) -> str:
        """Return what the file is called, which tells it from all others."""
        said = {HandOut.CODES: self.tr("Codes {time}"), HandOut.BADGES: self.tr("Badges {time}")}
        return f"{said[paper].format(time=moment)}.{paper.ending}"

    def _named(self, paper: HandOut) -> tuple[str, str]:
        match paper:
            case HandOut.CODES:
                return self.tr("Codes for mailing out"), self.tr(
                    "A table of names, mail addresses and each person's valid code. Keep it like a list of guests."
                )
            case HandOut.BADGES:
                return self.tr("All badges"), self.tr(
                    "One PDF of everybody's valid badge, in the order of the directory, for a print shop."
                )

    def _written(self, result: HandedOut) -> str:
        said = self.tr("%Ln people", "", result.written)
        saved = f"{said} · {bidi.code(result.file)}"
        if not result.left_out:
            return saved
        named = ", ".join(bidi.code(each) for each in result.left_out[:_MOST_NAMED])
        more = "…" if len(result.left_out) > _MOST_NAMED else ""
        out = self.tr("%Ln badges could not be drawn: {numbers}", "", len(result.left_out))
        return f"{saved}\n{out.format(numbers=named + more)}"
