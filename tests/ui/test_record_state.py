"""A record's state: what was typed is kept by person, and an edit names what was known when it was begun."""

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from layout_people import HAN, IBERIAN, record_of

from checkin_app.domain.delegates import LONGEST_TEXT
from checkin_app.domain.ids import DelegateId, FactId
from checkin_app.domain.registers import Head, Registers
from checkin_app.ui.record import state as form
from checkin_app.ui.record.state import NO, YES, RecordState, shown


def of(guest=HAN) -> RecordState:
    return form.record_fetched(form.opened(RecordState(), guest.id), record_of(guest))


def test_a_field_shows_what_is_known_until_something_is_typed_and_what_is_as_it_was_is_no_draft() -> None:
    state = of()
    assert (shown(state, "name"), shown(state, "languages"), shown(state, "accessible")) == ("欧阳静怡", "zh, en", NO)
    typed = form.edited(state, "name", "欧阳景怡")
    assert (shown(typed, "name"), dict(typed.draft)) == ("欧阳景怡", {"name": "欧阳景怡"})
    assert form.edited(typed, "name", "欧阳静怡") == state
    assert dict(form.edited(state, "prints_latin", YES).draft) == {"prints_latin": YES}


def test_what_was_typed_of_one_person_is_there_when_they_are_opened_again() -> None:
    typed = form.edited(of(), "title", "Chair")
    other = form.record_fetched(form.opened(typed, IBERIAN.id), record_of(IBERIAN))
    assert not other.draft
    back = form.record_fetched(form.opened(form.edited(other, "host", "Ana"), HAN.id), record_of(HAN))
    assert shown(back, "title") == "Chair"
    assert set(form.saved(back, HAN.id, back.draft, "").drafts) == {IBERIAN.id}


def test_an_edit_names_what_was_known_when_it_was_begun_whatever_came_since() -> None:
    typed = form.edited(of(), "title", "Chair")
    later = replace(record_of(HAN), edits=Registers({"title": (Head(FactId("new"), "Director"),)}))
    state = form.edited(form.record_fetched(typed, later), "host", "Ana")
    assert state.drafts[HAN.id].seen == record_of(HAN).edits
    assert state.record == later


def test_nothing_is_sent_twice_nor_without_a_name() -> None:
    assert not form.begun(RecordState())[1]
    busy, go = form.begun(form.edited(of(), "title", "Chair"))
    assert go
    assert not form.begun(busy)[1]
    nameless, go = form.begun(form.edited(form.edited(of(), "name", " "), "latin_name", ""))
    assert (go, nameless.missing_name) == (False, True)


def test_what_is_refused_keeps_what_was_typed() -> None:
    busy, _ = form.begun(form.edited(of(), "title", "Chair"))
    refused = form.refused(busy, HAN.id, "No room")
    assert (refused.busy, refused.note, shown(refused, "title")) == (False, "No room", "Chair")


def test_whoever_is_taken_off_the_record_is_shown_no_more_and_an_answer_about_another_is_passed_over() -> None:
    state = of()
    assert form.removed(state, HAN.id).record is None
    assert form.removed(state, IBERIAN.id) == state
    assert form.record_fetched(state, record_of(IBERIAN)) == state


def test_what_is_typed_while_a_record_is_saved_stays_and_follows_on_what_that_made_known() -> None:
    sent = form.begun(form.edited(of(), "title", "Chair"))[0]
    typed = form.edited(form.edited(sent, "title", "Chairwoman"), "host", "Ana")
    saved = form.saved(typed, HAN.id, sent.draft, "Saved.")
    assert (dict(saved.draft), saved.drafts[HAN.id].seen) == ({"title": "Chairwoman", "host": "Ana"}, None)
    elsewhere = form.saved(form.edited(sent, "host", "Ana"), HAN.id, sent.draft, "Saved.")
    assert (dict(elsewhere.draft), elsewhere.drafts[HAN.id].seen) == ({"host": "Ana"}, record_of(HAN).edits)


def test_what_was_done_or_refused_for_one_person_leaves_the_next_alone() -> None:
    busy = form.begun(of())[0]
    other = form.reason_typed(form.record_fetched(form.opened(busy, IBERIAN.id), record_of(IBERIAN)), "lost it")
    assert form.standing_changed(other, HAN.id, "Revoked.") == other
    assert form.badge_printed(other, HAN.id, "Sent.") == other
    under_way = form.begun(other)[0]
    assert form.refused(under_way, HAN.id, "No room").busy


_FIELDS = st.sampled_from([*form.TYPED, *form.CHOSEN])
_HEADS = st.dictionaries(_FIELDS, st.lists(st.text(min_size=1, max_size=8), max_size=3))
_DRAFTS = st.dictionaries(
    st.text("0123456789abcdef", min_size=1, max_size=16).map(DelegateId),
    st.builds(
        form.Draft,
        st.dictionaries(_FIELDS, st.text(max_size=LONGEST_TEXT), min_size=1),
        st.none()
        | _HEADS.map(
            lambda known: Registers({name: tuple(Head(FactId(i), None) for i in ids) for name, ids in known.items()})
        ),
    ),
    max_size=4,
)


@given(_DRAFTS)
def test_drafts_come_back_as_they_were_kept(drafts: dict[DelegateId, form.Draft]) -> None:
    assert form.drafts_from(form.drafts_text(drafts)) == drafts


@given(st.text() | st.dictionaries(st.text(), st.dictionaries(st.text(), st.text() | st.integers())).map(json.dumps))
def test_a_file_of_drafts_that_is_none_is_no_draft(text: str) -> None:
    assert form.drafts_from(text) == {}


def test_drafts_that_are_more_than_their_file_takes_lose_those_begun_first() -> None:
    whole = dict.fromkeys(form.TYPED, "語" * LONGEST_TEXT)
    drafts = {DelegateId(str(number)): form.Draft(whole, None) for number in range(9)}
    text = form.drafts_text(drafts)
    assert len(text.encode()) <= form.MOST_BYTES
    assert list(form.drafts_from(text)) == list(drafts)[-len(form.drafts_from(text)) :]
    assert DelegateId("8") in form.drafts_from(text)
