"""Stations run on X11 and speak ibus's protocol."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.devices.environment import asked_for, draw_smaller, prepare, scale_that_fits

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    "asked", [{"QT_IM_MODULE": "fcitx"}, {"QT_IM_MODULE": "fcitx5"}, {"QT_IM_MODULES": "fcitx;ibus"}]
)
def test_fcitx_is_spoken_to_by_ibus_s_protocol(asked):
    environ = dict(asked)
    prepare(environ)
    assert asked_for(environ) == "ibus"


def test_x11_is_chosen_where_there_is_one_and_nothing_else_was_asked_for():
    environ = {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}
    prepare(environ)
    assert environ["QT_QPA_PLATFORM"] == "xcb"
    for kept in ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, {"QT_IM_MODULE": "ibus"}, {}):
        environ = dict(kept)
        prepare(environ)
        assert environ == kept


@given(
    width=st.integers(640, 4000), height=st.integers(480, 3000), scale=st.sampled_from([1.0, 1.25, 1.5, 1.75, 2.0, 3.0])
)
def test_windows_get_the_room_they_need_wherever_the_screen_has_the_pixels_and_no_text_gets_smaller_than_those(
    width, height, scale
):
    least, room = (1024, 600), (int(width / scale), int(height / scale))
    by = scale_that_fits(room, least, scale)
    assert 0 < by <= 1
    assert scale * by >= 1 - 1e-9
    if by == 1:
        assert scale == 1 or all(has >= needs for has, needs in zip(room, least, strict=True))
    elif width >= least[0] and height >= least[1]:
        assert all(has / by >= needs - 1 for has, needs in zip(room, least, strict=True))


@pytest.mark.parametrize(("wished", "then"), [("1.25", "1.0000"), ("", "0.8000"), (None, "0.8000"), ("much", "0.8000")])
def test_the_scale_a_person_wished_is_made_smaller_and_not_replaced(wished, then):
    environ = {} if wished is None else {"QT_SCALE_FACTOR": wished}
    draw_smaller(environ, 0.8)
    assert environ["QT_SCALE_FACTOR"] == then


@pytest.mark.parametrize(
    ("screen", "scale", "ratio"), [((1024, 768), "1.25", 1.0), ((1366, 768), "1.25", 1.25), ((1024, 768), "1", 1.0)]
)
def test_the_application_is_made_at_a_scale_that_leaves_its_windows_their_room(tmp_path, screen, scale, ratio):
    config = tmp_path / "screens.json"
    one = {"name": "one", "x": 0, "y": 0, "width": screen[0], "height": screen[1], "logicalDpi": 96, "dpr": 1}
    config.write_text(json.dumps({"screens": [one]}))
    code = (
        "from checkin_app.bootstrap.window import new_application\n"
        "print(new_application().primaryScreen().devicePixelRatio())"
    )
    environ = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={config}", "QT_SCALE_FACTOR": scale}
    told = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, env=environ, cwd=ROOT
    )
    assert float(told.stdout) == ratio
