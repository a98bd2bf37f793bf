"""The drawing's tokens: what they promise, measured again."""

import re
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from checkin_app.runtime.settings import TEXT_SIZES
from checkin_app.ui import theme
from checkin_app.ui.head_count.souls import SoulTile
from checkin_app.ui.kit.buttons import Button
from checkin_app.ui.kit.held import HeldButton
from checkin_app.ui.kit.lists import list_view, mark
from checkin_app.ui.kit.row_model import RowModel
from checkin_app.ui.kit.rows import RowDelegate, RowView
from checkin_app.ui.theme import Layout, ThemeName

THEMES = [ThemeName.LIGHT, ThemeName.DARK, ThemeName.SUNLIGHT]
GROUNDS = ("window", "surface")
MEASURED: dict[str, Any] = theme.tokens()["measured"]


def luminance(color: QColor) -> float:
    """WCAG 2.2, relative luminance."""
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in color.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def pairs(kind: str) -> list[tuple[ThemeName, str, str, float]]:
    return [(name, *pair.split(" on "), value) for name in THEMES for pair, value in MEASURED[kind][name.value].items()]


@pytest.mark.parametrize(("name", "ink", "ground", "value"), pairs("contrast"))
def test_texts_keep_their_contrast(name: ThemeName, ink: str, ground: str, value: float) -> None:
    measured = contrast(theme.theme(name).color(ink), theme.theme(name).color(ground))
    assert measured == pytest.approx(value, abs=0.02)
    verdict = ink.startswith("verdict.")
    assert measured >= (MEASURED["verdictMinimum"] if verdict else MEASURED["textMinimum"])


#: Where an ink is named for a label, which stands on a plain ground.
_NAMED, _INK = re.compile(r"Label\(|set_ink\(|\bink ?= ?"), re.compile(r'"((?:ink(?!\.rail)|state|trouble)\.[\w.]+)"')


def label_inks() -> set[str]:
    files = [each for each in Path(theme.__file__).parent.rglob("*.py") if each.name not in {"chips.py", "theme.py"}]
    lines = [line for each in files for line in each.read_text("utf-8").splitlines() if _NAMED.search(line)]
    return {ink for line in lines for ink in _INK.findall(line)}


@pytest.mark.parametrize("name", THEMES)
def test_every_ink_that_a_label_has_reads_on_a_plain_ground(name: ThemeName) -> None:
    chosen, inks = theme.theme(name), label_inks()
    assert "trouble.ink" in inks
    least = {ink: min(contrast(chosen.color(ink), chosen.color(f"bg.{each}")) for each in GROUNDS) for ink in inks}
    assert not {ink: value for ink, value in least.items() if value < MEASURED["textMinimum"]}


def test_the_row_that_is_chosen_is_marked_in_every_theme(dressed: QApplication, qtbot: QtBot) -> None:
    for name in THEMES:
        theme.use(name, 100)
        model, delegate = RowModel(None), RowDelegate()
        view = list_view(model, delegate)
        qtbot.addWidget(view)
        view.resize(300, 200)
        model.show_rows([RowView("One"), RowView("Two")])
        view.show()
        plain = view.grab().toImage()
        mark(view, 1)
        row = view.visualRect(model.index(1, 0))
        seen = view.grab().toImage().pixelColor(row.left() + 2, row.center().y())
        assert contrast(seen, plain.pixelColor(row.left() + 2, row.center().y())) >= MEASURED["nonTextMinimum"]


@pytest.mark.parametrize("make", [Button, HeldButton])
def test_a_button_that_cannot_be_pressed_is_told_by_its_ground_in_every_theme(
    dressed: QApplication, qtbot: QtBot, make: type[Button]
) -> None:
    for name in THEMES:
        theme.use(name, 100)
        button = make("Release")
        qtbot.addWidget(button)
        button.resize(240, 56)
        button.show()
        qtbot.waitUntil(lambda held=button: not isinstance(held, HeldButton) or not held._quiet())
        dark = {}
        for enabled in (True, False):
            button.setEnabled(enabled)
            seen = button.grab().toImage()
            ground = seen.pixelColor(40, 28)
            edge = (max(contrast(seen.pixelColor(x, y), ground) for y in range(3)) for x in range(20, 220))
            dark[enabled] = ground.name(), sum(each >= MEASURED["nonTextMinimum"] for each in edge)
        grounds_differ = dark[True][0] != dark[False][0]
        assert grounds_differ or 60 < dark[False][1] < 140 < dark[True][1], "a broken line"


