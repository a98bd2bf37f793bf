"""Brother QL printers print once, over a cable and in the network, or what is not known of it is said."""

import socket
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from label_readers import ql_paper
from listeners import Listener, Talk, heard
from snmp_agent import agent

from checkin_app.domain.details import PrinterStop
from checkin_app.domain.jobs import Fate, JobState
from checkin_app.domain.problems import PrinterFailed
from checkin_app.runtime.printer_media import Media
from checkin_app.runtime.settings import PrinterKind
from checkin_app.services.ports.printers import Outcome
from printing.content import BadgeContent
from printing.labels import LabelPrinters
from printing.press import Press
from printing.printers import Language, Printer
from printing.ql_status import DOES, HINDERED, STATUS, read_status
from printing.ql_talk import QlTalk
from tests.lines import serial_port

Make = Callable[..., BadgeContent]
Has = Mapping[str, bytes | int] | bytes | None
_S = JobState
_PATIENT = LabelPrinters(connect_in=20, answer_in=20, print_in=20)
_QUICK = LabelPrinters(connect_in=20, answer_in=0.4, print_in=0.5, pace=1e9, speed=1e9)
#: For printers that do answer, though not what they were asked: a busy computer may be late with it.
_HEARD = LabelPrinters(connect_in=20, answer_in=3, print_in=3, pace=1e9, speed=1e9)
_ASK, _END = b"\x1biS", b"\x1a"


def _status(
    word: int = 0, phase: int = 0, *, errors: int = 0, media: tuple[int, int, int] = (62, 0x0A, 0), model: bytes = b"80"
) -> bytes:
    width, kind, length = media
    said = bytes([0x80, 0x20, 0x42, 0x34, *model, 0x30, 0x00, *errors.to_bytes(2), width, kind])
    return said + bytes([0] * 5 + [length, word, phase]) + bytes(12)


_READY, _PRINTING, _PRINTED, _RECEIVES = _status(), _status(6, 1), _status(1, 1), _status(6, 0)
_WELL = (_PRINTING, _PRINTED, _RECEIVES)


def _job_in(taken: bytes) -> bytes:
    """Return the whole label of what a printer took, empty until all of it is there: its rows may hold any byte."""
    begin = taken.find(b"\x1biz")
    rows = taken.find(b"M\x00g\x00", begin) + 2
    if begin < 0 or rows < 2:
        return b""
    end = rows + int.from_bytes(taken[begin + 7 : begin + 11], "little") * (3 + 90) + 1
    first = taken.rfind(b"\x1b@\x1bia\x01", 0, begin)
    return taken[first - 400 : end] if len(taken) >= end else b""


# ---- over a cable


def _cable(
    before: Sequence[bytes], after: Sequence[bytes] = _WELL, *, at_once: bytes = b""
) -> Callable[[bytes], Sequence[bytes] | None]:
    """Return a printer that gives one answer after the other to what it is asked, and says `after` once it has a label.

    Args:
        before: its answers; the last again and again.
        after: what it says of a label; of nothing it hangs up.
        at_once: what it says in the middle of one.
    """
    told = [0, False, False]

    def talk(taken: bytes) -> Sequence[bytes] | None:
        job = _job_in(taken)
        begin = taken.find(b"\x1biz")
        said = b""
        asked = (taken if begin < 0 else taken[:begin]).count(_ASK)
        while told[0] < asked:
            said += before[min(told[0], len(before) - 1)]
            told[0] += 1
        if begin >= 0 and not told[1]:
            told[1] = True
            said += at_once
        if job and not told[2]:
            told[2] = True
            if not after:
                return None
            said += b"".join(after)
        return [said]

    return talk


def _at(port: str) -> Printer:
    return Printer("Labels", PrinterKind.SERIAL, f"{port}@115200", template="label62", dpi=300, language=Language.QL)


def _run(content: BadgeContent, printer: Printer, driver: LabelPrinters) -> tuple[Outcome, list[JobState]]:
    states: list[JobState] = []
    press = Press({printer.kind: driver})
    return press.run(content, printer, lambda state, *_said: states.append(state)), states


