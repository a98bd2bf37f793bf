"""A spooler of the tests' own: CUPS in a folder, whose one backend does as it is told and keeps what came out."""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from printing.ipp import OPENING, Group, Operation, Spooler, encoded

#: Prints into the folder of its queue, as the file ``how`` there says: every badge, none, or half of one and no more.
_BACKEND = """#!/bin/sh
if [ $# -eq 0 ]; then echo 'direct fault "Unknown" "Faults"'; exit 0; fi
folder="${DEVICE_URI#fault:}"
if [ -n "$6" ]; then cat "$6" > "$folder/taken.$1"; else cat > "$folder/taken.$1"; fi
case "$(cat "$folder/how" 2>/dev/null)" in
  empty) echo "STATE: +media-empty-error" >&2; exit 1 ;;
  stuck) echo begun > "$folder/stuck.$1"; trap 'exit 0' TERM; while :; do sleep 0.1; done ;;
esac
mv "$folder/taken.$1" "$folder/out.$1"
echo "$5" > "$folder/options.$1"
echo "$3" > "$folder/title.$1"
exit 0
"""
_SERVER = """
Listen {folder}/s
DefaultAuthType Basic
PreserveJobHistory Yes
JobKillDelay 1
LogLevel warn
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit Cancel-Job Cancel-My-Jobs>
    Require user @OWNER @SYSTEM
    Order deny,allow
  </Limit>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
"""
_FILES = """
SystemGroup root
User {user}
Group {group}
ServerRoot {folder}/etc
ServerBin {folder}/bin
DataDir /usr/share/cups
RequestRoot {folder}/spool
TempDir {folder}/tmp
CacheDir {folder}/cache
StateDir {folder}/state
AccessLog {folder}/access
ErrorLog {folder}/error
PageLog {folder}/page
FileDevice Yes
"""


@dataclass(frozen=True)
class Cups:
    """A spooler that runs, and short ways to act on it."""

    folder: Path

    @property
    def spooler(self) -> Spooler:
        return Spooler(str(self.folder / "s"))

    def do(self, command: str, *words: str) -> None:
        """Run one of the commands of CUPS."""
        subprocess.run(
            [f"/usr/sbin/{command}", "-h", str(self.folder / "s"), *words],
            check=True,
            capture_output=True,
            timeout=20,
        )

    def cancel_all(self, name: str) -> None:
        """Do as an owner who empties a queue."""
        words = ["/usr/bin/cancel", "-h", str(self.folder / "s"), "-a", name]
        subprocess.run(words, check=True, capture_output=True, timeout=20)

    def add(self, name: str, how: str = "", policy: str = "abort-job") -> Path:
        """Make a queue; return the folder into which it prints."""
        into = self.folder / name
        into.mkdir()
        into.chmod(0o777)
        self.tell(into, how)
        self.do("lpadmin", "-p", name, "-E", "-v", f"fault:{into}", "-o", f"printer-error-policy={policy}")
        return into

    def add_at(self, name: str, address: str) -> None:
        """Make a queue before a printer in the network."""
        self.do("lpadmin", "-p", name, "-E", "-v", address, "-o", "printer-error-policy=abort-job")

    @staticmethod
    def tell(into: Path, how: str) -> None:
        """Say how a queue prints from now on."""
        (into / "how").write_text(how)


@contextmanager
def running(folder: Path, blocks: int = 0) -> Iterator[Cups]:
    """Run a spooler in `folder`, whose path must be short: it holds a socket.

    Args:
        folder: all of it lies there.
        blocks: of 512 bytes, beyond which it can write no file, as on a disk that is full; without, there is room.
    """
    for each in ("etc", "bin/backend", "bin/filter", "spool", "tmp", "cache", "state"):
        (folder / each).mkdir(parents=True, exist_ok=True)
    for each in ("tmp", "spool"):
        (folder / each).chmod(0o1777)
    (folder / "bin/daemon").symlink_to("/usr/lib/cups/daemon")
    (folder / "bin/backend/ipp").symlink_to("/usr/lib/cups/backend/ipp")
    backend = folder / "bin/backend/fault"
    backend.write_text(_BACKEND)
    backend.chmod(0o755)
    is_root = os.geteuid() == 0
    user, group = ("lp", "lp") if is_root else (str(os.geteuid()), str(os.getegid()))
    (folder / "etc/cupsd.conf").write_text(_SERVER.format(folder=folder))
    (folder / "etc/cups-files.conf").write_text(_FILES.format(folder=folder, user=user, group=group))
    bounded = ["sh", "-c", 'trap "" XFSZ; ulimit -f "$0"; exec "$@"', str(blocks)] if blocks else []
    files = ["-c", str(folder / "etc/cupsd.conf"), "-s", str(folder / "etc/cups-files.conf")]
    served = subprocess.Popen(
        [*bounded, "/usr/sbin/cupsd", "-f", *files],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(folder, served)
        yield Cups(folder)
    finally:
        served.terminate()
        served.wait(20)
        shutil.rmtree(folder, ignore_errors=True)


def _wait_for(folder: Path, served: subprocess.Popen[bytes]) -> None:
    until, request = time.monotonic() + 30, encoded(Operation.CUPS_GET_PRINTERS, [(Group.OPERATION, OPENING)])
    while True:
        with suppress(OSError):
            Spooler(str(folder / "s")).ask("/", request, 5)
            return
        assert served.poll() is None, (folder / "error").read_text()
        assert time.monotonic() < until
        time.sleep(0.02)  # nothing tells that a server listens
