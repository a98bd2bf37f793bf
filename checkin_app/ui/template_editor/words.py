"""Puts into words what stands on a badge, how it is set, and what is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject

from checkin_app.domain.outcomes import Verdict
from checkin_app.domain.problem import Problem
from checkin_app.domain.problems import GlyphMissing, TextDoesNotFit
from checkin_app.services.ports.people import Hardship
from checkin_app.ui import words
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.paint import PART
from checkin_app.ui.kit.rows import RowView
from checkin_app.ui.shell.template_actions import Flaw, TrialName
from checkin_app.ui.template_design import CATEGORY, Align, Element, Face, Kind, Shown, Upright, Weight, length_written
from checkin_app.ui.template_editor.doings import Doing, Pane
from checkin_app.ui.template_editor.paper_words import PaperWords
from checkin_app.ui.template_editor.state import EditorState
from checkin_app.ui.words_details import detail

_ICONS = {
    Kind.TEXT: "translate",
    Kind.BAND: "file",
    Kind.LINE: "steps",
    Kind.CODE: "scan",
    Kind.EMBLEM: "flag",
    Kind.PHOTO: "users",
    Kind.PICTURE: "file-pdf",
}


PAPER = "paper"
"""Stands where a face does: what comes out of the printer."""


@dataclass(frozen=True, slots=True)
class EditorView:
    """Everything the panel draws, in words."""

    line: str
    page: str
    """What the page is, to who cannot see it."""
    chosen: str
    """What is chosen, and where it stands."""
    head: str
    elements: tuple[RowView, ...]
    results: tuple[RowView, ...]
    results_line: str
    """What is wrong with the one in sight, or how many problems there are."""
    panes: tuple[tuple[str, str], ...]
    faces: tuple[tuple[str, str], ...]
    templates: tuple[str, ...]
    aims: tuple[str, ...]
    note: str
    said: str
    """The question whether what was changed is to be kept, or how much is wrong."""


class KeptWords(QObject):
    """What was done with a template as a whole, and the files that it is asked for."""

    def kept(self, name: str) -> str:
        return self.tr("Every laptop has the template {name} from now on.").format(name=bidi.code(name))

    def is_used(self, name: str) -> str:
        return self.tr("All badges are drawn by the template {name} from now on.").format(name=bidi.code(name))

    def withdrawn(self, name: str) -> str:
        return self.tr("The forum has no template {name} of its own any more.").format(name=bidi.code(name))

    def taken_back(self, what: str) -> str:
        return self.tr("Taken back: {what}").format(what=what)

    def saved(self, file: str) -> str:
        return self.tr("Saved in {file}.").format(file=bidi.name(file))

    def opened(self, file: str) -> str:
        return self.tr("{file} is open.").format(file=bidi.name(file))

    # ---- its files

    def templates(self) -> str:
        return self.tr("Badge templates")

    def pictures(self) -> str:
        return self.tr("Pictures")

    def choosing(self) -> str:
        return self.tr("Choose a badge template")

    def choosing_a_picture(self) -> str:
        return self.tr("Choose a picture")

    def saving(self) -> str:
        return self.tr("Save the badge template")


class EditorWords(KeptWords):
    """Words in the language in use; looked up when shown."""

    def __init__(self) -> None:
        super().__init__()
        self.paper = PaperWords()

    def view(self, state: EditorState) -> EditorView:
        element = state.element
        return EditorView(
            line=self._line(state),
            page=self.tr("Badge, {size}").format(size=self.paper.size(state.paper or state.design.page)),
            chosen=self._chosen(element) if element else self.tr("Nothing is chosen"),
            head=self.element(element) if element else self.tr("The page"),
            elements=tuple(self._row(each, state) for each in state.design.on(state.face)),
            results=tuple(self._result(each, state) for each in state.results),
            results_line=self._explained(state),
            panes=self._panes(),
            faces=self._faces(state),
            templates=tuple(bidi.code(each) for each in state.offered),
            aims=tuple(self.paper.aim(each) for each in state.aims),
            note=state.note or self.paper.unfit(state.unfit),
            said=self.tr("What was changed is not kept yet.") if state.asking else self._wrong(state),
        )

    def changing(self) -> str:
        return self.tr("Change…")

    def doing(self) -> Mapping[Doing, str]:
        return {
            Doing.BACK: self.tr("Back"),
            Doing.UNDO: self.tr("Undo"),
            Doing.REDO: self.tr("Redo"),
            Doing.LATER: self.tr("Draw it over the next one"),
            Doing.EARLIER: self.tr("Draw it under the one before"),
            Doing.DOUBLE: self.tr("Double it (Ctrl D)"),
            Doing.REMOVE: self.tr("Remove it (Delete)"),
            Doing.DISCARD: self.tr("Leave it as it was"),
            Doing.STAY: self.tr("Go on editing"),
            Doing.OPEN_FILE: self.tr("Open a file…"),
            Doing.SAVE_FILE: self.tr("Save as a file…"),
            Doing.KEEP: self.tr("Keep for every laptop"),
            Doing.USE: self.tr("Draw all badges by it"),
            Doing.WITHDRAW: self.tr("Take it from the forum"),
            Doing.TAKE_BACK: self.tr("Take back what was kept last"),
            Doing.OPEN_VARIANT: self.tr("Edit theirs"),
            Doing.NEW_VARIANT: self.tr("One more, like this one"),
        }

    # ---- names of things

    def element(self, element: Element) -> str:
        """Return what an element shows."""
        if element.kind is Kind.TEXT:
            texts = [self.shown()[each.shows] for each in element.texts or ()]
            return words.listed(texts) if texts else self.tr("Text that shows nothing")
        return self.kinds()[element.kind]

    def kinds(self) -> Mapping[Kind, str]:
        return {
            Kind.TEXT: self.tr("Text"),
            Kind.BAND: self.tr("Coloured area"),
            Kind.LINE: self.tr("Line"),
            Kind.CODE: self.tr("Code"),
            Kind.EMBLEM: self.tr("Emblem"),
            Kind.PHOTO: self.tr("Photo of the guest"),
            Kind.PICTURE: self.tr("Picture"),
        }

    def shown(self) -> Mapping[Shown, str]:
        return {
            Shown.NAME: self.tr("Name"),
            Shown.LATIN_NAME: self.tr("Latin name"),
            Shown.DELEGATION: self.tr("Delegation"),
            Shown.ORGANISATION: self.tr("Organisation"),
            Shown.CATEGORY_1: self.tr("Category"),
            Shown.CATEGORY_2: self.tr("Category (second language)"),
            Shown.LETTER: self.tr("Category letter"),
            Shown.ROUTE: self.tr("Route"),
            Shown.BUS: self.tr("Bus"),
            Shown.NUMBER: self.tr("Badge number"),
            Shown.FORUM_1: self.tr("Forum"),
            Shown.FORUM_2: self.tr("Forum (second language)"),
        }

    def aligns(self) -> tuple[tuple[str, str], ...]:
        return (
            (Align.LEFT.value, self.tr("Left")),
            (Align.CENTRE.value, self.tr("Centre")),
            (Align.RIGHT.value, self.tr("Right")),
        )

    def uprights(self) -> tuple[tuple[str, str], ...]:
        return (
            (Upright.TOP.value, self.tr("Top")),
            (Upright.MIDDLE.value, self.tr("Middle")),
            (Upright.BOTTOM.value, self.tr("Bottom")),
        )

    def weights(self) -> tuple[tuple[str, str], ...]:
        return (Weight.REGULAR.value, self.tr("Regular")), (Weight.BOLD.value, self.tr("Bold"))

    def colour(self, colour: str) -> str:
        named = {
            CATEGORY: self.tr("The category's colour"),
            "#000000": self.tr("Black"),
            "#FFFFFF": self.tr("White"),
        }
        return named.get(colour.upper() if colour.startswith("#") else colour) or bidi.code(colour)

    def hardships(self, name: TrialName) -> str:
        """Return what is hard about somebody's badge."""
        return PART.join(self._hardships()[each] for each in name.why)

    def _hardships(self) -> Mapping[Hardship, str]:
        return {
            Hardship.NAME: self.tr("long name"),
            Hardship.LATIN: self.tr("long Latin name"),
            Hardship.HAN: self.tr("Chinese name"),
            Hardship.ARABIC: self.tr("Arabic name"),
            Hardship.STACKED: self.tr("stacked marks"),
            Hardship.RARE: self.tr("rare characters"),
            Hardship.DELEGATION: self.tr("long delegation"),
            Hardship.ORGANISATION: self.tr("long organisation"),
            Hardship.NO_DELEGATION: self.tr("no delegation"),
        }

    # ---- what is typed

    def steps_hint(self, *, wrong: bool) -> str:
        """Return what is typed as sizes, or that what was typed is none."""
        if wrong:
            return self.tr("Sizes of 4 to 200 points, such as 36, 28, 22 × 2")
        return self.tr("The first that fits is taken; × 2 is on two lines")

    def name_hint(self, *, wrong: bool, taken: bool) -> str:
        """Return how a template may be called, or why not so."""
        if taken:
            return self.tr("Another template is called so")
        return self.tr("2 to 40 small letters, digits and dashes, such as vip-card") if wrong else ""

    # ---- parts of the view

    def _line(self, state: EditorState) -> str:
        if not state.is_open:
            return self.tr("One moment…")
        used = self.tr("in use") if state.name == state.in_use else ""
        of = [bidi.code(other) for name, other in state.stand_ins if name == state.name]
        instead = self.tr("stands in for {name}").format(name=words.listed(of)) if of else ""
        return PART.join(filter(None, (self.paper.size(state.design.page), used, instead, self._standing(state))))

    def _standing(self, state: EditorState) -> str:
        """Return who has it as it is in sight."""
        if state.is_changed:
            return self.tr("changed, not kept")
        if state.in_file:
            return self.tr("in a file only")
        if state.name in state.own:
            return self.tr("on every laptop")
        return self.tr("built in")

    def _place(self, element: Element) -> str:
        box = element.box
        at = bidi.code(f"{length_written(box.left)}, {length_written(box.top)}")
        return PART.join((self.paper.size((box.width, box.height)), self.tr("at {place}").format(place=at)))

    def _chosen(self, element: Element) -> str:
        return PART.join((self.element(element), self._place(element)))

    def _row(self, element: Element, state: EditorState) -> RowView:
        verdict = Verdict.STOP if element.id in state.flawed else None
        line = self._place(element)
        return RowView(self.element(element), line, "", verdict, icon=_ICONS[element.kind], in_parts=True)

    def _wrong(self, state: EditorState) -> str:
        return self._problems(state) if state.flaws else ""

    def _problems(self, state: EditorState) -> str:
        if state.looked is None:
            return self.tr("Being tried…") if state.is_open else ""
        count = len(state.flaws)
        return self.tr("%Ln problems", "", count) if count else self.tr("Everything fits")

    def _result(self, result: Flaw | TrialName, state: EditorState) -> RowView:
        if isinstance(result, TrialName):
            verdict = Verdict.GO if state.looked else None
            return RowView(bidi.name(result.called), self.hardships(result), "", verdict, in_parts=True)
        element = None if result.variant else state.design.element(result.element)
        called = next((each.called for each in state.names if each.delegate == result.who), "")
        about = (
            bidi.code(result.variant) if result.variant else "",
            self.element(element) if element else "",
            self.tr("Reverse") if element and element.face is Face.BACK else "",
            bidi.name(called) if called else "",
            self.paper.aim(state.aim) if result.of_printer else "",
        )
        return RowView(self._title(result), PART.join(filter(None, about)), "", Verdict.STOP, in_parts=True)

    def _title(self, flaw: Flaw) -> str:
        """Return what is wrong in a word or two; `_explained` says all of it."""
        match flaw.said:
            case TextDoesNotFit():
                return self.tr("Does not fit")
            case GlyphMissing():
                return self.tr("No font has a letter")
            case Problem():
                return words.problem(flaw.said)[0]
            case _:
                return detail(flaw.title)

    def _explained(self, state: EditorState) -> str:
        """Return all that is wrong where the result in sight is a problem, else how many there are."""
        if not 0 <= state.result < len(state.flaws):
            return self._problems(state)
        flaw = state.flaws[state.result]
        if isinstance(flaw.said, Problem):
            return words.in_a_row(words.problem(flaw.said))
        element = None if flaw.variant else state.design.element(flaw.element)
        of = self.element(element) if element else bidi.code(flaw.variant)
        return f"{of}: {detail(flaw.said)}" if of else detail(flaw.said)

    def _faces(self, state: EditorState) -> tuple[tuple[str, str], ...]:
        whole = ((PAPER, self.tr("Sheet") if state.design.sheet else self.tr("Unfolded")),) if state.has_paper else ()
        return (Face.FRONT.value, self.tr("Front")), (Face.BACK.value, self.tr("Reverse")), *whole

    def _panes(self) -> tuple[tuple[str, str], ...]:
        return (
            (Pane.ELEMENTS.value, self.tr("Elements")),
            (Pane.LOOKS.value, self.tr("Settings")),
            (Pane.RESULTS.value, self.tr("Problems")),
        )
