"""The coordinators' page: who may look is signed in by a code for a while, and what is seen is what screens say."""

import json
import logging
import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from types import SimpleNamespace
from urllib.parse import quote

import httpx2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from phonekit import HOSTILE, board
from venuekit import Venue

from checkin_app.bootstrap import meeting
from checkin_app.bootstrap.phone_words import say
from checkin_app.domain.buses import BusState
from checkin_app.domain.ids import BusCode, Instant
from checkin_app.domain.invitations import shown_short
from checkin_app.domain.phones import CODE_MINUTES, SIGNED_IN_HOURS
from checkin_app.domain.problems_hub import HubNotReached, UnknownPhone
from checkin_app.sync.limits import Limit
from checkin_app.sync.phones import readings
from checkin_app.sync.phones.desk import KEY
from checkin_app.sync.phones.markup import element, filled, name
from checkin_app.sync.phones.sign_ins import FILE, SignIns
from checkin_app.sync.pinned import pinned_context

NOW = Instant(1_700_000_000_000)


def browser(venue: Venue, **more: str) -> httpx2.Client:
    """Return a phone without a screen: it keeps cookies and follows nowhere by itself."""
    return httpx2.Client(
        base_url=f"https://{venue.hub.address}", verify=pinned_context(venue.hub.pin), trust_env=False, headers=more
    )


@pytest.fixture
def phone(venue: Venue) -> Iterator[httpx2.Client]:
    with browser(venue) as client:
        yield client


@pytest.fixture(autouse=True)
def _reads_what_is_new(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readings, "STANDS_MS", 0)


def sign_in(phone: httpx2.Client, code: str) -> httpx2.Response:
    return phone.post("/phone/sign-in", data={"code": code})


def signed_in(venue: Venue, phone: httpx2.Client) -> httpx2.Client:
    assert sign_in(phone, venue.hub.phone_code(1).code).status_code == 303
    return phone


def seen(response: httpx2.Response) -> str:
    """Return what a page says, without its elements."""
    pieces: list[str] = []
    parser = HTMLParser()
    parser.handle_data = pieces.append
    parser.feed(response.text)
    return " ".join(" ".join(pieces).split())


# ---- codes and keys


@pytest.fixture
def clock() -> SimpleNamespace:
    return SimpleNamespace(now=NOW)


@pytest.fixture
def sign_ins(tmp_path, clock) -> SignIns:
    return SignIns(tmp_path, lambda: Instant(clock.now))


def test_a_code_signs_one_phone_in_and_no_second(sign_ins: SignIns) -> None:
    code = sign_ins.invite()
    key = sign_ins.sign_in(code)
    assert key
    assert sign_ins.phone(key.key) == key.phone
    assert sign_ins.sign_in(code) is None


def test_a_code_for_several_signs_so_many_in(sign_ins: SignIns) -> None:
    code = sign_ins.invite(3)
    keys = [sign_ins.sign_in(code) for _ in range(4)]
    assert [key.phone.number if key else None for key in keys] == [1, 2, 3, None]


def test_a_code_is_over_after_its_minutes(sign_ins: SignIns, clock) -> None:
    code = sign_ins.invite()
    clock.now += CODE_MINUTES * 60_000 + 1
    assert sign_ins.sign_in(code) is None


def test_a_phone_is_signed_out_by_itself_after_its_hours(sign_ins: SignIns, clock) -> None:
    key = sign_ins.sign_in(sign_ins.invite())
    clock.now += SIGNED_IN_HOURS * 3_600_000
    assert sign_ins.phone(key.key)
    clock.now += 1
    assert sign_ins.phone(key.key) is None
    assert not sign_ins.phones()


def test_when_a_phone_looked_last_is_known_and_after_a_minute_to_other_processes_too(
    sign_ins: SignIns, clock, tmp_path
) -> None:
    def beside() -> SignIns:
        return SignIns(tmp_path, sign_ins._clock)

    key = sign_ins.sign_in(sign_ins.invite())
    assert [each.seen for each in sign_ins.phones()] == [None]
    began = sign_ins._clock()
    sign_ins.phone(key.key)
    assert [each.seen for each in sign_ins.phones()] == [began]
    assert [each.seen for each in beside().phones()] == [None]
    clock.now += 60_000
    sign_ins.phone(key.key)
    assert [each.seen for each in beside().phones()] == [began + 60_000]
    assert sign_ins.phone("another") is None


