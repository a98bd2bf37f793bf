"""A real Chromium, driven through the pipe that it has for that: no port, no driver beside it, no library.

It speaks the DevTools protocol: one JSON object after the other, each ended by a zero byte.
"""

import base64
import json
import os
import queue
import shutil
import subprocess
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
_FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"
_PATIENCE = 30.0
_OPTIONS = (
    "--headless=new",
    "--remote-debugging-pipe",
    "--no-sandbox",  # it opens our own page alone, also for root and in containers
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-extensions",
    "--disable-gpu",
    "--disable-sync",
    "--hide-scrollbars",
    "--password-store=basic",
    "--no-proxy-server",
)


class Browser:
    """One Chromium with one page of a phone's size, and all that it says of what it does."""

    def __init__(self, folder: Path) -> None:
        # As a phone has them: letters of every script that a name is written in.
        (folder / ".fonts").symlink_to(_FONTS)
        to_read, to_write = os.pipe()
        back_read, back_write = os.pipe()
        self._out, self._back = os.fdopen(to_write, "wb", 0), os.fdopen(back_read, "rb", 0)
        command = [CHROMIUM or "", *_OPTIONS, f"--user-data-dir={folder / 'chromium'}", "about:blank"]
        self._process = subprocess.Popen(
            ["bash", "-c", f'exec "$@" 3<&{to_read} 4>&{back_write}', "chromium", *command],
            pass_fds=(to_read, back_write),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "HOME": str(folder), "LANG": "C.UTF-8"},
        )
        os.close(to_read)
        os.close(back_write)
        self.said: list[dict[str, Any]] = []
        """Every event, in order."""
        self._answers: dict[int, queue.SimpleQueue[dict[str, Any]]] = {}
        self._last, self._session = 0, ""
        self._came = threading.Condition()
        self._reader = threading.Thread(target=self._read, name="browser", daemon=True)
        self._reader.start()
        self._begin()

    def _begin(self) -> None:
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network", "Security"):
            self.ask(f"{domain}.enable")
        # Whoever holds the phone has looked at the certificate and gone on.
        self.ask("Security.setIgnoreCertificateErrors", ignore=True)
        self.size(360, 640)

    # ---- what is done

    def size(self, width: int, height: int) -> None:
        self.ask("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=2, mobile=True)
        self.ask("Emulation.setTouchEmulationEnabled", enabled=True)

    def speak(self, language: str) -> None:
        """Let the phone be set to a language."""
        agent = self.ask("Browser.getVersion")["userAgent"]
        self.ask("Emulation.setUserAgentOverride", userAgent=agent, acceptLanguage=language)

    def dark(self, on: bool) -> None:
        value = "dark" if on else "light"
        self.ask("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": value}])

    def without_script(self, off: bool = True) -> None:
        self.ask("Emulation.setScriptExecutionDisabled", value=off)

    def offline(self, off: bool = True) -> None:
        self.ask("Network.emulateNetworkConditions", offline=off, latency=0, downloadThroughput=-1, uploadThroughput=-1)

    def open(self, address: str) -> None:
        """Go to an address, and wait until all of it is there."""
        self._loading(lambda: self.ask("Page.navigate", url=address))

    def tap(self, selector: str) -> None:
        """Tap the middle of an element, in sight, that leads to another page."""
        self._loading(lambda: self.touch(selector))

    def touch(self, selector: str) -> None:
        x, y = self.value(
            f"(e => {{ e.scrollIntoView({{block: 'center'}}); const r = e.getBoundingClientRect();"
            f" return [r.x + r.width / 2, r.y + r.height / 2] }})(document.querySelector({json.dumps(selector)}))"
        )
        self.ask("Input.dispatchTouchEvent", type="touchStart", touchPoints=[{"x": x, "y": y}])
        self.ask("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])

    def type(self, text: str) -> None:
        self.ask("Input.insertText", text=text)

    def value(self, expression: str) -> Any:
        """Return what an expression comes to in the page."""
        answer = self.ask("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def text(self, selector: str = "body") -> str:
        return str(self.value(f"document.querySelector({json.dumps(selector)})?.innerText ?? ''"))

    def until(self, holds: Callable[[], object], seconds: float = _PATIENCE) -> None:
        """Wait until something holds; looked at whenever the browser says anything, and now and then."""
        end = time.monotonic() + seconds
        while not holds():
            assert time.monotonic() < end, "it never came"
            with self._came:
                self._came.wait(0.1)

    def picture(self, file: Path, *, whole: bool = False) -> None:
        shot = self.ask("Page.captureScreenshot", format="png", captureBeyondViewport=whole)
        file.write_bytes(base64.b64decode(shot["data"]))

    # ---- what came of it

    def asked_for(self) -> list[str]:
        """Return every address that was asked for."""
        return [each["params"]["request"]["url"] for each in self.said if each["method"] == "Network.requestWillBeSent"]

    def complaints(self) -> list[str]:
        """Return what stands in the console: errors, warnings, and what the policy of contents held back."""
        logged = [each["params"]["entry"]["text"] for each in self.said if each["method"] == "Log.entryAdded"]
        thrown = [
            each["params"]["exceptionDetails"]["text"]
            for each in self.said
            if each["method"] == "Runtime.exceptionThrown"
        ]
        called = [str(each["params"]["args"]) for each in self.said if each["method"] == "Runtime.consoleAPICalled"]
        return logged + thrown + called

    # ---- the pipe

    def ask(self, method: str, **given: Any) -> dict[str, Any]:
        self._last += 1
        message: dict[str, Any] = {"id": self._last, "method": method, "params": given}
        if self._session:
            message["sessionId"] = self._session
        answer = self._answers[self._last] = queue.SimpleQueue()
        self._out.write(json.dumps(message).encode() + b"\0")
        said = answer.get(timeout=_PATIENCE)
        assert "error" not in said, (method, said.get("error"))
        return dict(said["result"])

    def _loading(self, do: Callable[[], object]) -> None:
        before = self._loads()
        do()
        self.until(lambda: self._loads() > before)

    def _loads(self) -> int:
        return sum(each["method"] == "Page.loadEventFired" for each in self.said)

    def _read(self) -> None:
        rest = b""
        while part := self._back.read(65_536):
            *whole, rest = (rest + part).split(b"\0")
            for each in whole:
                self._take(json.loads(each))

    def _take(self, message: dict[str, Any]) -> None:
        if waiting := self._answers.pop(message.get("id", 0), None):
            waiting.put(message)
            return
        with self._came:
            self.said.append(message)
            self._came.notify_all()

    def close(self) -> None:
        if self._process.poll() is None:
            self._session = ""
            self.ask("Browser.close")
        self._process.wait(_PATIENCE)
        self._out.close()
        self._reader.join(_PATIENCE)
        self._back.close()