_CABLES = [
    (_cable([_READY]), _PATIENT, _S.CONFIRMED, ""),
    (_cable([_status(0, 1), _READY], [_PRINTING, _PRINTED]), _QUICK, _S.FAILED_SAFE, "busy with other labels"),
    (_cable([_status(0, 1) + _RECEIVES]), _PATIENT, _S.CONFIRMED, ""),  # what it prints for others ends first
    (_cable([_READY], [_PRINTING, _status(2, 1, errors=0x0100), _PRINTING, _PRINTED]), _PATIENT, _S.CONFIRMED, ""),  # put right in time
    (_cable([b"", _READY]), _PATIENT, _S.CONFIRMED, ""),  # a broken job had swallowed the question
    (_cable([_READY], [_PRINTING]), _QUICK, _S.UNKNOWN, "did not say"),
    (_cable([_READY], [_PRINTED]), _QUICK, _S.UNKNOWN, "did not say"),  # nobody saw it print: it may be another's
    (_cable([_READY], [_RECEIVES]), _QUICK, _S.UNKNOWN, "did not say"),
    (_cable([_READY], [b""]), _QUICK, _S.UNKNOWN, "did not say"),
    (_cable([_READY], [_PRINTING, _PRINTED[:-1]]), _QUICK, _S.UNKNOWN, "did not say"),
    (_cable([_READY], [b"x" + _PRINTING, _PRINTED]), _QUICK, _S.UNKNOWN, "did not say"),
    (_cable([_READY], []), _QUICK, _S.UNKNOWN, "did not say"),
    (_cable([_READY], [b""], at_once=_PRINTING + _PRINTED), _QUICK, _S.UNKNOWN, "did not say"),  # before all of it was there
    (_cable([_READY], [b""], at_once=_status(2, 0, errors=0x0010)), _QUICK, _S.UNKNOWN, "cover is open"),
    (_cable([_READY], [_PRINTING, _status(2, 1, errors=0x0200)]), _QUICK, _S.UNKNOWN, "labels ran out"),
    (_cable([_READY], [_PRINTING, _status(2, 1, errors=0x0400)]), _QUICK, _S.UNKNOWN, "something is stuck"),
    (_cable([_READY], [_status(2, 0, errors=0x0001)]), _QUICK, _S.UNKNOWN, "other labels are in it"),
    (_cable([_READY], [_PRINTING, _status(1, 1, errors=0x0001)]), _QUICK, _S.UNKNOWN, "other labels are in it"),
    (_cable([b""]), _QUICK, _S.FAILED_SAFE, "does not say how it is"),  # silence is not ready
    (_cable([b"\x00" * 32]), _HEARD, _S.FAILED_SAFE, "does not say how it is"),
    (_cable([_READY[:-1]]), _QUICK, _S.FAILED_SAFE, "does not say how it is"),
    (_cable([_status(errors=0x0100)]), _PATIENT, _S.FAILED_SAFE, "no labels left"),
    (_cable([_status(errors=0x0010)]), _PATIENT, _S.FAILED_SAFE, "cover is open"),
    (_cable([_status(errors=0x0400)]), _PATIENT, _S.FAILED_SAFE, "something is stuck"),
    (_cable([_status(errors=0x0080)]), _PATIENT, _S.FAILED_SAFE, "reports an error"),
    (_cable([_status(media=(29, 0x0A, 0))]), _PATIENT, _S.FAILED_SAFE, "labels of 29 mm are in it, and badges for it are drawn for 62 mm"),
    (_cable([_status(media=(62, 0x0B, 100))]), _PATIENT, _S.CONFIRMED, ""),  # nobody said that a roll is in it
    (_cable([_status(media=(62, 0x0B, 29))]), _PATIENT, _S.FAILED_SAFE, "labels of 62 × 29 mm are in it"),
    (_cable([_status(model=b"C0")]), _PATIENT, _S.FAILED_SAFE, "print head has another width"),
]  # fmt: skip


@pytest.mark.parametrize(("talk", "driver", "state", "detail"), _CABLES)
def test_a_printer_at_a_cable_leaves_the_job_where_the_evidence_ends(
    talk: Callable[[bytes], Sequence[bytes] | None], driver: LabelPrinters, state: JobState, detail: str, make: Make
) -> None:
    with serial_port(talk) as (name, taken):
        outcome, states = _run(make(), _at(name), driver)
    _must_be(outcome, states, state, detail, bytes(taken))