@pytest.mark.parametrize("back", [61_000, 86_400_000])
def test_a_clock_that_is_set_back_signs_nobody_out_and_makes_nothing_last_longer(
    sign_ins: SignIns, clock, tmp_path, back: int
) -> None:
    clock.now += 86_400_000
    code, key = sign_ins.invite(2), sign_ins.sign_in(sign_ins.invite())
    clock.now -= back
    assert sign_ins.sign_in(code) is None
    assert sign_ins.phone(key.key)
    clock.now += SIGNED_IN_HOURS * 3_600_000
    beside = SignIns(tmp_path, sign_ins._clock)
    assert beside.phone(key.key), "it was noted when the phone looked"
    clock.now += 1
    assert beside.phone(key.key) is None
    assert sign_ins.phone(key.key) is None


def test_a_phone_that_is_signed_out_stays_out_and_the_others_stay_in(sign_ins: SignIns) -> None:
    one, other = (sign_ins.sign_in(sign_ins.invite()) for _ in range(2))
    sign_ins.sign_out(one.phone.number)
    assert (sign_ins.phone(one.key), sign_ins.phone(other.key)) == (None, other.phone)
    with pytest.raises(UnknownPhone):
        sign_ins.sign_out(one.phone.number)


def test_all_are_signed_out_with_the_codes_that_were_shown(sign_ins: SignIns) -> None:
    code, key = sign_ins.invite(), sign_ins.sign_in(sign_ins.invite())
    sign_ins.sign_all_out()
    assert sign_ins.phone(key.key) is None
    assert sign_ins.sign_in(code) is None
    assert sign_ins.sign_in(sign_ins.invite()).phone.number == 2, "a number is nobody else's afterwards"


def test_neither_codes_nor_keys_stand_in_the_file(sign_ins: SignIns, tmp_path) -> None:
    code, key = sign_ins.invite(), sign_ins.sign_in(sign_ins.invite())
    written = (tmp_path / FILE).read_text()
    assert json.loads(written)["phones"]
    assert code not in written
    assert key.key not in written


@given(st.text(max_size=40))
def test_nothing_but_the_key_is_the_key(tmp_path_factory, tried: str) -> None:
    sign_ins = SignIns(tmp_path_factory.mktemp("hub"), lambda: NOW)
    key = sign_ins.sign_in(sign_ins.invite())
    assert sign_ins.phone(tried) is None
    assert sign_ins.sign_in(tried) is None
    assert sign_ins.phone(key.key)


def test_a_file_that_is_spoilt_signs_everybody_out_and_takes_new_phones(sign_ins: SignIns, tmp_path) -> None:
    key = sign_ins.sign_in(sign_ins.invite())
    (tmp_path / FILE).write_bytes(b'{"phones": [{"number"')
    assert sign_ins.phone(key.key) is None
    assert sign_ins.sign_in(sign_ins.invite())


# ---- over the wire


def test_whoever_is_not_signed_in_sees_no_more_than_where_to(venue: Venue, phone: httpx2.Client) -> None:
    board(venue, "1-1", "郑海川")
    for path in ("/phone", "/phone/missing", "/phone/bus/1-1", "/phone/bus/1-1/all"):
        answer = phone.get(path, headers={"cookie": f"{KEY}=forged"})
        assert (answer.status_code, answer.headers["location"], answer.text) == (303, "/phone/sign-in", "")
    assert phone.get("/").headers["location"] == "/phone"


def test_a_code_as_it_is_typed_signs_in(venue: Venue, phone: httpx2.Client) -> None:
    code = shown_short(venue.hub.phone_code(1).code).lower().replace("-", " - ")
    assert sign_in(phone, f" {code} ").status_code == 303
    assert phone.get("/phone").status_code == 200


def test_opening_the_link_of_the_qr_code_uses_nothing(venue: Venue, phone: httpx2.Client) -> None:
    code = venue.hub.phone_code(1)
    for _ in range(3):  # a phone's camera shows what is behind a link before anybody follows it
        assert shown_short(code.code) in phone.get(code.link).text
    assert sign_in(phone, code.code).status_code == 303


