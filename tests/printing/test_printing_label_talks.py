"""Label printers that speak ZPL or TSPL print once, or what is not known of it is said."""

import socket
import struct
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from time import monotonic

import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from label_readers import tspl_paper, zpl_paper
from listeners import Listener, Talk, heard

from checkin_app.domain.details import PrinterStop
from checkin_app.domain.jobs import Fate, JobState
from checkin_app.domain.problems import PrinterFailed
from checkin_app.runtime.settings import PrinterKind
from checkin_app.services.ports.printers import Outcome
from printing.content import BadgeContent
from printing.labels import LabelPrinters
from printing.press import Press
from printing.printers import Language
from printing.tspl_label import TsplTalk, stop_of
from printing.zpl_label import ZplTalk, read_status

_S = JobState
_PATIENT = LabelPrinters(connect_in=10, answer_in=10, print_in=10)
_QUICK = LabelPrinters(connect_in=10, answer_in=0.3, print_in=0.5, pace=1e9, speed=1e9)
#: For printers that do answer, though not what they were asked: a busy computer may be late with it.
_HEARD = LabelPrinters(connect_in=10, answer_in=3, print_in=3, pace=1e9, speed=1e9)
_ASK_ZPL, _ASK_TSPL = b"~HS", b"\x1b!?"
_END_ZPL, _END_TSPL = b"^XZ\n", b"PRINT 1,1\r\n"

Make = Callable[..., BadgeContent]


def _zpl_answer(**flags: int) -> bytes:
    """Return an answer to ~HS, of a printer that is ready where nothing is said: Zebra's own example, by its letters."""
    f = dict.fromkeys(
        ("paper", "pause", "waiting", "full", "partial", "corrupt", "cold", "hot", "head", "ribbon", "left"), 0
    )
    f |= flags
    return (
        f"\x02030,{f['paper']},{f['pause']},0480,{f['waiting']:03},{f['full']},0,{f['partial']},000,"
        f"{f['corrupt']},{f['cold']},{f['hot']}\x03\r\n"
        f"\x02000,0,{f['head']},{f['ribbon']},1,2,6,0,{f['left']:08},1,000\x03\r\n\x021234,0\x03\r\n"
    ).encode()


_READY, _WORKING = _zpl_answer(), _zpl_answer(waiting=1, left=1)


def _answering(ask: bytes, end: bytes, before: Sequence[bytes], after: Sequence[bytes]) -> Talk:
    """Return a printer that gives one answer after the other to `ask`, its last again and again; after a job, others."""

    def talk(printer: Listener, line: socket.socket) -> None:
        asked = [0, 0]
        while heard(line, printer):
            job = printer.taken.find(end)
            for place, (said, text) in enumerate(
                (
                    (before, printer.taken if job < 0 else printer.taken[:job]),
                    (after, b"" if job < 0 else printer.taken[job:]),
                )
            ):
                while asked[place] < text.count(ask):
                    asked[place] += 1
                    line.sendall(said[min(asked[place], len(said)) - 1])

    return talk


def _zpl(before: Sequence[bytes], after: Sequence[bytes] = (_READY,)) -> Talk:
    return _answering(_ASK_ZPL, _END_ZPL, before, after)


def _tspl(before: Sequence[bytes], after: Sequence[bytes] = (b"\x20", b"\x00")) -> Talk:
    return _answering(_ASK_TSPL, _END_TSPL, before, after)


def _print(
    talk: Talk, content: BadgeContent, language: Language, driver: LabelPrinters = _PATIENT
) -> tuple[Outcome, list[JobState], bytes]:
    printer, states = Listener(talk, language=language), []
    with printer.listening() as address:
        outcome = Press({PrinterKind.NETWORK: driver}).run(content, address, lambda state, *_said: states.append(state))
    return outcome, states, bytes(printer.taken)


def _resets(printer: Listener, line: socket.socket) -> None:
    line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def _hangs_up(printer: Listener, line: socket.socket) -> None:
    line.shutdown(socket.SHUT_RDWR)


