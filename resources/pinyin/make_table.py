"""Write the table of readings that the application searches names by: ``python resources/pinyin/make_table.py``.

Needs pypinyin (MIT), at development time only: 59 MB at run time, and wrong for surnames.
"""

import re
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

from pypinyin.pinyin_dict import pinyin_dict

HERE = Path(__file__).parent
_TONES = str.maketrans(dict.fromkeys("\u0300\u0301\u0304\u030c"))
_SYLLABLE = re.compile(r"(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?(?:[aeiouv]+(?:ng|n|r)?)")


def plain(reading: str) -> str:
    """Return a reading without its tone, ü as v; empty for interjections that are no syllable (嗯, 呣)."""
    toneless = unicodedata.normalize("NFC", unicodedata.normalize("NFD", reading).translate(_TONES)).replace("ü", "v")
    return toneless if _SYLLABLE.fullmatch(toneless) else ""


def is_everyday(character: str) -> bool:
    """Return whether a character is in level 1 of GB 2312: only there is a second reading worth a key."""
    encoded = character.encode("gb2312", errors="ignore")
    return len(encoded) == 2 and 0xB0 <= encoded[0] <= 0xD7


def readings(code: int) -> list[str]:
    found = list(dict.fromkeys(filter(None, map(plain, pinyin_dict[code].split(",")))))
    return found[: 2 if is_everyday(chr(code)) else 1]


def table() -> str:
    first: dict[str, str] = defaultdict(str)
    second: dict[str, str] = defaultdict(str)
    for code in sorted(pinyin_dict):
        for rank, reading in zip((first, second), readings(code), strict=False):
            rank[reading] += chr(code)
    lines = [line for line in (HERE / "surnames.txt").read_text("utf-8").splitlines() if not line.startswith("#")]
    lines = ["[surnames]", *lines, "[first]"]
    lines += [f"{syllable} {first[syllable]}" for syllable in sorted(first)]
    lines += ["[second]", *(f"{syllable} {second[syllable]}" for syllable in sorted(second))]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    target = HERE / "pinyin.txt"
    target.write_text(table(), "utf-8", newline="\n")
    sys.stdout.write(f"{target.name}: {target.stat().st_size} bytes\n")