def test_a_wrong_code_is_refused_with_a_sentence_and_takes_nothing_from_the_right_one(
    venue: Venue, phone: httpx2.Client
) -> None:
    code = venue.hub.phone_code(1).code
    for wrong in ("AAAAAAAAAA", "", "x" * 200, code[:-1]):
        answer = sign_in(phone, wrong)
        assert (answer.status_code, KEY in phone.cookies) == (403, False)
        assert "not good" in seen(answer)
    assert sign_in(phone, code).status_code == 303


def test_codes_cannot_be_tried_for_long(phone: httpx2.Client) -> None:
    answers = {sign_in(phone, "AAAAAAAAAA").status_code for _ in range(15)}
    assert answers == {403, 429}


def test_the_key_is_kept_where_no_script_and_no_other_page_gets_at_it(venue: Venue, phone: httpx2.Client) -> None:
    cookie = sign_in(phone, venue.hub.phone_code(1).code).headers["set-cookie"]
    said = {part.strip().split("=")[0].lower(): part.strip().partition("=")[2] for part in cookie.split(";")}
    assert said.keys() >= {"httponly", "secure"}
    assert (said["samesite"], said["path"], said["max-age"]) == ("strict", "/", str(SIGNED_IN_HOURS * 3600))
    assert "domain" not in said
    assert cookie.startswith("__Host-")


def test_a_phone_signs_itself_out(venue: Venue, phone: httpx2.Client) -> None:
    signed_in(venue, phone)
    key = phone.cookies[KEY]
    assert phone.post("/phone/sign-out").headers["location"] == "/phone/sign-in"
    assert KEY not in phone.cookies
    assert phone.get("/phone", headers={"cookie": f"{KEY}={key}"}).status_code == 303, "the key itself is good no more"


def test_a_phone_is_signed_out_from_the_hub_at_once(venue: Venue, phone: httpx2.Client) -> None:
    signed_in(venue, phone)
    meeting.phones(venue.hub_laptop.folder).sign_out(1)
    assert phone.get("/phone").status_code == 303


def test_another_site_can_sign_nobody_in_or_out(venue: Venue, phone: httpx2.Client) -> None:
    code = venue.hub.phone_code(1).code
    for path in ("/phone/sign-in", "/phone/sign-out"):
        answer = phone.post(path, data={"code": code}, headers={"sec-fetch-site": "cross-site"})
        assert answer.status_code == 403
        assert "set-cookie" not in answer.headers
    assert sign_in(phone, code).status_code == 303


PATHS = ["/", "/phone", "/phone/missing", "/phone/bus/1-1", "/phone/sign-in", "/phone/phone.css", "/phone/live.js"]


@pytest.mark.parametrize("path", PATHS)
def test_nothing_is_kept_framed_or_run_from_elsewhere(venue: Venue, phone: httpx2.Client, path: str) -> None:
    board(venue, "1-1", "郑海川")
    signed_in(venue, phone)
    answer = phone.get(path)
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert "http:" not in answer.text
    assert "https:" not in answer.text
    assert not re.search(r"<script(?! src=\"/phone/live\.js\" defer>)|\son[a-z]+=|style=", answer.text)


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "POST"])
@pytest.mark.parametrize("path", ["/phone", "/phone/missing", "/phone/bus/1-1"])
def test_the_pages_are_only_looked_at(venue: Venue, phone: httpx2.Client, method: str, path: str) -> None:
    signed_in(venue, phone)
    before = venue.hub_laptop.heads()
    assert phone.request(method, path).status_code == 405
    assert venue.hub_laptop.heads() == before


def test_the_pages_are_no_part_of_what_programs_are_told(phone: httpx2.Client) -> None:
    assert not [path for path in phone.get("/v1/openapi.json").json()["paths"] if "phone" in path]


def test_who_looks_too_often_is_told_to_wait(venue: Venue, phone: httpx2.Client) -> None:
    signed_in(venue, phone)
    answers = [phone.get("/phone") for _ in range(80)]
    assert answers[0].status_code == 200
    assert "too often" in seen(next(each for each in answers if each.status_code == 429))


