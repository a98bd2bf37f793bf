"""The kit's widgets: what they show, what they report, what they never do."""

import re

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from checkin_app.domain.outcomes import ANSWERS, Reason, Verdict
from checkin_app.ui import theme, words
from checkin_app.ui.kit import bidi, chips, icons, paint
from checkin_app.ui.kit.buttons import Button, Segmented
from checkin_app.ui.kit.cards import Note, UndoBar
from checkin_app.ui.kit.chrome import FocusRing
from checkin_app.ui.kit.fields import Field, SearchField, TypedLine
from checkin_app.ui.kit.labels import Fraction, Label, NameText
from checkin_app.ui.kit.person import FactRow, PersonCard, PersonView
from checkin_app.ui.kit.verdict import VerdictPanel, VerdictView, panel_style, tone

LONG = "Maria-Guadalupe Fernández de la Vega y Santos-Oliveira Villanueva Echeverría"


def view(verdict: Verdict, *answers: str) -> VerdictView:
    return VerdictView(verdict, verdict.value.upper(), "放行", "Because", "Do this", answers, "№ 1", "here")


@pytest.fixture
def panel(dressed: QApplication, qtbot: QtBot) -> VerdictPanel:
    made = VerdictPanel()
    qtbot.addWidget(made)
    made.resize(858, 304)
    return made


def test_each_verdict_has_a_picture_of_its_own_even_without_colour(panel: VerdictPanel) -> None:
    pictures = []
    for verdict in (Verdict.GO, Verdict.AGAIN, Verdict.ASK, Verdict.STOP, Verdict.UNREADABLE):
        panel.show_verdict(VerdictView(verdict, "WORD"), gap=False)
        pictures.append(panel.grab().toImage().convertToFormat(panel.grab().toImage().Format.Format_Grayscale8))
    # Two verdicts differ in at least one pixel in twenty, words apart.
    for index, one in enumerate(pictures):
        for other in pictures[index + 1 :]:
            spots = [(x, y) for x in range(0, 858, 6) for y in range(0, 304, 6)]
            different = sum(abs(one.pixelColor(*at).red() - other.pixelColor(*at).red()) > 12 for at in spots)
            assert different > len(spots) / 20


@pytest.mark.parametrize("name", list(theme.ThemeName))
def test_the_panel_is_filled_with_its_verdict(panel: VerdictPanel, name: theme.ThemeName) -> None:
    theme.use(name)
    for verdict in Verdict:
        panel.show_verdict(view(verdict), gap=False)
        assert panel.grab().toImage().pixelColor(400, 290 if verdict is not Verdict.STOP else 40) == tone(verdict).fill


def test_two_scans_are_two_events_with_a_blank_between(panel: VerdictPanel, qtbot: QtBot) -> None:
    panel.show_verdict(view(Verdict.GO), gap=False)
    assert not panel.blank
    panel.show_verdict(view(Verdict.GO), gap=True)
    assert panel.blank
    assert panel.grab().toImage().pixelColor(400, 290) == theme.color("bg.window")
    qtbot.waitUntil(lambda: not panel.blank)
    assert panel.grab().toImage().pixelColor(400, 290) == tone(Verdict.GO).fill


def test_a_blank_is_counted_from_when_it_was_painted_however_late_that_is(panel: VerdictPanel, qtbot: QtBot) -> None:
    panel.show_verdict(view(Verdict.GO), gap=False)
    panel.show_verdict(view(Verdict.GO), gap=True)
    assert not panel._gap.isActive()  # a busy screen may not get to painting for longer than the gap
    panel.grab()
    assert panel._gap.isActive()
    qtbot.waitUntil(lambda: not panel.blank)


def test_an_answer_reports_its_place_and_is_hidden_while_blank(panel: VerdictPanel, qtbot: QtBot) -> None:
    panel.show()
    panel.show_verdict(view(Verdict.ASK, "Yes", "No"), gap=True)
    buttons = list(panel._buttons)
    assert not any(each.isVisible() for each in buttons)
    qtbot.waitUntil(buttons[1].isVisible)
    with qtbot.waitSignal(panel.answered) as heard:
        qtbot.mouseClick(buttons[1], Qt.MouseButton.LeftButton)
    assert heard.args == [1]


@pytest.mark.parametrize("layout", list(theme.Layout))
def test_answers_lie_inside_the_panel_and_not_on_each_other(panel: VerdictPanel, layout: theme.Layout) -> None:
    panel.set_style(panel_style(layout))
    panel.resize(588 if layout is theme.Layout.NARROW else 858, panel_style(layout).answers)
    panel.show_verdict(view(Verdict.ASK, "Take the fee, then let in", "Call the supervisor", "Wait"), gap=False)
    boxes = [each.geometry() for each in panel._buttons[:3]]
    assert all(panel.rect().contains(each) for each in boxes)
    assert not any(one.intersects(other) for one in boxes for other in boxes if one is not other)
    assert all(each.height() >= theme.size("target.min") for each in boxes)


