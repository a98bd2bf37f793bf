"""Real keys on a real X server: every scan exact whatever has the focus, under heavy interface work."""

from collections.abc import Iterator
from itertools import cycle

import pytest
from devices_display import Display, display, missing, scene, until
from devices_timeline import draw_codes

pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(bool(missing("Xvfb", "openbox", "xdotool")), reason=missing("Xvfb", "openbox", "xdotool")),
]

SPEEDS_MS = (1, 2, 5)
CODES_A_SPEED = 1


@pytest.fixture(scope="module")
def shown() -> Iterator[Display]:
    with display() as made:
        yield made


@pytest.fixture(autouse=True)
def _us_layout(shown: Display) -> None:
    if not missing("setxkbmap"):
        shown.lay_out("us")


@pytest.mark.parametrize("focus", ["field", "button", "table", "dialog"])
def test_every_scan_is_exact_and_touches_nothing(shown: Display, focus: str) -> None:
    sent = draw_codes(CODES_A_SPEED * len(SPEEDS_MS))
    with scene(shown, focus) as window:
        for code, speed in zip(sent, cycle(SPEEDS_MS), strict=False):
            window.hear(code, lambda code=code, speed=speed: shown.scan(code, speed))
        touched = window.all("touched")
    assert touched == []
    assert window.left_in_field() <= window.torn_keys


def test_typing_arrives_whole_between_scans(shown: Display) -> None:
    first, second = draw_codes(2)
    with scene(shown, "field") as window:
        shown.type("Delegate ")
        window.wait_for("text", "Delegate ")
        window.hear(first, lambda: shown.scan(first, 2))
        shown.type("42")
        until(lambda: str(window.last("text")).endswith("42"), "typing after a scan")
        window.hear(second, lambda: shown.scan(second, 1))
    assert 0 <= window.left_in_field("Delegate 42") <= window.torn_keys


@pytest.mark.skipif(bool(missing("setxkbmap")), reason=missing("setxkbmap"))
def test_the_layout_of_the_laptop_does_not_matter(shown: Display) -> None:
    layouts = ["ru", "ara", "fr"]
    sent = draw_codes(len(layouts))
    with scene(shown, "field") as window:
        for layout, code in zip(layouts, sent, strict=True):
            shown.lay_out(layout)
            window.hear(code, lambda code=code: shown.press(code + "\r", 2))
    # Qt's composing has the first letter of some; it is taken out of the field again.
    assert window.left_in_field() <= window.torn_keys


@pytest.mark.skipif(bool(missing("setxkbmap")), reason=missing("setxkbmap"))
@pytest.mark.parametrize("focus", ["field", "button"])
def test_a_scanner_set_to_the_laptop_s_layout_is_read_by_its_text(shown: Display, focus: str) -> None:
    pressed, written = "ABCXYZ234567XYZABC", "ABCXZY234567XZYABC"
    with scene(shown, focus) as window:
        window.hear(pressed, lambda: shown.press(pressed + "\r", 2))
        shown.lay_out("de")
        window.hear(written, lambda: shown.press(pressed + "\r", 2))
    assert window.last("scan")[:2] == [pressed, written] or window.torn_keys
