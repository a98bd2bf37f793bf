"""Colours, type and sizes of every screen, from the drawing's tokens."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


class ThemeName(StrEnum):
    LIGHT = "light"
    DARK = "dark"
    SUNLIGHT = "sunlight"


class Layout(StrEnum):
    """How much room a window has for text as large as the person wants it.

    `COMPACT` is 1366x768 and `NARROW` 1024x768; `LOW` is as wide as the former and `LEAST` as the latter, both as
    low as 1024x600, or a larger window with larger text.
    """

    REGULAR = "regular"
    COMPACT = "compact"
    NARROW = "narrow"
    LOW = "low"
    LEAST = "least"

    @property
    def narrow(self) -> bool:
        return self in {Layout.NARROW, Layout.LEAST}

    @property
    def low(self) -> bool:
        return self in {Layout.LOW, Layout.LEAST}

    def of(self, regular: int, compact: int, narrow: int) -> int:
        """Return which of three sizes it is, by the width there is."""
        if self is Layout.REGULAR:
            return regular
        return narrow if self.narrow else compact


MINIMUM_SIZE = (1024, 600)
#: Text of up to this many pixels grows by all of it, larger text by less and less, and text of the second not at all:
#: what is read from five metres need not be larger.
_GROWS_FULLY, _GROWS_NOT = 18, 54


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of one theme, by token name."""

    name: ThemeName
    colors: Mapping[str, str]

    def color(self, token: str) -> QColor:
        return QColor(self.colors[token])


@cache
def tokens() -> Mapping[str, Any]:
    """Return the drawing's tokens as their file holds them."""
    loaded: Mapping[str, Any] = json.loads((RESOURCES / "themes" / "tokens.json").read_text("utf-8"))
    return loaded


@cache
def theme(name: ThemeName) -> Theme:
    colors = tokens()["color"][name.value]
    # In sunlight the ink of what is refused is that of a dark ground, and white: on a plain one that ground is the ink.
    plain = "state.stop.tint" if name is ThemeName.SUNLIGHT else "state.stop.ink"
    return Theme(name, {**colors, "trouble.ink": colors[plain]})


class _Chosen:
    """Which theme is drawn now and how large; Qt's palette and font are as global as this."""

    name = ThemeName.LIGHT
    text_size = 100
    fonts_added = 0


def current() -> Theme:
    return theme(_Chosen.name)


def color(token: str) -> QColor:
    """Return a colour of the theme in use, such as ``verdict.go.fill``; ``trouble.ink`` is that of trouble on a plain ground."""
    return current().color(token)


def text_size() -> int:
    """Return how large text is, in percent of the drawing's."""
    return _Chosen.text_size


def grown(pixels: int) -> int:
    """Return pixels of type, or of what holds a line of it, at the size of text in use."""
    return _grown(pixels, _Chosen.text_size)


@cache  # layouts ask for a few sizes tens of thousands of times
def _grown(pixels: int, text_size: int) -> int:
    share = min(1.0, max(0, _GROWS_NOT - pixels) / (_GROWS_NOT - _GROWS_FULLY))
    return pixels + round(share * min(pixels, _GROWS_FULLY) * (text_size - 100) / 100)


def font(token: str) -> QFont:
    """Return the font of a type token, such as ``type.name``, in pixels."""
    pixels, bold = _type(token)
    return font_of(grown(pixels), bold=bold)


@cache
def _type(token: str) -> tuple[int, bool]:
    style = tokens()["type"][token.removeprefix("type.")]
    return int(style["px"]), style["weight"] == 700


@cache
def _families() -> tuple[str, ...]:
    """Return the drawing's families, then the others that come with the application.

    Those that no family is named for are found by some systems' fallback, and by others' not.
    """
    named: Sequence[str] = tokens()["font"]["families"]
    return (*named, *(family for family in dict.fromkeys(load_fonts()) if family not in named))


def font_of(pixels: int, *, bold: bool = False) -> QFont:
    """Return the font of so many pixels, whatever the size of text in use; it is the caller's own to change."""
    return QFont(_font_of(pixels, bold))


@cache  # layouts ask for fonts hundreds of times in one turn, and the families are read anew each time
def _font_of(pixels: int, bold: bool) -> QFont:  # noqa: FBT001 - a key
    made = QFont()
    made.setFamilies(_families())
    made.setPixelSize(pixels)
    made.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    return made