def test_a_form_that_is_too_long_is_not_read(phone: httpx2.Client) -> None:
    assert phone.post("/phone/sign-in", content=b"code=" + b"A" * 5000).status_code == 413


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(["/phone/sign-in", "/phone/bus/", "/phone/language", "/phone/", "/phone/bus/1-1/"]),
    st.text(st.characters(min_codepoint=33, max_codepoint=0x2FFF, exclude_categories=["Cs"]), max_size=30),
    st.binary(max_size=60),
)
def test_whatever_is_asked_is_answered_without_a_fault_of_ours(
    venue: Venue, phone: httpx2.Client, path: str, more: str, body: bytes
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Limit, "allows", lambda *_given: True)
        if not phone.cookies.get(KEY):
            signed_in(venue, phone)
        asked = (
            phone.get(path + quote(more, safe="")),
            phone.get(path, params={"code": more, "to": more, "back": more, "from": more}),
            phone.post("/phone/sign-in", content=body),
        )
    assert all(each.status_code in {200, 303, 403, 404, 405} for each in asked), asked
    away = [each.headers["location"] for each in asked if each.status_code == 303]
    assert all(re.fullmatch(r"/phone[A-Za-z0-9/?=-]*", each) for each in away), away


# ---- what is seen


def test_the_buses_stand_with_their_figures(venue: Venue, phone: httpx2.Client) -> None:
    board(venue, "1-1", "郑海川", "Тимур Ахметов", "佐伯 遥", aboard=1)
    board(venue, "2-1", "Amira Haddad", state=BusState.BOARDING)
    said = seen(signed_in(venue, phone).get("/phone"))
    assert "2 missing" in said
    assert "4 expected · 1 aboard" in said
    assert "1 still to come" in said
    assert "1-1 Final call 1 / 3 2 missing · leaves 11:00 · bay 5" in said
    assert "2-1 Boarding 0 / 1 1 still to come" in said


def test_a_bus_stands_with_whoever_is_looked_for_and_how_to_reach_them(venue: Venue, phone: httpx2.Client) -> None:
    board(venue, "1-1", "郑海川", "Тимур Ахметов", aboard=1)
    answer = signed_in(venue, phone).get("/phone/bus/1-1")
    said = seen(answer)
    assert "1 missing" in said
    assert "Тимур Ахметов" in said
    assert "郑海川" not in said
    assert "Arabic" in said
    assert "not seen anywhere yet" in said
    assert 'href="tel:+8613800004471"' in answer.text
    assert "郑海川" in seen(phone.get("/phone/bus/1-1/aboard"))
    everybody = seen(phone.get("/phone/bus/1-1/all"))
    assert "郑海川" in everybody
    assert "boarded bus 1-1" in everybody


def test_who_goes_with_a_bus_stands_on_its_page(venue: Venue, phone: httpx2.Client) -> None:
    board(venue, "1-1", "Тимур Ахметов")
    dispatch, known = venue.hub_laptop.station.dispatch, venue.hub_laptop.station.manifest(BusCode("1-1")).bus
    assert "Driver" not in seen(signed_in(venue, phone).get("/phone/bus/1-1"))
    dispatch.amend_bus(replace(known, driver="<b>张师傅</b>", driver_phone="+8613900002073", coordinator="谢安澜"))
    answer = phone.get("/phone/bus/1-1")
    assert "Coordinator 谢安澜" in seen(answer)
    assert "Driver <b>张师傅</b>" in seen(answer)
    assert 'href="tel:+8613900002073"' in answer.text


def test_a_phone_number_is_dialled_and_no_code_of_a_telephone(venue: Venue, phone: httpx2.Client) -> None:
    """A list may hold anything: ``*#06#`` and its like make a phone do things instead of calling anybody."""
    board(venue, "1-1", "Тимур Ахметов")
    dispatch, known = venue.hub_laptop.station.dispatch, venue.hub_laptop.station.manifest(BusCode("1-1")).bus
    dispatch.amend_bus(replace(known, driver_phone="*21*900123#"))
    assert "tel:21900123" in signed_in(venue, phone).get("/phone/bus/1-1").text


