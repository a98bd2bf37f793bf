"""Each step of a job is recorded before it is made, and no step claims more than is known."""

import errno
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin_app.domain.jobs import Fate, JobState, Ticket, may_follow
from checkin_app.domain.problems import (
    BadgeProblem,
    CodeNotReadable,
    DiskFull,
    FileNotWritable,
    PrinterFailed,
    PrinterMissing,
    PrinterMistyped,
    PrinterSilent,
)
from checkin_app.runtime.settings import PrinterKind, PrinterSettings
from checkin_app.runtime.whole_file import whole_file, write_new, write_whole
from checkin_app.services.ports.printers import Outcome
from printing.content import BadgeContent
from printing.driver import Keep, NothingAccepted, Order, Said
from printing.press import Press, _plain
from printing.printers import Printer, printer_from
from printing.to_file import FilePrinter

_S = JobState
_GONE = PrinterMissing(printer="p")
_BROKE = PrinterFailed(printer="p", detail="broke")
_SILENT = PrinterSilent(printer="p")
_WAY = (_S.RENDERED, _S.SENDING, _S.SENT)
_PRINTER = Printer("p", PrinterKind.QUEUE, "p")

Make = Callable[..., BadgeContent]


def folder_printer(folder: Path) -> Printer:
    """Return a printer that writes one PDF a badge into `folder`."""
    return printer_from(PrinterSettings(folder.name, PrinterKind.FILE, str(folder)))


@dataclass
class _Scripted:
    """A printer that does as it is told, and writes down what it saw in the order of the ledger."""

    log: list[str] = field(default_factory=list)
    draws: Exception | None = None
    connects: Exception | None = None
    sends: Exception | None = None
    settles: Exception | Said = field(default_factory=lambda: Said(Fate.PRINTED))
    recalls: bool = False

    def draw(self, content: BadgeContent, printer: Printer, give_way: Callable[[], None]) -> bytes:
        if self.draws:
            raise self.draws
        return content.number.encode()

    def health(self, printer: Printer) -> None:
        if self.connects:
            raise self.connects
        self.log.append("reached")

    def submit(self, printer: Printer, order: Order, keep: Keep) -> Ticket:
        self.health(printer)
        keep(Ticket(printer.name, order.title))
        self.log.append(f"bytes {order.document.decode()}")
        if self.sends:
            raise self.sends
        return Ticket(printer.name, order.title, 7)

    def poll(self, printer: Printer, ticket: Ticket) -> Said:
        if isinstance(self.settles, Exception):
            raise self.settles
        return self.settles

    def recall(self, printer: Printer, ticket: Ticket) -> Said:
        return self.poll(printer, ticket)

    def record(self, state: JobState, detail: str, ticket: Ticket | None = None) -> None:
        self.log.append(" ".join(filter(None, (state, detail, ticket and f"{ticket.name}/{ticket.number}"))))


def _press(driver: _Scripted) -> Press:
    return Press({PrinterKind.QUEUE: driver}, draw=driver.draw)  # type: ignore[dict-item]  # its recalls may be set


def _run(driver: _Scripted, content: BadgeContent) -> Outcome:
    return _press(driver).run(content, _PRINTER, driver.record)


def _states(driver: _Scripted) -> list[JobState]:
    return [JobState(entry.split()[0]) for entry in driver.log if entry.split()[0] in set(JobState)]


def test_sending_and_by_what_it_is_known_are_on_record_before_the_first_byte(make: Make) -> None:
    driver = _Scripted()
    assert _run(driver, make()).state is _S.CONFIRMED
    steps = ["rendered", "reached", "sending 0412-2/0", "bytes 0412-2", "sent 0412-2/7", "confirmed"]
    assert driver.log == steps


@pytest.mark.parametrize(
    ("driver", "ends", "problem"),
    [
        (_Scripted(draws=CodeNotReadable()), [_S.FAILED_SAFE], "code_not_readable"),
        (_Scripted(connects=_GONE), [_S.RENDERED, _S.FAILED_SAFE], "printer_missing"),
        (_Scripted(sends=NothingAccepted(_BROKE)), [_S.RENDERED, _S.SENDING, _S.FAILED_SAFE], "printer_failed"),
        (_Scripted(sends=_BROKE), [_S.RENDERED, _S.SENDING, _S.UNKNOWN], "printer_failed"),
        (_Scripted(settles=Said(Fate.BROKEN, _BROKE)), [*_WAY, _S.UNKNOWN], "printer_failed"),
        (_Scripted(settles=Said(Fate.NOT_PRINTED, _BROKE)), [*_WAY, _S.FAILED_SAFE], "printer_failed"),
        (_Scripted(settles=Said(Fate.SILENT, _SILENT)), [*_WAY, _S.UNKNOWN], "printer_silent"),
        (_Scripted(settles=Said(Fate.LOST)), [*_WAY, _S.UNKNOWN], None),
        (_Scripted(settles=Said(Fate.TAKEN)), [*_WAY], None),
        (_Scripted(settles=Said(Fate.PRINTED)), [*_WAY, _S.CONFIRMED], None),
    ],
)
def test_a_job_ends_where_the_evidence_ends(
    driver: _Scripted, ends: list[JobState], problem: str | None, make: Make
) -> None:
    driver.log.clear()
    outcome = _run(driver, make())
    assert _states(driver) == ends
    assert all(may_follow(before, after) for before, after in zip([_S.QUEUED, *ends], ends, strict=False))
    assert outcome.state is ends[-1]
    assert (outcome.problem.key if outcome.problem else None) == problem


