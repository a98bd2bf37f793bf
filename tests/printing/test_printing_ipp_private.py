"""Printers that speak IPP by TLS, and those that ask who prints: no other certificate is spoken with, no password is read by others."""

import shutil
import socket
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import pytest
from cupskit import running
from doorkeeper import PASSWORD, PLAIN, USER, Doorkeeper, standing
from ippkit import machine

from checkin_app.bootstrap.printer_check import check_printers
from checkin_app.bootstrap.printer_places import met_anew
from checkin_app.domain.details import PrinterStop
from checkin_app.domain.jobs import Fate, JobState, Ticket
from checkin_app.domain.problems import PrintProblem
from checkin_app.domain.problems_printing import PrinterNotReady
from checkin_app.runtime import printer_trust
from checkin_app.runtime.printer_trust import Login
from checkin_app.runtime.settings import PrinterKind, PrinterSettings
from checkin_app.services.ports.printers import Outcome
from checkin_app.sync.certificate import certificate_in, serving_context
from printing import qr
from printing.content import BadgeContent
from printing.cups_queue import CupsQueue
from printing.ipp import Operation, Spooler
from printing.ipp_door import Shut
from printing.ipp_driver import IppDriver, place_of
from printing.ipp_printer import IppPrinter
from printing.press import Press, Watch
from printing.printers import Printer, printer_from
from printing.raster import render
from tests.parts_there import needs

Make = Callable[..., BadgeContent]
pytestmark = needs("ippeveprinter", "dbus-daemon")
BASIC = 'Basic realm="Hall"'
DIGEST = 'Digest realm="Hall", qop="auth", nonce="{nonce}", algorithm=MD5'


@pytest.fixture(autouse=True)
def own_keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep what is kept in a folder of this test's own."""
    monkeypatch.setenv("CHECKIN_KEYS_DIR", str(tmp_path / "keys"))
    return tmp_path / "keys"


@pytest.fixture
def short() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="ipp", dir="/tmp"))  # a socket's path must be short
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def run(printer: Printer, content: BadgeContent, driver: IppDriver | None = None) -> tuple[Outcome, list[JobState]]:
    states: list[JobState] = []
    press = Press({printer.kind: driver or IppPrinter()}, Watch(20.0))
    return press.run(content, printer, lambda state, *_said: states.append(state)), states


def why(problem: PrintProblem | None) -> object:
    return problem.details.get("detail") if problem else None


def at(keeper: Doorkeeper, *, private: bool) -> Printer:
    scheme = "ipps" if private else "ipp"
    return printer_from(PrinterSettings("Hall", PrinterKind.IPP, f"{scheme}://localhost:{keeper.port}"))


def test_a_badge_comes_out_once_by_tls_of_a_printer_whose_certificate_is_kept_from_then_on(
    short: Path, make: Make
) -> None:
    with machine(short / "a", private=True) as hall:
        assert hall.printer.private
        outcome, states = run(hall.printer, make())
        assert (outcome.state, outcome.problem) == (JobState.CONFIRMED, None)
        assert states == [JobState.RENDERED, JobState.SENDING, JobState.SENT, JobState.CONFIRMED]
        (out,) = hall.came_out()
        assert qr.read_back(render(out.read_bytes(), 300 / 72)) == make().code
        assert len(printer_trust.certificate_at(place_of(hall.printer))) == 64
        assert run(hall.printer, make(number="0413-1"))[0].state is JobState.CONFIRMED


def test_nobody_with_another_certificate_is_told_anything_until_the_printer_is_added_again(
    short: Path, make: Make
) -> None:
    with machine(short / "a", private=True) as hall:
        printer_trust.keep_certificate(place_of(hall.printer), "00" * 32)
        outcome, states = run(hall.printer, make())
        assert (outcome.state, why(outcome.problem)) == (JobState.FAILED_SAFE, PrinterStop.OTHER_CERTIFICATE)
        assert JobState.SENDING not in states
        said = IppPrinter().poll(hall.printer, Ticket("Hall", "badge 1 a"))
        assert (said.fate, why(said.problem)) == (Fate.SILENT, PrinterStop.OTHER_CERTIFICATE)
        assert hall.came_out() == []
        again = [PrinterSettings("Hall", PrinterKind.IPP, hall.target)]
        check_printers(again)  # as when something else of it is changed
        assert why(run(hall.printer, make())[0].problem) is PrinterStop.OTHER_CERTIFICATE
        met_anew(again)
        assert run(hall.printer, make())[0].state is JobState.CONFIRMED


