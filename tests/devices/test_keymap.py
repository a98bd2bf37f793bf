"""The US keyboard by scan code writes what a badge code needs."""

import string

from checkin_app.devices.keymap import MODIFIERS, TERMINATORS, US, us_character


def test_every_printable_ascii_character_has_its_key():
    written = {us_character(code, shift=shift) for code in US for shift in (False, True)}
    assert set(string.printable) - set(string.whitespace) | {" "} <= written


def test_letters_stand_where_linux_and_windows_number_them():
    # KEY_Q, KEY_A, KEY_Z, KEY_1 and KEY_0 of input-event-codes.h
    assert [us_character(code, shift=False) for code in (16, 30, 44, 2, 11)] == ["q", "a", "z", "1", "0"]
    assert us_character(16, shift=True) == "Q"


def test_a_key_writes_either_a_character_or_nothing():
    assert not (set(US) & (MODIFIERS | TERMINATORS))
    assert us_character(0, shift=False) == us_character(-8, shift=True) == us_character(9_999, shift=False) == ""
