"""How fast badges come to printers and files, one measure a call; the figures are the last line of its output, as JSON."""

import json
import shutil
import socket
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from io import BytesIO
from pathlib import Path
from queue import SimpleQueue
from statistics import median

from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from checkin_app.bootstrap import papers
from checkin_app.bootstrap import station as stations
from checkin_app.bootstrap.press_room import PressLanes, PressRoom
from checkin_app.bootstrap.presses import Presses
from checkin_app.domain.ids import CheckpointId, DelegateId
from checkin_app.domain.jobs import Fate, JobState
from checkin_app.runtime.interpreter import share_the_lock
from checkin_app.runtime.lanes import Lane
from checkin_app.runtime.settings import PrinterKind, PrinterSettings
from checkin_app.runtime.short_turns import take_short_turns
from checkin_app.services.badges import code_of
from checkin_app.services.opened import OpenedStation
from checkin_app.services.ports.people import DelegateCard
from printing import qr
from printing.badge_pdf import draw_badges
from printing.content import BadgeContent
from tests.bench.make_store import fill
from tests.bench.measures import Figures, _percentile, _timed

_FONTS = Path(__file__).resolve().parents[2] / "resources/fonts"
_OWED, _WARM = 120, 5
_SCANS, _BLOCK = 8000, 50
_ROUND = 2
"""Pairs of blocks over which the 99th of 100 is compared: what the machine does meanwhile to other work falls on both sides of each."""
_BADGES, _OF_A_BLOCK = 1000, 100
_NAME = "labels"
_A_LABEL = 0.6
"""Seconds in which a fast printer prints 60 mm."""
#: Names in the scripts of a forum's guests; a third of `make_store`'s are Han already.
_NAMES = ("ليلى الحداد", "José Ñáñez", "सुनीता राव", "ნინო ბერიძე", "김하은", "Ἀθηνᾶ Παππᾶ", "สมชาย ใจดี")


@dataclass
class Wire:
    """A label printer that notes when the first byte of a label came."""

    server: socket.socket = field(default_factory=lambda: socket.create_server(("127.0.0.1", 0)))
    came: list[float] = field(default_factory=list)
    prints_in: float = 0.0
    """Seconds that a label takes."""

    @property
    def settings(self) -> PrinterSettings:
        return PrinterSettings(_NAME, PrinterKind.NETWORK, f"127.0.0.1:{self.server.getsockname()[1]}")

    @contextmanager
    def listening(self) -> Iterator[None]:
        thread = threading.Thread(target=self._serve)
        thread.start()
        try:
            yield
        finally:
            self.server.shutdown(socket.SHUT_RDWR)
            thread.join()
            self.server.close()

    def _serve(self) -> None:
        with suppress(OSError):  # until the server is shut down
            while True:
                line, _ = self.server.accept()
                with line:
                    self._talk(line)

    def _talk(self, line: socket.socket) -> None:
        begun = False
        while heard := line.recv(65536):
            if heard.startswith(b"\x10\x04"):
                line.sendall(b"\x12")
                continue
            if not begun:
                self.came.append(time.perf_counter())
            begun = True
            if heard.endswith(b"\x1dr\x01"):
                time.sleep(self.prints_in)
                line.sendall(b"\x00")


@contextmanager
def _station(folder: Path, delegates: int) -> Iterator[stations.Opened]:
    shutil.rmtree(folder, ignore_errors=True)
    stations.new_station(folder, "gstf-2024", "bench", "")
    opened = stations.opened(folder)
    fill(opened.store, delegates, delegates)
    share_the_lock()  # as the application does
    take_short_turns()
    yield opened
    opened.store.close()


def measure_printing(folder: Path, _delegates: int, _facts: int) -> Figures:
    """A badge owed to a label printer, until its first byte is there; scans beside such printing and without, by turns."""
    wire = Wire()
    with _station(folder / "printing", _SCANS + 2 * _OWED) as opened, wire.listening():
        ids = list(opened.station.queries.delegate_ids())
        took = _first_bytes(opened.station, wire, ids[:_OWED])[_WARM:]
        figures = {"first_byte_p50_ms": _percentile(took, 0.5), "first_byte_p95_ms": _percentile(took, 0.95)}
        wire.prints_in = _A_LABEL
        beside, alone = _scans(opened.station, wire, ids[_OWED:])
    figures |= {"scan_printing_p99_ms": _percentile(beside, 0.99), "scan_alone_p99_ms": _percentile(alone, 0.99)}
    return {**figures, "scan_printing_ratio": compared(beside, alone)}


def compared(beside: Sequence[float], alone: Sequence[float], together: int = _ROUND * _BLOCK) -> float:
    """Return how many times as long the 99th of 100 takes beside something as without: the median of rounds that took turns.

    One 99th of 100 of each over all tells what the machine had to do for others in the worst minute, which falls on one side.
    """
    rounds = range(0, len(alone) - together + 1, together)
    parts = [(beside[begin : begin + together], alone[begin : begin + together]) for begin in rounds]
    return median(_percentile(one, 0.99) / _percentile(other, 0.99) for one, other in parts)


