"""What a US keyboard writes with each of its keys, by scan code.

The codes are those of Linux (input-event-codes.h), which for these keys are scan code set 1 as Windows gives
it; X11 and Wayland add 8 to them (X.Org, evdev keycodes).
"""

XKB_OFFSET = 8

ENTER, KEYPAD_ENTER, TAB = 28, 96, 15
TERMINATORS = frozenset({ENTER, KEYPAD_ENTER, TAB})
#: Control, Shift, Alt and Meta on both sides, Caps Lock, Num Lock, Scroll Lock.
MODIFIERS = frozenset({29, 97, 42, 54, 56, 100, 125, 126, 58, 69, 70})


def _row(first: int, plain: str, shifted: str) -> dict[int, tuple[str, str]]:
    return {first + place: pair for place, pair in enumerate(zip(plain, shifted, strict=True))}


#: Scan code → (plain, with Shift).
US: dict[int, tuple[str, str]] = {
    **_row(2, "1234567890-=", "!@#$%^&*()_+"),
    **_row(16, "qwertyuiop[]", "QWERTYUIOP{}"),
    **_row(30, "asdfghjkl;'`", 'ASDFGHJKL:"~'),
    **_row(43, "\\zxcvbnm,./", "|ZXCVBNM<>?"),
    55: ("*", "*"),
    57: (" ", " "),
    **_row(71, "789-456+1230.", "789-456+1230."),
}


def us_character(scan_code: int, *, shift: bool) -> str:
    """Return the character, or an empty text where the key writes none."""
    plain, shifted = US.get(scan_code, ("", ""))
    return shifted if shift else plain
