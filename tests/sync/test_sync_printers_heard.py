"""Printers that say in the network where they are, are offered by what they call themselves."""

from contextlib import ExitStack

import pytest
import zeroconf
from mdnskit import printer_announced, printers_heard

from checkin_app.sync import printers_heard as heard


def test_a_printer_that_says_where_it_is_is_heard_of_by_its_name() -> None:
    with printer_announced("EPSON TM-L90 by the door", 9101):
        assert printers_heard() == ["network EPSON TM-L90 by the door at 127.0.0.1:9101"]


@pytest.mark.parametrize(
    ("takes", "heard_of"),
    [
        ("application/pdf,image/urf", ["ipp Office at 127.0.0.1:6310/ipp/print"]),
        ("image/pwg-raster", []),  # it would say so of each badge
    ],
)
def test_a_printer_that_speaks_ipp_is_heard_of_where_it_takes_pdfs(takes: str, heard_of: list[str]) -> None:
    with printer_announced("Office", 6310, "_ipp._tcp.local.", f"rp=ipp/print;pdl={takes}"):
        assert printers_heard() == heard_of


@pytest.mark.parametrize(
    ("plain", "heard_of"),
    [
        ("Office", ["ipp Office at ipps://127.0.0.1:6311/ipp/print"]),  # the same one
        ("Hall", ["ipp Hall at 127.0.0.1:6310/ipp/print", "ipp Office at ipps://127.0.0.1:6311/ipp/print"]),
        ("", ["ipp Office at ipps://127.0.0.1:6311/ipp/print"]),
    ],
)
def test_one_that_speaks_by_tls_is_named_so_and_once(plain: str, heard_of: list[str]) -> None:
    told = "rp=ipp/print;pdl=application/pdf"
    with ExitStack() as held:
        held.enter_context(printer_announced("Office", 6311, "_ipps._tcp.local.", told))
        if plain:
            held.enter_context(printer_announced(plain, 6310, "_ipp._tcp.local.", told))
        assert printers_heard() == heard_of


def test_where_nobody_says_anything_nothing_is_found() -> None:
    assert printers_heard(0.3) == []


def test_a_network_that_takes_nothing_of_the_kind_tells_of_no_printer(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(**_options: object) -> None:
        raise OSError

    monkeypatch.setattr(zeroconf, "Zeroconf", refused)
    assert heard.printers_heard(0.1) == ()


@pytest.mark.parametrize(
    ("name", "called"),
    [("TM._pdl-datastream._tcp.local.", "TM"), ("a\nb._pdl-datastream._tcp.local.", ""), ("x" * 200, "x" * 80)],
)
def test_what_a_printer_calls_itself_is_a_line_of_bounded_length(name: str, called: str) -> None:
    assert heard._called("_pdl-datastream._tcp.local.", name) == called