def _must_be(outcome: Outcome, states: list[JobState], state: JobState, detail: str, taken: bytes) -> None:
    assert outcome.state is states[-1] is state, outcome
    assert outcome.fault is None
    assert detail in str(outcome.problem)
    assert (_S.SENDING in states) == (state is not _S.FAILED_SAFE)
    if state is _S.FAILED_SAFE:
        assert b"\x1biz" not in taken
    if state is _S.CONFIRMED:
        paper = ql_paper(_job_in(taken), 90)
        assert len(zxingcpp.read_barcodes(paper.picture.convert("L"))) == 1


def test_cut_labels_do_for_a_badge_of_their_size_where_nobody_said_what_is_in_it(make: Make) -> None:
    with serial_port(_cable([_status(media=(62, 0x0B, 100))])) as (name, taken):
        _run(make(), _at(name), _PATIENT)
    paper = ql_paper(_job_in(bytes(taken)), 90)
    assert (paper.kind, paper.size, paper.picture.height, paper.feed) == (0x0B, (62, 100), 1109, 0)


def test_a_roll_that_somebody_named_is_what_must_be_in_it(make: Make) -> None:
    with serial_port(_cable([_status(media=(62, 0x0B, 100))])) as (name, _taken):
        outcome, _ = _run(make(), replace(_at(name), media=Media(62)), _PATIENT)
    assert outcome.state is _S.FAILED_SAFE
    assert "labels of 62 × 100 mm are in it" in str(outcome.problem)


def test_a_badge_for_labels_is_refused_where_a_roll_is_in(make: Make) -> None:
    with serial_port(_cable([_READY])) as (name, taken):
        outcome, _ = _run(make(), replace(_at(name), media=Media(62, 100)), _PATIENT)
    assert outcome.state is _S.FAILED_SAFE
    assert "labels of 62 mm are in it, and badges for it are drawn for 62 × 100 mm" in str(outcome.problem)
    assert b"\x1biz" not in taken


@given(st.lists(st.sampled_from([*_WELL, _READY, _status(2, 0, errors=0x0100)]) | st.binary(max_size=40), max_size=5))
def test_only_that_it_prints_and_then_has_printed_confirms(said: list[bytes]) -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        talk = QlTalk(ours, "Labels", 0.05, 0.05, 0.01, 0.05, answers=True, media=Media(62), wide=False)
        theirs.sendall(b"".join(said))
        theirs.shutdown(socket.SHUT_WR)
        fate = talk.settle().fate
    stream = b"".join(said)
    whole = [read_status(stream[at : at + 32]) for at in range(0, len(stream) - 31, 32)]
    known = whole[: whole.index(None)] if None in whole else whole
    begun = next(
        (at for at, each in enumerate(known) if each and each.prints and each.word == 6 and not each.stop), len(known)
    )
    may = any(each and each.word == 1 and not each.stop for each in known[begun:])
    assert (fate is Fate.PRINTED) == may


@given(st.binary(max_size=40) | st.binary(min_size=29, max_size=29).map(lambda rest: b"\x80\x20B" + rest))
def test_a_status_is_32_bytes_that_begin_as_one_and_each_error_stops(said: bytes) -> None:
    status = read_status(said)
    assert (status is not None) == (len(said) == 32 and said.startswith(b"\x80\x20B"))
    if status:
        assert (status.stop is None) == (said[8:10] == b"\x00\x00")


# ---- in the network


def _objects(status: bytes | None = _READY, does: int = 3, hindered: int = 0) -> Has:
    told: dict[str, bytes | int] = {DOES: does, HINDERED: bytes([hindered])}
    return told if status is None else {STATUS: status, **told}


_IDLE, _BUSY = _objects(), _objects(_status(0, 1), 4)


def _takes(printer: Listener, line: socket.socket) -> None:
    while heard(line, printer):
        pass


def _hangs_up_after(printer: Listener, line: socket.socket) -> None:
    while not _job_in(bytes(printer.taken)) and heard(line, printer):
        pass


def _resets_midway(printer: Listener, line: socket.socket) -> None:
    line.recv(500)


