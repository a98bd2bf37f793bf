"""The coordinators' page in a real Chromium, as large as a small phone: seen, touched, watched and cut off."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from browserkit import CHROMIUM, Browser
from phonekit import HOSTILE, NAMES, board, boards
from venuekit import Venue

from checkin_app.bootstrap import meeting
from checkin_app.domain.buses import BusState
from checkin_app.sync.phones import readings

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here: python3 dev.py test installs it")
WIDTH, HEIGHT = 360, 640
LANGUAGES = ["zh", "en"]
PAGES = ["/phone", "/phone/missing", "/phone/bus/1-1", "/phone/bus/1-1/all", "/phone/bus/1-1/aboard"]

#: What can be touched, with its place on the page.
TARGETS = """[...document.querySelectorAll("a, button, input, summary")].map(e => {
  const r = e.getBoundingClientRect();
  return {says: (e.innerText || e.name || "").trim(), x: r.x, y: r.y + scrollY, width: r.width, height: r.height,
          apart: getComputedStyle(e.closest("nav.ways") || e).position === "sticky"};
})"""
#: Texts that stand out too little from what is behind them, by the formula of WCAG 2.
FAINT = """(() => {
  const parts = text => (text.match(/[0-9.]+/g) || []).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = e => {
    for (; e; e = e.parentElement) {
      const [r, g, b, a = 1] = parts(getComputedStyle(e).backgroundColor);
      if (a > 0) return [r, g, b];
    }
    return [255, 255, 255];
  };
  const faint = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const e = walk.currentNode.parentElement;
    if (!walk.currentNode.data.trim() || !e.checkVisibility()) continue;
    const [one, other] = [light(parts(getComputedStyle(e).color)), light(behind(e))];
    const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    if (ratio < 4.5) faint.push([walk.currentNode.data.trim(), ratio]);
  }
  return faint;
})()"""


@pytest.fixture(autouse=True)
def _reads_what_is_new(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readings, "STANDS_MS", 0)


@pytest.fixture
def browser(tmp_path: Path, venue: Venue) -> Iterator[Browser]:
    folder = tmp_path / "phone"
    folder.mkdir()
    browser = Browser(folder)
    yield browser
    browser.close()


@pytest.fixture
def filled(venue: Venue) -> Venue:
    """A venue with a bus that is called finally, one that boards, and one that is full of names of every kind."""
    board(venue, "1-1", *NAMES, aboard=1)
    board(venue, "2-1", "Amira Haddad", state=BusState.BOARDING)
    return venue


@pytest.fixture
def sign_in(venue: Venue, browser: Browser) -> Callable[[str], None]:
    """Return what signs the phone in as a person does: by the camera, and one tap."""

    def sign_in(language: str = "en") -> None:
        browser.speak(language)
        browser.open(venue.hub.phone_code(1).link)
        browser.tap("button[type=submit]")
        assert browser.value("location.pathname") == "/phone"

    return sign_in


def look(browser: Browser) -> None:
    """Let the page look for what is new now, as it does when the phone is taken up again."""
    browser.value("document.dispatchEvent(new Event('visibilitychange'))")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_fits_a_small_phone_and_is_used_with_one_thumb(
    filled: Venue, browser: Browser, sign_in: Callable[[str], None], language: str
) -> None:
    at = f"https://{filled.hub.address}"
    browser.speak(language)
    browser.open(f"{at}/phone/sign-in")
    fits(browser)
    sign_in(language)
    for dark in (False, True):
        browser.dark(dark)
        for page in PAGES:
            browser.open(at + page)
            assert browser.value("document.documentElement.lang") == language
            fits(browser)
            assert browser.value(FAINT) == [], page
    assert {each.partition("/phone")[0] for each in browser.asked_for()} == {at}, "nothing is asked of anybody else"
    assert browser.complaints() == []


def fits(browser: Browser) -> None:
    """Check that nothing is wider than the phone, and that whatever is touched is large enough and in reach."""
    assert browser.value("document.documentElement.scrollWidth") == WIDTH
    targets = browser.value(TARGETS)
    assert targets
    for each in targets:
        assert min(each["width"], each["height"]) >= 44, each
        assert each["x"] >= 0, each
        assert each["x"] + each["width"] <= WIDTH, each
    loose = [each for each in targets if not each["apart"]]
    for place, one in enumerate(loose):
        for other in loose[place + 1 :]:
            beside = one["x"] + one["width"] <= other["x"] + 1 or other["x"] + other["width"] <= one["x"] + 1
            below = one["y"] + one["height"] <= other["y"] + 1 or other["y"] + other["height"] <= one["y"] + 1
            assert beside or below, (one, other)


def test_the_ways_are_under_the_thumb_wherever_the_page_is(
    filled: Venue, browser: Browser, sign_in: Callable[[], None]
) -> None:
    sign_in()
    browser.open(f"https://{filled.hub.address}/phone/bus/1-1/all")
    for place in (0, 200, 10_000):
        browser.value(f"scrollTo(0, {place})")
        box = browser.value("document.querySelector('.ways').getBoundingClientRect().toJSON()")
        assert abs(box["bottom"] - HEIGHT) <= 1
    browser.tap(".ways a:last-child")
    assert browser.value("location.pathname") == "/phone/missing"


def test_a_code_is_typed_where_no_camera_reads_it(venue: Venue, browser: Browser) -> None:
    browser.open(venue.hub.phone_code(1).pages[0])
    assert browser.value("location.pathname") == "/phone/sign-in"
    browser.touch("input")
    browser.type("aaaaa bbbbb")
    browser.tap("button[type=submit]")
    assert "not good" in browser.text("[role=alert]")
    browser.touch("input")
    browser.type(venue.hub.phone_code(1).code.lower())
    browser.tap("button[type=submit]")
    assert browser.value("location.pathname") == "/phone"


def test_a_name_is_shown_as_it_is_and_never_run(filled: Venue, browser: Browser, sign_in: Callable[[], None]) -> None:
    sign_in()
    for page in ("/phone/bus/1-1", "/phone/missing"):
        browser.open(f"https://{filled.hub.address}{page}")
        assert HOSTILE in browser.text("main")
    assert browser.value("document.scripts.length") == 1
    assert not [each for each in browser.said if each["method"] == "Page.javascriptDialogOpening"]


def test_no_script_of_anybody_elses_runs(filled: Venue, browser: Browser, sign_in: Callable[[], None]) -> None:
    """Though one stood in the page: what the policy of contents is there for."""
    sign_in()
    browser.value(
        "(() => { const s = document.createElement('script'); s.textContent = 'window.ran = true';"
        " document.body.append(s); document.body.setAttribute('onclick', 'window.ran = true'); document.body.click() })()"
    )
    assert browser.value("window.ran === undefined")
    browser.until(lambda: any("Content Security Policy" in each for each in browser.complaints()))


def test_what_happens_is_seen_without_loading_the_page_again(
    filled: Venue, browser: Browser, sign_in: Callable[[], None]
) -> None:
    sign_in()
    browser.open(f"https://{filled.hub.address}/phone/bus/1-1")
    assert "4 missing" in browser.text()
    browser.value("window.kept = true")
    boards(filled, "1-1", "Тимур Ахметов")
    look(browser)
    browser.until(lambda: "3 missing" in browser.text())
    assert "Тимур Ахметов" not in browser.text("main")
    assert browser.value("window.kept"), "it is the same page"


def test_what_is_being_touched_stays_where_nothing_changed(
    filled: Venue, browser: Browser, sign_in: Callable[[], None]
) -> None:
    sign_in()
    browser.value("window.row = document.querySelector('a.row')")
    before = browser.text(".foot")
    browser.until(lambda: look(browser) or browser.text(".foot") != before)
    assert browser.value("document.contains(window.row)")


def test_a_hub_that_does_not_answer_is_said_and_what_was_known_stays(
    filled: Venue, browser: Browser, sign_in: Callable[[], None]
) -> None:
    sign_in()
    hidden = "document.querySelector('[data-away]').hidden"
    assert browser.value(hidden)
    browser.offline()
    look(browser)
    browser.until(lambda: not browser.value(hidden))
    assert "The hub does not answer. What stands here is of" in browser.text()
    assert "4 missing" in browser.text()
    browser.offline(off=False)
    browser.until(lambda: look(browser) or browser.value(hidden))


def test_it_works_without_script_and_loads_itself_again(filled: Venue, browser: Browser) -> None:
    browser.without_script()
    browser.open(filled.hub.phone_code(1).link)
    browser.tap("button[type=submit]")
    assert "4 missing" in browser.text()
    planned = [each["params"] for each in browser.said if each["method"] == "Page.frameScheduledNavigation"]
    assert planned[-1]["reason"] == "metaTagRefresh"
    assert planned[-1]["delay"] == 20
    browser.tap("a.row")
    assert NAMES[1] in browser.text("main")


def test_whoever_is_signed_out_at_the_hub_sees_no_name_any_more(
    filled: Venue, browser: Browser, sign_in: Callable[[], None]
) -> None:
    sign_in()
    browser.open(f"https://{filled.hub.address}/phone/missing")
    assert NAMES[1] in browser.text()
    meeting.phones(filled.hub_laptop.folder).sign_out(1)
    look(browser)
    browser.until(lambda: "Sign this phone in" in browser.text())
    assert NAMES[1] not in browser.text()


def test_nobody_goes_back_to_the_names_after_signing_out(
    filled: Venue, browser: Browser, sign_in: Callable[[], None]
) -> None:
    sign_in()
    browser.open(f"https://{filled.hub.address}/phone/missing")
    browser.tap(".foot button")
    assert browser.value("location.pathname") == "/phone/sign-in"
    shown = browser.ask("Page.getNavigationHistory")
    names = next(each["id"] for each in shown["entries"] if each["url"].endswith("/phone/missing"))
    browser._loading(lambda: browser.ask("Page.navigateToHistoryEntry", entryId=names))
    assert NAMES[1] not in browser.text()
    assert browser.value("location.pathname") == "/phone/sign-in"


def test_the_language_is_changed_with_one_tap_and_stays(
    filled: Venue, browser: Browser, sign_in: Callable[[str], None]
) -> None:
    sign_in("en")
    browser.tap("a.row")
    browser.tap(".top a")
    assert browser.value("location.pathname") == "/phone/bus/1-1"
    assert "缺席 4 人" in browser.text()
    browser.open(f"https://{filled.hub.address}/phone")
    assert browser.value("document.documentElement.lang") == "zh"
    assert browser.complaints() == []
