"""What the keyboard layout in force writes with a key that X11 reports, before Qt or an input method has it.

Qt asks the same library, libxkbcommon, which its X11 plugin therefore brings along; PySide does not pass it on.
"""

import ctypes
from typing import Any

from PySide6.QtGui import QGuiApplication, QNativeInterface

_Pointer, _Int, _Unsigned = ctypes.c_void_p, ctypes.c_int, ctypes.c_uint32
_TEXT_BYTES = 16
#: Of the 16 bits of a core event's state, 8 are modifiers and two the layout's group (XKB protocol, 2.2.1).
_MODIFIERS, _GROUP_SHIFT, _GROUPS = 0xFF, 13, 0x03


class XkbLayout:
    """The core keyboard's layout; fetching it takes some 7 ms, so it is kept until `forget`."""

    def __init__(self) -> None:
        """Raises OSError where the library is not there, which is where Qt runs on no X11."""
        self._xkb = ctypes.CDLL("libxkbcommon.so.0")
        self._x11 = ctypes.CDLL("libxkbcommon-x11.so.0")
        self._declare()
        self._context = self._xkb.xkb_context_new(0)
        self._state: int | None = None
        self._text = ctypes.create_string_buffer(_TEXT_BYTES)

    def forget(self) -> None:
        """Fetch the layout again at the next key: it may have been switched."""
        if self._state:
            self._xkb.xkb_state_unref(self._state)
        self._state = None

    def text(self, keycode: int, state: int) -> str:
        """Return what an X11 key event writes, empty where that is nothing that can be printed."""
        self._state = self._state or self._fetch()
        if not self._state:
            return ""
        group = state >> _GROUP_SHIFT & _GROUPS
        self._xkb.xkb_state_update_mask(self._state, state & _MODIFIERS, 0, 0, 0, 0, group)
        self._xkb.xkb_state_key_get_utf8(self._state, keycode, self._text, _TEXT_BYTES)
        text = self._text.value.decode("utf-8", "replace")
        return text if text.isprintable() else ""

    def _fetch(self) -> int | None:
        native = QGuiApplication.instance().nativeInterface()  # type: ignore[union-attr] # a filter runs inside one
        if not isinstance(native, QNativeInterface.QX11Application):
            return None
        connection = native.connection()
        device = self._x11.xkb_x11_get_core_keyboard_device_id(connection)
        keymap = self._x11.xkb_x11_keymap_new_from_device(self._context, connection, device, 0)
        if not keymap:
            return None
        state: int | None = self._xkb.xkb_state_new(keymap)
        self._xkb.xkb_keymap_unref(keymap)
        return state

    def _declare(self) -> None:
        signatures: tuple[tuple[Any, Any, list[Any]], ...] = (
            (self._xkb.xkb_context_new, _Pointer, [_Int]),
            (self._xkb.xkb_state_new, _Pointer, [_Pointer]),
            (self._xkb.xkb_state_unref, None, [_Pointer]),
            (self._xkb.xkb_keymap_unref, None, [_Pointer]),
            (self._xkb.xkb_state_update_mask, _Int, [_Pointer, *[_Unsigned] * 6]),
            (self._xkb.xkb_state_key_get_utf8, _Int, [_Pointer, _Unsigned, ctypes.c_char_p, ctypes.c_size_t]),
            (self._x11.xkb_x11_get_core_keyboard_device_id, ctypes.c_int32, [_Pointer]),
            (self._x11.xkb_x11_keymap_new_from_device, _Pointer, [_Pointer, _Pointer, ctypes.c_int32, _Int]),
        )
        for function, result, arguments in signatures:
            function.restype, function.argtypes = result, arguments