def _takes_and_never_reads(printer: Listener, line: socket.socket) -> None:
    line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
    printer.hang_up.wait(60)


def _echoing(printer: Listener, line: socket.socket) -> None:
    while piece := heard(line, printer):
        line.sendall(piece)


def _flooding(flood: bytes) -> Talk:
    def talk(printer: Listener, line: socket.socket) -> None:
        line.settimeout(0.002)
        while not printer.hang_up.is_set():
            with suppress(OSError):
                line.sendall(flood)
            with suppress(OSError):
                printer.taken += line.recv(65536)

    return talk


def _resets_in_the_job(ask: bytes, answer: bytes) -> Talk:
    def talk(printer: Listener, line: socket.socket) -> None:
        line.recv(len(ask))
        line.sendall(answer)
        line.recv(500)
        _resets(printer, line)

    return talk


def _hangs_up_after_the_job(ask: bytes, end: bytes, answer: bytes) -> Talk:
    def talk(printer: Listener, line: socket.socket) -> None:
        line.recv(len(ask))
        line.sendall(answer)
        while end not in printer.taken:
            heard(line, printer)

    return talk


def _silent(printer: Listener, line: socket.socket) -> None:
    while heard(line, printer):
        pass


def _slow(ask: bytes, end: bytes, before: bytes, after: Sequence[bytes]) -> Talk:
    """Take a job at some kilobytes a second, and answer as one that is idle until it has all of it."""

    def talk(printer: Listener, line: socket.socket) -> None:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
        asked = 0
        while piece := line.recv(256):
            printer.taken += piece
            printer.hang_up.wait(0.02)
            while asked < printer.taken.count(ask):
                asked += 1
                line.sendall(before if end not in printer.taken else after[min(asked - 2, len(after) - 1)])

    return talk


