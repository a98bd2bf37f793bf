"""A label is printed once on a network printer, or what is not known of it is said."""

import socket
import struct
from collections.abc import Callable
from contextlib import suppress
from time import monotonic

import pytest
import qr_by_the_book
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from listeners import Listener, Talk, heard
from PIL import Image

from checkin_app.domain.jobs import Fate, JobState
from checkin_app.domain.problems import PrinterFailed
from checkin_app.runtime.settings import PrinterKind
from checkin_app.services.ports.printers import Outcome
from printing.content import BadgeContent
from printing.driver import NothingAccepted, Said
from printing.escpos_label import EscposTalk, label_bytes
from printing.labels import LabelPrinters
from printing.layout import lay_out
from printing.looks import OURS
from printing.press import Press
from printing.printers import LABEL, Printer
from printing.raster import raster

_S = JobState
#: For printers that answer, however busy this computer is; and for those whose silence is the point.
_PATIENT = LabelPrinters(connect_in=10, answer_in=10, print_in=10)
_QUICK = LabelPrinters(connect_in=10, answer_in=0.2, print_in=0.4, pace=1e9, speed=1e9)
_HASTY_AT_FIRST = LabelPrinters(connect_in=10, answer_in=0.2, print_in=10)
_FENCE = b"\x1dr\x01"

Make = Callable[..., BadgeContent]


def _working(fence: bytes, status: bytes = b"\x12", *, after: bytes = b"") -> Talk:
    """Return a printer that answers each DLE EOT with `status` and the fence with `fence`."""

    def talk(printer: Listener, line: socket.socket) -> None:
        asked = 0
        while heard(line, printer):
            while asked < printer.taken.count(b"\x10\x04"):
                asked += 1
                line.sendall(status)
            if printer.taken.endswith(_FENCE) and fence:
                line.sendall(after + fence)

    return talk


def _echoing(*, slowly: bool = False, answers: bytes = b"") -> Talk:
    """Return a printer, or what stands in its place, that sends back what it is sent."""

    def talk(printer: Listener, line: socket.socket) -> None:
        while piece := heard(line, printer):
            if slowly and not printer.taken.endswith(_FENCE):
                continue
            line.sendall(bytes(printer.taken) if slowly else piece)
            if printer.taken.endswith(_FENCE):
                line.sendall(answers)

    return talk


def _flooding(flood: bytes, *, until_the_fence: bool = False) -> Talk:
    """Return a printer that never stops speaking, or not before the fence, which it then answers."""

    def talk(printer: Listener, line: socket.socket) -> None:
        line.settimeout(0.002)
        while not printer.hang_up.is_set():
            with suppress(TimeoutError, BlockingIOError, OSError):
                line.sendall(flood)
            with suppress(OSError):
                printer.taken += line.recv(65536)
            if until_the_fence and printer.taken.endswith(_FENCE):
                with suppress(OSError):
                    line.sendall(b"\x00")
                break

    return talk


def _resets_at_once(printer: Listener, line: socket.socket) -> None:
    line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def _resets_after_the_status(printer: Listener, line: socket.socket) -> None:
    _answers_status(printer, line)
    line.recv(2000)
    line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def _answers_status(printer: Listener, line: socket.socket) -> None:
    for _ in range(3):
        line.recv(3)
        line.sendall(b"\x12")


def _takes_and_never_reads(printer: Listener, line: socket.socket) -> None:
    line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
    printer.hang_up.wait(60)


def _stops_speaking_but_reads(printer: Listener, line: socket.socket) -> None:
    _answers_status(printer, line)
    line.shutdown(socket.SHUT_WR)
    while heard(line, printer):
        pass


def _hangs_up_after_the_job(printer: Listener, line: socket.socket) -> None:
    _answers_status(printer, line)
    while not printer.taken.endswith(_FENCE):
        heard(line, printer)


def _hangs_up_politely(printer: Listener, line: socket.socket) -> None:
    line.shutdown(socket.SHUT_RDWR)


def _print(
    talk: Talk, content: BadgeContent, driver: LabelPrinters = _PATIENT
) -> tuple[Outcome, list[JobState], bytes]:
    printer, states = Listener(talk), []
    with printer.listening() as address:
        outcome = Press({PrinterKind.NETWORK: driver}).run(content, address, lambda state, *_said: states.append(state))
    return outcome, states, bytes(printer.taken)


