"""Stations run on X11 and speak ibus's protocol."""

import pytest

from checkin_app.devices.environment import asked_for, prepare


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
