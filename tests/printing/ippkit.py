"""A printer of the tests' own that speaks IPP: CUPS's ippeveprinter, whose command does as it is told and keeps what came out."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

from checkin_app.runtime.settings import PrinterKind, PrinterSettings
from printing.printers import Printer, printer_from

A6 = "iso_a6_105x148mm"
#: Prints into its folder, as the file ``how`` there says.
_COMMAND = """#!/bin/sh
cd "{folder}"
case "$(cat how 2>/dev/null)" in
  cover) echo "STATE: +cover-open" >&2; exit 1 ;;
  stuck) echo $$ > stuck; while [ "$(cat how)" = stuck ]; do sleep 0.05; done ;;
esac
echo "STATE: -cover-open" >&2
cp "$1" "taken.$IPP_JOB_ID"
echo "$IPP_MEDIA $IPP_JOB_NAME" > "said.$IPP_JOB_ID"
mv "taken.$IPP_JOB_ID" "out.$IPP_JOB_ID"
"""
_TRAY = (
    "{ MEMBER collection media-size { MEMBER integer x-dimension 10500 MEMBER integer y-dimension 14800 } "
    f'MEMBER keyword media-size-name "{A6}" MEMBER keyword media-source "main" MEMBER keyword media-type "labels" }}'
)
_ATTRIBUTES = f"""
ATTR keyword media-supported "{A6}","iso_a4_210x297mm"
ATTR keyword media-default "{A6}"
ATTR keyword media-ready "{A6}"
ATTR keyword media-type-supported "labels"
ATTR keyword media-source-supported "main"
ATTR collection media-col-database {_TRAY}
ATTR collection media-col-ready {_TRAY}
ATTR octetString printer-input-tray "type=sheetFeedAutoRemovableTray;maxcapacity=250;level=100;status=0;name=main"
ATTR mimeMediaType document-format-supported """
#: A bus of the tests' own: the printer wants one to announce itself on, and does without anybody who would listen there.
_BUS = """<busconfig><type>session</type><listen>unix:path={folder}/bus</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy></busconfig>
"""
_SECONDS = 30.0


@dataclass(frozen=True)
class IppMachine:
    """A printer that runs, and short ways to act on it."""

    folder: Path
    port: int
    private: bool = False

    @property
    def target(self) -> str:
        return f"{'ipps://' if self.private else ''}localhost:{self.port}"

    @property
    def printer(self) -> Printer:
        return printer_from(PrinterSettings("Hall", PrinterKind.IPP, self.target))

    def tell(self, how: str) -> None:
        """Say how it prints from now on."""
        (self.folder / "how").write_text(how)

    def load(self, sheets: int) -> None:
        """Put so many sheets into its tray, as somebody who stands before it does."""
        form = f"size0={A6}&type0=labels&level0={sheets}"
        with urlopen(f"http://localhost:{self.port}/media?{form}", timeout=_SECONDS) as said:
            assert b"Media updated" in said.read()

    def came_out(self) -> Sequence[Path]:
        return sorted(self.folder.glob("out.*"), key=lambda each: int(each.suffix[1:]))

    def begun(self) -> None:
        """Wait until a badge is stuck in it."""
        _until((self.folder / "stuck").exists)


@contextmanager
def machine(
    folder: Path, formats: Sequence[str] = ("application/pdf",), *, private: bool = False, asks: bool = False
) -> Iterator[IppMachine]:
    """Run a printer in `folder`, whose path must be short: it holds a socket.

    Every one speaks TLS as well as plainly; `private` is what it is called by.  One that `asks` wants a user of this
    computer with their password for all that is done with jobs.
    """
    for each in ("spool", "keys"):
        (folder / each).mkdir(parents=True)
    command, attributes, bus = folder / "print", folder / "attributes", folder / "bus.conf"
    command.write_text(_COMMAND.format(folder=folder))
    command.chmod(0o755)
    attributes.write_text(_ATTRIBUTES + ",".join(f'"{each}"' for each in formats) + "\n")
    bus.write_text(_BUS.format(folder=folder))
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with _running(["dbus-daemon", f"--config-file={bus}", "--nofork", "--nopidfile"], folder):
        _until(lambda: _takes(folder / "bus"))
        words = ["ippeveprinter", "-r", "off", "-n", "localhost", "-p", str(port), "-d", str(folder / "spool")]
        words += ["-K", str(folder / "keys"), *(["-A"] if asks else [])]
        with _running([*words, "-a", str(attributes), "-c", str(command), "Hall"], folder) as serving:
            _until(lambda: _listens(port) or serving.poll() is not None)
            assert serving.poll() is None, (folder / "log").read_text()
            yield IppMachine(folder, port, private)


@contextmanager
def _running(words: Sequence[str], folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    path = os.environ.get("PATH", "") + ":/usr/sbin"
    program = shutil.which(words[0], path=path)
    assert program, f"{words[0]} is not on this computer"
    environment = {**os.environ, "DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={folder}/bus"}
    with (folder / "log").open("ab") as log:
        process = subprocess.Popen([program, *words[1:]], env=environment, stdout=log, stderr=log)
    try:
        yield process
    finally:
        process.kill()
        process.wait(_SECONDS)


def _takes(bus: Path) -> bool:
    """Return whether a bus is there and listens, which is not the same."""
    with socket.socket(socket.AF_UNIX) as asking:
        return asking.connect_ex(str(bus)) == 0


def _listens(port: int) -> bool:
    with socket.socket() as asking:
        return asking.connect_ex(("127.0.0.1", port)) == 0


def _until(true: Callable[[], bool]) -> None:
    ends = time.monotonic() + _SECONDS
    while not true():
        assert time.monotonic() < ends
        time.sleep(0.02)  # neither program tells when it is ready