def test_what_is_counted_lies_on_a_ground_of_its_own_in_every_theme(dressed: QApplication, qtbot: QtBot) -> None:
    for name in THEMES:
        theme.use(name, 100)
        tile = SoulTile(is_fixed=True)
        qtbot.addWidget(tile)
        tile.resize(160, 90)
        seen = tile.grab().toImage()
        surface = theme.color("bg.surface").name()
        assert {seen.pixelColor(x, 45).name() for x in range(3)} != {surface}


def test_an_icon_without_words_stands_in_the_middle(dressed: QApplication, qtbot: QtBot) -> None:
    button = Button("", icon="bus")
    qtbot.addWidget(button)
    button.resize(88, 44)
    seen = button.grab().toImage()
    ground = seen.pixelColor(6, 22)
    inked = [x for x in range(6, 82) for y in range(8, 36) if seen.pixelColor(x, y) != ground]
    assert abs((min(inked) + max(inked)) / 2 - 43.5) <= 2


@pytest.mark.parametrize(("name", "part", "ground", "value"), pairs("nonText"))
def test_controls_keep_their_contrast(name: ThemeName, part: str, ground: str, value: float) -> None:
    measured = contrast(theme.theme(name).color(part), theme.theme(name).color(ground))
    assert measured == pytest.approx(value, abs=0.02)
    assert measured >= MEASURED["nonTextMinimum"]


@pytest.mark.parametrize("name", THEMES)
def test_verdicts_stay_apart_for_every_kind_of_sight(name: ThemeName) -> None:
    floor = 17 if name is ThemeName.SUNLIGHT else 20
    values = MEASURED["verdictDifference"]["values"][name.value]
    for sight in ("normal", "protan", "deutan", "tritan"):
        assert min(values[sight].values()) >= floor


def test_every_theme_has_the_same_colours_by_name() -> None:
    names = [set(theme.theme(name).colors) for name in THEMES]
    assert names[0] == names[1] == names[2]


def test_verdict_colours_are_alike_in_light_and_dark() -> None:
    light, dark = theme.theme(ThemeName.LIGHT), theme.theme(ThemeName.DARK)
    loud = [name for name in light.colors if re.match(r"verdict\.(go|ask|stop|undecided)\.", name)]
    assert loud
    assert [light.colors[name] for name in loud] == [dark.colors[name] for name in loud]


def test_no_text_is_smaller_than_twelve_points() -> None:
    sizes = [style["px"] for style in theme.tokens()["type"].values() if "px" in style]
    assert min(sizes) * 0.75 >= theme.tokens()["font"]["floorPt"]


@pytest.mark.parametrize(
    ("size", "layout"),
    [
        ((1440, 900), Layout.REGULAR),
        ((1920, 1080), Layout.REGULAR),
        ((1366, 768), Layout.COMPACT),
        ((1280, 859), Layout.COMPACT),
        ((1279, 900), Layout.NARROW),
        ((1024, 768), Layout.NARROW),
    ],
)
def test_the_layout_follows_the_window(size: tuple[int, int], layout: Layout) -> None:
    assert theme.layout_for(*size) is layout


def test_the_style_sheet_takes_every_colour_from_the_theme() -> None:
    for name in THEMES:
        used = set(re.findall(r"#[0-9A-Fa-f]{6}", theme.style_sheet(theme.theme(name))))
        assert used <= set(theme.theme(name).colors.values())


def test_the_fonts_of_the_tokens_come_with_the_application(dressed: object) -> None:
    loaded = theme.load_fonts()
    assert set(theme.tokens()["font"]["families"]) <= set(loaded)


@pytest.mark.parametrize("size", TEXT_SIZES)
def test_what_is_read_from_near_grows_by_all_of_it_and_what_is_large_already_keeps_its_rank(
    dressed: QApplication, size: int
) -> None:
    theme.use(theme.ThemeName.LIGHT, size)
    sizes = [theme.grown(pixels) for pixels in range(12, 120)]
    assert [theme.grown(pixels) for pixels in (16, 18)] == [round(16 * size / 100), round(18 * size / 100)]
    assert sizes == sorted(sizes)
    assert theme.grown(54) == 54
