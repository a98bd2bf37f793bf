"""A printer is checked against the badges of the forum in force, not against those that come with the application."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from checkin_app.bootstrap import presses, printer_asking, station
from checkin_app.bootstrap.printer_check import check_printers
from checkin_app.domain.problem import Problem
from checkin_app.domain.problems import TemplateInvalid
from checkin_app.domain.problems_printing import PrinterMisfit, TemplateMissing
from checkin_app.domain.programme import ForumSet, TemplateSaved
from checkin_app.runtime.printer_media import Media
from checkin_app.runtime.settings import PrinterKind, PrinterLanguage, PrinterSettings
from checkin_app.services.opened import OpenedStation
from printing.looks import OURS


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[OpenedStation]:
    """A forum whose badges are drawn by `wide`, a card of 120 × 60 mm, and that has a template nobody can read."""
    station.new_station(tmp_path / "station", "gstf-2024", "Desk 3", "")
    with station.open_station(tmp_path / "station") as made:
        for name, text in (
            ("wide", OURS.text("label80").replace("page = [72, 60]", "page = [120, 60]")),
            ("odd", "odd"),
        ):
            made.programme.change(TemplateSaved(name, text))
        made.programme.change(ForumSet(badge_template="wide"))
    with station.open_station(tmp_path / "station") as opened:
        yield opened


def _office(folder: Path, **more: object) -> PrinterSettings:
    return PrinterSettings("Office", PrinterKind.FILE, str(folder), **more)  # type: ignore[arg-type]  # entries of a printer


@pytest.mark.parametrize(
    ("more", "refused"),
    [
        ({}, None),
        ({"media": Media(120)}, None),
        ({"media": Media(105, 148)}, PrinterMisfit),
        ({"media": Media(105, 148), "template": "a6"}, None),
        ({"template": "gone"}, TemplateMissing),
        ({"template": "odd"}, TemplateInvalid),
    ],
)
def test_paper_is_looked_at_with_the_badges_that_the_forum_has(
    opened: OpenedStation, tmp_path: Path, more: dict[str, object], refused: type[Problem] | None
) -> None:
    printer = _office(tmp_path / "out", **more)
    if refused is None:
        check_printers([printer], opened.forum)
    else:
        with pytest.raises(refused):
            check_printers([printer], opened.forum)
    trouble = presses.trouble_of(printer, opened.forum)
    assert type(trouble) is (type(None) if refused is None else refused), "what is refused is not ready either"


def test_each_template_is_offered_with_its_size_and_one_that_cannot_be_read_without(opened: OpenedStation) -> None:
    looks = printer_asking.badge_looks(opened.forum)
    sizes = {each.name: each.size for each in looks.known}
    assert sizes["wide"] == "120 × 60"
    assert sizes["odd"] == ""
    assert {"a6", "label80", "label62"} <= set(sizes)
    assert (looks.usual[PrinterLanguage.PDF], looks.usual[PrinterLanguage.QL]) == ("wide", "label62")
