"""Other people's programs that read what we send to label printers: zpl-renderer-js draws ZPL, npos takes ESC/POS apart."""

import json
import shutil
import subprocess
import sys
from base64 import b64decode, b64encode
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image

_SCRIPT = Path(__file__).resolve().parents[1] / "readers" / "read.cjs"
#: Where `dev.py test` puts them: in the environment that tests run in, and in no tree that is shipped.
FOLDER = Path(sys.prefix, "label-readers")


@dataclass(frozen=True)
class Strangers:
    process: subprocess.Popen[str]

    def zpl(self, label: bytes, size: tuple[int, int], dots_a_mm: int) -> Image.Image:
        """Return the label that is drawn on paper of so many dots."""
        width, height = (each / dots_a_mm for each in size)
        said = self._ask(language="zpl", label=_text(label), width=width, height=height, dots=dots_a_mm)
        return Image.open(BytesIO(b64decode(str(said["png"]))))

    def escpos(self, label: bytes) -> tuple[Image.Image, Sequence[str]]:
        """Return what pictures show that are sent one below the other, and all commands by their names."""
        said = self._ask(language="escpos", label=_text(label))
        rows, commands = list(said["rows"]), list(said["commands"])  # type: ignore[call-overload]
        image = Image.new("1", (len(rows[0]), len(rows)), 1)
        image.putdata([each == "0" for row in rows for each in row])
        return image, commands

    def _ask(self, **request: object) -> dict[str, object]:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps(request) + "\n")
        self.process.stdin.flush()
        said: dict[str, object] = json.loads(self.process.stdout.readline())
        assert "fault" not in said, said
        return said


def _text(label: bytes) -> str:
    return b64encode(label).decode()


@contextmanager
def strangers() -> Iterator[Strangers]:
    node = shutil.which("node")
    assert node, "there is no Node here"
    assert FOLDER.is_dir(), "python3 dev.py test installs them"
    with subprocess.Popen(
        [node, str(_SCRIPT), str(FOLDER)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            yield Strangers(process)
        finally:
            process.kill()