def test_neither_names_nor_codes_nor_keys_are_logged(venue: Venue, phone: httpx2.Client, caplog) -> None:
    board(venue, "1-1", "郑海川")
    with caplog.at_level(logging.DEBUG):
        code = venue.hub.phone_code(1)
        phone.get(code.link)
        signed_in(venue, phone)
        assert "郑海川" in seen(phone.get("/phone/missing"))
    assert not logging.getLogger("uvicorn.access").propagate, (
        "nobody hears it but pytest, which listens at every logger"
    )
    ours = [each.getMessage() for each in caplog.records if not each.name.startswith(("http", "uvicorn.access"))]
    for secret in (code.code, phone.cookies[KEY], "郑海川", "00004471"):
        assert secret not in "".join(ours)


def test_who_is_missing_from_any_bus_stands_together_and_who_is_still_to_come_does_not(
    venue: Venue, phone: httpx2.Client
) -> None:
    board(venue, "1-1", "郑海川", "Тимур Ахметов", aboard=1)
    board(venue, "2-1", "Amira Haddad", state=BusState.BOARDING)
    said = seen(signed_in(venue, phone).get("/phone/missing"))
    assert "1 missing" in said
    assert "Тимур Ахметов" in said
    assert "Amira Haddad" not in said
    venue.hub_laptop.station.dispatch.move_to(BusCode("2-1"), BusState.FINAL_CALL)
    assert "Amira Haddad" in seen(phone.get("/phone/missing"))


def test_nobody_missing_is_said(venue: Venue, phone: httpx2.Client) -> None:
    board(venue, "1-1", "郑海川", aboard=1)
    signed_in(venue, phone)
    assert "Nobody is missing" in seen(phone.get("/phone"))
    assert "Nobody is missing" in seen(phone.get("/phone/missing"))


def test_a_name_is_a_text_whatever_it_holds(venue: Venue, phone: httpx2.Client) -> None:
    board(venue, "1-1", HOSTILE)
    signed_in(venue, phone)
    for path in ("/phone/bus/1-1", "/phone/bus/1-1/all", "/phone/missing"):
        answer = phone.get(path)
        assert "<script>alert" not in answer.text
        assert "&lt;script&gt;alert(&#x27;名&#x27;)&lt;/script&gt;" in answer.text


def test_a_bus_that_is_none_is_said_to_be_none(venue: Venue, phone: httpx2.Client) -> None:
    answer = signed_in(venue, phone).get("/phone/bus/9-9")
    assert answer.status_code == 404
    assert "There is nothing at this address." in seen(answer)


def test_more_people_than_a_page_holds_stand_on_several(venue: Venue, phone: httpx2.Client, monkeypatch) -> None:
    monkeypatch.setattr("checkin_app.sync.phones.people.MOST", 2)
    monkeypatch.setattr(readings, "MOST", 2)
    names = [f"Guest {number}" for number in range(5)]
    board(venue, "1-1", *names)
    signed_in(venue, phone)
    found, path = [], "/phone/bus/1-1"
    while path:
        text = phone.get(path).text
        found += re.findall(r"Guest \d", text)
        more = re.search(r'href="([^"]*\?from=\d+)" class="more"', text)
        path = more[1] if more else ""
    assert sorted(found) == names


def test_more_missing_than_a_page_holds_stand_on_their_buses_pages(
    venue: Venue, phone: httpx2.Client, monkeypatch
) -> None:
    monkeypatch.setattr(readings, "MOST", 2)
    board(venue, "1-1", "Guest 1", "Guest 2", "Guest 3")
    board(venue, "2-1", "Guest 4")
    answer = signed_in(venue, phone).get("/phone/missing")
    said = seen(answer)
    assert said.index("4 missing") < said.index("1-1 3 missing") < said.index("2-1 1 missing")
    assert re.findall(r"Guest \d", said) == ["Guest 1", "Guest 2"]
    assert '"/phone/bus/1-1?from=2"' in answer.text


