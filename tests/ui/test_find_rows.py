"""Letters that answer the question are underlined where they stand, whatever the script."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from checkin_app.ui.find.rows import _Look, _utf16, draw_fitting


def ink(text: str, spans: tuple[tuple[int, int], ...], direction: Qt.LayoutDirection) -> list[int]:
    """Return the columns in which anything was drawn."""
    image = QImage(300, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setLayoutDirection(direction)
    draw_fitting(painter, QRect(0, 0, 300, 40), _Look(text, spans, "heading", QColor("black")))
    painter.end()
    return [x for x in range(300) if any(image.pixelColor(x, y).lightness() < 128 for y in range(40))]


@pytest.mark.parametrize("text", ["OUYANG Jingyi", "欧阳静怡", "ليلى الحداد"])
def test_a_line_stands_at_the_leading_edge_whatever_its_script(dressed: QApplication, text: str) -> None:
    left, right = (ink(text, (), each) for each in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft))
    assert min(left) < 10
    assert max(right) > 290


def test_an_underline_changes_what_is_drawn(dressed: QApplication) -> None:
    plain, marked = (ink("il il", spans, Qt.LayoutDirection.LeftToRight) for spans in ((), ((0, 2),)))
    assert len(marked) > len(plain)


def test_rare_letters_take_two_of_qts_characters() -> None:
    assert _utf16("𠮷田") == 3


def test_a_line_too_long_for_its_place_stays_inside(dressed: QApplication) -> None:
    drawn = ink("Wilhelmina " * 20, ((0, 3), (200, 210)), Qt.LayoutDirection.LeftToRight)
    assert max(drawn) < 300
