"""A virtual display with real keys, and an input method in a private session, for scenes on X11."""

import json
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from devices_timeline import us_key

from checkin_app.devices.keymap import XKB_OFFSET

PROJECT = Path(__file__).parents[2]
PATIENCE_S = 20.0
POLL_S = 0.02
_ATTEMPTS = 6
_DISPLAYS, _ACTIVE_S = 3, 15.0
_SENDER_GAP_MS = 200
#: More than one stop of this length among the first keys is no scanner's.
_HEAD, _HEAD_GAP_MS = 8, 35
#: Where Debian and others keep ibus's own programs.
_IBUS_PROGRAMS = (Path("/usr/libexec"), Path("/usr/lib/ibus"))


def missing(*tools: str) -> str:
    """Return why a scene cannot be played here, or an empty text."""
    absent = [tool for tool in tools if not _program(tool)]
    return f"not installed here: {', '.join(absent)}" if absent else ""


def _program(name: str) -> str:
    places = [str(folder / name) for folder in _IBUS_PROGRAMS if (folder / name).exists()]
    return shutil.which(name) or (places[0] if places else "")


def until(condition: Callable[[], bool], what: str) -> None:
    """Wait for a condition that no signal announces, since it holds in another process."""
    pause, end = threading.Event(), time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < end, f"waited in vain for {what}"
        pause.wait(POLL_S)


@contextmanager
def running(*command: str, env: Mapping[str, str], **options: Any) -> Iterator[subprocess.Popen[str]]:
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL} | options
    with subprocess.Popen(
        [_program(command[0]) or command[0], *command[1:]], env=dict(env), text=True, **quiet
    ) as process:
        try:
            yield process
        finally:
            process.terminate()
            process.wait(PATIENCE_S)


@dataclass
class Display:
    """An X server with a window manager; `env` leads programs to it."""

    env: dict[str, str]

    def keys(self, *arguments: str) -> None:
        subprocess.run(["xdotool", *arguments], env=self.env, check=True, timeout=PATIENCE_S)

    def scan(self, code: str, delay_ms: int) -> None:
        """Scan as soon after a key as a hand can reach for the scanner."""
        self.keys("sleep", "0.1", "type", "--args", "1", "--delay", str(delay_ms), code, "key", "Return")

    def press(self, characters: str, delay_ms: int) -> None:
        """Press the keys that write this on a US keyboard, whatever the layout in force makes of them."""
        keys = [us_key(character) for character in characters]
        codes = [f"{'shift+' if shift else ''}{code + XKB_OFFSET}" for code, shift in keys]
        self.keys("sleep", "0.1", "key", "--delay", str(delay_ms), *codes)

    def lay_out(self, layout: str) -> None:
        subprocess.run(["setxkbmap", "-layout", layout], env=self.env, check=True, timeout=PATIENCE_S)

    def type(self, text: str) -> None:
        """Type as people do: xdotool's own delay is from press to press and back, so this is some 75 ms a key."""
        self.keys("type", "--delay", "150", text)


@contextmanager
def display() -> Iterator[Display]:
    read_end, write_end = os.pipe()
    server = ["Xvfb", "-displayfd", str(write_end), "-screen", "0", "1024x768x24", "-nolisten", "tcp"]
    with ExitStack() as stack:
        stack.enter_context(running(*server, env=os.environ, pass_fds=[write_end]))
        os.close(write_end)
        with os.fdopen(read_end) as numbers:
            env = {**os.environ, "DISPLAY": f":{numbers.readline().strip()}"}
        env.pop("WAYLAND_DISPLAY", None)
        stack.enter_context(running("openbox", "--sm-disable", env=env))
        yield Display(env)


@contextmanager
def pinyin(shown: Display, home: Path) -> Iterator[Callable[[], None]]:
    """Start ibus with libpinyin in a session of its own; yields what switches the focused field to it."""
    env = shown.env | {"GSETTINGS_BACKEND": "memory", "NO_AT_BRIDGE": "1", "QT_IM_MODULE": "ibus", "HOME": str(home)}
    for name in ("CONFIG", "CACHE", "DATA"):
        folder = home / name.lower()
        folder.mkdir()
        env[f"XDG_{name}_HOME"] = str(folder)
    bus = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    with ExitStack() as stack:
        session = stack.enter_context(running(*bus, env=env, stdout=subprocess.PIPE))
        assert session.stdout is not None
        env["DBUS_SESSION_BUS_ADDRESS"] = session.stdout.readline().strip()
        shown.env.update(env)
        config = _program("ibus-memconf")
        ibus = ["ibus-daemon", "--panel=disable", f"--config={config}", "--emoji-extension=disable"]
        stack.enter_context(running(*ibus, env=env))

        def ibus_says(*arguments: str) -> str:
            # Its exit code tells of the keyboard's layout, not of the engine.
            done = subprocess.run(
                ["ibus", *arguments], env=env, capture_output=True, text=True, check=False, timeout=PATIENCE_S
            )
            return done.stdout.strip()

        def chosen() -> bool:
            ibus_says("engine", "libpinyin")
            return ibus_says("engine") == "libpinyin"

        until(chosen, "ibus")
        yield lambda: until(chosen, "libpinyin")


