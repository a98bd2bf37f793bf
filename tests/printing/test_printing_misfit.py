"""What is said of a printer fits together, or is refused in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.problems_printing import PrinterMisfit
from checkin_app.runtime.printer_media import Media
from checkin_app.runtime.settings import RESOLUTIONS, PrinterKind, PrinterLanguage, PrinterSettings
from printing.label_languages import LABEL_LANGUAGES
from printing.languages import page
from printing.looks import OURS
from printing.printers import (
    A6,
    LABEL,
    RESOLUTIONS_OF,
    Language,
    Printer,
    language_of,
    printer_from,
    stand_ins,
    usual_template,
)
from printing.trial_label import trial_label

_LABELS = {*PrinterLanguage} - {PrinterLanguage.PDF}
_PAPERLESS = {PrinterKind.QUEUE, PrinterKind.FILE, PrinterKind.IPP}


def _settings(kind: PrinterKind, **more: object) -> PrinterSettings:
    return PrinterSettings("Desk", kind, "192.0.2.1", **more)  # type: ignore[arg-type]  # entries of a printer


def test_what_nothing_is_said_of_is_what_it_always_was() -> None:
    network = printer_from(_settings(PrinterKind.NETWORK))
    assert (network.language, network.dpi, network.template) == (Language.ESCPOS, 203, LABEL)
    queue = printer_from(_settings(PrinterKind.QUEUE), "a6")
    assert (queue.dpi, queue.template) == (300, A6)


@given(st.sampled_from(PrinterKind), st.none() | st.sampled_from(PrinterLanguage), st.sampled_from([0, *RESOLUTIONS]))
def test_each_way_carries_what_it_can_and_each_language_has_its_dots(
    kind: PrinterKind, language: PrinterLanguage | None, dpi: int
) -> None:
    fits = language is None or (language in _LABELS) == (kind not in _PAPERLESS)
    speaks = Language(language or "escpos") if kind not in _PAPERLESS else None
    fits = fits and (speaks is None or not dpi or dpi in RESOLUTIONS_OF.get(speaks, ()))
    try:
        printer = printer_from(_settings(kind, speaks=language, dpi=dpi))
    except PrinterMisfit as misfit:
        assert not fits
        assert "Desk" in str(misfit)
    else:
        assert fits
        assert printer.dpi == dpi or not dpi
        assert (language_of(printer) in LABEL_LANGUAGES) == (kind not in _PAPERLESS)


@given(st.integers(1, 300), st.integers(0, 1000), st.sampled_from([PrinterKind.NETWORK, PrinterKind.QUEUE]))
def test_a_badge_that_is_larger_than_the_paper_is_refused(width: int, height: int, kind: PrinterKind) -> None:
    look = OURS.template(LABEL if kind is PrinterKind.NETWORK else A6)
    fits = width >= look.width and (not height or height >= look.height)
    try:
        printer_from(_settings(kind, media=Media(width, height)))
    except PrinterMisfit:
        assert not fits
    else:
        assert fits


def test_every_label_language_has_dots_and_a_talk() -> None:
    assert set(LABEL_LANGUAGES) == set(RESOLUTIONS_OF)


@pytest.mark.parametrize("language", LABEL_LANGUAGES)
def test_a_test_label_goes_out_at_each_resolution_of_a_language(language: Language) -> None:
    for dpi in RESOLUTIONS_OF[language]:
        printer = Printer("p", PrinterKind.NETWORK, "192.0.2.1", 9100, usual_template(language), dpi, language)
        assert page(trial_label(printer), printer)


def test_printers_of_other_dots_do_not_stand_in_for_one_another() -> None:
    def label(name: str, dpi: int, language: PrinterLanguage = PrinterLanguage.ZPL) -> PrinterSettings:
        return PrinterSettings(name, PrinterKind.NETWORK, "192.0.2.1", "hall", speaks=language, dpi=dpi)

    desk = label("desk", 203)
    same, finer, broken = label("same", 0), label("finer", 300), label("broken", 180)
    assert stand_ins("desk", [desk, finer, same, broken], A6) == ["same"]