def test_one_that_is_exchanged_while_the_application_is_open_is_not_spoken_with(short: Path, make: Make) -> None:
    driver = IppPrinter()
    with machine(short / "a", private=True) as hall:
        assert run(hall.printer, make(), driver)[0].state is JobState.CONFIRMED
        keeper = Doorkeeper((), hall.port)
        with standing(keeper, short, private=True):
            printer_trust.keep_certificate(
                f"localhost:{keeper.port}", printer_trust.certificate_at(place_of(hall.printer))
            )
            outcome, _ = run(at(keeper, private=True), make(number="0413-1"), driver)
            assert why(outcome.problem) is PrinterStop.OTHER_CERTIFICATE
            assert keeper.met == []


def test_whoever_speaks_no_tls_is_said_to_and_sent_nothing(make: Make) -> None:
    def hang_up(plain: socket.socket) -> None:
        other, _ = plain.accept()
        with other:
            assert other.recv(4096)[:1] == b"\x16", "nothing but the beginning of TLS"
            other.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

    with socket.create_server(("127.0.0.1", 0)) as plain, ThreadPoolExecutor(1) as beside:
        plain.settimeout(30)
        hung_up = beside.submit(hang_up, plain)
        target = f"ipps://127.0.0.1:{plain.getsockname()[1]}"
        outcome, _ = run(printer_from(PrinterSettings("Hall", PrinterKind.IPP, target)), make())
        hung_up.result(30)
    assert (outcome.state, why(outcome.problem)) == (JobState.FAILED_SAFE, PrinterStop.NO_TLS)


@pytest.mark.parametrize(
    ("private", "login", "stop"),
    [
        (True, None, PrinterStop.ASKS_WHO),
        (True, Login("anna", "wrong"), PrinterStop.WRONG_LOGIN),
        (False, Login("anna", "wrong"), PrinterStop.OPEN_LINE),
    ],
)
def test_one_that_asks_who_prints_says_so_before_anything_of_a_badge_went_out(
    short: Path, make: Make, private: bool, login: Login | None, stop: PrinterStop
) -> None:
    """Of CUPS's own printer, which asks the system's users: none of those is here."""
    with machine(short / "a", private=private, asks=True) as hall:
        if login:
            printer_trust.keep_login(place_of(hall.printer), login)
        with pytest.raises(PrinterNotReady):  # which is said on the printers' page before the first guest
            IppPrinter().health(hall.printer)
        outcome, states = run(hall.printer, make())
        assert (outcome.state, why(outcome.problem)) == (JobState.FAILED_SAFE, stop)
        assert JobState.SENDING not in states
        assert hall.came_out() == []


class Asking(NamedTuple):
    asks: tuple[str, ...]
    private: bool
    password: str
    """That is kept here."""
    stop: PrinterStop | None = None


@pytest.mark.parametrize("impatient", [False, True])
@pytest.mark.parametrize(
    "asking",
    [
        Asking((BASIC,), True, PASSWORD),
        Asking((DIGEST,), True, PLAIN),
        Asking((DIGEST,), False, PLAIN),
        Asking((BASIC, DIGEST), False, PLAIN),
        Asking(("Negotiate", BASIC), True, PASSWORD),
        Asking((BASIC,), False, PASSWORD, PrinterStop.OPEN_LINE),
        Asking(("Negotiate",), True, PASSWORD, PrinterStop.ASKS_OTHERWISE),
        Asking((DIGEST.replace("MD5", "SHA-256"),), True, PLAIN, PrinterStop.ASKS_OTHERWISE),
        Asking((BASIC,), True, "another", PrinterStop.WRONG_LOGIN),
        Asking((DIGEST,), True, "another", PrinterStop.WRONG_LOGIN),
    ],
)
def test_whoever_has_the_password_prints_once_and_nobody_reads_it_on_the_way(
    short: Path, make: Make, asking: Asking, impatient: bool
) -> None:
    with machine(short / "a") as hall:
        keeper = Doorkeeper(asking.asks, hall.port, PASSWORD if asking.asks[-1] == BASIC else PLAIN, impatient)
        with standing(keeper, short, private=asking.private):
            printer = at(keeper, private=asking.private)
            printer_trust.keep_login(place_of(printer), Login(USER, asking.password))
            outcome, _ = run(printer, make())
            assert why(outcome.problem) is asking.stop
            assert outcome.state is (JobState.FAILED_SAFE if asking.stop else JobState.CONFIRMED)
            assert len(hall.came_out()) == (0 if asking.stop else 1)
            sent = [operation for operation, _ in keeper.met if operation == Operation.PRINT_JOB]
            assert len(sent) == (0 if asking.stop else 1), "no badge goes out to one that does not let it in"
            if not asking.private:
                assert not [said for _, said in keeper.met if said.startswith("Basic")], "others could have read it"