_SILENT_AT_FIRST, _SILENT_AFTER, _FLOW_CONTROL_ONLY = _working(b"\x00", status=b""), _working(b""), _working(b"\x13")
_TWICE, _WITH_A_LINE_END = _working(b"\x00\x00"), _working(b"\x00\r\n")
_LOOSE, _EARLY = _working(b"\x01"), _working(b"", status=b"\x12\x00")
_BABBLERS = [
    _echoing(),
    _echoing(answers=b"\x00"),
    _echoing(slowly=True),
    _echoing(slowly=True, answers=b"\x00"),
    _flooding(b"\x00" * 512),
    _flooding(b"\x12" * 512),
    _flooding(b"\x13" * 512),
    _flooding(b"\x00" * 512, until_the_fence=True),
    _TWICE,
    _WITH_A_LINE_END,
    _LOOSE,
    _EARLY,
    _working(b"HTTP/1.1 400 Bad Request\r\n\r\n"),
    _working(b"\x00", after=b"\x40"),
]


@pytest.mark.parametrize("talk", _BABBLERS)
def test_only_the_fences_own_answer_confirms(talk: Talk, make: Make) -> None:
    outcome, states, _ = _print(talk, make(), _QUICK)
    assert outcome.state is states[-1] is _S.UNKNOWN
    assert _S.CONFIRMED not in states
    assert outcome.problem is not None
    assert "did not say whether" in str(outcome.problem)


@given(st.binary(min_size=1, max_size=6))
def test_no_answer_but_one_byte_of_its_form_confirms(answer: bytes) -> None:
    asides = b"\x11\x13"
    news = [byte for byte in answer if byte not in asides and byte & 0x93 != 0x12]
    ours, theirs = socket.socketpair()
    with ours, theirs:
        connection = EscposTalk(ours, "Labels", 0.1, 0.03, 0.01)
        connection.send(b"label")
        theirs.sendall(answer)
        theirs.shutdown(socket.SHUT_WR)
        said = connection.settle()
    answered = said.fate is Fate.PRINTED or isinstance(said.problem, PrinterFailed)  # which says that paper ended
    assert answered == (len(news) == 1 and news[0] & 0x9F in {0x00, 0x03, 0x0C, 0x0F})


def test_a_job_is_not_taken_out_of_the_hands_of_a_printer_that_babbles(make: Make) -> None:
    """A line closed with words unheard on it is reset, and the printer's system drops what it has not read yet."""
    outcome, _, taken = _print(_echoing(), make(), _QUICK)
    assert outcome.state is _S.UNKNOWN
    assert taken.endswith(_FENCE)
    assert zxingcpp.read_barcodes(_printed(taken[taken.index(b"\x1b@") :]).convert("L"))[0].text == make().code


@pytest.mark.parametrize(("address", "port"), [("127.0.0.1", 99999), ("127.0.0.1", -1), ("::1", 2**40)])
def test_a_port_or_an_address_that_cannot_be_is_a_printer_that_is_not_there(
    address: str, port: int, make: Make
) -> None:
    states: list[JobState] = []
    nowhere = Printer("Labels", PrinterKind.NETWORK, address, port, LABEL, 203)
    outcome = Press({PrinterKind.NETWORK: _QUICK}).run(make(), nowhere, lambda state, *_said: states.append(state))
    assert outcome.state is states[-1] is _S.FAILED_SAFE
    assert outcome.problem is not None
    assert outcome.problem.key == "printer_missing"


_DRIVERS = {
    _SILENT_AT_FIRST: _HASTY_AT_FIRST,
    _SILENT_AFTER: _QUICK,
    _FLOW_CONTROL_ONLY: _QUICK,
    _takes_and_never_reads: _QUICK,
}


