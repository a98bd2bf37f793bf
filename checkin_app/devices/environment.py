"""The environment a scanner station needs, to be put in force before the Qt application is made."""

from collections.abc import Mapping, MutableMapping

_SCALE = "QT_SCALE_FACTOR"


def prepare(environ: MutableMapping[str, str]) -> None:
    """Choose X11 over Wayland, where keys cannot be seen first, and ibus's protocol, which fcitx 5 speaks too.

    What the user has set to anything else stays.
    """
    if environ.get("DISPLAY"):
        environ.setdefault("QT_QPA_PLATFORM", "xcb")
    if asked_for(environ).startswith("fcitx"):
        # The wheel brings no plugin for fcitx; QT_IM_MODULES would win over QT_IM_MODULE.
        environ.pop("QT_IM_MODULES", None)
        environ["QT_IM_MODULE"] = "ibus"


def has_display(environ: Mapping[str, str], platform: str) -> bool:
    """Return whether a window can be shown; Qt ends the whole process where it cannot."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return platform != "linux" or any(environ.get(name) for name in named)


def asked_for(environ: Mapping[str, str]) -> str:
    """Return the input method that Qt is asked to use, empty for its own."""
    several = environ.get("QT_IM_MODULES", "").split(";")[0].strip()
    return several or environ.get("QT_IM_MODULE", "").strip()


def scale_that_fits(room: tuple[int, int], least: tuple[int, int], ratio: float) -> float:
    """Return by how much everything has to be drawn smaller for a window to have `least` where a screen gives `room`.

    Never smaller than the screen's own pixels are: text must stay readable.

    Args:
        room: width and height that windows have now, in the units that they are drawn in.
        least: what the smallest window needs.
        ratio: of those units to pixels.
    """
    fits = min(has / needs for has, needs in zip(room, least, strict=True))
    return min(1.0, max(fits, 1 / ratio))


def draw_smaller(environ: MutableMapping[str, str], by: float) -> None:
    """Have Qt scale everything by that much less than the user wished, from the next application that is made on."""
    try:
        wished = float(environ.get(_SCALE, "1"))
    except ValueError:  # which Qt passes over as well
        wished = 1.0
    environ[_SCALE] = f"{wished * by:.4f}"