@pytest.mark.parametrize("private", [False, True])
def test_a_no_in_the_middle_of_a_badge_is_heard_though_the_rest_of_it_finds_nobody(short: Path, private: bool) -> None:
    """Whoever reads no further hangs up, and a badge that is larger than what is on the way breaks off."""

    def refuse(hall: socket.socket) -> None:
        line, _ = hall.accept()
        line.settimeout(30)
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        with context.wrap_socket(line, server_side=True) if private else line as heard, heard.makefile("rb") as lines:
            while lines.readline().strip():
                pass
            heard.sendall(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")

    context = serving_context(certificate_in(short / "door", b"secret"))
    with socket.create_server(("127.0.0.1", 0)) as hall, ThreadPoolExecutor(1) as beside:
        hall.settimeout(30)
        refused = beside.submit(refuse, hall)
        spooler = Spooler("127.0.0.1", hall.getsockname()[1], (lambda _digest: True) if private else None)
        with pytest.raises(Shut) as no:
            spooler.ask("/ipp/print", bytes(8_000_000), 30.0)
        refused.result(30)
    assert no.value.stop is PrinterStop.NOT_LET


def test_a_badge_is_not_sent_to_one_that_hangs_up_on_whoever_is_not_known(short: Path, make: Make) -> None:
    """It lets anybody ask how it is, and says that it asks who prints: so it is asked that first, with no badge."""
    with machine(short / "a", asks=True) as hall:
        outcome, states = run(hall.printer, make())
        assert (outcome.state, why(outcome.problem)) == (JobState.FAILED_SAFE, PrinterStop.ASKS_WHO)
        assert states == [JobState.RENDERED, JobState.FAILED_SAFE]


def test_a_password_that_is_given_while_the_application_is_open_is_found(short: Path, make: Make) -> None:
    driver = IppPrinter()
    with machine(short / "a") as hall:
        keeper = Doorkeeper((BASIC,), hall.port)
        with standing(keeper, short, private=True):
            printer = at(keeper, private=True)
            assert why(run(printer, make(), driver)[0].problem) is PrinterStop.ASKS_WHO
            printer_trust.keep_login(place_of(printer), Login(USER, "old"))
            assert why(run(printer, make(), driver)[0].problem) is PrinterStop.WRONG_LOGIN
            printer_trust.keep_login(place_of(printer), Login(USER, PASSWORD))
            assert run(printer, make(), driver)[0].state is JobState.CONFIRMED
            sent = [said for operation, said in keeper.met if operation == Operation.PRINT_JOB]
            assert len(sent) == 1, "the badge went out once, with the password"
        assert len(hall.came_out()) == 1


def test_a_wrong_password_is_not_tried_over_and_over(short: Path, make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    driver, now = IppPrinter(), [0.0]
    monkeypatch.setattr("printing.ipp_door.monotonic", lambda: now[0])
    with machine(short / "a") as hall:
        keeper = Doorkeeper((BASIC,), hall.port)
        with standing(keeper, short, private=True):
            printer = at(keeper, private=True)
            printer_trust.keep_login(place_of(printer), Login(USER, "old"))
            for _ in range(3):
                with pytest.raises(PrinterNotReady, match="does not take the user"):
                    driver.health(printer)
            assert len([said for _, said in keeper.met if said]) == 1
            now[0] = 61.0
            with pytest.raises(PrinterNotReady, match="does not take the user"):
                driver.health(printer)
            assert len([said for _, said in keeper.met if said]) == 2
            printer_trust.keep_login(place_of(printer), Login(USER, PASSWORD))
            driver.health(printer)


@needs("cupsd")
def test_a_queue_that_lets_only_others_print_says_so(short: Path, make: Make) -> None:
    short.chmod(0o755)
    with running(short) as cups:
        cups.add("office")
        cups.do("lpadmin", "-p", "office", "-u", "allow:nobody")
        printer = Printer("Office", PrinterKind.QUEUE, "office")
        outcome, _ = run(printer, make(), CupsQueue(lambda: cups.spooler))
        assert (outcome.state, why(outcome.problem)) == (JobState.FAILED_SAFE, PrinterStop.NOT_LET)
