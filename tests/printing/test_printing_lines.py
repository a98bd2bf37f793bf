"""Label printers at USB and at serial ports print once, or what is not known of it is said."""

import errno
import os
from collections.abc import Callable, Sequence
from dataclasses import replace

import libusb_package
import pytest
from hypothesis import given
from hypothesis import strategies as st
from label_readers import zpl_paper
from usbkit import Device, Usb

from checkin_app.domain.jobs import JobState
from checkin_app.domain.problems import PrintProblem
from checkin_app.runtime.printer_targets import SerialTarget, UsbTarget, serial_target, usb_target
from checkin_app.runtime.settings import PrinterKind
from checkin_app.services.ports.printers import Outcome
from printing.content import BadgeContent
from printing.labels import LabelPrinters
from printing.press import Press
from printing.printers import LABEL, Language, Printer
from printing.serial_line import serial_line
from printing.usb_line import usb_line, usb_printers
from tests.lines import serial_port

_S = JobState
_PATIENT = LabelPrinters(connect_in=10, answer_in=10, print_in=10)
_QUICK = LabelPrinters(connect_in=10, answer_in=0.2, print_in=0.3, pace=1e9, speed=1e9)
_AT_USB = Printer("Zebra", PrinterKind.USB, "0a5f:0164", template=LABEL, dpi=203, language=Language.ZPL)
_READY = b"\x02030,0,0,0480,000,0,0,0,000,0,0,0\x03\r\n\x02000,0,0,0,1,2,6,0,00000000,1,000\x03\r\n\x021234,0\x03\r\n"
_JOB_ENDS = b"^XZ\n"

Make = Callable[..., BadgeContent]
At = Callable[..., Device]


@pytest.fixture
def at_usb(monkeypatch: pytest.MonkeyPatch) -> At:
    """Return a function that puts devices at USB in the place of this computer's own."""

    def put(*devices: Device) -> Device:
        monkeypatch.setattr(libusb_package, "get_libusb1_backend", lambda: Usb([*devices]))
        return devices[0]

    return put


def _ready(taken: bytes) -> Sequence[bytes]:
    """Answer ~HS in two packets and one without anything, as printers do."""
    return [b"", _READY[:40], _READY[40:]] if taken.endswith(b"~HS") else []


def _run(content: BadgeContent, printer: Printer, driver: LabelPrinters) -> tuple[Outcome, list[JobState]]:
    states: list[JobState] = []
    outcome = Press({printer.kind: driver}).run(content, printer, lambda state, *_said: states.append(state))
    return outcome, states


def test_a_badge_comes_out_of_a_printer_at_usb_which_is_given_back(make: Make, at_usb: At) -> None:
    device = at_usb(Device(answers=_ready))
    outcome, states = _run(make(), _AT_USB, _PATIENT)
    assert outcome.state is states[-1] is _S.CONFIRMED
    assert (device.driver, device.held) == (True, False)
    taken = bytes(device.taken)
    assert taken.startswith(b"~HS^XA")
    assert zpl_paper(taken[3 : taken.index(_JOB_ENDS) + len(_JOB_ENDS)]).width == 576


@pytest.mark.parametrize(
    ("change", "state", "said"),
    [
        ({"pulled_after": 0}, _S.FAILED_SAFE, "is not there"),
        ({"pulled_after": 3, "answers": _ready}, _S.FAILED_SAFE, "connection broke off"),
        ({"pulled_after": 2000, "answers": _ready}, _S.UNKNOWN, "connection broke off"),  # between two writes
        ({"stuck_after": 2000, "answers": _ready}, _S.UNKNOWN, "connection broke off"),
        (
            {"stuck_after": 3, "answers": _ready},
            _S.FAILED_SAFE,
            "connection broke off",
        ),  # USB says that it took nothing
        ({"answers": None}, _S.FAILED_SAFE, "does not say how it is"),
        ({"one_way": True}, _S.FAILED_SAFE, "does not say how it is"),
        ({"refuses": errno.EBUSY}, _S.FAILED_SAFE, "another program holds it"),
        ({"refuses": errno.EACCES}, _S.FAILED_SAFE, "lets only others use it"),
        ({"refuses": errno.EPERM}, _S.FAILED_SAFE, "could not be opened"),
        ({"kind": 3}, _S.FAILED_SAFE, "is not there"),  # a keyboard of the same maker
        ({"product": 1}, _S.FAILED_SAFE, "is not there"),
        ({"elsewhere": True}, _S.FAILED_SAFE, "is not there"),
    ],
)
def test_trouble_at_usb_leaves_the_job_where_the_evidence_ends(
    change: dict[str, object], state: JobState, said: str, make: Make, at_usb: At
) -> None:
    device = at_usb(replace(Device(), **change))  # type: ignore[arg-type]  # entries of a device
    outcome, states = _run(make(), _AT_USB, _QUICK)
    assert outcome.state is states[-1] is state
    assert outcome.fault is None
    assert said in str(outcome.problem)
    assert (device.driver, device.held) == (True, False), "the system has it again"


