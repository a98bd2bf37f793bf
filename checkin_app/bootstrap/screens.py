"""The screens of the window, in the order of its rail."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from checkin_app.bootstrap.actions import Workshop
from checkin_app.bootstrap.station import pinyin_table
from checkin_app.domain.ids import DelegateId
from checkin_app.domain.pinyin import PinyinTable, suggest_latin
from checkin_app.runtime.drafts import Drafts
from checkin_app.ui import words
from checkin_app.ui.badge_desk.screen import BadgeDeskScreen
from checkin_app.ui.badge_desk.sending import SavePdf
from checkin_app.ui.checkpoint.screen import CheckpointScreen
from checkin_app.ui.desk.screen import DeskScreen
from checkin_app.ui.door.screen import DoorScreen
from checkin_app.ui.find.screen import FindScreen
from checkin_app.ui.manifest.screen import ManifestScreen
from checkin_app.ui.people.screen import PeopleScreen
from checkin_app.ui.shell.actions import Actions, Place, Reply
from checkin_app.ui.shell.window import Entry
from checkin_app.ui.walk_in.screen import FormAids, WalkInScreen


def entries(shop: Workshop, actions: Actions, place: Place, drafts: Drafts) -> Sequence[Entry]:
    """Return every screen there is."""
    telling = words.Telling(place.forum, {each.id: each.name for each in shop.station.queries.stations()})
    clock = shop.station.clock
    badges = BadgeDeskScreen(actions, place, save_pdf=_saving(shop), now=clock)
    return (
        Entry("desk", DeskScreen(actions, telling, wall=clock), "scan"),
        Entry("manifest", ManifestScreen(actions, place, now=clock), "bus"),
        Entry("badges", badges, "identification-badge"),
        Entry("people", PeopleScreen(actions, place), "users"),
        Entry("find", FindScreen(actions, place, pinyin=_pinyin, now=clock)),
        Entry("walk_in", WalkInScreen(actions, place, _aids(shop, drafts), now=clock)),
        Entry("checkpoint", CheckpointScreen(actions, place, now=clock)),
        Entry("door", DoorScreen(actions, place), full=True),
    )


def make_ready() -> None:
    """Load what is needed only after a while, and must not be waited for then: papers, lists, readings of names."""
    from checkin_app.bootstrap import lists, papers  # noqa: F401

    _pinyin()


@cache
def _pinyin() -> PinyinTable:
    return pinyin_table()


def _aids(shop: Workshop, drafts: Drafts) -> FormAids:
    return FormAids(
        latin_of=lambda name: suggest_latin(name, _pinyin()),
        lacking=_lacking,
        save_draft=lambda text, reply: shop.draw(lambda: drafts.save(text), reply),
        load_draft=lambda reply: shop.draw(drafts.load, reply),
    )


def _saving(shop: Workshop) -> SavePdf:
    def save(delegate: DelegateId, issue: int, path: Path, reply: Reply[Path]) -> None:
        def work() -> Path:
            from checkin_app.bootstrap import papers

            return papers.save_badge(shop.station, delegate, issue, path)

        shop.draw(work, reply)

    return save


def _lacking(text: str) -> str:
    from printing.text import missing_characters

    return missing_characters(text)
