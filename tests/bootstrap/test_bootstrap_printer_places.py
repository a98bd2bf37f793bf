"""A printer that is taken away leaves nothing of its own behind on the computer, however it is taken away."""

from dataclasses import fields, replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from lanebench import Bench

from checkin_app.bootstrap.actions import laptop_actions
from checkin_app.bootstrap.backend import Backend
from checkin_app.bootstrap.printer_places import let_in, met_anew, parted
from checkin_app.domain.problems_printing import PrinterMisfit
from checkin_app.runtime import printer_trust
from checkin_app.runtime.kept_settings import KeptSettings
from checkin_app.runtime.keys import KEYS_DIR
from checkin_app.runtime.printer_media import Media
from checkin_app.runtime.printer_trust import Login
from checkin_app.runtime.settings import PrinterKind, PrinterSettings, Settings
from printing.ipp_printer import IppPrinter

ANNA = Login("anna", "three boats")
HALL = PrinterSettings("Hall", PrinterKind.IPP, "ipps://192.0.2.9")
OFFICE = PrinterSettings("Office", PrinterKind.QUEUE, "office")
PLACES = {"Hall": "192.0.2.9:631", "Office": "queue office"}


@pytest.fixture(autouse=True)
def drawer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(KEYS_DIR, str(tmp_path / "keys"))


def known(place: str) -> tuple[Login | None, str]:
    return printer_trust.login_at(place), printer_trust.certificate_at(place)


def keep(printer: PrinterSettings) -> str:
    """Keep as whom a printer lets this laptop in, and a certificate; return its place."""
    place = PLACES[printer.name]
    let_in(printer, ANNA)
    printer_trust.keep_certificate(place, "ab" * 32)
    assert known(place) == (ANNA, "ab" * 32)
    return place


@pytest.mark.parametrize("printer", [HALL, OFFICE])
def test_a_printer_that_is_taken_away_leaves_neither_password_nor_certificate(printer: PrinterSettings) -> None:
    place = keep(printer)
    parted([printer, replace(printer, name="Other")], [replace(printer, name="Other")])
    assert known(place) == (ANNA, "ab" * 32), "another has the same place"
    parted([printer], [])
    assert known(place) == (None, "")


@pytest.mark.parametrize("target", ["192.0.2.9:631/ipp/other", "ipp://192.0.2.9", "192.0.2.9"])
def test_a_place_is_one_place_however_it_is_written(target: str) -> None:
    place = keep(HALL)
    parted([HALL], [PrinterSettings("Still there", PrinterKind.IPP, target)])
    assert known(place) == (ANNA, "ab" * 32)


def test_one_whose_badges_nobody_can_draw_is_parted_from_as_well() -> None:
    small = replace(HALL, media=Media(10, 10), template="a6")
    place = keep(HALL)
    parted([HALL], [small])
    assert known(place)[0] == ANNA
    parted([small], [PrinterSettings("Bad", PrinterKind.IPP, "two words")])
    assert known(place) == (None, "")


def test_nobody_is_let_in_where_nobody_is_asked() -> None:
    with pytest.raises(PrinterMisfit):
        let_in(PrinterSettings("Out", PrinterKind.FILE, "/out"), ANNA)


@pytest.mark.parametrize("forgotten", [lambda: met_anew([HALL]), lambda: parted([HALL], [])])
def test_a_certificate_that_was_forgotten_is_written_down_again_by_an_application_that_is_open(forgotten: Any) -> None:
    """Else the next start would take any certificate for the printer's, though nobody had added it anew."""
    place, driver = PLACES["Hall"], IppPrinter()
    assert driver.is_its_own(place, "ab" * 32)
    forgotten()
    assert known(place)[1] == ""
    assert driver.is_its_own(place, "ab" * 32)
    assert known(place)[1] == "ab" * 32


def test_a_printer_that_is_taken_away_on_a_screen_is_parted_from_where_no_screen_waits(tmp_path: Path) -> None:
    papers, settings = Bench("papers"), KeptSettings(tmp_path / "settings.toml")
    parts: dict[str, Any] = {each.name: SimpleNamespace() for each in fields(Backend)}
    parts |= {"papers": papers, "settings": settings, "printers_changed": lambda: None}
    parts["station"] = SimpleNamespace(queries=SimpleNamespace(health=None))
    parts["reader"] = Bench("reader")
    laptop = laptop_actions(Backend(**parts))
    laptop.change_settings(Settings(printers=(HALL, OFFICE)))
    places = keep(HALL), keep(OFFICE)
    laptop.change_settings(Settings(printers=(replace(HALL, name="Great hall"), OFFICE)))
    papers.work()
    assert [known(each)[0] for each in places] == [ANNA, ANNA], "one that is renamed is still there"
    laptop.change_settings(Settings(printers=(OFFICE,)))
    assert known(places[0])[0] == ANNA
    papers.work()
    assert [known(each) for each in places] == [(None, ""), (ANNA, "ab" * 32)]