_ZPL_TROUBLES = [
    (_zpl([_READY], [_WORKING, _READY]), _PATIENT, _S.CONFIRMED, ""),
    (_zpl([b"\x13\x11" + _READY]), _PATIENT, _S.CONFIRMED, ""),  # flow control is no answer, and no fault
    (_zpl([_WORKING]), _PATIENT, _S.CONFIRMED, ""),  # labels of others may wait: they are printed first
    (_zpl([_READY], [_zpl_answer(paper=1, left=1), _WORKING, _READY]), _PATIENT, _S.CONFIRMED, ""),  # put right in time
    (_slow(_ASK_ZPL, _END_ZPL, _READY, [_WORKING, _READY]), _PATIENT, _S.CONFIRMED, ""),
    (_zpl([_READY], [_WORKING]), _QUICK, _S.UNKNOWN, "did not say"),
    (_zpl([_READY], [_READY, _WORKING]), _QUICK, _S.UNKNOWN, "did not say"),  # once empty is not yet printed
    (_zpl([_READY], [_zpl_answer(partial=1)]), _QUICK, _S.UNKNOWN, "did not say"),
    (_zpl([_READY], [_zpl_answer(paper=1, left=1)]), _QUICK, _S.UNKNOWN, "labels ran out"),
    (_zpl([_READY], [_zpl_answer(paper=1)]), _QUICK, _S.UNKNOWN, "labels ran out"),
    (_zpl([_READY], [_zpl_answer(head=1, left=1)]), _QUICK, _S.UNKNOWN, "cover is open"),
    (_zpl([_READY], [b"x"]), _QUICK, _S.UNKNOWN, "did not say"),
    (_zpl([_READY], [_READY[:-9]]), _QUICK, _S.UNKNOWN, "did not say"),
    (_zpl([_READY], [b""]), _QUICK, _S.UNKNOWN, "did not say"),
    (_zpl([_READY], [_READY + b"PAPER OUT"]), _QUICK, _S.UNKNOWN, "did not say"),
    (_hangs_up_after_the_job(_ASK_ZPL, _END_ZPL, _READY), _QUICK, _S.UNKNOWN, "did not say"),
    (_resets_in_the_job(_ASK_ZPL, _READY), _QUICK, _S.UNKNOWN, ""),
    (_zpl([_zpl_answer(paper=1)]), _PATIENT, _S.FAILED_SAFE, "no labels left"),
    (_zpl([_zpl_answer(head=1, paper=1)]), _PATIENT, _S.FAILED_SAFE, "cover is open"),
    (_zpl([_zpl_answer(ribbon=1)]), _PATIENT, _S.FAILED_SAFE, "ribbon ran out"),
    (_zpl([_zpl_answer(pause=1)]), _PATIENT, _S.FAILED_SAFE, "press its pause button"),
    (_zpl([_zpl_answer(full=1)]), _PATIENT, _S.FAILED_SAFE, "busy with other labels"),
    (_zpl([_zpl_answer(hot=1)]), _PATIENT, _S.FAILED_SAFE, "too hot or too cold"),
    (_zpl([_zpl_answer(corrupt=1)]), _PATIENT, _S.FAILED_SAFE, "reports an error"),
    (_silent, _QUICK, _S.FAILED_SAFE, "does not say how it is"),  # silence is not ready
    (_takes_and_never_reads, _QUICK, _S.FAILED_SAFE, "does not say how it is"),
    (_echoing, _HEARD, _S.FAILED_SAFE, "does not say how it is"),
    (_flooding(b"\x00" * 512), _QUICK, _S.FAILED_SAFE, "does not say how it is"),
    (
        _flooding(3 * _READY),
        _QUICK,
        _S.FAILED_SAFE,
        "does not say how it is",
    ),  # of one alone the first may pass for an answer
    (_resets, _QUICK, _S.FAILED_SAFE, ""),
    (_hangs_up, _QUICK, _S.FAILED_SAFE, ""),
]
_TSPL_TROUBLES = [
    (_tspl([b"\x00"]), _PATIENT, _S.CONFIRMED, ""),
    (_tspl([b"\x20", b"\x20", b"\x00"]), _PATIENT, _S.CONFIRMED, ""),  # what it prints for others ends first
    (_tspl([b"\x00"], [b"\x00", b"\x04", b"\x20", b"\x00"]), _PATIENT, _S.CONFIRMED, ""),  # put right in time
    (_slow(_ASK_TSPL, _END_TSPL, b"\x00", [b"\x20", b"\x00"]), _PATIENT, _S.CONFIRMED, ""),
    (_tspl([b"\x00"], [b"\x00"]), _QUICK, _S.UNKNOWN, "did not say"),  # idle may be before as well as after
    (_tspl([b"\x00"], [b"\x20"]), _QUICK, _S.UNKNOWN, "did not say"),
    (_tspl([b"\x00"], [b"\x20", b"\x04"]), _QUICK, _S.UNKNOWN, "labels ran out"),
    (_tspl([b"\x00"], [b"\x20", b"\x01"]), _QUICK, _S.UNKNOWN, "cover is open"),
    (_tspl([b"\x00"], [b"\x20", b"\x00\x00"]), _QUICK, _S.UNKNOWN, "did not say"),
    (_tspl([b"\x00"], [b"\x20", b"\x40"]), _QUICK, _S.UNKNOWN, "did not say"),
    (_hangs_up_after_the_job(_ASK_TSPL, _END_TSPL, b"\x00"), _QUICK, _S.UNKNOWN, "did not say"),
    (_resets_in_the_job(_ASK_TSPL, b"\x00"), _QUICK, _S.UNKNOWN, ""),
    (_silent, _QUICK, _S.UNKNOWN, "did not say"),  # many answer nothing, and print
    (_echoing, _HEARD, _S.UNKNOWN, "did not say"),
    (_flooding(b"\x00" * 512), _QUICK, _S.UNKNOWN, "did not say"),
    (_flooding(b"\x20"), _QUICK, _S.UNKNOWN, "did not say"),
    (_takes_and_never_reads, _QUICK, _S.UNKNOWN, ""),
    (_tspl([b"\x01"]), _PATIENT, _S.FAILED_SAFE, "cover is open"),
    (_tspl([b"\x05"]), _PATIENT, _S.FAILED_SAFE, "cover is open"),
    (_tspl([b"\x02"]), _PATIENT, _S.FAILED_SAFE, "stuck"),
    (_tspl([b"\x04"]), _PATIENT, _S.FAILED_SAFE, "no labels left"),
    (_tspl([b"\x08"]), _PATIENT, _S.FAILED_SAFE, "ribbon ran out"),
    (_tspl([b"\x10"]), _PATIENT, _S.FAILED_SAFE, "press its pause button"),
    (_tspl([b"\x80"]), _PATIENT, _S.FAILED_SAFE, "reports an error"),
    (_tspl([b"\x20"]), _QUICK, _S.FAILED_SAFE, "busy with other labels"),
    (_resets, _QUICK, _S.FAILED_SAFE, ""),
    (_hangs_up, _QUICK, _S.FAILED_SAFE, ""),
]
_TROUBLES = [(Language.ZPL, *each) for each in _ZPL_TROUBLES] + [(Language.TSPL, *each) for each in _TSPL_TROUBLES]