_NETWORKS: list[tuple[Talk, Sequence[Has], Sequence[Has], LabelPrinters, JobState, str]] = [
    (_takes, [_IDLE], [_BUSY, _IDLE], _PATIENT, _S.CONFIRMED, ""),
    (_takes, [_IDLE], [_IDLE, _BUSY, _BUSY, _IDLE], _PATIENT, _S.CONFIRMED, ""),
    (_takes, [_objects(None)], [_objects(None, 4), _objects(None)], _PATIENT, _S.CONFIRMED, ""),  # of another maker’s status
    (_takes, [_objects(_READY, 3), _objects(_READY, 3)], [_objects(_READY, 4), _IDLE], _PATIENT, _S.CONFIRMED, ""),
    (_takes, [_objects(_status(media=(62, 0x0B, 100)))], [_BUSY, _IDLE], _PATIENT, _S.CONFIRMED, ""),
    (_takes, [_BUSY, _BUSY, _IDLE], [_BUSY, _IDLE], _PATIENT, _S.CONFIRMED, ""),  # what it prints for others ends first
    (_takes, [None, _IDLE], [None, _BUSY, None, _IDLE], _PATIENT, _S.CONFIRMED, ""),  # questions are lost
    (_takes, [_IDLE], [_BUSY, _objects(_status(errors=0x0100)), _BUSY, _IDLE], _PATIENT, _S.CONFIRMED, ""),  # put right in time
    (_takes, [_IDLE], [_IDLE], _QUICK, _S.UNKNOWN, "did not say"),  # idle may be before as well as after
    (_takes, [_IDLE], [_BUSY], _QUICK, _S.UNKNOWN, "did not say"),
    (_takes, [_IDLE], [None], _QUICK, _S.UNKNOWN, "did not say"),
    (_takes, [_IDLE], [_BUSY, _objects(_status(errors=0x0200))], _QUICK, _S.UNKNOWN, "labels ran out"),
    (_takes, [_IDLE], [_BUSY, _objects(None, 3, 0x08)], _QUICK, _S.UNKNOWN, "cover is open"),
    (_hangs_up_after, [_IDLE], [_BUSY, _IDLE], _QUICK, _S.UNKNOWN, "did not say"),
    (_resets_midway, [_IDLE], [_IDLE], _QUICK, _S.UNKNOWN, ""),
    (_takes, [None], [], _QUICK, _S.FAILED_SAFE, "does not say how it is"),  # silence is not ready
    (_takes, [b"rubbish"], [], _QUICK, _S.FAILED_SAFE, "does not say how it is"),
    (_takes, [{}], [], _QUICK, _S.FAILED_SAFE, "does not say how it is"),
    (_takes, [_objects(b"short", 9)], [_BUSY, _IDLE], _PATIENT, _S.CONFIRMED, ""),
    (_takes, [_objects(_status(errors=0x0010))], [], _PATIENT, _S.FAILED_SAFE, "cover is open"),
    (_takes, [_objects(None, 3, 0x40)], [], _PATIENT, _S.FAILED_SAFE, "no labels left"),
    (_takes, [_objects(None, 3, 0x04)], [], _PATIENT, _S.FAILED_SAFE, "something is stuck"),
    (_takes, [_objects(_status(media=(29, 0x0B, 90)))], [], _PATIENT, _S.FAILED_SAFE, "labels of 29 × 90 mm are in it"),
    (_takes, [_objects(_status(model=b"D0"))], [], _PATIENT, _S.FAILED_SAFE, "print head has another width"),
    (_takes, [_BUSY], [], _QUICK, _S.FAILED_SAFE, "busy with other labels"),
]  # fmt: skip


@pytest.mark.parametrize(("talk", "before", "after", "driver", "state", "detail"), _NETWORKS)
def test_a_printer_in_the_network_leaves_the_job_where_the_evidence_ends(  # noqa: PLR0917 - a case
    talk: Talk,
    before: Sequence[Has],
    after: Sequence[Has],
    driver: LabelPrinters,
    state: JobState,
    detail: str,
    make: Make,
) -> None:
    printer, asked = Listener(talk, language=Language.QL), [0, 0]

    def has() -> Has:
        place = 1 if _job_in(bytes(printer.taken)) and after else 0
        asked[place] += 1
        said = (before, after)[place]
        return said[min(asked[place], len(said)) - 1]

    with agent(has) as port, printer.listening() as address:
        there = replace(address, template="label62", dpi=300)
        outcome, states = _run(make(), there, replace(driver, snmp_port=port))
        if state is _S.FAILED_SAFE:
            printer.hang_up.set()
    _must_be(outcome, states, state, detail, bytes(printer.taken))


def test_a_line_that_breaks_in_a_question_is_said() -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.close()
        with pytest.raises(PrinterFailed) as failed:
            QlTalk(ours, "Labels", 0.1, 0.1, media=Media(62), wide=False).check()
        assert failed.value.details["detail"] in {PrinterStop.CONNECTION_LOST, PrinterStop.HUNG_UP}
