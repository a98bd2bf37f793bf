"""What a record says of itself: its fields, what was written of it, what is disputed, and what can be done."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject

from checkin_app.domain import bus_texts
from checkin_app.domain.canonical import Json
from checkin_app.domain.emergencies import Mark
from checkin_app.domain.ids import Instant, RouteId
from checkin_app.domain.kinds.badges import BadgeIssued, BadgeReplaced, BadgeRestored, BadgeRevoked
from checkin_app.domain.kinds.jobs import JobChanged
from checkin_app.domain.kinds.merges import DelegateMerged, DelegateParted
from checkin_app.domain.kinds.people import DelegateRegistered
from checkin_app.domain.overriding import OverrideGround, override_word
from checkin_app.domain.records import Change, Claim
from checkin_app.services.ports.records import AtEmergency, Record
from checkin_app.ui import words, words_badges, words_emergencies, words_fields, words_languages, words_operators
from checkin_app.ui.kit import bidi
from checkin_app.ui.record.side import ClaimView, DisputeView, EntryView, SideView, VoidedView
from checkin_app.ui.record.state import NO, TYPED, YES, RecordState, shown

#: More of what was written than anybody reads at a desk.
MOST = 40


@dataclass(frozen=True, slots=True)
class HeadView:
    """Whose record it is, what became of it, and the buttons under it, in words."""

    title: str = ""
    number: str = ""
    said: str = ""
    save: str = ""
    renew: str = ""
    can_save: bool = False
    can_renew: bool = False


class RecordWords(QObject):
    """Texts are looked up when asked for, so that the language may change in between."""

    def __init__(self, telling: words.Telling) -> None:
        super().__init__()
        self._telling = telling

    # ---- the form

    def begin(self) -> str:
        return self.tr("Choose somebody first: F2 finds a person, F3 opens the record of whoever is in sight.")

    def head(self, state: RecordState) -> HeadView:
        if state.record is None:
            return HeadView(save=self.tr("Save"), renew=self.tr("Save and print the badge"))
        who = state.record.card.delegate
        number = f"{who.badge_no}-{state.next_issue}"
        voids = self.tr("Hold: save, print {number}") if state.printed else self.tr("Save, print {number}")
        free = not state.busy
        return HeadView(
            title=who.called,
            number=bidi.code(f"{who.badge_no}-{state.record.card.badge.current}"),
            said=state.done or (self.tr("Not saved yet") if state.draft else ""),
            save=self.tr("Save"),
            renew=voids.format(number=bidi.code(number)),
            can_save=free and bool(state.draft),
            can_renew=free and bool(state.printer) and not state.revoked,
        )

    def labels(self) -> Mapping[str, str]:
        return {name: words_fields.label(name) for name in TYPED}

    def label(self, name: str) -> str:
        return words_fields.label(name)

    def choices(self, name: str) -> list[tuple[str, str]]:
        """Return what a field can be, each with its words."""
        spoken = words.spoken()
        match name:
            case "prints_latin":
                return [(NO, words_fields.bears(latin_alone=False)), (YES, words_fields.bears(latin_alone=True))]
            case "accessible":
                return [(NO, self.tr("Not needed")), (YES, self.tr("Needed"))]
            case "category":
                return [(each.id, f"{each.letter} {each.name.in_(spoken)}") for each in self._telling.forum.categories]
        routes = [(str(each.id), self._route(each.id)) for each in self._telling.forum.routes]
        return [("", self.tr("None")), *routes]

    def _route(self, route: RouteId) -> str:
        known = self._telling.forum.route(route)
        return f"{route} {known.name.in_(words.spoken())}" if known else route

    def name_missing(self, state: RecordState) -> str:
        return self.tr("The name cannot be empty.") if state.missing_name else ""

    def lacking(self, state: RecordState) -> str:
        """Return which characters no badge font has, empty where all are there or the badge does not bear them."""
        held = state.lacking.items()
        missing = dict.fromkeys("".join(text for name, text in held if name != "name" or not self._latin_alone(state)))
        if not missing:
            return ""
        named = words.listed(f"{character} (U+{ord(character):04X})" for character in missing)
        said = self.tr(
            "The badge fonts lack {characters}. Agree on another spelling, or let the badge bear the Latin name."
        )
        return said.format(characters=bidi.name(named))

    def _latin_alone(self, state: RecordState) -> bool:
        return shown(state, "prints_latin") == YES and bool(shown(state, "latin_name"))

    def languages(self, text: str) -> str:
        """Return languages by their names in the language in use, where they are known by tags."""
        return words_languages.languages(each.strip() for each in text.split(",") if each.strip())

    def saved(self) -> str:
        return self.tr("Saved.")

    def sent(self, number: str) -> str:
        return self.tr("Saved. Badge {number} is on its way to the printer.").format(number=bidi.code(number))

    def revoked(self) -> str:
        return self.tr("Every badge is void now.")

    def restored(self) -> str:
        return self.tr("The badge is valid again.")

    # ---- the side

    def side(self, state: RecordState) -> SideView:
        record = state.record
        if record is None:
            return SideView()
        revoked = self.tr("Void: {reason}").format(reason=words_badges.why(state.revoked)) if state.revoked else ""
        act = self.tr("Restore the badge") if state.revoked else self.tr("Revoke the badge")
        return SideView(
            disputes=tuple(self._disputes(record)),
            entries=(*self._marked(record), *self._entries(record))[:MOST],
            nobody="" if record.makers.has_operators else words_operators.no_operators(),
            standing=revoked or self._apart(record),
            act=act,
            reason=state.reason,
            can_act=not state.busy and bool(state.reason.strip()),
            voided=tuple(VoidedView(each.id, self._named(each.name, each.badge_no)) for each in record.voided),
            other=state.other,
            twin=self._twin(state),
            can_merge=not state.busy and state.twin is not None,
        )

    def _named(self, name: str, number: str) -> str:
        return " · ".join(filter(None, (bidi.code(number), bidi.name(name))))

    def _twin(self, state: RecordState) -> str:
        if state.twin is None:
            return self.tr("Nobody else has this number.") if state.other.strip() else ""
        return self._named(state.twin.delegate.called, state.twin.delegate.badge_no)

    def merged(self) -> str:
        return self.tr("One record now stands for both.")

    def parted(self) -> str:
        return self.tr("Each record stands by itself again.")

    def _apart(self, record: Record) -> str:
        return self.tr("Two laptops revoked and restored it apart.") if record.card.badge.apart else ""

    def _disputes(self, record: Record) -> Iterator[DisputeView]:
        for each in record.emergencies:
            if each.is_contradicted:
                yield self._contradicted(record, each)
        for name, claims in record.disputed.items():
            yield self._dispute(record, name, claims)

    def _contradicted(self, record: Record, at: AtEmergency) -> DisputeView:
        """Return what laptops said differently of how somebody is: settled in the inbox, or marked anew at the bus."""
        said = self.tr("{bus}, emergency: two laptops marked this person differently. Settle it in the inbox.")
        views = (ClaimView("", "", self._condition(each), self._by(record, each)) for each in at.marks)
        return DisputeView(said.format(bus=_bus(at)), tuple(views))

    def _marked(self, record: Record) -> Iterator[EntryView]:
        for each in record.emergencies:
            if not each.is_contradicted:
                title = self.tr("{bus}, emergency").format(bus=_bus(each))
                mark = each.marks[-1]
                yield EntryView(title, self._condition(mark), self._by(record, mark))

    @staticmethod
    def _condition(mark: Mark) -> str:
        return " – ".join(filter(None, (words_emergencies.condition(mark.condition), bidi.name(mark.note))))

    def _dispute(self, record: Record, name: str, claims: tuple[Claim, ...]) -> DisputeView:
        said = self.tr("Two laptops wrote {field} differently").format(field=bidi.name(self.label(name)))
        views = tuple(
            ClaimView(name, each.value, self.value(name, each.value), self._by(record, each)) for each in claims
        )
        return DisputeView(said, views)

    def _entries(self, record: Record) -> Iterator[EntryView]:
        for change in reversed(record.changes):
            by = self._by(record, change)
            if change.kind != DelegateRegistered.KIND and change.written:
                source = self.tr("from a list") if change.source else ""
                for each in change.written:
                    line = f"{self.value(each.field, each.former)} → {self.value(each.field, each.value)}"
                    yield EntryView(self.label(each.field), line, " · ".join(filter(None, (by, source))))
            elif change.kind == JobChanged.KIND:
                yield EntryView(self._handed(change), self._collected(change), by)
            elif change.bus:
                yield EntryView(self._overridden(change), self._ground(change), by)
            else:
                yield EntryView(self._what(change), words_badges.why(change.reason), by)

    def _handed(self, change: Change) -> str:
        said = self.tr("Badge of issue {number} is not handed over after all") if change.undone else ""
        said = said or self.tr("Badge of issue {number} handed over")
        return said.format(number=bidi.code(str(change.issue)))

    def _collected(self, change: Change) -> str:
        return self.tr("Taken along by {name}").format(name=bidi.name(change.text)) if change.text else ""

    def _overridden(self, change: Change) -> str:
        said = self.tr("Boarded bus {bus} by override; taken back") if change.undone else ""
        return (said or self.tr("Boarded bus {bus} by override")).format(bus=bidi.code(change.bus or ""))

    def _ground(self, change: Change) -> str:
        """Return why somebody boarded though the door said otherwise."""
        why = words.say("Detail", override_word(OverrideGround(change.reason)))
        return " – ".join(filter(None, (why, bidi.name(change.text))))

    def _what(self, change: Change) -> str:
        whats = {
            DelegateRegistered.KIND: self.tr("Brought by a list") if change.source else self.tr("Registered"),
            DelegateMerged.KIND: self.tr("Two records merged"),
            DelegateParted.KIND: self.tr("Records taken apart"),
            BadgeIssued.KIND: self.tr("Badge of issue {number} saved to a file").format(
                number=bidi.code(str(change.issue))
            ),
            BadgeReplaced.KIND: self.tr("Badge replaced by issue {number}").format(number=bidi.code(str(change.issue))),
            BadgeRevoked.KIND: self.tr("Badge revoked"),
            BadgeRestored.KIND: self.tr("Badge restored"),
        }
        return whats.get(change.kind, self.tr("Changed"))

    def _by(self, record: Record, each: Change | Claim | Mark) -> str:
        maker = record.makers.of(each.fact_id, each.station)
        who = words_operators.maker(maker) if record.makers.has_operators else ""
        laptop = bidi.name(record.stations.get(each.station, each.station[:4]))
        return " · ".join(filter(None, (who, laptop, bidi.code(self._when(each.at)))))

    def _when(self, at: Instant) -> str:
        try:
            return self._telling.forum.local(at).strftime("%m-%d %H:%M")
        except (OverflowError, OSError, ValueError):
            return "–"

    def value(self, name: str, value: Json) -> str:
        """Return what a field holds, in words."""
        return words_fields.value(name, value, self._telling.forum)


def _bus(at: AtEmergency) -> str:
    return words.say("Bus", bus_texts.BUS).format(bus=bidi.code(at.bus))