_BUGS = [
    OverflowError("port must be 0-65535."),
    ValueError("embedded null byte"),
    UnicodeError("label too long"),
    UnicodeEncodeError("utf-8", "\udcff", 0, 1, "surrogates not allowed"),
    PermissionError(errno.EACCES, "Permission denied"),
    IsADirectoryError(errno.EISDIR, "Is a directory"),
    MemoryError(),
    RecursionError(),
    ImportError("libzxing"),
    KeyError("fence"),
]


@pytest.mark.parametrize("bug", _BUGS, ids=lambda bug: type(bug).__name__)
@pytest.mark.parametrize(
    ("step", "ends"),
    [
        ("draws", [_S.FAILED_SAFE]),
        ("connects", [_S.RENDERED, _S.FAILED_SAFE]),
        ("sends", [_S.RENDERED, _S.SENDING, _S.UNKNOWN]),
        ("settles", [_S.RENDERED, _S.SENDING, _S.SENT, _S.UNKNOWN]),
    ],
)
def test_whatever_breaks_the_job_ends_in_a_state_with_words(
    step: str, ends: list[JobState], bug: Exception, make: Make
) -> None:
    driver = _Scripted(**{step: bug})
    outcome = _run(driver, make())
    assert _states(driver) == ends
    assert outcome.state is ends[-1]
    assert outcome.fault is bug, "it is reported all the same"
    assert outcome.problem is not None
    assert str(outcome.problem)
    assert isinstance(outcome.problem, BadgeProblem) == (step == "draws")


def test_a_person_who_stops_the_program_is_obeyed(make: Make) -> None:
    driver = _Scripted()
    driver.sends = KeyboardInterrupt()  # type: ignore[assignment]
    with pytest.raises(KeyboardInterrupt):
        _run(driver, make())


def test_what_is_recorded_of_a_problem_is_its_key_and_nobodys_name(make: Make) -> None:
    records: list[str] = []
    press = Press({PrinterKind.FILE: FilePrinter()})
    outcome = press.run(
        make(name="𠮷田"), folder_printer(Path("unused")), lambda _state, detail, _ticket=None: records.append(detail)
    )
    assert records == ["glyph_missing"]
    assert outcome.problem is not None
    assert "𠮷" in str(outcome.problem)


@pytest.mark.parametrize("refused", [_S.RENDERED, _S.SENDING])
def test_nothing_is_sent_that_could_not_be_recorded(refused: JobState, make: Make) -> None:
    driver = _Scripted()

    def record(state: JobState, detail: str, ticket: Ticket | None = None) -> None:
        if state is refused:
            raise DiskFull

    with pytest.raises(DiskFull):
        _press(driver).run(make(), _PRINTER, record)
    assert not any(entry.startswith("bytes") for entry in driver.log)


def test_a_folder_takes_each_badge_as_a_file_named_by_its_number(make: Make, tmp_path: Path) -> None:
    press = Press({PrinterKind.FILE: FilePrinter()})
    folder = tmp_path / "new" / "folder"
    numbers = ("0412-2", "../../x", "", "____/_x", "京-1", "a\x00b")
    for number in numbers:
        outcome = press.run(make(number=number), folder_printer(folder), lambda *_said: None)
        assert outcome.state is _S.CONFIRMED
    names = {file.name for file in folder.iterdir()}
    assert names >= {"0412-2.pdf", "badge.pdf", "京-1.pdf"}
    assert len(names) == len(numbers), "no badge takes another's place"
    assert all(name.removesuffix(".pdf").replace("-", "").replace("_", "").isalnum() for name in names)
    assert all(file.read_bytes().startswith(b"%PDF-1.7") for file in folder.iterdir())
    assert [file.name for file in tmp_path.iterdir()] == ["new"]