def test_a_printer_that_is_pulled_out_while_it_prints_is_a_question(make: Make, at_usb: At) -> None:
    def pulled(taken: bytes) -> Sequence[bytes]:
        if taken.endswith(_JOB_ENDS):
            device.pulled_after = len(taken)
        return _ready(taken)

    device = at_usb(Device())
    device.answers = pulled
    outcome, _ = _run(make(), _AT_USB, _QUICK)
    assert outcome.state is _S.UNKNOWN
    assert outcome.fault is None
    assert "did not say" in str(outcome.problem)


def test_of_two_that_are_alike_the_one_with_the_number_is_used_and_none_without(make: Make, at_usb: At) -> None:
    first, second = Device(serial="A1", answers=_ready), Device(serial="B2", answers=_ready)
    at_usb(first, second)
    outcome, _ = _run(make(), _AT_USB, _QUICK)
    assert "say its serial number" in str(outcome.problem)
    assert not first.taken
    outcome, _ = _run(make(), replace(_AT_USB, address="0A5F:0164:B2"), _QUICK)
    assert outcome.state is _S.CONFIRMED
    assert (bool(first.taken), bool(second.taken)) == (False, True)


def test_printers_at_usb_are_found_by_what_they_call_themselves(at_usb: At) -> None:
    at_usb(
        Device(serial="B2"),
        Device(kind=3),
        Device(serial="A1"),
        Device(product=9, serial=""),
        Device(refuses=errno.EACCES),
    )
    assert usb_printers() == (
        ("0a5f:0164", "0a5f:0164"),  # one that may not be asked is there all the same
        ("Zebra ZD421", "0a5f:0009"),
        ("Zebra ZD421", "0a5f:0164:A1"),
        ("Zebra ZD421", "0a5f:0164:B2"),
    )


def test_a_computer_without_usb_has_no_printers_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libusb_package, "get_libusb1_backend", lambda: None)
    assert usb_printers() == ()
    with pytest.raises(PrintProblem, match="is not there"):
        usb_line(_AT_USB, 1.0)


def test_libusb_comes_with_the_application() -> None:
    assert libusb_package.get_libusb1_backend() is not None
    assert libusb_package.get_library_path() is not None


# ---- serial ports


def _at(port: str) -> Printer:
    return Printer("Zebra", PrinterKind.SERIAL, f"{port}@115200", template=LABEL, dpi=203, language=Language.ZPL)


def test_a_badge_comes_out_of_a_printer_at_a_serial_port(make: Make) -> None:
    with serial_port(_ready) as (name, taken):
        outcome, states = _run(make(), _at(name), _PATIENT)
    assert outcome.state is states[-1] is _S.CONFIRMED
    assert zpl_paper(bytes(taken[3 : taken.index(_JOB_ENDS) + len(_JOB_ENDS)])).width == 576


def test_a_serial_printer_that_vanishes_in_the_middle_is_a_question(make: Make) -> None:
    with serial_port(lambda taken: None if len(taken) >= 1500 else _ready(taken)) as (name, _taken):
        outcome, states = _run(make(), _at(name), _QUICK)
    assert outcome.state is states[-1] is _S.UNKNOWN
    assert outcome.fault is None


def test_a_serial_printer_that_says_nothing_is_not_ready(make: Make) -> None:
    with serial_port(lambda _taken: []) as (name, _taken):
        outcome, states = _run(make(), _at(name), _QUICK)
    assert outcome.state is states[-1] is _S.FAILED_SAFE
    assert "does not say how it is" in str(outcome.problem)


def test_a_port_is_held_by_one_program_alone_and_named_where_it_is_gone(tmp_path: os.PathLike[str]) -> None:
    with serial_port(lambda _taken: []) as (name, _taken):
        line = serial_line(_at(name), 1.0)
        with pytest.raises(PrintProblem, match="another program holds it"):
            serial_line(_at(name), 1.0)
        line.close()
        serial_line(_at(name), 1.0).close()
    for nowhere in (f"{tmp_path}/ttyUSB9", "COM999", str(tmp_path)):
        with pytest.raises(PrintProblem, match="is not there"):
            serial_line(_at(nowhere), 1.0)


# ---- targets


@given(st.integers(0, 0xFFFF), st.integers(0, 0xFFFF), st.from_regex(r"[!-9;-~]{0,12}", fullmatch=True))
def test_a_target_at_usb_is_read_as_it_is_written(vendor: int, product: int, serial: str) -> None:
    target = UsbTarget(vendor, product, serial)
    assert usb_target(str(target)) == target
    assert usb_target(str(target).upper()) == UsbTarget(vendor, product, serial.upper())


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("COM3", SerialTarget("COM3", 9600)),
        ("/dev/ttyUSB0@115200", SerialTarget("/dev/ttyUSB0", 115200)),
        ("", None),
        ("COM3@", None),
        ("COM3@12", None),
        ("COM 3", None),
        ("a@b@9600", None),
    ],
)
def test_a_serial_target_is_a_port_and_its_speed(text: str, target: SerialTarget | None) -> None:
    assert serial_target(text) == target


@pytest.mark.parametrize("text", ["", "0a5f", "0a5f:", "0a5f:0164:", "0a5g:0164", "a5f:0164", "0a5f:0164:a b"])
def test_what_is_no_target_at_usb_is_none(text: str) -> None:
    assert usb_target(text) is None