def test_a_long_word_shrinks_and_does_not_leave_the_panel(panel: VerdictPanel) -> None:
    panel.set_style(panel_style(theme.Layout.NARROW))
    told = VerdictView(Verdict.FAULT, "NOT DECIDED", "未能判定")
    font, second = panel._word_fonts(told, 360, 96)
    assert font.pixelSize() >= 40
    assert paint.width_of("NOT DECIDED", font) + paint.width_of("未能判定", second) <= 360


def test_a_label_never_reads_markup(dressed: QApplication, qtbot: QtBot) -> None:
    label = Label("<b>x</b>")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText


@pytest.mark.parametrize(
    "path", ["/srv/venue/share/registration/station/replaced/0001", r"D:\Forum\venue\replaced", r"\\hall\share\kept"]
)
def test_a_path_goes_on_in_the_next_line_between_its_folders_only(
    dressed: QApplication, qtbot: QtBot, path: str
) -> None:
    label = Label(f"The former files are kept in {bidi.code(path)}.", wrap=True)
    qtbot.addWidget(label)
    assert bidi.plain(label.text()).endswith(f"in {path}."), "what is said holds nothing that is not seen"
    begins = re.match(r"(?:\w:)?[\\/]+\w+", path)
    assert begins is not None
    shown = QLabel.text(label)
    for width in range(150, 500, 7):
        lines, layout = [], QTextLayout(shown, label.font())
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            lines.append(bidi.plain(shown[line.textStart() : line.textStart() + line.textLength()]))
        layout.endLayout()
        seen = [re.sub("[\u200b\u2060]", "", each).strip() for each in lines]
        assert any(begins.group() in each for each in seen), f"a separator stands alone: {seen}"
        assert not any(each.startswith(("\\", "/")) for each in seen if begins.group() not in each), seen


def test_a_name_wraps_to_two_lines_before_it_shrinks_and_is_never_cut(dressed: QApplication, qtbot: QtBot) -> None:
    name = NameText("name", least=24)
    qtbot.addWidget(name)
    name.set_text("林若溪")
    assert name.fitted(500)[::2] == (theme.font("name"), 1)
    name.set_text("José Ñáñez Quiroga de los Ríos")
    font, _, lines = name.fitted(500)
    assert (font.pixelSize(), lines) == (52, 2)
    name.set_text(LONG)
    font, line, lines = name.fitted(500)
    assert font.pixelSize() < 52
    assert lines == 2
    assert name.heightForWidth(500) == line * lines


def test_a_hostile_name_keeps_all_its_letters_and_ends(dressed: QApplication, qtbot: QtBot) -> None:
    name = NameText("name", least=24)
    qtbot.addWidget(name)
    name.set_text("字" * 300)
    _, line, lines = name.fitted(500)
    assert lines * 500 // 24 >= 300
    assert name.heightForWidth(500) == line * lines


def test_a_button_is_named_and_takes_the_focus_by_tab_only(dressed: QApplication, qtbot: QtBot) -> None:
    button = Button("Undo last", icon="arrow-u-up-left", key="Ctrl Z")
    qtbot.addWidget(button)
    assert button.accessibleName() == "Undo last"
    assert button.focusPolicy() == Qt.FocusPolicy.TabFocus
    assert button.sizeHint().height() == theme.size("target.button")


def test_a_choice_keeps_its_value_when_its_words_change(dressed: QApplication, qtbot: QtBot) -> None:
    choice = Segmented()
    qtbot.addWidget(choice)
    choice.set_options([("a", "One"), ("b", "Two")])
    assert choice.value() == ""
    choice.choose("b")
    buttons = choice._group.buttons()
    choice.set_options([("a", "一"), ("b", "二")])
    assert choice.value() == "b"
    assert choice._group.buttons() == buttons
    assert buttons[0].text() == "一"
    choice.set_options([("b", "二"), ("c", "三")])
    assert choice.value() == "b"
    choice.set_options([("a", "一"), ("b", "二")])
    with qtbot.waitSignal(choice.chosen) as heard:
        choice._group.button(0).click()
    assert heard.args == ["a"]


