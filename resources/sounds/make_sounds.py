"""Makes the verdicts' sounds from the drawing's tokens: `python resources/sounds/make_sounds.py`.

Number of notes and contour tell them apart, not loudness, so that tiny speakers and noise cannot merge them.
"""

import json
import math
import struct
import wave
from collections.abc import Mapping
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent
RATE = 44100
#: Peak of full scale; the third partial takes the rest.
LOUD = 0.62
#: Ramp of each note in seconds: without it every note would click.
RAMP = 0.006


def note(hertz: float, ms: int, tremolo: float = 0) -> list[float]:
    """Return one note as samples from -1 to 1: the fundamental and a little of its octave."""
    count = RATE * ms // 1000
    samples = []
    for index in range(count):
        at = index / RATE
        ramp = min(1.0, at / RAMP, (count - index) / RATE / RAMP)
        swing = 0.55 + 0.45 * math.cos(2 * math.pi * tremolo * at) if tremolo else 1.0
        tone = 0.8 * math.sin(2 * math.pi * hertz * at) + 0.2 * math.sin(4 * math.pi * hertz * at)
        samples.append(LOUD * ramp * swing * tone)
    return samples


def melody(sound: Mapping[str, Any]) -> list[float]:
    """Return a sound of the tokens: its notes, one after the other, with the gap it names."""
    gap = [0.0] * (RATE * int(sound.get("gapMs", 0)) // 1000)
    samples: list[float] = []
    for hertz, ms in zip(sound["notesHz"], sound["ms"], strict=True):
        samples += gap if samples else []
        samples += note(hertz, ms, sound.get("tremoloHz", 0))
    return samples


def main() -> None:
    tokens = json.loads((FOLDER.parent / "themes" / "tokens.json").read_text("utf-8"))
    for name, sound in tokens["sound"].items():
        if isinstance(sound, dict):
            samples = melody(sound)
            with wave.open(str(FOLDER / f"{name}.wav"), "wb") as file:
                file.setparams((1, 2, RATE, len(samples), "NONE", ""))
                file.writeframes(struct.pack(f"<{len(samples)}h", *(round(32767 * each) for each in samples)))


if __name__ == "__main__":
    main()