@pytest.mark.parametrize(("language", "talk", "driver", "state", "detail"), _TROUBLES)
def test_a_printer_in_trouble_leaves_the_job_where_the_evidence_ends(  # noqa: PLR0917 - a case
    language: Language, talk: Talk, driver: LabelPrinters, state: JobState, detail: str, make: Make
) -> None:
    outcome, states, taken = _print(talk, make(), language, driver)
    assert outcome.state is states[-1] is state
    assert outcome.fault is None
    assert detail in str(outcome.problem)
    if state is _S.FAILED_SAFE:
        assert b"^XA" not in taken
        assert b"BITMAP" not in taken
        assert _S.SENDING not in states
    else:
        assert _S.SENDING in states
    if state is _S.CONFIRMED:
        begin, end = (b"^XA", _END_ZPL) if language is Language.ZPL else (b"\r\nSIZE", _END_TSPL)
        job = taken[taken.index(begin) : taken.index(end) + len(end)]
        paper = zpl_paper(job) if language is Language.ZPL else tspl_paper(job, 203)
        assert zxingcpp.read_barcodes(paper.convert("L"))[0].text == make().code


def test_a_printer_that_is_hung_up_on_while_it_speaks_fails_no_test() -> None:
    def speak_too_late(printer: Listener, line: socket.socket) -> None:
        printer.hang_up.wait(60)
        line.sendall(b"ready")

    printer = Listener(speak_too_late)
    with printer.listening() as there, socket.create_connection((there.address, there.port)) as ours:
        _resets(printer, ours)


@pytest.mark.performance
def test_trouble_with_a_printer_that_says_nothing_is_known_within_seconds(make: Make) -> None:
    begun = monotonic()
    _print(_silent, make(), Language.TSPL, _QUICK)
    assert monotonic() - begun < 5


@given(st.binary(max_size=120))
def test_nothing_but_a_whole_answer_says_how_a_printer_of_zpl_is(answer: bytes) -> None:
    assert read_status(answer) is None


@given(st.integers(0, 75), st.binary(min_size=1, max_size=3))
def test_a_broken_answer_is_none(at: int, rubbish: bytes) -> None:
    whole = _READY.replace(b"\r\n", b"")
    assert read_status(whole) is not None
    assert read_status(whole[:at] + rubbish + whole[at:]) is None
    assert read_status(whole[:at]) is None


_COUNTS = {"waiting": 999, "partial": 1, "left": 99_999_999}
_FLAGS = ("paper", "pause", "full", "corrupt", "cold", "hot", "head", "ribbon")


