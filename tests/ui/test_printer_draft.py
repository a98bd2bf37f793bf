"""A printer that is being named is always one that could be written."""

from hypothesis import given
from hypothesis import strategies as st

from checkin_app.runtime.settings import DOTS, LABEL_PRINTERS, QUEUES, PrinterKind, PrinterLanguage, PrinterSettings
from checkin_app.ui import printer_draft as drafts
from checkin_app.ui.printer_draft import PrinterDraft

_DEEDS = (
    st.sampled_from(PrinterKind).map(lambda kind: lambda draft: drafts.printer_kind_chosen(draft, kind))
    | st.sampled_from(tuple(DOTS)).map(lambda speaks: lambda draft: drafts.printer_language_chosen(draft, speaks))
    | st.sampled_from([180, 203, 300, 600]).map(lambda dpi: lambda draft: drafts.printer_dots_chosen(draft, dpi))
    | st.just(lambda draft: drafts.queues_listed(draft, ["Office", "ZDesigner"]))
)


@given(st.lists(_DEEDS, max_size=12))
def test_whatever_is_chosen_in_whatever_order_the_dots_are_of_the_language(deeds: list) -> None:
    draft = PrinterDraft()
    for deed in deeds:
        draft = deed(draft)
        assert draft.dpi in DOTS[draft.speaks]
        if draft.kind in QUEUES and draft.queues:
            assert draft.target in draft.queues


def test_what_a_language_shares_with_the_former_is_kept_and_what_not_is_its_usual() -> None:
    zpl = drafts.printer_language_chosen(PrinterDraft(), PrinterLanguage.ZPL)
    fine = drafts.printer_dots_chosen(zpl, 600)
    assert drafts.printer_language_chosen(fine, PrinterLanguage.TSPL).dpi == 600
    assert drafts.printer_language_chosen(fine, PrinterLanguage.ESCPOS).dpi == 203


def test_only_of_label_printers_more_is_written_than_kind_and_target_and_nothing_usual() -> None:
    for kind in PrinterKind:
        draft = PrinterDraft(kind, "a", speaks=PrinterLanguage.ZPL, dpi=300)
        more = {"speaks": PrinterLanguage.ZPL, "dpi": 300} if kind in LABEL_PRINTERS else {}
        made = draft.printer
        assert made is not None
        assert made == PrinterSettings(made.name, kind, "a", **more)
    usual = PrinterDraft(PrinterKind.NETWORK, "a").printer
    assert usual == PrinterSettings("a", PrinterKind.NETWORK, "a")