def line_height(token: str) -> int:
    """Return the pixels that a line of a type token takes."""
    style = tokens()["type"][token.removeprefix("type.")]
    pixels = int(style["px"])
    return round(int(style["lineHeight"]) * grown(pixels) / pixels)


def lines(*type_tokens: str) -> int:
    """Return the pixels that lines of these type tokens take, one under the other."""
    return sum(line_height(token) for token in type_tokens)


#: Sizes that hold lines of text: which lines, and the pixels around them.
_HOLDS: Mapping[str, tuple[tuple[str, ...], int]] = {
    "chip": (("bodyStrong",), 6),
    "keycap": (("button",), 4),
    "topBarCompact": (("buttonLarge", "body"), 0),
    "topBar": (("buttonLarge", "body"), 0),
    "row.recent": (("nameRow", "body"), 6),
    "row.recentCompact": (("nameRow", "body"), 4),
}


def size(token: str) -> int:
    """Return a size in pixels, such as ``target.button``; what holds text grows with it."""
    pixels = int(tokens()["size"][token])
    if token not in _HOLDS:
        return pixels
    held, around = _HOLDS[token]
    return max(pixels, lines(*held) + around)


def space(step: int) -> int:
    return int(tokens()["space"][str(step)])


def radius(token: str) -> int:
    return int(tokens()["radius"][token])


def stroke(token: str) -> float:
    return float(tokens()["stroke"][token])


def timing(token: str) -> int:
    """Return a time in milliseconds, such as ``goRecedesMs``."""
    return int(tokens()["timing"][token])


def verdict_gap() -> int:
    """Return for how many milliseconds the verdict panel is blank between two scans."""
    return int(tokens()["motion"]["verdictGapMs"])


def layout_for(width: int, height: int) -> Layout:
    """Return the layout of a window: larger text makes it a smaller one."""
    wide, high = (pixels * 100 / _Chosen.text_size for pixels in (width, height))
    if high < 700:
        return Layout.LEAST if wide < 1280 else Layout.LOW
    if wide < 1280:
        return Layout.NARROW
    return Layout.REGULAR if high >= 860 else Layout.COMPACT


def widened(pixels: int) -> int:
    """Return a width that holds a few words at the size of text in use: most of what they grow by."""
    return round(pixels * (1 + 0.6 * (_Chosen.text_size - 100) / 100))


def margin(layout: Layout) -> int:
    """Return the pixels around the parts of a screen."""
    return space(6) if layout is Layout.REGULAR else space(2) if layout.low else space(4)


def gap(layout: Layout) -> int:
    """Return the pixels between two parts of a screen, one under the other."""
    return space(2) if layout.low else space(4)


#: Text of this share of its usual size still leaves a low window some room, in percent.
_LARGE = 115


def is_crowded(layout: Layout) -> bool:
    """Return whether a low window with large text has no room but for what cannot be reached by a key."""
    return layout.low and text_size() > _LARGE


def side_column(layout: Layout) -> int:
    """Return how wide the column beside a list or a form is."""
    width = layout.of(size("sideColumn"), size("sideColumnCompact"), size("sideColumnNarrow"))
    # Where there is least room, larger text wraps instead.
    share = 0.15 if layout is Layout.LEAST else 0.6
    return round(width * (1 + share * (_Chosen.text_size - 100) / 100))


@cache
def load_fonts() -> tuple[str, ...]:
    """Load the fonts that come with the application and return the families found."""
    families: list[str] = []
    for file in sorted((RESOURCES / "fonts").glob("*.[to]tf")):
        families += QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(file)))
    return tuple(families)


def load_added(files: Iterable[Path]) -> None:
    """Load further fonts, which are asked for a letter that no other has."""
    for file in files:
        QFontDatabase.addApplicationFont(str(file))
        _Chosen.fonts_added += 1


def fonts_added() -> int:
    """Return how many fonts were loaded beside those that come with the application."""
    return _Chosen.fonts_added


def use(name: ThemeName, text_size: int = 0) -> None:
    """Draw the whole application in a theme from now on, and in a size of text where one is given."""
    _Chosen.name = name
    _Chosen.text_size = text_size or _Chosen.text_size
    application = QApplication.instance()
    if isinstance(application, QApplication):
        application.setFont(font("body"))
        application.setPalette(_palette(current()))
        application.setStyleSheet(style_sheet(current()))


