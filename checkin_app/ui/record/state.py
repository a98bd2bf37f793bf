"""What a person's record shows: what is known, what was typed and not saved, and what can be done."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import msgspec

from checkin_app.domain.delegates import LONGEST_TEXT, values_of
from checkin_app.domain.ids import DelegateId, FactId
from checkin_app.domain.registers import Head, Registers
from checkin_app.services.ports.people import DelegateCard
from checkin_app.services.ports.records import Record

#: The fields that are typed, in the order of the form; the first two are the names.
TYPED = (
    "name", "latin_name", "honorific", "title", "delegation", "organisation", "family", "given",
    "phone", "email", "languages", "host", "note",
)  # fmt: skip
#: Those of which one of a few is chosen.
CHOSEN = ("prints_latin", "category", "route", "second_route", "accessible")
#: Fields that end up on the badge, and so must have a glyph for each character.
PRINTED = ("name", "latin_name", "delegation", "organisation")
#: What a switch is in a form.
YES, NO = "yes", "no"
#: Of the drafts of all people together, in the file that keeps them.
MOST_BYTES = 60_000


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed into a record and not saved."""

    values: Mapping[str, str]
    seen: Registers | None
    """What was known of the person when it was begun: an edit overwrites nothing that came later.  None for what was
    typed while the same field was being saved: it follows on what that made known."""


def drafts_text(drafts: Mapping[DelegateId, Draft]) -> str:
    """Return drafts as they are kept: JSON, without those begun first where all are more than a file of drafts takes."""
    kept = {who: {"values": dict(each.values), "seen": _seen_ids(each.seen)} for who, each in drafts.items()}
    while len(text := json.dumps(kept)) > MOST_BYTES:
        del kept[next(iter(kept))]
    return text if kept else ""


def _seen_ids(seen: Registers | None) -> Mapping[str, list[FactId]] | None:
    return None if seen is None else {name: [each.fact_id for each in heads] for name, heads in seen.heads.items()}


def drafts_from(text: str) -> Mapping[DelegateId, Draft]:
    """Return the drafts that were kept; what cannot be read is none, since a draft is no record."""
    try:
        kept = msgspec.json.decode(text, type=dict[str, _Kept])
    except (msgspec.MsgspecError, UnicodeError):
        return {}
    fields = {*TYPED, *CHOSEN}
    read = {
        who: {name: each[:LONGEST_TEXT] for name, each in said.values.items() if name in fields}
        for who, said in kept.items()
    }
    return {DelegateId(who): Draft(values, _seen(kept[who].seen)) for who, values in read.items() if values}


def _seen(ids: Mapping[str, Sequence[str]] | None) -> Registers | None:
    """Return what was known, as far as an edit names it: which facts, and not what they said."""
    if ids is None:
        return None
    return Registers({name: tuple(Head(FactId(each), None) for each in some) for name, some in ids.items()})


class _Kept(msgspec.Struct):
    values: dict[str, str]
    seen: dict[str, list[str]] | None


@dataclass(frozen=True, slots=True)
class RecordState:
    """Everything the record draws."""

    who: DelegateId | None = None
    record: Record | None = None
    """None while it is on its way, or where nobody was chosen."""
    drafts: Mapping[DelegateId, Draft] = field(default_factory=dict)
    """By person: going to another one, or back to scanning, loses nothing."""
    lacking: Mapping[str, str] = field(default_factory=dict)
    """By field: the characters that no badge font has."""
    reason: str = ""
    """Why badges are to be revoked or restored, as typed."""
    other: str = ""
    """The number of a record of the same person, as typed."""
    twin: DelegateCard | None = None
    """Whom that number names; None while it is nobody else's."""
    printed: bool = False
    """A badge of the issue that is valid may be in somebody's hands."""
    printer: str = ""
    busy: bool = False
    missing_name: bool = False
    note: str = ""
    """What went wrong last, in words."""
    done: str = ""
    """What was done last, in words."""

    @property
    def draft(self) -> Mapping[str, str]:
        """Return what was typed of the person shown."""
        kept = self.drafts.get(self.who) if self.who else None
        return kept.values if kept else {}

    @property
    def revoked(self) -> str:
        return self.record.card.badge.revoked if self.record else ""

    @property
    def next_issue(self) -> int:
        """Return the issue of the badge that would be printed."""
        current = self.record.card.badge.current if self.record else 1
        return current + 1 if self.printed else current

    @property
    def act(self) -> str:
        """Return what tells one badge from another, so that a press is never meant for the former guest's."""
        return f"{self.who} {self.next_issue}"


def text_of(record: Record, name: str) -> str:
    """Return what is known of a field as a form holds it; several stand behind each other."""
    value = values_of(record.card.delegate)[name]
    if isinstance(value, bool):
        return YES if value else NO
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def shown(state: RecordState, name: str) -> str:
    """Return what stands in a field: what was typed, else what is known."""
    if name in state.draft:
        return state.draft[name]
    return text_of(state.record, name) if state.record else ""


