"""How badges stand on their paper: folded or not, alone or several on a sheet, and where on it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from checkin_app.domain.badge_sheets import MOST_IN_A_ROW, Grid, Size
from checkin_app.domain.whole_numbers import whole_number
from checkin_app.ui import theme
from checkin_app.ui.kit.buttons import Button
from checkin_app.ui.kit.fields import Field
from checkin_app.ui.kit.labels import Label
from checkin_app.ui.kit.menus import Menu, fill
from checkin_app.ui.template_design import length_read, length_written
from checkin_app.ui.template_editor.paper_words import FOLDS, PaperWords
from checkin_app.ui.template_editor.state import EditorState
from checkin_app.ui.template_paper import SHEETS

_SIZE = ("width", "height")
_COUNTS = ("columns", "rows")
_WHITE = ("left", "top", "across", "down")


class PaperForm(QWidget):
    """Draws the paper of an `EditorState`.

    Signals: `fold_said` with a `Fold` or None, `sheet_said` with a size or None, `grid_said` with a `Grid` or None.
    """

    fold_said = Signal(object)
    sheet_said = Signal(object)
    grid_said = Signal(object)

    def __init__(self, words: PaperWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._sheet: Size | None = None
        self._grid: Grid | None = None
        self.folds, self.sheets = Menu(), Menu()
        self._labels = {self.folds: Label("", "body", "ink.secondary"), self.sheets: Label("", "body", "ink.secondary")}
        self.sides = {each: Field(ime=False) for each in _SIZE}
        self.grid = {each: Field(ime=False) for each in (*_COUNTS, *_WHITE)}
        self._said = Label("", "body", "ink.secondary", wrap=True)
        self.freely = Button("", icon="arrows-clockwise")
        self._build()
        self._connect()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(2))
        for menu, label in self._labels.items():
            column.addWidget(label)
            column.addWidget(menu)
        fields = QGridLayout()
        fields.setSpacing(theme.space(2))
        for place, field in enumerate((*self.sides.values(), *self.grid.values())):
            fields.addWidget(field, place // 2, place % 2)
        column.addLayout(fields)
        column.addWidget(self._said)
        column.addWidget(self.freely)
        for part in (self.folds, self.sheets, *self.sides.values(), *self.grid.values(), self.freely):
            part.setSizePolicy(QSizePolicy.Policy.Ignored, part.sizePolicy().verticalPolicy())

    def _connect(self) -> None:
        self.folds.activated.connect(lambda place: self.fold_said.emit(FOLDS[place]))
        self.sheets.activated.connect(self._choose_sheet)
        for field in self.sides.values():
            field.line.editingFinished.connect(self._say_sheet)
        for field in self.grid.values():
            field.line.editingFinished.connect(self._say_grid)
        self.freely.clicked.connect(lambda: self.grid_said.emit(None))

    def say_typed(self) -> None:
        """Take what is being typed: a button is pressed that does not take the focus."""
        for field in (*self.sides.values(), *self.grid.values()):
            if field.line.hasFocus():
                field.line.editingFinished.emit()

    def _choose_sheet(self, place: int) -> None:
        if place <= len(SHEETS):  # else it is the size that it has
            self.sheet_said.emit(SHEETS[place - 1][1] if place else None)

    def _say_sheet(self) -> None:
        sides = [length_read(field.text()) for field in self.sides.values()]
        self._mark()
        width, height = sides
        if width is not None and height is not None and self._sheet not in {None, (width, height)}:
            self.sheet_said.emit((width, height))

    def _say_grid(self) -> None:
        counts = [_count_read(self.grid[each].text()) for each in _COUNTS]
        white = [length_read(self.grid[each].text()) for each in _WHITE]
        self._mark()
        columns, rows = counts
        left, top, across, down = white
        if self._grid is None or columns is None or rows is None:
            return
        if left is None or top is None or across is None or down is None:
            return
        said = Grid(columns=columns, rows=rows, left=left, top=top, across=across, down=down)
        if said != self._grid:
            self.grid_said.emit(said)

    def _mark(self) -> None:
        """Say beside each field what it takes, where something else stands there."""
        for name, field in (*self.sides.items(), *self.grid.items()):
            counted = name in _COUNTS
            wrong = (_count_read(field.text()) if counted else length_read(field.text())) is None
            wanted = self._words.counts_wanted() if counted else self._words.not_a_length()
            field.set_hint(wanted if wrong else "", wrong=wrong)

    # ---- drawing

    def retranslate(self) -> None:
        self._labels[self.folds].setText(self.tr("Fold"))
        self._labels[self.sheets].setText(self.tr("Sheets to be cut"))
        for menu, label in self._labels.items():
            menu.setAccessibleName(label.text())
        for name, words in (("width", self.tr("Sheet’s width, mm")), ("height", self.tr("Sheet’s height, mm"))):
            self.sides[name].set_label(words)
        for name, words in (
            ("columns", self.tr("Columns")),
            ("rows", self.tr("Rows")),
            ("left", self.tr("Left margin, mm")),
            ("top", self.tr("Top margin, mm")),
            ("across", self.tr("Between columns, mm")),
            ("down", self.tr("Between rows, mm")),
        ):
            self.grid[name].set_label(words)
        self.freely.setText(self.tr("As many as have room"))

    def render_state(self, state: EditorState) -> None:
        design, cells = state.design, state.design.stock.cells
        self._sheet, self._grid = design.sheet, cells
        fill(self.folds, self._words.folds(), FOLDS.index(design.fold))
        known = [None, *(size for _, size in SHEETS)]
        fill(
            self.sheets,
            self._words.sheets(design.sheet),
            known.index(design.sheet) if design.sheet in known else len(known),
        )
        for menu in (self.folds, self.sheets):
            menu.setEnabled(state.is_open and not state.busy)
        sheet = design.sheet or (0.0, 0.0)
        for field, side in zip(self.sides.values(), sheet, strict=True):
            field.show_kept(length_written(side))
            field.setVisible(design.sheet is not None)
        for name, field in self.grid.items():
            field.show_kept(f"{getattr(cells, name):g}" if cells else "")
            field.setVisible(cells is not None)
        self._said.setText(self._words.on_a_sheet(design))
        self._said.setVisible(cells is not None)
        self.freely.setVisible(design.grid is not None)
        if cells is not None:
            self._mark()


def _count_read(text: str) -> int | None:
    return whole_number(text, MOST_IN_A_ROW) or None