def test_phones_that_look_at_the_same_time_are_read_to_once(venue: Venue, monkeypatch) -> None:
    monkeypatch.setattr(readings, "STANDS_MS", 2_000)
    board(venue, "1-1", "Guest 1", "Guest 2")
    hub, read = venue.hub_laptop, []
    buses = type(hub.station).buses
    monkeypatch.setattr(type(hub.station), "buses", lambda station: read.append(1) or buses(station))
    known = readings.Readings(hub.station, hub.whole.store.newest.newest_arrival)
    first = known.figures()
    hub.register("Guest 3")
    assert known.figures() is first, "what is new waits a moment, however many ask"
    hub.clock.by = 2_000
    assert known.figures() is not first
    hub.clock.by = 30_000
    known.figures()
    assert len(read) == 2, "and where nothing is new, nothing is read"
    hub.clock.by = 0
    known.figures()
    assert len(read) == 3, "a clock that was set back keeps nothing"


# ---- languages


def test_a_phone_is_spoken_to_in_the_language_it_says_it_reads(venue: Venue) -> None:
    with browser(venue, **{"accept-language": "zh-CN,zh;q=0.9,en;q=0.8"}) as phone:
        assert "登录这部手机" in phone.get("/phone/sign-in").text
    with browser(venue, **{"accept-language": "pt-BR,ru"}) as phone:
        assert "Sign this phone in" in phone.get("/phone/sign-in").text


def test_the_language_that_was_chosen_is_kept(venue: Venue, phone: httpx2.Client) -> None:
    board(venue, "1-1", "Amira Haddad")
    signed_in(venue, phone)
    answer = phone.get("/phone/language", params={"to": "zh", "back": "/phone/bus/1-1"})
    assert answer.headers["location"] == "/phone/bus/1-1"
    assert "缺席 1 人" in seen(phone.get("/phone"))
    assert '<html lang="zh">' in phone.get("/phone/missing").text


@pytest.mark.parametrize(
    "back", ["https://example.com/", "//example.com", "/\\example.com", "/phone//x", "javascript:1"]
)
def test_a_change_of_language_leads_to_no_other_place(phone: httpx2.Client, back: str) -> None:
    answer = phone.get("/phone/language", params={"to": "zh", "back": back})
    assert answer.headers["location"] == "/phone"


def test_the_page_says_what_the_screens_say() -> None:
    assert say("Standing", "{n} missing", "zh") == "缺席 {n} 人"
    assert say("Sighting", "%Ln hours ago", "en", 1) == "1 hour ago"
    assert say("Sighting", "%Ln hours ago", "en", 3) == "3 hours ago"
    assert say("Sighting", "%Ln hours ago", "zh", 3) == "3 小时前"
    assert say("Nothing", "of the kind", "zh") == "of the kind"


# ---- markup


@given(
    st.text(max_size=30)
    | st.sampled_from([HOSTILE, "'", '" onclick="x', "<b>", "&lt;b&gt;", "&amp", "</p>", "{one}", "<!--"])
)
def test_no_text_becomes_markup(text: str) -> None:
    made = element("p", text, filled("{one} and {two}", {"one": text, "two": name(text)}), title=text, hidden=True)
    pieces: list[str] = []
    starts: list[tuple[str, dict[str, str | None]]] = []
    parser = HTMLParser()
    parser.handle_data = pieces.append
    parser.handle_starttag = lambda tag, attributes: starts.append((tag, dict(attributes)))
    parser.feed(made.text.replace("\r", "&#13;"))
    parser.close()
    assert starts == [("p", {"title": text, "hidden": None}), *([("bdi", {})] if text else [])]
    assert "".join(pieces) == f"{text}{text} and {text}"


# ---- commands


def test_a_code_is_made_beside_the_hub_and_only_where_one_runs(venue: Venue, phone: httpx2.Client) -> None:
    code = meeting.phone_code(venue.hub_laptop.folder, 2)
    assert code.link.startswith(f"https://{venue.hub.address}/phone/sign-in?code=")
    assert code.fingerprint.replace(":", "").lower() == venue.hub.pin.hex()
    assert sign_in(phone, code.code).status_code == 303
    assert [each.number for each in meeting.phones(venue.hub_laptop.folder).phones()] == [1]
    phone.close()
    venue.hub.close()
    with pytest.raises(HubNotReached):
        meeting.phone_code(venue.hub_laptop.folder, 1)