def dress(application: QApplication, name: ThemeName = ThemeName.LIGHT) -> None:
    """Give an application its style, fonts and theme, once, before its first window."""
    load_fonts()
    application.setStyle("Fusion")
    use(name)


_ROLES: Mapping[QPalette.ColorRole, str] = {
    QPalette.ColorRole.Window: "bg.window",
    QPalette.ColorRole.WindowText: "ink.primary",
    QPalette.ColorRole.Base: "bg.surface",
    QPalette.ColorRole.AlternateBase: "bg.sunk",
    QPalette.ColorRole.Text: "ink.primary",
    QPalette.ColorRole.PlaceholderText: "ink.hint",
    QPalette.ColorRole.Button: "bg.surface",
    QPalette.ColorRole.ButtonText: "ink.primary",
    QPalette.ColorRole.Highlight: "accent.fill",
    QPalette.ColorRole.HighlightedText: "accent.ink",
    QPalette.ColorRole.Accent: "accent.fill",
    QPalette.ColorRole.Link: "accent.text",
    QPalette.ColorRole.ToolTipBase: "plate.fill",
    QPalette.ColorRole.ToolTipText: "plate.ink",
    QPalette.ColorRole.Mid: "line.control",
    QPalette.ColorRole.Dark: "line.control",
    QPalette.ColorRole.Light: "bg.surface",
}


def _palette(chosen: Theme) -> QPalette:
    palette = QPalette()
    for role, token in _ROLES.items():
        palette.setColor(role, chosen.color(token))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, chosen.color("ink.hint"))
    return palette


_QSS = """
QLabel {{ background: transparent; }}
QToolTip {{ background: {plate_fill}; color: {plate_ink}; border: 0; padding: 6px; font-size: {tip}px; }}
QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: 0; }}
QListView, QTableView, QTreeView {{ background: {bg_surface}; border: 0; outline: 0; }}
QListView#board {{ background: transparent; }}
QTableView {{ gridline-color: {line_subtle}; }}
QHeaderView::section {{ background: {bg_surface}; color: {ink_secondary}; border: 0;
  border-bottom: 1px solid {line_subtle}; padding: 8px; font-weight: normal; }}
QLineEdit, QPlainTextEdit, QComboBox {{ background: {bg_surface}; color: {ink_primary};
  border: 1px solid {line_control}; border-radius: {control}px; padding: 0 12px; min-height: 46px;
  selection-background-color: {accent_fill}; selection-color: {accent_ink};
  placeholder-text-color: {ink_hint}; }}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus {{ border: 3px solid {focus_ring}; padding: 0 10px;
  min-height: 42px; }}
QLineEdit:disabled, QComboBox:disabled {{ color: {ink_hint}; background: {bg_sunk}; }}
QLineEdit#bare, QLineEdit#bare:focus {{ border: 0; padding: 0; background: transparent; min-height: 0; }}
QPlainTextEdit {{ padding: 10px 8px; min-height: 66px; }}
QPlainTextEdit:focus {{ padding: 8px 6px; min-height: 66px; }}
QComboBox QAbstractItemView::item:disabled {{ color: {ink_hint}; }}
QComboBox::drop-down {{ border: 0; width: 32px; }}
QCheckBox {{ spacing: 10px; min-height: 44px; }}
QCheckBox::indicator {{ width: 22px; height: 22px; border: 1px solid {line_control}; border-radius: 4px;
  background: {bg_surface}; }}
QCheckBox::indicator:checked {{ background: {accent_fill}; border-color: {accent_fill}; }}
QCheckBox::indicator:focus {{ border: 3px solid {focus_ring}; width: 18px; height: 18px; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {line_control}; border-radius: 4px; margin: 2px; min-height: 32px; min-width: 32px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def style_sheet(chosen: Theme) -> str:
    """Return the one style sheet: fields, lists and the inks of labels."""
    names = {token.replace(".", "_"): value for token, value in chosen.colors.items()}
    inks = "".join(
        f'QLabel[ink="{token}"] {{ color: {value}; }}\n'
        for token, value in chosen.colors.items()
        if token.startswith(("ink.", "accent.", "plate.ink")) or token.endswith(".ink")
    )
    return _QSS.format(**names, control=radius("control"), tip=grown(16)) + inks