@given(st.lists(st.text(st.characters(), max_size=80), min_size=2, max_size=2, unique=True))
def test_no_two_numbers_make_one_file_and_each_makes_one(numbers: list[str]) -> None:
    names = [_plain(number) for number in numbers]
    assert len(set(names)) == len(names) or "badge" in numbers
    for name in names:
        assert name
        assert len(f"{name}.pdf".encode()) <= 255
        assert not set(name) & set("/\\\x00:.")


def test_a_folder_that_cannot_be_made_took_nothing(make: Make, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    outcome = Press({PrinterKind.FILE: FilePrinter()}).run(
        make(), folder_printer(tmp_path / "file"), lambda *_said: None
    )
    assert outcome.state is _S.FAILED_SAFE
    assert outcome.problem is not None
    assert outcome.problem.key == "file_not_writable"


def test_a_folder_that_vanishes_took_nothing(tmp_path: Path) -> None:
    with pytest.raises(NothingAccepted):
        FilePrinter().submit(
            folder_printer(tmp_path / "badges"), Order(b"%PDF", "1-1", "x"), lambda _: (tmp_path / "badges").rmdir()
        )


def test_a_disk_that_fills_leaves_the_former_file_and_no_other(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.pdf", b"former")
    with pytest.raises(FileNotWritable), whole_file(tmp_path / "a.pdf") as file:
        file.write(b"half")
        assert len(list(tmp_path.iterdir())) == 2  # beside its name: only there can it take it in one step
        raise OSError(errno.ENOSPC, "No space left on device")
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("a.pdf", b"former")]


@given(st.lists(st.sampled_from(["separator-1", "separator-2", "0412-1", "badge"]), max_size=12))
@settings(max_examples=30)
def test_no_file_that_was_written_is_ever_replaced_in_whichever_run(
    tmp_path_factory: pytest.TempPathFactory, titles: list[str]
) -> None:
    printer = folder_printer(tmp_path_factory.mktemp("badges"))
    written: dict[str, bytes] = {}
    for place, title in enumerate(titles):
        content = b"%PDF" + str(place).encode()
        ticket = FilePrinter().submit(printer, Order(content, title, "x"), lambda _ticket: None)
        written[f"{ticket.name}.pdf"] = content
        assert FilePrinter().poll(printer, ticket).fate is Fate.PRINTED
    assert {each.name: each.read_bytes() for each in Path(printer.address).iterdir()} == written
    assert len(written) == len(titles)


@pytest.mark.parametrize("links", [True, False])
def test_a_name_that_another_laptop_takes_meanwhile_stays_its(
    links: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if not links:
        monkeypatch.setattr(os, "link", _no_links)
    folder, order = folder_printer(tmp_path), Order(b"%PDF mine", "separator-1", "x")
    with pytest.raises(NothingAccepted):
        FilePrinter().submit(folder, order, lambda ticket: write_new(tmp_path / f"{ticket.name}.pdf", b"%PDF theirs"))
    assert FilePrinter().submit(folder, order, lambda _ticket: None).name == "separator-1 (2)"
    assert (tmp_path / "separator-1.pdf").read_bytes() == b"%PDF theirs"
    assert (tmp_path / "separator-1 (2).pdf").read_bytes() == b"%PDF mine"


def _no_links(_draft: Path, _path: Path) -> None:
    raise PermissionError(errno.EPERM, "Operation not permitted")


def test_a_queue_and_a_folder_are_taken_as_they_are_named() -> None:
    printer = printer_from(PrinterSettings("Office", PrinterKind.QUEUE, "office-a6"))
    assert (printer.address, printer.port, printer.template, printer.dpi) == ("office-a6", 0, "a6", 300)
    assert printer_from(PrinterSettings("Office", PrinterKind.FILE, "badges"), "own").template == "own"
    assert printer_from(PrinterSettings("Labels", PrinterKind.NETWORK, "host"), "own").template == "label80"


@pytest.mark.parametrize(
    ("target", "address", "port"),
    [("10.0.0.7", "10.0.0.7", 9100), ("label:9101", "label", 9101), ("[::1]:515", "::1", 515), ("::1", "::1", 9100)],
)
def test_a_network_printer_is_host_and_port(target: str, address: str, port: int) -> None:
    printer = printer_from(PrinterSettings("Labels", PrinterKind.NETWORK, target))
    assert (printer.address, printer.port, printer.template, printer.dpi) == (address, port, "label80", 203)


@pytest.mark.parametrize("target", ["label:", "label:x", "label:0", "label:70000", ":9100"])
def test_a_target_that_is_no_host_and_port_is_refused(target: str) -> None:
    with pytest.raises(PrinterMistyped, match="cannot be"):
        printer_from(PrinterSettings("Labels", PrinterKind.NETWORK, target))