@pytest.mark.parametrize(
    ("talk", "state", "detail"),
    [
        (_working(b"\x00"), _S.CONFIRMED, ""),
        (_working(b"\x03"), _S.CONFIRMED, ""),  # paper near its end is paper still
        (_SILENT_AT_FIRST, _S.CONFIRMED, ""),  # no status is no reason not to try
        (_working(b"\x00", after=b"\x13\x11\x12"), _S.CONFIRMED, ""),  # flow control and late status are no fence
        (_SILENT_AFTER, _S.UNKNOWN, "did not say"),
        (_FLOW_CONTROL_ONLY, _S.UNKNOWN, "did not say"),
        (_working(b"\x0c"), _S.UNKNOWN, "labels ran out"),
        (_working(b"\x00", status=b"\x16"), _S.FAILED_SAFE, "cover is open"),
        (_working(b"\x00", status=b"\x72"), _S.FAILED_SAFE, "no labels left"),
        (_working(b"\x00", status=b"\x52"), _S.FAILED_SAFE, "reports an error"),
        (_working(b"\x00", status=b"\x1a"), _S.FAILED_SAFE, "it is offline"),
        (_resets_at_once, _S.FAILED_SAFE, ""),
        (_hangs_up_politely, _S.FAILED_SAFE, ""),
        (_takes_and_never_reads, _S.UNKNOWN, ""),
        (_hangs_up_after_the_job, _S.UNKNOWN, "did not say"),
        (_stops_speaking_but_reads, _S.UNKNOWN, "did not say"),
    ],
)
def test_a_printer_in_trouble_leaves_the_job_where_the_evidence_ends(
    talk: Talk, state: JobState, detail: str, make: Make
) -> None:
    driver = _DRIVERS.get(talk, _PATIENT)
    outcome, states, taken = _print(talk, make(), driver)
    assert outcome.state is states[-1] is state
    assert detail in str(outcome.problem)
    if state is _S.FAILED_SAFE:
        assert b"\x1dv0" not in taken
        assert _S.SENDING not in states
    if state is _S.CONFIRMED:
        assert taken.endswith(_FENCE)


def _slow(printer: Listener, line: socket.socket) -> None:
    """Answer for the state at once, and for the job after half a second, as one on a slow line does."""
    asked = 0
    while heard(line, printer):
        while asked < printer.taken.count(b"\x10\x04"):
            asked += 1
            line.sendall(b"\x12")
        if printer.taken.endswith(_FENCE):
            printer.hang_up.wait(0.5)
            line.sendall(b"\x00")


@pytest.mark.parametrize(("pace", "state"), [(20_000.0, _S.CONFIRMED), (1e9, _S.UNKNOWN)])
def test_a_label_is_waited_for_as_long_as_its_bytes_take_on_a_slow_line(
    make: Make, pace: float, state: JobState
) -> None:
    driver = LabelPrinters(connect_in=10, answer_in=5, print_in=0.1, pace=pace, speed=1e9)
    assert _print(_slow, make(), driver)[0].state is state


def test_a_label_is_waited_for_as_long_as_its_length_takes(make: Make) -> None:
    driver = LabelPrinters(connect_in=10, answer_in=5, print_in=0.1, pace=1e9, speed=30.0)
    assert _print(_slow, make(), driver)[0].state is _S.CONFIRMED


