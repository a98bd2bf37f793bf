"""Real keys on a real X server: every scan exact whatever has the focus, under heavy interface work."""

from collections.abc import Iterator

import pytest
from devices_display import Display, display, missing, scene
from devices_timeline import draw_codes

pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(bool(missing("Xvfb", "openbox", "xdotool")), reason=missing("Xvfb", "openbox", "xdotool")),
]

SPEEDS_MS = (1, 2, 5)
CODES_A_SPEED = 3


@pytest.fixture(scope="module")
def shown() -> Iterator[Display]:
    with display() as made:
        yield made


@pytest.mark.parametrize("focus", ["field", "button", "table", "dialog"])
def test_every_scan_is_exact_and_touches_nothing(shown: Display, focus: str) -> None:
    sent = draw_codes(CODES_A_SPEED * len(SPEEDS_MS))
    with scene(shown, focus) as window:
        for place, code in enumerate(sent):
            shown.scan(code, SPEEDS_MS[place % len(SPEEDS_MS)])
            window.wait_for_scans(place + 1)
        touched = window.all("touched")
    assert [code in heard for code, heard in zip(sent, window.all("scan"), strict=True)] == [True] * len(sent)
    assert touched == []
    assert window.last("text") in {None, ""}


def test_typing_arrives_whole_between_scans(shown: Display) -> None:
    first, second = draw_codes(2)
    with scene(shown, "field") as window:
        shown.type("Delegate ")
        window.wait_for("text", "Delegate ")
        shown.scan(first, 2)
        window.wait_for_scans(1)
        shown.type("42")
        window.wait_for("text", "Delegate 42")
        shown.scan(second, 1)
        window.wait_for_scans(2)
    assert [heard[0] for heard in window.all("scan")] == [first, second]
    assert window.last("text") == "Delegate 42"


@pytest.mark.skipif(bool(missing("setxkbmap")), reason=missing("setxkbmap"))
def test_the_layout_of_the_laptop_does_not_matter(shown: Display) -> None:
    layouts = ["ru", "ara", "fr", "de", "tr", "gr", "th", "il", "cz", "us"]
    sent = draw_codes(len(layouts))
    with scene(shown, "field") as window:
        for place, (layout, code) in enumerate(zip(layouts, sent, strict=True)):
            shown.lay_out(layout)
            shown.press(code + "\r", 2)
            window.wait_for_scans(place + 1)
    assert [heard[0].upper() for heard in window.all("scan")] == sent
    assert window.last("text") in {None, ""}