def test_a_field_without_chinese_keeps_the_input_method_out(dressed: QApplication, qtbot: QtBot) -> None:
    off, on = TypedLine(ime=False), TypedLine()
    qtbot.addWidget(off)
    qtbot.addWidget(on)
    assert off.inputMethodQuery(Qt.InputMethodQuery.ImEnabled) is False
    assert on.inputMethodQuery(Qt.InputMethodQuery.ImEnabled) is True


def test_the_search_field_reports_typing_enter_arrows_and_escape(dressed: QApplication, qtbot: QtBot) -> None:
    field = SearchField()
    qtbot.addWidget(field)
    heard: list[object] = []
    for signal in (field.edited, field.entered, field.stepped):
        signal.connect(heard.append)
    field.escaped.connect(lambda: heard.append("esc"))
    qtbot.keyClicks(field.line, "oy")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_Escape):
        qtbot.keyClick(field.line, key)
    assert heard == ["o", "oy", 1, -1, "oy", "esc"]


def test_a_click_anywhere_on_the_search_field_is_one_into_its_line(dressed: QApplication, qtbot: QtBot) -> None:
    window = QWidget()
    field, other = SearchField(parent=window), TypedLine(window)
    row = QHBoxLayout(window)
    row.addWidget(field)
    row.addWidget(other)
    qtbot.addWidget(window)
    window.resize(600, 80)
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    for place in (QPoint(20, field.height() // 2), QPoint(field.width() // 2, 3), QPoint(field.width() - 30, 30)):
        other.setFocus()
        clicked = field.childAt(place) or field
        qtbot.mouseClick(clicked, Qt.MouseButton.LeftButton, pos=clicked.mapFrom(field, place))
        assert field.line.hasFocus(), place


def test_a_field_names_its_line_and_says_what_is_wrong(dressed: QApplication, qtbot: QtBot) -> None:
    field = Field("Phone", ime=False)
    qtbot.addWidget(field)
    field.set_hint("Too short", wrong=True)
    assert field.line.accessibleName() == "Phone"
    assert field.line.accessibleDescription() == "Too short"


def test_the_undo_bar_goes_when_it_was_used(dressed: QApplication, qtbot: QtBot) -> None:
    bar = UndoBar()
    qtbot.addWidget(bar)
    bar.offer("Checked in", "Undo")
    with qtbot.waitSignal(bar.undone):
        bar._button.click()
    assert not bar.isVisible()


def test_a_note_is_shown_only_where_there_is_one(dressed: QApplication, qtbot: QtBot) -> None:
    note = Note()
    qtbot.addWidget(note)
    note.set_note("Give a receiver")
    assert not note.isHidden()
    note.set_note("")
    assert note.isHidden()


def test_a_card_shows_no_more_facts_than_it_has(dressed: QApplication, qtbot: QtBot) -> None:
    card = PersonCard()
    qtbot.addWidget(card)
    card.show_person(PersonView("A", facts=(FactRow("From", "x"), FactRow("Visit", "Route 3", "3-2"))))
    card.show_person(PersonView("B", facts=(FactRow("From", "y"),)))
    shown = [row for row in card._facts._rows if not row[0].isHidden()]
    assert len(shown) == 1


def test_the_bar_is_as_wide_as_the_licensed_seats(dressed: QApplication, qtbot: QtBot) -> None:
    bar = chips.OccupancyBar(chips.Occupancy(aboard=20, expected=10, reserved=10, licensed=50))
    qtbot.addWidget(bar)
    bar.resize(500, 20)
    aboard, expected, reserved = chips._spans(bar.rect(), bar.layoutDirection(), bar._occupancy)
    assert (aboard.width(), expected.width(), reserved.width()) == (200, 100, 100)
    bar.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert chips._spans(bar.rect(), bar.layoutDirection(), bar._occupancy)[0].right() == 499


def test_an_overfull_bus_does_not_overflow_its_bar(dressed: QApplication, qtbot: QtBot) -> None:
    bar = chips.OccupancyBar(chips.Occupancy(aboard=90, expected=10, reserved=10, licensed=50))
    qtbot.addWidget(bar)
    bar.resize(500, 20)
    spans = chips._spans(bar.rect(), bar.layoutDirection(), bar._occupancy)
    assert all(bar.rect().contains(span) or span.isEmpty() for span in spans)


def test_every_icon_is_drawable_and_mirrors_only_if_it_points(dressed: QApplication) -> None:
    for file in (theme.RESOURCES / "icons").glob("*.svg"):
        plain = icons.pixmap(file.stem, "#000000", 48).toImage()
        turned = icons.pixmap(file.stem, "#000000", 48, mirrored=True).toImage()
        assert any(plain.pixelColor(x, y).alpha() for x in range(48) for y in range(48)), file.stem
        assert (plain != turned) <= (file.stem in icons.DIRECTIONAL), file.stem


def test_rows_of_text_break_at_words_and_lose_none(dressed: QApplication) -> None:
    lines = paint.lines_of("Call the supervisor at once", theme.font("button"), 120, most=2)
    assert len(lines) == 2
    assert " ".join(lines) == "Call the supervisor at once"


def test_a_mouse_press_on_a_button_leaves_the_focus_where_it_was(dressed: QApplication, qtbot: QtBot) -> None:
    field, button = SearchField(), Button("x")
    for each in (field, button):
        qtbot.addWidget(each)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert not button.hasFocus()


def test_every_verdict_has_an_edge_of_its_own(panel: VerdictPanel) -> None:
    edges = {}
    for verdict in (Verdict.GO, Verdict.AGAIN, Verdict.ASK, Verdict.STOP, Verdict.UNREADABLE):
        panel.show_verdict(VerdictView(verdict, "W"), gap=False)
        image = panel.grab().toImage()
        fill = tone(verdict).fill
        top = [image.pixelColor(x, 8) != fill for x in range(100, 760)]
        frame = [image.pixelColor(x, 2) != fill for x in range(100, 760)]
        inner = [image.pixelColor(x, 14) != fill for x in range(100, 760)]
        edges[verdict] = (any(top) and not all(top), all(frame), all(inner))
    assert edges == {
        Verdict.GO: (False, False, False),
        Verdict.AGAIN: (False, True, False),
        Verdict.ASK: (True, False, False),
        Verdict.STOP: (False, False, True),
        Verdict.UNREADABLE: (True, False, False),
    }


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("reason", list(ANSWERS))
def test_no_answer_loses_a_letter_in_the_narrowest_window_and_short_ones_stay_whole(
    panel: VerdictPanel, language: str, reason: Reason
) -> None:
    words.speak(language)
    panel.set_style(panel_style(theme.Layout.NARROW))
    panel.resize(588, 304)
    labels = tuple(words.answer(answer) for answer in ANSWERS[reason])
    panel.show_verdict(VerdictView(Verdict.ASK, "W", answers=labels), gap=False)
    for button in panel._buttons[: len(labels)]:
        room = button.room()
        font = paint.fitting(button.text(), "buttonLarge", room, least=16)
        lines = paint.lines_of(button.text(), font, room, most=2)
        assert all(paint.width_of(line, font) <= room for line in lines), button.text()
        assert len(lines) == 1 or len(button.text()) > 10


def test_the_focus_ring_outlives_the_button_it_stood_around(dressed: QApplication, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    first, second = Button("first", parent=window), Button("second", parent=window)
    column.addWidget(first)
    column.addWidget(second)
    ring = FocusRing(window)
    window.show()
    first.setFocus()
    qtbot.waitUntil(ring.isVisible)
    shiboken6.delete(first)
    ring._follow(None, second)
    assert ring._around is second


def test_numbers_of_a_fraction_are_spoken_and_fit(dressed: QApplication, qtbot: QtBot) -> None:
    fraction = Fraction("figureDoor", "figure")
    qtbot.addWidget(fraction)
    fraction.set_numbers("31", "35", "aboard")
    assert fraction.accessibleName() == "31 / 35 aboard"
    small = fraction.sizeHint()
    fraction.set_numbers("131", "135", "aboard")
    assert fraction.sizeHint().width() > small.width()


def test_tab_reaches_choices_made_late_where_they_stand(dressed: QApplication, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    first, choices, last = Button("first"), Segmented(), Button("last")
    for widget in (first, choices, last):
        column.addWidget(widget)
    choices.set_options([("a", "A"), ("b", "B")])
    window.show()
    reached = []
    widget: QWidget = first
    while widget is not last and len(reached) < 9:
        widget = widget.nextInFocusChain()
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            reached.append(widget.accessibleName())
    assert reached == ["A", "B", "last"]


def test_the_lines_between_steps_give_way_before_a_word_is_cut(qtbot: QtBot) -> None:
    steps = chips.PrintSteps()
    qtbot.addWidget(steps)
    steps.set_steps(
        [
            ("Language", chips.Step.DONE),
            ("Event", chips.Step.DONE),
            ("Name", chips.Step.NOW),
            ("Devices", chips.Step.NEXT),
        ]
    )
    for width in (steps.minimumSizeHint().width(), steps.sizeHint().width()):
        steps.resize(width, 32)
        assert steps._bare_width() + 3 * steps._joint() == width
    assert steps.minimumSizeHint().width() < steps.sizeHint().width()