def _first_bytes(station: OpenedStation, wire: Wire, guests: Sequence[DelegateId]) -> list[float]:
    """Return the seconds from each badge's being owed to its first byte, through the lanes of the application."""
    home: SimpleQueue[object] = SimpleQueue()
    lanes = [Lane(name, home.put, _raised) for name in ("reader", "writer")]
    room = PressRoom(
        station,
        lambda: (wire.settings,),
        PressLanes(*lanes, lambda name: Lane(name, home.put, _raised), home.put),
        lambda _: None,
        _raised,
    )
    room.begin()
    took = []
    for guest in guests:
        owed = time.perf_counter()
        station.badges.print(guest, _NAME)
        room.wake()
        while station.queries.jobs(1)[0].state is not JobState.CONFIRMED:
            home.get(timeout=20)()  # type: ignore[operator]  # what lanes bring home is called there
        took.append(wire.came[-1] - owed)
    room.close()
    for lane in lanes:
        lane.close(5)
    return took


def _scans(station: OpenedStation, wire: Wire, ids: Sequence[DelegateId]) -> tuple[list[float], list[float]]:
    codes = [code_of(station.signer, station.forum.id, each, 1) for each in ids[:_SCANS]]
    while station.upkeep.read_ahead() or station.proving_ahead.step():
        pass
    took: dict[bool, list[float]] = {True: [], False: []}
    with _printing(station, wire, ids) as (going, rests):
        for begin in range(0, len(codes), _BLOCK):
            prints = begin // _BLOCK % 2 == 0
            if prints:
                going.set()
            else:
                going.clear()
                rests.wait()
            for code in codes[begin : begin + _BLOCK]:
                time.sleep(0.01)  # nobody scans faster
                scan = _timed(lambda code=code: station.scanning.scan((code,), CheckpointId("technical-visit")))
                took[prints].append(scan)
    return took[True][2 * _BLOCK :], took[False][2 * _BLOCK :]


@contextmanager
def _printing(
    station: OpenedStation, wire: Wire, guests: Sequence[DelegateId]
) -> Iterator[tuple[threading.Event, threading.Event]]:
    """Print one badge after the other as long as the first that is yielded is set; the second tells when none is."""
    going, rests, ended = threading.Event(), threading.Event(), threading.Event()
    presses = Presses(station, lambda: (wire.settings,))

    def work() -> None:
        for guest in guests:
            while not going.is_set():
                rests.set()
                going.wait()
                rests.clear()
            if ended.is_set():
                return
            station.printing.give_way()  # as each badge of a bulk run does before it is owed
            job = station.badges.print(guest, _NAME).job
            station.printing.print(job, presses.prepare, lambda _ticket: Fate.LOST, lambda _changes: None)

    thread = threading.Thread(target=work)
    thread.start()
    try:
        yield going, rests
    finally:
        ended.set()
        going.set()
        thread.join()


def measure_badge_file(folder: Path, _delegates: int, _facts: int) -> Figures:
    """A thousand badges of mixed scripts as one PDF, in blocks by turns with a bare loop that draws the same texts and codes."""
    with _station(folder / "badge-file", _BADGES) as opened:
        cards = opened.station.queries.cards(opened.station.queries.delegate_ids()[:_BADGES])
        contents = [
            papers.content_of(opened.station, card) if place % 2 else _named(opened.station, card, place)
            for place, card in enumerate(cards)
        ]
    for face in ("NotoSans", "NotoSansSC"):
        pdfmetrics.registerFont(TTFont(face, _FONTS / f"{face}-Regular.ttf"))
    ours = bare = 0.0
    for begin in range(0, _BADGES, _OF_A_BLOCK):
        block = contents[begin : begin + _OF_A_BLOCK]
        qr.matrix.cache_clear()  # of a code nobody knows what the other made of it
        bare += _timed(lambda block=block: _bare(block))
        qr.matrix.cache_clear()
        ours += _timed(lambda block=block: draw_badges(block).pdf())
    size = len(draw_badges(contents).pdf()) / 1e6
    return {"badges_over_bare": ours / bare, "mixed_badges_megabytes": size}


def _named(station: OpenedStation, card: DelegateCard, place: int) -> BadgeContent:
    return replace(papers.content_of(station, card), name=_NAMES[place % len(_NAMES)])


def _bare(contents: Sequence[BadgeContent]) -> bytes:
    """Return what a loop over reportlab makes of the same texts and codes, with no look at what it draws."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=(105 * mm, 148 * mm))
    for content in contents:
        for row, text in enumerate(filter(None, content.texts().values())):
            face = "NotoSansSC" if any(letter > "\u2e7f" for letter in text) else "NotoSans"
            canvas.setFont(face, 12)
            canvas.drawString(10 * mm, (140 - 8 * row) * mm, text)
        canvas.drawImage(ImageReader(qr.dots_image(content.code, 4)), 10 * mm, 10 * mm, 36 * mm, 36 * mm)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def _raised(fault: BaseException) -> None:
    raise fault


if __name__ == "__main__":
    name, where, delegates, facts = sys.argv[1:5]
    print(json.dumps(globals()[f"measure_{name}"](Path(where), int(delegates), int(facts))))
