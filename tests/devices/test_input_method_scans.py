"""With ibus and libpinyin on, scans are complete and Chinese typed before and after comes out right."""

from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path

import pytest
from devices_display import Display, display, missing, pinyin, scene
from devices_timeline import draw_codes

TOOLS = ("Xvfb", "openbox", "xdotool", "dbus-daemon", "ibus-daemon", "ibus-memconf", "ibus-engine-libpinyin")
pytestmark = [pytest.mark.window, pytest.mark.skipif(bool(missing(*TOOLS)), reason=missing(*TOOLS))]

DEVICE = "keyboard before input method"


@pytest.fixture
def shown() -> Iterator[Display]:
    with display() as made:
        yield made


@pytest.fixture
def switch_to_pinyin(shown: Display, tmp_path: Path) -> Iterator[Callable[[], None]]:
    with pinyin(shown, tmp_path) as switch:
        yield switch


def test_scans_are_complete_between_chinese_words(shown: Display, switch_to_pinyin: Callable[[], None]) -> None:
    sent = draw_codes(3)
    with scene(shown, "field") as window:
        switch_to_pinyin()
        shown.type("nihao")
        window.wait_for("preedit", "你好")
        shown.keys("key", "space")
        window.wait_for("text", "你好")
        for code, speed in zip(sent, cycle((1, 2, 5)), strict=False):
            window.hear(code, lambda code=code, speed=speed: shown.scan(code, speed))
        shown.type("zhong")
        window.wait_for("preedit", "中")
        shown.keys("key", "space")
        window.wait_for("text", "你好中")
    assert set(window.all("device")) == {DEVICE}
    assert window.torn_keys or set(window.all("text")) == {"你好", "你好中"}


def test_a_scan_on_a_button_is_heard_with_an_input_method_on(
    shown: Display, switch_to_pinyin: Callable[[], None]
) -> None:
    (code,) = draw_codes(1)
    with scene(shown, "button") as window:
        switch_to_pinyin()
        window.hear(code, lambda: shown.scan(code, 2))
    assert window.all("touched") == []