def test_a_printer_that_never_says_that_a_label_came_out_is_waited_for_once(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver = LabelPrinters(connect_in=10, answer_in=5, print_in=0.1, pace=40_000.0, speed=1e9)
    waited, settle = list[float](), EscposTalk.settle

    def settling(talk: EscposTalk) -> Said:
        waited.append(talk.settle_in)
        return settle(talk)

    monkeypatch.setattr(EscposTalk, "settle", settling)
    for _ in range(2):
        assert _print(_working(b""), make(), driver)[0].state is _S.UNKNOWN
    assert driver._mute == {"Labels"}
    assert waited[0] > 0.5
    assert waited[1] == driver.print_in
    assert _print(_working(b"\x00"), make(), driver)[0].state is _S.CONFIRMED
    assert driver._mute == set()


def test_a_reset_in_the_middle_of_a_job_is_never_retried_by_itself(make: Make) -> None:
    outcome, states, _ = _print(_resets_after_the_status, make())
    assert outcome.state is _S.UNKNOWN
    assert states[:2] == [_S.RENDERED, _S.SENDING]


def test_only_a_first_piece_that_could_not_leave_is_surely_not_out() -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.close()
        with pytest.raises(NothingAccepted):
            EscposTalk(ours, "Labels", 0.1, 0.1).send(b"job")
        with pytest.raises(PrinterFailed):
            EscposTalk(ours, "Labels", 0.1, 0.1).check()
    ours, theirs = socket.socketpair()
    with ours, theirs, pytest.raises(PrinterFailed):
        EscposTalk(ours, "Labels", 0.1, 0.1).send(bytes(10_000_000))


def test_a_printer_that_is_switched_off_took_nothing(make: Make) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    states: list[JobState] = []
    gone = Printer("Labels", PrinterKind.NETWORK, "127.0.0.1", port, LABEL, 203)
    outcome = Press({PrinterKind.NETWORK: _QUICK}).run(make(), gone, lambda state, *_said: states.append(state))
    assert states == [_S.RENDERED, _S.FAILED_SAFE]
    assert outcome.problem is not None
    assert outcome.problem.key == "printer_missing"


def test_an_address_that_can_be_no_host_is_a_printer_that_is_not_there(make: Make) -> None:
    nowhere = Printer("Labels", PrinterKind.NETWORK, "é" * 80, 9100, LABEL, 203)
    outcome = Press({PrinterKind.NETWORK: _QUICK}).run(make(), nowhere, lambda *_said: None)
    assert (outcome.state, str(outcome.problem)[:35]) == (_S.FAILED_SAFE, "The printer Labels is not there. Sw")


@pytest.mark.performance
def test_trouble_is_known_within_seconds(make: Make) -> None:
    begun = monotonic()
    _print(_takes_and_never_reads, make(), _QUICK)
    assert monotonic() - begun < 5
    assert max(LabelPrinters().connect_in, LabelPrinters().answer_in, LabelPrinters().print_in) <= 5


def _printed(commands: bytes) -> Image.Image:
    """Return what a printer's paper would show: a reader of ESC @, GS a, GS v 0, ESC d and GS V of its own."""
    rows: list[bytes] = []
    width, at = 0, 0
    while at < len(commands):
        head = commands[at : at + 2]
        if head == b"\x1b@":
            at += 2
        elif head in {b"\x1da", b"\x1bd", b"\x1dV", b"\x1dr"}:
            at += 3
        elif commands[at : at + 4] == b"\x1dv0\x00":
            across, down = struct.unpack_from("<HH", commands, at + 4)
            assert down <= 200, "a cheap printer holds no more rows"
            body = commands[at + 8 : at + 8 + across * down]
            assert len(body) == across * down
            rows += [body[row * across : (row + 1) * across] for row in range(down)]
            width, at = across * 8, at + 8 + across * down
        else:
            raise AssertionError(f"unknown command {head!r} at {at}")
    return Image.frombytes("1", (width, len(rows)), bytes(255 - byte for byte in b"".join(rows)))


def test_the_bytes_print_the_very_label_and_its_code_is_read_by_others(
    make: Make, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = lay_out(make(), OURS.template(LABEL))
    image = raster(plan, 203)
    paper = _printed(label_bytes(image))
    assert paper.size == (576, image.height)
    assert paper.tobytes() == image.tobytes()
    box = tuple(int(edge * 203 / 25.4) for edge in (0, 24, 36, 60))
    assert qr_by_the_book.read(paper, box) == make().code
    assert zxingcpp.read_barcodes(paper.convert("L"))[0].text == make().code
    assert capsys.readouterr().out == ""  # python-escpos talks on stdout where a profile has no width


def test_the_job_is_what_the_printer_takes(make: Make) -> None:
    _, _, taken = _print(_working(b"\x00"), make())
    assert taken.startswith(b"\x10\x04\x01\x10\x04\x02\x10\x04\x04\x1b@")
    paper = _printed(taken[9:])
    assert zxingcpp.read_barcodes(paper.convert("L"))[0].text == make().code


def test_zbar_reads_the_paper_too(make: Make) -> None:
    try:
        from pyzbar.pyzbar import decode
    except ImportError:
        pytest.skip("libzbar is not on this computer; two other readers are asked above")
    paper = _printed(label_bytes(raster(lay_out(make(), OURS.template(LABEL)), 203)))
    assert [found.data.decode() for found in decode(paper.convert("L"))] == [make().code]
