"""The editor on screen: by mouse and by keys, with printing that answers late, files, and what is left unsaved."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from layout_templates import CHANGED, FLAWS, FULL, HARD_NAMES, OF_VARIANTS, OFFER
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from template_designs import BACK, BADGE, BUS, CODE, NAMES, NoFiles, face_png, many

from checkin_app.domain.badge_sheets import Fold, Grid
from checkin_app.domain.changes import Changed
from checkin_app.domain.problems import TemplateInvalid, TextDoesNotFit
from checkin_app.domain.problems_printing import TemplateUnfit
from checkin_app.domain.programme import ForumSet, TemplateRemoved
from checkin_app.runtime.lanes import Done, Troubled
from checkin_app.ui import theme, words
from checkin_app.ui.kit import bidi
from checkin_app.ui.shell.template_actions import Flaw, Keeping, Looked
from checkin_app.ui.template_areas import Area, Handle
from checkin_app.ui.template_design import CATEGORY, Face, Kind, Shown, Step, is_name, name_from
from checkin_app.ui.template_editor.doings import Doing, Pane
from checkin_app.ui.template_editor.screen import EditorScreen

Key, Modifier = Qt.Key, Qt.KeyboardModifier
SEEN = Looked((face_png(BADGE), face_png(BADGE)))


@pytest.fixture
def files() -> NoFiles:
    return NoFiles()


@pytest.fixture
def screen(dressed: QApplication, qtbot: QtBot, remembering: Any, telling: words.Telling, files: Any) -> EditorScreen:
    remembering.replies |= {
        "template_offer": OFFER,
        "hard_names": HARD_NAMES,
        "open_template": BADGE,
        "try_template": SEEN,
    }
    made = EditorScreen(remembering.actions, telling, files)
    made.retranslate()
    made.set_layout(theme.Layout.COMPACT)
    qtbot.addWidget(made)
    made.resize(1280, 700)
    made.show()
    made.shown()
    return made


def choose(screen: EditorScreen, id_: str) -> None:
    screen.panel.canvas.chosen.emit(id_)


def press(screen: EditorScreen, key: Key, modifiers: Modifier = Modifier.NoModifier) -> None:
    QTest.keyClick(screen.panel.canvas, key, modifiers)


def box(screen: EditorScreen, id_: str) -> Area:
    element = screen._state.design.element(id_)
    assert element is not None
    return element.box


def at(screen: EditorScreen, x: float, y: float) -> QPoint:
    return screen.panel.canvas.place(Area(x, y, 0, 0)).topLeft().toPoint()


def drag(screen: EditorScreen, start: QPoint, *way: QPoint, release: bool = True) -> None:
    canvas = screen.panel.canvas
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    for each in way:
        event = QMouseEvent(
            QEvent.Type.MouseMove, QPointF(each), QPointF(canvas.mapToGlobal(each)),
            Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton, Modifier.NoModifier,
        )  # fmt: skip
        QApplication.sendEvent(canvas, event)
    if release:
        QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=way[-1] if way else start)


def rows(model: Any) -> list[str]:
    return [bidi.plain(str(model.data(model.index(place)))) for place in range(model.rowCount())]


def test_the_template_in_use_is_opened_and_tried_with_the_hardest_names(screen: EditorScreen, remembering: Any) -> None:
    assert remembering.named("open_template") == [("a6",)]
    tried = remembering.named("try_template")[-1][0]
    assert tried.design == BADGE
    assert tried.others == tuple(each.delegate for each in HARD_NAMES)
    assert tried.who == HARD_NAMES[0].delegate
    assert (tried.dpi, tried.paper) == (300, False)
    assert rows(screen.panel.elements)[0].startswith("Coloured area · 105 × 22 mm · at 0, 0")
    assert screen.panel.canvas.hasFocus() or not screen.isActiveWindow()


def test_an_element_is_moved_by_dragging_it_and_that_is_one_step(screen: EditorScreen) -> None:
    choose(screen, BUS.id)
    start = at(screen, 70, 110)
    drag(screen, start, start + QPoint(9, 0), start + QPoint(20, -30), start + QPoint(-40, -60))
    moved = box(screen, BUS.id)
    assert (moved.width, moved.height) == (BUS.box.width, BUS.box.height)
    assert moved.left < BUS.box.left
    assert moved.top < BUS.box.top
    assert screen.takes_undo()
    assert screen._state.design == BADGE


def test_an_element_is_resized_at_a_handle_that_is_as_large_as_a_finger_needs(screen: EditorScreen) -> None:
    choose(screen, BUS.id)
    corner = at(screen, BUS.box.right, BUS.box.bottom) + QPoint(theme.size("target.min") // 2 - 2, 4)
    drag(screen, corner, corner + QPoint(-20, -20), corner + QPoint(-60, -60))
    made = box(screen, BUS.id)
    assert (made.left, made.top) == (BUS.box.left, BUS.box.top)
    assert made.width < BUS.box.width
    assert made.height < BUS.box.height


def test_what_is_dragged_far_outside_stays_on_the_page(screen: EditorScreen) -> None:
    choose(screen, NAMES.id)
    start = at(screen, 50, 60)
    drag(screen, start, QPoint(-3000, -3000), QPoint(9000, 9000))
    made = box(screen, NAMES.id)
    assert made.right <= 105.01
    assert made.bottom <= 148.01


def test_a_shaking_hand_moves_nothing_and_a_double_click_chooses_once(screen: EditorScreen) -> None:
    start = at(screen, 70, 110)
    drag(screen, start, start + QPoint(2, 1))
    assert screen._state.design == BADGE
    assert screen._state.chosen == BUS.id
    QTest.mouseDClick(screen.panel.canvas, Qt.MouseButton.LeftButton, pos=start)
    assert screen._state.chosen == BUS.id
    assert screen._state.grip is None


def test_escape_and_hiding_put_back_what_is_in_the_hand(screen: EditorScreen, qtbot: QtBot) -> None:
    choose(screen, BUS.id)
    start = at(screen, 70, 110)
    drag(screen, start, start + QPoint(30, 30), release=False)
    assert screen._state.design != BADGE
    with qtbot.assertNotEmitted(screen.left):
        press(screen, Key.Key_Escape)
    assert screen._state.design == BADGE
    drag(screen, start, start + QPoint(30, 30), release=False)
    screen.hide()
    assert screen._state.design == BADGE
    assert screen._state.grip is None


def test_everything_is_done_by_keys(screen: EditorScreen) -> None:
    choose(screen, BUS.id)
    press(screen, Key.Key_Left)
    assert box(screen, BUS.id).left == pytest.approx(BUS.box.left - 0.5)
    press(screen, Key.Key_Up, Modifier.ShiftModifier)
    assert box(screen, BUS.id).top == pytest.approx(BUS.box.top - 5)
    press(screen, Key.Key_Right, Modifier.AltModifier)
    assert box(screen, BUS.id).width == pytest.approx(BUS.box.width + 0.5)
    press(screen, Key.Key_Down, Modifier.AltModifier | Modifier.ShiftModifier)
    assert box(screen, BUS.id).height == pytest.approx(BUS.box.height + 5)
    press(screen, Key.Key_D, Modifier.ControlModifier)
    twin = screen._state.chosen
    assert twin != BUS.id
    press(screen, Key.Key_Delete)
    assert screen._state.design.element(twin) is None
    QTest.keyClick(screen, Key.Key_Y, Modifier.ControlModifier)
    while screen._state.steps.past:
        screen.takes_undo()
    assert screen._state.design == BADGE
    QTest.keyClick(screen, Key.Key_Y, Modifier.ControlModifier)
    assert screen._state.design != BADGE


def test_tab_goes_through_the_elements_and_on_to_what_follows_the_page(screen: EditorScreen, qtbot: QtBot) -> None:
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    canvas = screen.panel.canvas
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    seen = []
    for _ in range(6):
        if not canvas.hasFocus():
            break
        seen.append(screen._state.chosen)
        QTest.keyClick(canvas, Key.Key_Tab)
    assert [each for each in seen if each] == ["band-1", "names", "code", "bus"]
    assert not canvas.hasFocus()
    assert bidi.plain(canvas.accessibleDescription()).startswith("Bus · 51.8 × 34 mm · at 46, 92")


def test_keys_before_anything_is_open_do_nothing(
    dressed: QApplication, qtbot: QtBot, remembering: Any, telling: words.Telling
) -> None:
    made = EditorScreen(remembering.actions, telling, NoFiles())  # type: ignore[arg-type]  # asks in the same way
    qtbot.addWidget(made)
    made.show()
    made.shown()
    for key in (Key.Key_Left, Key.Key_Delete, Key.Key_Tab):
        press(made, key)
    for key in (Key.Key_Y, Key.Key_D, Key.Key_S):
        QTest.keyClick(made, key, Modifier.ControlModifier)
    drag(made, QPoint(50, 50), QPoint(90, 90))
    assert made.takes_undo()
    assert not made._state.is_open


def test_the_last_answer_of_printing_wins_and_only_one_question_is_under_way(
    screen: EditorScreen, remembering: Any
) -> None:
    answers: list[Callable[[Any], None]] = []
    object.__setattr__(
        screen._actions, "try_template", lambda trial, reply: answers.append(lambda seen: reply(Done(seen)))
    )
    choose(screen, BUS.id)
    for _ in range(5):
        press(screen, Key.Key_Left)
    assert len(answers) == 1, "what changes meanwhile is asked once that is answered"
    answers[0](Looked((), FLAWS))
    assert len(answers) == 2
    assert len(screen._state.flaws) == len(FLAWS)
    answers[1](Looked(()))
    assert not screen._state.flaws
    assert len(answers) == 2
    assert screen._state.looked_at == screen._state.design


def test_a_problem_that_is_pressed_chooses_its_element_and_whose_badge_has_it(
    screen: EditorScreen, remembering: Any
) -> None:
    remembering.replies["try_template"] = Looked((), FLAWS)
    choose(screen, BUS.id)
    press(screen, Key.Key_Left)
    said = rows(screen.panel.results)
    assert len(said) == len(FLAWS), "whoever has a problem is listed with it and not twice"
    screen.panel.result_chosen.emit(1)
    assert screen._state.chosen == CODE.id
    assert screen._state.who == HARD_NAMES[1].delegate
    assert remembering.named("try_template")[-1][0].who == HARD_NAMES[1].delegate


def test_what_is_typed_beside_the_page_is_taken_where_it_can_be_and_said_where_not(screen: EditorScreen) -> None:
    choose(screen, NAMES.id)
    looks = screen.panel.looks
    looks.box["left"].line.setText("12,5")
    looks.box["left"].line.editingFinished.emit()
    assert box(screen, NAMES.id).left == 12.5
    looks.box["top"].line.setText("high up")
    looks.box["top"].line.editingFinished.emit()
    assert box(screen, NAMES.id).top == NAMES.box.top
    assert looks.box["top"]._hint.text() == "A length in mm"
    looks.steps.line.setText("30, 22 × 2; 12x3")
    looks.steps.line.editingFinished.emit()
    assert screen._state.look is not None
    assert screen._state.look.steps == (Step(30, 1), Step(22, 2), Step(12, 3))
    for wrong in ("", "300", "3", "20 x 9", "large", "20,,10", "1e3"):
        looks.steps.line.setText(wrong)
        looks.steps.line.editingFinished.emit()
        assert screen._state.look.steps == (Step(30, 1), Step(22, 2), Step(12, 3)), wrong
    looks.ink.own.line.setText("#12a4C8")
    looks.ink.own.line.editingFinished.emit()
    assert screen._state.look is not None
    assert screen._state.look.ink == "#12a4C8"
    looks.ink.menu.activated.emit(0)
    assert screen._state.look.ink == CATEGORY


def test_a_text_is_added_turned_into_another_and_taken_away(screen: EditorScreen) -> None:
    choose(screen, BUS.id)
    looks = screen.panel.looks
    looks.more.click()
    assert screen._state.look is not None
    assert (screen._state.text, screen._state.look.shows) == (1, Shown.NAME)
    looks.shows.activated.emit(tuple(Shown).index(Shown.ROUTE))
    assert screen._state.element is not None
    assert [each.shows for each in screen._state.element.texts or ()] == [Shown.BUS, Shown.ROUTE]
    looks.less.click()
    looks.less.click()
    assert screen._state.element.texts == ()
    assert not looks.steps.isVisible()
    looks.more.click()
    assert screen._state.look is not None


def test_the_page_is_what_is_set_where_nothing_is_chosen(screen: EditorScreen) -> None:
    looks = screen.panel.looks
    screen.panel.pane_chosen.emit(Pane.LOOKS)
    looks.box["width"].line.setText("90")
    looks.box["width"].line.editingFinished.emit()
    assert screen._state.design.page == (90, 148)
    assert not looks.box["left"].isVisible()


def type_into(field: Any, text: str) -> None:
    field.line.setText(text)
    field.line.editingFinished.emit()


def test_a_badge_is_folded_and_put_on_sheets_and_what_comes_out_is_seen(screen: EditorScreen, remembering: Any) -> None:
    paper = screen.panel.looks.page.paper
    screen.panel.pane_chosen.emit(Pane.LOOKS)
    assert screen._words.view(screen._state).faces == (("front", "Front"), ("back", "Reverse"))
    assert not paper.sides["width"].isVisible()
    paper.folds.activated.emit(1)
    assert screen._state.design.fold is Fold.TOP
    paper.sheets.activated.emit(1)
    assert screen._state.design.sheet == (210, 297)
    assert paper.grid["columns"].text() == "2"
    assert paper.sides["height"].isVisible()
    type_into(paper.sides["height"], "330")
    before = screen._state.design.grid
    for none in ("00051", "0001" + "9" * 5000):
        type_into(paper.grid["columns"], none)
        assert screen._state.design.grid == before
    type_into(paper.grid["columns"], "1")
    type_into(paper.grid["left"], "12,5")
    assert screen._state.design.grid == Grid(columns=1, rows=1, left=12.5, top=17)
    assert paper.freely.isVisible()
    assert remembering.named("try_template")[-1][0].paper, "what is changed is seen"
    screen.panel.faces.chosen.emit("front")
    assert not remembering.named("try_template")[-1][0].paper
    screen.panel.faces.chosen.emit("paper")
    assert remembering.named("try_template")[-1][0].paper
    assert not screen._state.pictures, "a face is no sheet"
    remembering.replies["try_template"] = Looked((face_png(BADGE),), paper=True)
    paper.freely.click()
    assert screen._state.design.grid is None
    assert screen._state.pictures
    drag(screen, QPoint(300, 300), QPoint(350, 350))
    assert screen._state.paper == (210, 330), "nothing is moved on it"
    while screen._state.steps.past:
        screen.takes_undo()
    assert screen._state.design == BADGE
    assert not screen.panel.words.view(screen._state).faces[2:]


def test_what_has_no_room_on_a_sheet_is_said_and_what_was_typed_wrongly_beside_it(screen: EditorScreen) -> None:
    paper = screen.panel.looks.page.paper
    screen.panel.pane_chosen.emit(Pane.LOOKS)
    paper.folds.activated.emit(2)
    paper.sheets.activated.emit(1)
    held = screen._state.design
    type_into(paper.grid["columns"], "7")
    assert screen._state.design == held
    assert "no room for so many" in screen._words.view(screen._state).note
    for wrong in ("", "0", "51", "two", "1.5", "³"):
        type_into(paper.grid["rows"], wrong)
        assert screen._state.design == held
        assert paper.grid["rows"]._hint.text() == "A number from 1 to 50", wrong
    paper.folds.activated.emit(0)
    assert "choose a fold for the back first" in screen._words.view(screen._state).note
    assert screen._state.design == held


def test_a_category_is_given_another_template_or_one_more_like_this(
    screen: EditorScreen, remembering: Any, qtbot: QtBot
) -> None:
    variants = screen.panel.looks.page.variants
    screen.panel.pane_chosen.emit(Pane.LOOKS)
    variants.categories.activated.emit(1)
    guests = screen._state.categories[1].id
    assert [bidi.plain(variants.variants.itemText(each)) for each in range(variants.variants.count())] == [
        "Drawn by this one", "Drawn by zweiseitig-vip",
    ]  # fmt: skip
    variants.variants.activated.emit(1)
    assert dict(screen._state.design.variants) == {guests: "zweiseitig-vip"}
    assert "zweiseitig-vip" in variants.categories.currentText()
    variants.doing[Doing.OPEN_VARIANT].click()
    assert screen._state.asking, "what was changed is not left without a word"
    screen.panel.doing[Doing.DISCARD].click()
    assert screen._state.name == "zweiseitig-vip"
    assert "stands in for a6, label80" in bidi.plain(screen._words.view(screen._state).line)
    screen._opening.open("a6")
    variants.doing[Doing.NEW_VARIANT].click()
    assert not variants.doing[Doing.NEW_VARIANT].isHidden(), "nothing jumps under a hand that clicks twice"
    variants.doing[Doing.NEW_VARIANT].click()
    assert remembering.named("keep_template") == [(Keeping(f"a6-{guests}", BADGE, "a6"),)], "once, however often"
    remembering.waiting["keep_template"](Done(CHANGED))
    assert dict(screen._state.design.variants) == {guests: f"a6-{guests}"}
    assert "Every laptop has the template" in screen._state.note
    assert screen._state.is_changed, "that it stands in is kept with this one"


def test_one_more_that_is_refused_stands_in_for_nothing(screen: EditorScreen, remembering: Any) -> None:
    remembering.replies["keep_template"] = Troubled(TemplateUnfit(file="a6", count=2))
    screen.panel.looks.page.variants.doing[Doing.NEW_VARIANT].click()
    assert screen._state.wrong
    assert not screen._state.design.variants


def test_what_is_wrong_is_said_of_its_variant_and_of_the_printer_by_its_name(
    screen: EditorScreen, remembering: Any
) -> None:
    remembering.replies["try_template"] = Looked((), OF_VARIANTS)
    screen.panel.aims.activated.emit(1)
    assert remembering.named("try_template")[-1][0].dpi == 203
    said = rows(screen.panel.results)
    assert "zweiseitig-vip" in said[0]
    assert said[1].startswith("Does not fit · zweiseitig-vip")
    assert said[2].endswith("Code · Label")


def test_a_problem_on_the_reverse_says_so_and_pressing_it_turns_the_badge(
    screen: EditorScreen, remembering: Any
) -> None:
    remembering.replies["try_template"] = Looked((), (Flaw(BACK.id, TextDoesNotFit(text="x")),))
    screen.panel.aims.activated.emit(1)
    assert rows(screen.panel.results)[0].endswith("Line · Reverse")
    screen.panel.result_chosen.emit(0)
    assert (screen._state.face, screen._state.chosen) == (Face.BACK, BACK.id)


def test_elements_are_added_put_in_order_and_turned_to_the_back(screen: EditorScreen) -> None:
    screen.panel.add.activated.emit(1)
    assert screen._state.element is not None
    assert screen._state.element.kind is Kind.TEXT
    screen.panel.element_moved.emit((4, 0))
    assert screen._state.design.elements[0].id == screen._state.chosen
    screen.panel.change.activated.emit(1)
    assert screen._state.row == 1
    screen.panel.face_chosen.emit(Face.BACK)
    assert len(rows(screen.panel.elements)) == 1
    choose(screen, BACK.id)
    screen.panel.change.activated.emit(screen.panel.change.count() - 1)
    assert rows(screen.panel.elements) == []


def test_a_picture_comes_from_its_file(screen: EditorScreen, remembering: Any, files: Any) -> None:
    files.file = Path("logo.png")
    remembering.replies["read_picture"] = "aGVsbG8="
    screen.panel.kind_chosen.emit(Kind.PICTURE)
    assert screen._state.element is not None
    assert (screen._state.element.kind, screen._state.element.image) == (Kind.PICTURE, "aGVsbG8=")
    remembering.replies["read_picture"] = "b3RoZXI="
    screen.panel.looks.picture.click()
    assert screen._state.element.image == "b3RoZXI="


def test_what_was_changed_is_not_left_without_a_word(
    screen: EditorScreen, remembering: Any, files: Any, qtbot: QtBot
) -> None:
    choose(screen, BUS.id)
    press(screen, Key.Key_Left)
    with qtbot.assertNotEmitted(screen.asked_for):
        screen.panel.doing[Doing.BACK].click()
    assert screen.panel.doing[Doing.DISCARD].isVisible()
    screen.panel.template_chosen.emit(1)
    assert remembering.named("open_template") == [("a6",)], "another template is as good as leaving"
    press(screen, Key.Key_Left)
    assert not screen.panel.doing[Doing.DISCARD].isVisible(), "whoever goes on has answered"
    files.file = Path("mine.toml")
    remembering.replies["save_template"] = Path("mine.toml")
    screen.panel.doing[Doing.SAVE_FILE].click()
    assert remembering.named("save_template")[-1][:2] == ("a6", screen._state.design)
    with qtbot.waitSignal(screen.asked_for):
        screen.panel.doing[Doing.BACK].click()


def test_what_is_dropped_is_as_it_was_and_scanning_keeps_what_was_changed(screen: EditorScreen, qtbot: QtBot) -> None:
    choose(screen, BUS.id)
    press(screen, Key.Key_Left)
    with qtbot.waitSignal(screen.left):
        press(screen, Key.Key_Escape)
    screen.shown()
    assert screen._state.is_changed, "Esc goes to scanning, and the draft waits"
    screen.panel.doing[Doing.BACK].click()
    with qtbot.waitSignal(screen.asked_for):
        screen.panel.doing[Doing.DISCARD].click()
    assert screen._state.design == BADGE


def test_ctrl_s_keeps_it_for_every_laptop_and_it_can_be_left_then(
    screen: EditorScreen, remembering: Any, qtbot: QtBot
) -> None:
    choose(screen, BUS.id)
    press(screen, Key.Key_Left)
    assert "changed, not kept" in screen._words.view(screen._state).line
    press(screen, Key.Key_S, Modifier.ControlModifier)
    press(screen, Key.Key_S, Modifier.ControlModifier)
    assert remembering.named("keep_template") == [(Keeping("a6", screen._state.design, "a6"),)], "once, however often"
    remembering.waiting["keep_template"](Done(CHANGED))
    assert not screen._state.is_changed
    assert "on every laptop" in screen._words.view(screen._state).line
    assert "Every laptop has the template" in screen._state.note
    with qtbot.waitSignal(screen.asked_for):
        screen.panel.doing[Doing.BACK].click()


def test_what_is_refused_stays_as_it_is_and_what_is_wrong_with_it_is_in_sight(
    screen: EditorScreen, remembering: Any
) -> None:
    choose(screen, BUS.id)
    press(screen, Key.Key_Left)
    remembering.replies["keep_template"] = Troubled(TemplateUnfit(file="a6", count=2))
    screen.panel.doing[Doing.KEEP].click()
    assert screen._state.wrong
    assert screen._state.pane is Pane.RESULTS
    assert screen._state.is_changed


def test_keeping_is_an_answer_to_what_becomes_of_it_and_what_was_changed_meanwhile_is_asked_about(
    screen: EditorScreen, remembering: Any, qtbot: QtBot
) -> None:
    choose(screen, BUS.id)
    press(screen, Key.Key_Left)
    screen.panel.doing[Doing.BACK].click()
    screen.panel.doing[Doing.KEEP].click()
    press(screen, Key.Key_Left)
    with qtbot.assertNotEmitted(screen.asked_for):
        remembering.waiting["keep_template"](Done(CHANGED))
    assert screen._state.asking
    screen.panel.doing[Doing.KEEP].click()
    with qtbot.waitSignal(screen.asked_for):
        remembering.waiting["keep_template"](Done(CHANGED))


def test_closing_the_window_asks_what_becomes_of_it(screen: EditorScreen, remembering: Any, qtbot: QtBot) -> None:
    assert not screen.keeps_open()
    choose(screen, BUS.id)
    press(screen, Key.Key_Left)
    assert screen.keeps_open()
    assert screen.panel.doing[Doing.DISCARD].isVisible()
    with qtbot.assertNotEmitted(screen.settled):
        screen.panel.doing[Doing.STAY].click()
    assert not screen.panel.doing[Doing.DISCARD].isVisible()
    assert screen.keeps_open(), "it is asked each time"
    remembering.replies["keep_template"] = CHANGED
    with qtbot.waitSignal(screen.settled):
        screen.panel.doing[Doing.KEEP].click()
    assert not screen.keeps_open()
    choose(screen, BUS.id)
    press(screen, Key.Key_Left)
    assert screen.keeps_open()
    with qtbot.waitSignal(screen.settled):
        screen.panel.doing[Doing.DISCARD].click()
    assert not screen.keeps_open()


def test_who_went_back_and_stayed_does_not_close_the_window(screen: EditorScreen, qtbot: QtBot) -> None:
    choose(screen, BUS.id)
    press(screen, Key.Key_Left)
    screen.keeps_open()
    screen.panel.doing[Doing.STAY].click()
    screen.panel.doing[Doing.BACK].click()
    with qtbot.assertNotEmitted(screen.settled), qtbot.waitSignal(screen.asked_for):
        screen.panel.doing[Doing.DISCARD].click()


def test_the_forum_is_told_by_which_template_badges_are_drawn_and_that_is_taken_back(
    screen: EditorScreen, remembering: Any
) -> None:
    remembering.replies |= {"change": CHANGED, "take_back": CHANGED}
    screen.panel.template_chosen.emit(2)
    assert screen._state.name == "zweiseitig-vip"
    assert {Doing.USE, Doing.WITHDRAW} <= screen._state.ready
    forum = screen.panel.looks.page.forum
    screen.panel.pane_chosen.emit(Pane.LOOKS)
    assert not forum[Doing.TAKE_BACK].isVisible()
    forum[Doing.USE].click()
    assert remembering.named("change") == [(ForumSet(badge_template="zweiseitig-vip"),)]
    forum[Doing.TAKE_BACK].click()
    assert remembering.named("take_back") == [(CHANGED,)]
    assert Doing.TAKE_BACK not in screen._state.ready
    forum[Doing.WITHDRAW].click()
    assert remembering.named("change")[-1] == (TemplateRemoved("zweiseitig-vip"),)


def test_a_template_that_another_laptop_changed_is_shown_unless_it_is_being_changed_here(
    screen: EditorScreen, remembering: Any
) -> None:
    remembering.replies["open_template"] = FULL
    screen.stale(frozenset({Changed.FORUM}))
    assert (screen._state.design, screen._state.is_changed) == (FULL, False)
    choose(screen, BUS.id)
    press(screen, Key.Key_Left)
    mine = screen._state.design
    remembering.replies["open_template"] = BADGE
    screen.stale(frozenset({Changed.FORUM}))
    assert (screen._state.design, screen._state.is_changed) == (mine, True)


def test_a_template_is_called_otherwise_and_never_as_another_one(screen: EditorScreen, remembering: Any) -> None:
    name = screen.panel.looks.page.name
    screen.panel.pane_chosen.emit(Pane.LOOKS)
    for wrong in ("label80", "VIP card", "x", ""):
        name.set_text(wrong)
        name.line.editingFinished.emit()
        assert screen._state.name == "a6"
    name.set_text("vip-card")
    name.line.editingFinished.emit()
    assert screen._state.is_changed, "it stands nowhere under that name"
    screen.panel.doing[Doing.KEEP].click()
    assert remembering.named("keep_template") == [(Keeping("vip-card", BADGE, "a6"),)]
    remembering.waiting["keep_template"](Done(CHANGED))
    assert screen._state.offered[screen._state.template] == "vip-card"


@pytest.mark.parametrize(
    ("text", "name"),
    [("VIP Card (2)", "vip-card-2"), ("Présidence", "presidence"), ("胸牌", "badge"), ("8x", "badge-8x")],
)
def test_what_a_file_is_called_becomes_a_name_that_a_forum_can_have(text: str, name: str) -> None:
    assert name_from(text) == name
    assert is_name(name)


def test_a_file_that_is_no_template_is_said_and_what_was_open_stays(
    screen: EditorScreen, remembering: Any, files: Any
) -> None:
    files.file = Path("wrong.toml")
    remembering.replies["read_template"] = Troubled(
        TemplateInvalid(file="wrong.toml", line=3, expected="TOML", found="?")
    )
    screen.panel.doing[Doing.OPEN_FILE].click()
    assert "wrong.toml" in bidi.plain(screen._state.note)
    assert screen._state.wrong
    assert screen._state.design == BADGE
    remembering.replies["read_template"] = FULL
    screen.panel.doing[Doing.OPEN_FILE].click()
    assert (screen._state.name, screen._state.design) == ("wrong", FULL)
    assert screen._state.is_changed, "it stands nowhere but in that file"


def test_names_are_looked_for_anew_once_the_list_has_changed(screen: EditorScreen, remembering: Any) -> None:
    screen.shown()
    assert len(remembering.named("hard_names")) == 1
    screen.stale(frozenset({Changed.DELEGATES}))
    screen.shown()
    assert len(remembering.named("hard_names")) == 2


def test_five_hundred_elements_follow_the_hand_at_once(screen: EditorScreen, remembering: Any, qtbot: QtBot) -> None:
    remembering.replies["open_template"] = many(499)
    screen._opening.open("many")
    choose(screen, "b250")
    handle = at(screen, *Handle.BOTTOM_RIGHT.of(box(screen, "b250")))
    drag(screen, handle, handle + QPoint(20, 20), handle + QPoint(30, 30))
    assert box(screen, "b250").width > 4
    assert len(rows(screen.panel.elements)) == 500