def opened(state: RecordState, who: DelegateId) -> RecordState:
    """Return the state with another person on their way; what was typed of the former one is kept."""
    if who == state.who:
        return replace(state, note="", done="")
    return RecordState(who, drafts=state.drafts, printer=state.printer)


def drafts_brought(state: RecordState, drafts: Mapping[DelegateId, Draft]) -> RecordState:
    """Return the state with what was typed before a restart; what was typed since goes before it."""
    return replace(state, drafts={**drafts, **state.drafts})


def record_fetched(state: RecordState, record: Record) -> RecordState:
    if record.card.delegate.id != state.who:
        return state
    return replace(state, record=record)


def removed(state: RecordState, who: DelegateId) -> RecordState:
    """Return the state after somebody was taken off the record: nobody is shown who is not there."""
    if who != state.who:
        return state
    others = {each: draft for each, draft in state.drafts.items() if each != who}
    return RecordState(drafts=others, printer=state.printer)


def edited(state: RecordState, name: str, text: str) -> RecordState:
    """Return the state after something was typed or chosen; what is as it was is no draft."""
    if state.who is None or state.record is None:
        return state
    text = text[:LONGEST_TEXT]
    values = {**state.draft, name: text}
    if text == text_of(state.record, name):
        del values[name]
    return replace(_with_draft(state, values), note="", done="", missing_name=False)


def _with_draft(state: RecordState, values: Mapping[str, str]) -> RecordState:
    if state.who is None or state.record is None:
        return state
    others = {who: draft for who, draft in state.drafts.items() if who != state.who}
    if not values:
        return replace(state, drafts=others)
    former = state.drafts.get(state.who)
    seen = former.seen if former else state.record.edits
    return replace(state, drafts={**others, state.who: Draft(values, seen)})


def discarded(state: RecordState) -> RecordState:
    return replace(_with_draft(state, {}), note="", done="", missing_name=False)


def looked_through(state: RecordState, lacking: Mapping[str, str]) -> RecordState:
    """Return the state with what the badge cannot show."""
    return replace(state, lacking={name: text for name, text in lacking.items() if text})


def printing_checked(state: RecordState, printer: str, *, printed: bool) -> RecordState:
    """Return the state with what is known of this laptop's printer and of the badge that is valid."""
    return replace(state, printer=printer, printed=printed)


def reason_typed(state: RecordState, text: str) -> RecordState:
    return replace(state, reason=text[:LONGEST_TEXT], note="")


def other_typed(state: RecordState, text: str) -> RecordState:
    """Return the state after the number of another record was typed; whom it names comes besides."""
    return replace(state, other=text[:LONGEST_TEXT], twin=None, note="")


def twin_found(state: RecordState, text: str, card: DelegateCard | None) -> RecordState:
    """Return the state with whom a number names; an answer about another one is passed over, and so is one's own."""
    if text != state.other or (card and card.delegate.id == state.who):
        return state
    return replace(state, twin=card)


def begun(state: RecordState) -> tuple[RecordState, bool]:
    """Return the state after something was asked for, and whether it may be done."""
    if state.busy or state.record is None:
        return state, False
    if not (shown(state, "name").strip() or shown(state, "latin_name").strip()):
        return replace(state, missing_name=True), False
    return replace(state, busy=True, note="", done="", missing_name=False), True


def saved(state: RecordState, who: DelegateId, written: Mapping[str, str], words: str) -> RecordState:
    """Return the state after what was typed of a person was recorded; whatever else was typed of them stays."""
    drafts = {each: draft for each, draft in state.drafts.items() if each != who}
    former = state.drafts.get(who)
    later = {name: text for name, text in former.values.items() if written.get(name) != text} if former else {}
    if former and later:
        drafts[who] = Draft(later, None if written.keys() & later.keys() else former.seen)
    return _done(replace(state, drafts=drafts), who, words)


def badge_printed(state: RecordState, who: DelegateId, words: str) -> RecordState:
    """Return the state after a person's badge went to the printer."""
    return _done(state, who, words)


def standing_changed(state: RecordState, who: DelegateId, words: str) -> RecordState:
    """Return the state after somebody's badge was revoked or restored, or their records merged or taken apart."""
    fresh = replace(state, reason="", other="", twin=None) if who == state.who else state
    return _done(fresh, who, words)


def _done(state: RecordState, who: DelegateId, words: str) -> RecordState:
    """Return the state after something was done; of somebody who is not in sight any more, nothing is said."""
    return replace(state, busy=False, done=words) if who == state.who else state


def refused(state: RecordState, who: DelegateId | None, words: str) -> RecordState:
    """Return the state with why something was not done; what is under way for another person goes on."""
    return replace(state, busy=state.busy and who != state.who, note=words)