@given(
    st.fixed_dictionaries({}, optional={name: st.integers(0, most) for name, most in _COUNTS.items()}),
    st.sets(st.sampled_from(_FLAGS)),
)
def test_a_printer_of_zpl_is_ready_and_empty_only_where_every_figure_says_so(
    counts: dict[str, int], flags: set[str]
) -> None:
    status = read_status(_zpl_answer(**counts, **dict.fromkeys(flags, 1)).replace(b"\r\n", b""))
    assert status is not None
    assert (status.stop is None) == (not flags)
    assert status.empty == (not any(counts.values()))


@given(st.integers(0, 255))
def test_each_bit_of_a_status_in_tspl_stops_the_printer_but_that_it_prints(status: int) -> None:
    assert (stop_of(status) is None) == (status & ~0x60 == 0)


@given(st.lists(st.binary(min_size=1, max_size=3), max_size=4), st.sampled_from([ZplTalk, TsplTalk]))
def test_no_rubbish_confirms(answers: list[bytes], kind: type[ZplTalk] | type[TsplTalk]) -> None:
    """Whatever a printer sends that is no whole answer: a run of single statuses alone may confirm, in TSPL."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        talk = kind(ours, "Labels", 0.05, 0.05, 0.01, 0.05, answers=True)
        talk.send(b"label")
        answering = threading.Thread(target=_answer_each, args=(theirs, answers))
        answering.start()
        said = talk.settle()
        ours.shutdown(socket.SHUT_RDWR)
        answering.join()
    single = [each[0] for each in answers if len(each) == 1]
    may = kind is TsplTalk and len(single) >= 3 and 0x20 in single and single.count(0) >= 2
    assert said.fate is Fate.SILENT or may


def _answer_each(line: socket.socket, answers: list[bytes]) -> None:
    line.settimeout(60)
    for each in [b"", *answers]:
        try:
            if not line.recv(65536):
                return
            line.sendall(each)
        except OSError:
            return


def test_a_word_in_the_middle_of_a_job_confirms_nothing() -> None:
    """An answer that comes before it is asked for is another's, or to an earlier question."""
    for kind, early in ((ZplTalk, _READY), (TsplTalk, b"\x00")):
        ours, theirs = socket.socketpair()
        with ours, theirs:
            talk = kind(ours, "Labels", 0.1, 0.1, 0.01, 0.1, answers=True)
            theirs.sendall(early)
            talk.send(b"label")
            theirs.sendall(early * 3)
            theirs.shutdown(socket.SHUT_WR)
            assert talk.settle().fate is Fate.SILENT


def test_an_answer_that_nobody_asked_for_does_not_count_beside_one_that_was() -> None:
    """Empty must be said twice: a status that a printer sends of its own accord is not one of the two."""
    ours, theirs = socket.socketpair()
    told = threading.Event()

    def answer() -> None:
        theirs.recv(100)
        theirs.sendall(_READY)  # of its own accord
        told.set()
        theirs.recv(100)
        with suppress(BrokenPipeError):  # where it is no longer waited for
            theirs.sendall(_READY)

    with ours, theirs:
        theirs.settimeout(60)
        answering = threading.Thread(target=answer)
        answering.start()
        talk = ZplTalk(ours, "Labels", 0.3, 0.3, 0.01, 0.3, answers=True)
        talk.send(b"label")
        assert told.wait(60)
        said = talk.settle()
        ours.shutdown(socket.SHUT_RDWR)
        answering.join()
    assert said.fate is Fate.SILENT


def test_a_line_that_breaks_in_a_question_is_said() -> None:
    for kind in (ZplTalk, TsplTalk):
        ours, theirs = socket.socketpair()
        with ours, theirs:
            theirs.close()
            with pytest.raises(PrinterFailed) as failed:
                kind(ours, "Labels", 0.1, 0.1).check()
            assert failed.value.details["detail"] in {PrinterStop.CONNECTION_LOST, PrinterStop.HUNG_UP}