@dataclass
class Scene:
    """The window under test in its own process."""

    said: list[dict[str, Any]] = field(default_factory=list)
    torn_keys: int = 0
    """How many keys the sender sent ahead of a stop among the first ones: they were given back as typing."""

    def all(self, key: str) -> list[Any]:
        return [line[key] for line in list(self.said) if key in line]

    def last(self, key: str) -> Any:
        return (self.all(key) or [None])[-1]

    def is_active_within(self, seconds: float) -> bool:
        pause, end = threading.Event(), time.monotonic() + seconds
        while self.last("heard") is not True and time.monotonic() < end:
            pause.wait(POLL_S)
        return self.last("heard") is True

    def left_in_field(self, typed: str = "") -> int:
        """Return how many characters the field holds beyond those that were typed."""
        return len(self.last("text") or "") - len(typed)

    def wait_for(self, key: str, value: Any) -> None:
        until(lambda: self.last(key) == value, f"{key} {value!r}, last was {self.last(key)!r}")

    def hear(self, code: str, send: Callable[[], None]) -> None:
        """Send a code and require that it comes out once, and nothing else with it.

        On a starved machine the sender itself stops for longer than any scanner does; then it sends again.
        """
        for attempt in range(_ATTEMPTS):
            before = len(self.all("scan"))
            gaps = self._gaps_of(send)
            self.torn_keys += max(
                (place + 1 for place, gap in enumerate(gaps[:_HEAD]) if gap > _HEAD_GAP_MS), default=0
            )
            if not _starved(gaps):
                until(lambda before=before: self._heard(code, before), f"{code}, heard {self.all('scan')[before:]}")
                assert attempt or len(self.all("scan")) == before + 1, self.all("scan")[before:]
                return
        pytest.skip(f"this machine is too busy to send a scan evenly, {_ATTEMPTS} times running")

    def _gaps_of(self, send: Callable[[], None]) -> list[int]:
        sent = len(self.all("gaps"))
        send()
        until(lambda: len(self.all("gaps")) > sent, "the sender's last key")
        return list(self.all("gaps")[sent])

    def _heard(self, code: str, before: int) -> bool:
        return any(code in [text.upper() for text in candidates] for candidates in self.all("scan")[before:])


def _starved(gaps: list[int]) -> bool:
    return max(gaps) > _SENDER_GAP_MS or sum(gap > _HEAD_GAP_MS for gap in gaps[:_HEAD]) > 1


@contextmanager
def scene(shown: Display, name: str) -> Iterator[Scene]:
    """Yield the window of a scene once it is active: on the display given, or on another where that one is gone."""
    with ExitStack() as stack:
        for _ in range(_DISPLAYS):
            played = stack.enter_context(_window(shown, name))
            if played.is_active_within(_ACTIVE_S):
                yield played
                return
            stack.close()
            stack.callback(shown.env.update, {"DISPLAY": shown.env["DISPLAY"]})
            shown.env["DISPLAY"] = stack.enter_context(display()).env["DISPLAY"]
        pytest.fail(f"no window becomes active within {_ACTIVE_S} s on any of {_DISPLAYS} displays")


@contextmanager
def _window(shown: Display, name: str) -> Iterator[Scene]:
    env = shown.env | {"QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(PROJECT)}
    program = [sys.executable, str(Path(__file__).with_name("scene_window.py")), name]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": None}
    with running(*program, env=env, **pipes) as process:
        played = Scene()
        reader = threading.Thread(target=_read, args=(process, played))
        reader.start()
        yield played
        assert process.stdin is not None
        process.stdin.close()
        reader.join(PATIENCE_S)


def _read(process: subprocess.Popen[str], played: Scene) -> None:
    assert process.stdout is not None
    played.said.extend(json.loads(line) for line in process.stdout)
