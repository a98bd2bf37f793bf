"""What lies outside the application and shows in its pictures, put aside: fonts, scale, style, keys, chance."""

import os
from pathlib import Path

#: No fonts but those that come with the application, and every one drawn in the same way.
_FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <cachedir>{cache}</cachedir>
  <match target="pattern">
    <edit name="antialias" mode="assign"><bool>true</bool></edit>
    <edit name="hinting" mode="assign"><bool>true</bool></edit>
    <edit name="autohint" mode="assign"><bool>false</bool></edit>
    <edit name="hintstyle" mode="assign"><const>hintslight</const></edit>
    <edit name="rgba" mode="assign"><const>none</const></edit>
  </match>
</fontconfig>
"""
#: What Qt and the libraries that draw text for it listen to.
_HEARD = ("QT_", "QSG_", "FONTCONFIG_", "FREETYPE_", "LC_", "LANG", "XDG_", "GTK_", "KDE_", "DISPLAY", "WAYLAND_")


def surround(workplace: Path) -> None:
    """Make the surroundings of this process the same everywhere; to be called before Qt is loaded."""
    for name in [name for name in os.environ if name.startswith(_HEARD)]:
        del os.environ[name]
    fonts = workplace / "fonts.conf"
    fonts.write_text(_FONTS.format(cache=workplace / "fonts"), encoding="utf-8")
    os.environ |= {
        "QT_QPA_PLATFORM": "offscreen",
        "FONTCONFIG_FILE": str(fonts),
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
        "XDG_RUNTIME_DIR": str(workplace),
        "CHECKIN_KEYS_DIR": str(workplace / "keys"),
    }
