"""Above a list's preview: which file it is, how it is read, and the way back."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checkin_app.domain.lists.encodings import ENCODINGS as KNOWN
from checkin_app.ui import theme
from checkin_app.ui.kit import bidi, paint
from checkin_app.ui.kit.buttons import Button, ButtonKind
from checkin_app.ui.kit.labels import Label, NameText
from checkin_app.ui.kit.menus import Menu
from checkin_app.ui.kit.progress import ProgressLine
from checkin_app.ui.people.importing.state import ImportState, Tab
from checkin_app.ui.people.importing.words import Figure, ImportView

_ANY = 16_777_215  # Qt's own word for no limit
#: In the order of the menu; the empty one finds it out.
ENCODINGS = ("", *KNOWN)
#: Letters that most of them take.
_ENCODING = 16


class ImportHead(QWidget):
    """Its buttons and menus belong to whoever made it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._line = NameText("heading", least=18), Label("", "body", "ink.secondary", wrap=True)
        self.back = Button("", ButtonKind.QUIET, icon="arrow-left")
        self.choose = Button("", icon="file")
        self.stop = Button("", icon="x")
        self.progress = ProgressLine()
        self.sheets, self.encodings = Menu(), Menu()
        words = self._words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._line)
        self._row, self._menu_row = QHBoxLayout(), QWidget()
        menus = QHBoxLayout(self._menu_row)
        menus.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.space(3))
        self._row.addWidget(self.back)
        self._row.addLayout(words, 1)
        menus.setSpacing(theme.space(3))
        # A sheet may be called anything; of the encodings one with a long name is rarely the one.
        self.encodings.setSizeAdjustPolicy(Menu.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.encodings.setMinimumContentsLength(_ENCODING)
        menus.addWidget(self.sheets, 1)
        menus.addWidget(self.encodings)
        # Not where the blue button will stand: who stops late must not import.
        self._row.addWidget(self.stop)
        self._row.addWidget(self.choose)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(1))
        column.addLayout(self._row)
        column.addWidget(self.progress)
        self.set_layout(theme.Layout.REGULAR)

    def set_layout(self, layout: theme.Layout) -> None:
        """Put the menus beside the name of the file, or under it where the name would have no room.

        There they come with the columns, whose meaning hangs on them, and leave the room to the rows.
        """
        if layout is theme.Layout.REGULAR:
            self._row.insertWidget(2, self._menu_row)
        else:
            self._column.insertWidget(1, self._menu_row)
        self._low, self._scarce = layout.low, layout is not theme.Layout.REGULAR
        if layout.low:
            self._column.insertWidget(1, self._line)
        else:
            self._words.addWidget(self._line)
        for menu in (self.sheets, self.encodings):
            menu.setMaximumWidth(380 if layout is theme.Layout.REGULAR else _ANY)

    def retranslate(self) -> None:
        self.back.setText(self.tr("People"))
        self.choose.setText(self.tr("Another file…"))
        self.stop.setText(self.tr("Stop"))
        self.progress.setAccessibleName(self.tr("How far it is"))
        self.sheets.setAccessibleName(self.tr("Sheet"))
        self.encodings.setAccessibleName(self.tr("Encoding"))
        self._offer_encodings("")

    def render_state(
        self, state: ImportState, view: ImportView, figures: Sequence[Figure] = (), instead: str = ""
    ) -> None:
        """Draw what is known of the file; `figures` are those counts that no card shows, `instead` what is said for all."""
        self._title.set_text(view.title)
        preview, choices = state.preview, state.choices
        self._offer_sheets(preview.sheets if preview else ())
        parts = [view.line, *(f"{each.number} {each.words}" for each in figures)]
        if self._low and self.sheets.count() > 1:
            # The menu under it says which sheet it is.
            parts[0] = parts[0].partition(paint.PART)[2]
        self._line.setText(instead or paint.PART.join(parts))
        if preview:
            self.sheets.setCurrentText(preview.sheet)
        self._offer_encodings(preview.encoding if preview and not choices.encoding else "")
        self.encodings.setCurrentIndex(ENCODINGS.index(choices.encoding))
        self.encodings.setVisible(bool(preview and preview.encoding) or bool(choices.encoding or state.trouble))
        self._menu_row.setVisible(not self._scarce or state.tab is Tab.COLUMNS or preview is None)
        self.choose.setEnabled(not state.busy)
        self.stop.setVisible(state.busy)
        self.progress.setVisible(state.busy)
        self.progress.show_part(state.done, state.whole)
        for menu in (self.sheets, self.encodings):
            menu.setEnabled(not state.busy and state.result is None)

    def _offer_sheets(self, sheets: tuple[str, ...]) -> None:
        if [self.sheets.itemText(place) for place in range(self.sheets.count())] != [*sheets]:
            self.sheets.clear()
            self.sheets.addItems([*sheets])
        self.sheets.setVisible(len(sheets) > 1)

    def _offer_encodings(self, found: str) -> None:
        first = self.tr("{encoding}, as found").format(encoding=found.upper()) if found else self.tr("Encoding")
        if self.encodings.itemText(0) != first:
            self.encodings.clear()
            self.encodings.addItems([first, *(_called(each, said) for each, said in KNOWN.items())])


def _called(encoding: str, languages: str) -> str:
    """Return the encoding's name, and who writes in it in their own words: the languages are set apart."""
    return f"{encoding.upper()}{paint.PART}{bidi.name(languages)}" if languages else encoding.upper()
