"""Codes keep their direction inside any sentence, names stand at the leading edge."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from checkin_app.ui import theme
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.labels import Label, NameText
from checkin_app.ui.kit.rows import ListRow, RowView

RTL, LTR = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
SENTENCE = "الحافلة {} تغادر"


def drawn(text: str) -> QImage:
    image = QImage(400, 60, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setLayoutDirection(RTL)
    painter.setFont(theme.font("heading"))
    painter.drawText(QRect(0, 0, 400, 60), Qt.AlignmentFlag.AlignRight, text)
    painter.end()
    return image


def test_an_isolated_code_keeps_its_order_where_a_bare_one_turns_round(dressed: QApplication) -> None:
    right = drawn(SENTENCE.format("\u202d3-2\u202c"))
    assert drawn(SENTENCE.format(bidi.code("3-2"))) == right
    assert drawn(SENTENCE.format("3-2")) != right


@given(st.text(min_size=1))
def test_isolation_is_closed_and_keeps_the_text(text: str) -> None:
    for isolated, opening in ((bidi.code(text), bidi.LRI), (bidi.name(text), bidi.FSI)):
        assert isolated == f"{opening}{text}{bidi.PDI}"


def test_nothing_is_isolated_where_there_is_nothing() -> None:
    assert bidi.code("") == bidi.name("") == bidi.leading("", LTR) == ""


def ink_span(widget: QWidget) -> tuple[int, int]:
    image = widget.grab().toImage()
    ground = image.pixelColor(0, 0)
    columns = [
        x for x in range(image.width()) if any(image.pixelColor(x, y) != ground for y in range(0, image.height(), 2))
    ]
    return columns[0], columns[-1]


def test_names_of_every_script_start_at_the_leading_edge(dressed: QApplication, qtbot: object) -> None:
    for direction in (LTR, RTL):
        for name in ("ليلى الحداد", "林若溪", "José Ñáñez", "กมลชนก"):
            text = NameText("nameRow")
            text.setLayoutDirection(direction)
            text.resize(400, 40)
            text.set_text(name)
            first, last = ink_span(text)
            assert first < 12 if direction == LTR else last > 388
            text.deleteLater()


@given(st.text(min_size=1))
def test_a_label_text_starts_with_the_mark_of_its_layout(text: str) -> None:
    assert bidi.leading(text, LTR) == bidi.LRM + bidi.name(text)
    assert bidi.leading(text, RTL) == bidi.RLM + bidi.name(text)


def test_rows_and_labels_stand_at_the_leading_edge_whatever_their_script(dressed: QApplication, qtbot: QtBot) -> None:
    for direction in (LTR, RTL):
        for name in ("ليلى الحداد", "林若溪", "Latin"):
            row, label = ListRow(RowView(name)), Label(name, "nameRow")
            for widget in (row, label):
                qtbot.addWidget(widget)
                widget.setLayoutDirection(direction)
                widget.resize(400, 40)
                first, last = ink_span(widget)
                assert first < 34 if direction == LTR else last > 366
