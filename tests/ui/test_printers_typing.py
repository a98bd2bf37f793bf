"""What is typed of a printer stays with it: another row, another screen or an answer that comes late takes none of it away."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from checkin_app.runtime.printer_media import Media
from checkin_app.runtime.settings import PrinterKind, PrinterSettings, Settings
from checkin_app.ui.printer_draft import PrinterDraft
from checkin_app.ui.printers import state as printers
from checkin_app.ui.printers.state import PrintersState
from checkin_app.ui.printers.typed import Typed, holding
from checkin_app.ui.shell.printer_actions import Found

LABEL = PrinterSettings("Desk label", PrinterKind.NETWORK, "192.0.2.7", labels=300, loaded=1)
OFFICE = PrinterSettings("Office", PrinterKind.QUEUE, "office", media=Media(105, 148))
HALL = PrinterSettings("Hall", PrinterKind.QUEUE, "hall", group="Hall")
ALL = Settings(printers=(LABEL, OFFICE, HALL))
LABEL_ROW, OFFICE_ROW, ONE_MORE = 0, 1, 3

fields = st.sampled_from(["name", "group", "reason", "labels", "template", "paper", "user"])
typing = st.tuples(st.integers(0, 2), fields, st.text(max_size=3))


def opened() -> PrintersState:
    return printers.screen_opened(PrintersState(), ALL)


def typed(state: PrintersState, name: str, text: str) -> PrintersState:
    return printers.field_typed(state, name, text)


@given(st.lists(typing, max_size=8), st.lists(st.integers(0, 3), max_size=4))
def test_whatever_is_typed_stays_with_its_printer_whatever_rows_are_looked_at_and_however_often(
    lines: list[tuple[int, str, str]], rows: list[int]
) -> None:
    state, wanted = opened(), [holding(each) for each in ALL.printers]
    for row, name, text in lines:
        state = typed(printers.row_chosen(state, row), name, text)
        wanted[row] = replace(wanted[row], **{name: text})
    for row in rows:
        state = printers.row_chosen(printers.row_chosen(state, row), row)
    state = printers.screen_opened(state, ALL)

    assert [printers.row_chosen(state, row).typed for row in range(3)] == wanted


def test_the_page_opens_where_something_was_begun_and_shows_no_password_again() -> None:
    state = typed(typed(printers.row_chosen(opened(), OFFICE_ROW), "reason", "no paper"), "password", "secret")

    again = printers.screen_opened(state, ALL)

    assert (again.chosen, again.typed.reason, again.typed.password) == ("Office", "no paper", "")
    away = printers.row_chosen(typed(state, "password", "secret"), LABEL_ROW)
    assert all(each.password == "" for each in printers.screen_opened(away, ALL).kept.values())


def test_what_is_taken_is_typed_no_more_and_all_beside_it_stays() -> None:
    state = typed(typed(typed(opened(), "reason", "no paper"), "labels", "40"), "group", "Door")

    paused = printers.printer_changed(state, "Desk label", replace(LABEL, paused="no paper"), "")
    assert (paused.typed.reason, paused.typed.labels, paused.typed.group) == ("", "40", "Door")
    rolled = printers.printer_changed(state, "Desk label", replace(LABEL, labels=40, loaded=2), "")
    assert (rolled.typed.reason, rolled.typed.labels, rolled.typed.group) == ("no paper", "", "Door")
    renamed = printers.printer_changed(state, "Desk label", replace(LABEL, name="Door 1", group="Door"), "")
    assert (renamed.chosen, renamed.typed.name, renamed.typed.labels) == ("Door 1", "Door 1", "40")
    fitted = printers.printer_fitted(typed(state, "paper", "62 mm"), LABEL, replace(LABEL, media=Media(62)), "")
    assert (fitted.typed.paper, fitted.typed.reason) == ("62", "no paper")


def test_an_answer_about_a_printer_that_is_not_looked_at_any_more_leads_nobody_away() -> None:
    asked = typed(typed(opened(), "paper", "62"), "reason", "jam")
    state = typed(printers.row_chosen(asked, OFFICE_ROW), "reason", "no ink")

    fitted = printers.printer_fitted(state, LABEL, replace(LABEL, media=Media(62)), "")
    assert (fitted.chosen, fitted.typed.reason) == ("Office", "no ink")
    back = printers.row_chosen(fitted, LABEL_ROW)
    assert (back.typed.paper, back.typed.reason) == ("62", "jam")
    assert printers.printer_changed(state, "Desk label", None, "").chosen == "Office"
    assert printers.login_kept(typed(state, "user", "me"), "Desk label", "").typed.user == "me"
    assert printers.login_kept(typed(state, "user", "me"), "Office", "").typed.user == ""


def test_a_printer_of_a_name_that_another_had_begins_empty() -> None:
    state = printers.row_chosen(typed(opened(), "reason", "jam"), OFFICE_ROW)
    gone = printers.printer_changed(state, "Desk label", None, "")
    again = printers.settings_read(gone, ALL)

    assert printers.row_chosen(again, LABEL_ROW).typed == holding(LABEL)


def test_one_that_is_added_leads_nobody_away_and_takes_no_other_that_is_being_named() -> None:
    one = PrinterDraft(PrinterKind.NETWORK, "192.0.2.9")
    made, state = one.printer, printers.draft_changed(printers.row_chosen(opened(), ONE_MORE), one)
    assert made is not None

    assert printers.printer_added(state, made, "").chosen == made.name
    assert printers.printer_added(state, made, "").draft.kind is None
    away = typed(printers.row_chosen(state, OFFICE_ROW), "reason", "jam")
    assert printers.printer_added(away, made, "").typed.reason == "jam"
    other = printers.draft_changed(state, replace(one, target="192.0.2.10"))
    assert printers.printer_added(other, made, "").draft.target == "192.0.2.10"


def test_one_that_was_found_is_clicked_twice_and_stays_as_it_was_named_since() -> None:
    found = printers.printers_found(opened(), Found(over_ipp=(("Canon", "ipps://192.0.2.30/ipp/print"),)))
    clicked = printers.row_chosen(found, ONE_MORE + 1)
    named = printers.draft_changed(clicked, replace(clicked.draft, paper="86 × 54"))

    assert printers.row_chosen(named, ONE_MORE + 1).draft.paper == "86 × 54"


def test_nothing_is_typed_of_one_more() -> None:
    assert printers.row_chosen(opened(), ONE_MORE).typed == Typed()
