"""What goes to spoolers and comes back: whole, or it is no answer."""

import getpass
import socket
import threading
from collections.abc import Iterator
from contextlib import suppress
from http.client import parse_headers
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from printing.cups_queue import CupsQueue
from printing.ipp import Group, IppUnreadable, Operation, Spooler, Tag, decoded, encoded

_names = st.from_regex(r"[a-z][a-z-]{0,30}", fullmatch=True)
_texts = st.tuples(
    st.sampled_from([Tag.KEYWORD, Tag.NAME, Tag.URI]), st.lists(st.text(max_size=60), min_size=1, max_size=3)
)
_numbers = st.tuples(
    st.sampled_from([Tag.INTEGER, Tag.ENUM]), st.lists(st.integers(-(2**31), 2**31 - 1), min_size=1, max_size=3)
)
_attributes = st.dictionaries(_names, st.one_of(_texts, _numbers), max_size=4)


@given(st.lists(st.tuples(st.sampled_from([Group.OPERATION, Group.JOBS, Group.PRINTERS]), _attributes), max_size=4))
def test_what_is_written_is_read_as_it_was(groups: list[tuple[Group, dict[str, tuple[Tag, list[int | str]]]]]) -> None:
    wanted = [(group, [(tag, name, values) for name, (tag, values) in some.items()]) for group, some in groups]
    answer = decoded(encoded(Operation.PRINT_JOB, wanted, b"%PDF"))
    assert answer.status == Operation.PRINT_JOB  # an answer has its status where a request has what is asked
    assert list(answer.groups) == [
        (group, {name: values for name, (_, values) in some.items()}) for group, some in groups
    ]


@given(st.binary(max_size=80))
def test_no_bytes_do_more_harm_than_to_be_no_answer(content: bytes) -> None:
    with suppress(IppUnreadable):
        decoded(content)


def test_an_answer_cut_anywhere_is_none() -> None:
    whole = encoded(
        Operation.PRINT_JOB, [(Group.JOBS, [(Tag.INTEGER, "job-id", [7]), (Tag.KEYWORD, "media", ["a", "b"])])]
    )
    for length in range(len(whole)):
        with pytest.raises(IppUnreadable):
            decoded(whole[:length])


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="CUPS is not there")
@pytest.mark.parametrize("unnamed", [KeyError, OSError])
def test_the_queues_are_known_to_a_user_who_has_no_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, unnamed: type[Exception]
) -> None:
    def nobody() -> str:
        raise unnamed

    def serve() -> None:
        line, _ = listening.accept()
        with line, line.makefile("rb") as asked:
            asked.readline()
            asked.read(int(parse_headers(asked)["Content-Length"] or 0))
            line.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(told), told))

    monkeypatch.setattr(getpass, "getuser", nobody)
    told = bytes(4) + encoded(Operation.GET_JOBS, [(Group.PRINTERS, [(Tag.NAME, "printer-name", ["Desk"])])])[4:]
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "s"))
        listening.listen()
        serving = threading.Thread(target=serve)
        serving.start()
        try:
            assert CupsQueue(lambda: Spooler(str(tmp_path / "s"))).queues() == ("Desk",)
        finally:
            with socket.socket(socket.AF_UNIX) as woken:  # where it was never asked
                woken.connect_ex(str(tmp_path / "s"))
            serving.join()


@pytest.fixture(params=[b"", b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"], ids=["head", "answer"])
def dripping(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Spooler, Spooler]]:
    """Return a spooler at a port and one at a socket that send something now and then, and never all of it."""
    begin: bytes = request.param
    over = threading.Event()

    def serve(listening: socket.socket) -> None:
        line, _ = listening.accept()
        with line, suppress(OSError):
            line.recv(4096)
            line.sendall(begin)
            while not over.wait(0.02):
                line.sendall(b"x" if begin else b"HTTP/1.1 100 Continue\r\n\r\n")

    at_port, at_path = socket.create_server(("127.0.0.1", 0)), socket.socket(socket.AF_UNIX)
    at_path.bind(str(tmp_path / "s"))
    at_path.listen()
    threads = [threading.Thread(target=serve, args=(each,)) for each in (at_port, at_path)]
    for each in threads:
        each.start()
    yield Spooler("127.0.0.1", at_port.getsockname()[1]), Spooler(str(tmp_path / "s"))
    over.set()
    for each in threads:
        each.join()
    at_port.close()
    at_path.close()


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="CUPS is not there")
def test_a_spooler_that_sends_a_little_now_and_then_holds_up_nothing_for_ever(
    dripping: tuple[Spooler, Spooler],
) -> None:
    for spooler in dripping:
        asked = threading.Thread(target=_gives_up, args=(spooler,), daemon=True)
        asked.start()
        asked.join(30)
        assert not asked.is_alive()


def _gives_up(spooler: Spooler) -> None:
    with pytest.raises(TimeoutError):
        spooler.ask("/", encoded(Operation.GET_JOBS, []), 0.2)


def test_a_spooler_at_an_ipv6_address_is_asked_by_its_name_in_brackets() -> None:
    heard = list[bytes]()
    try:
        listening = socket.create_server(("::1", 0), family=socket.AF_INET6)
    except OSError:  # a computer without IPv6 asks nobody there
        assert Spooler("::1")._headers()["Host"] == "[::1]"
        return

    def serve() -> None:
        line, _ = listening.accept()
        with line:
            heard.append(line.recv(4096))

    serving = threading.Thread(target=serve)
    serving.start()
    with pytest.raises(OSError), listening:
        Spooler("::1", listening.getsockname()[1]).ask("/", encoded(Operation.GET_JOBS, []), 5)
    serving.join()
    assert b"\r\nHost: [::1]\r\n" in heard[0]
