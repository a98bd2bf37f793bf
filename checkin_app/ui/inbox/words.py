"""Puts what laptops know differently into words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject

from checkin_app.domain import bus_texts
from checkin_app.domain.buses import BusState
from checkin_app.domain.contradiction_texts import QUESTIONS, STANDINGS, TITLES, texts_of
from checkin_app.domain.contradictions import Choice, Conflict, ConflictKind, Effect, Standing, effect_of
from checkin_app.domain.emergencies import Condition, is_guest
from checkin_app.domain.ids import CheckpointId, DelegateId, FactId, Instant, StationId, bus_of
from checkin_app.domain.kinds.badges import BadgeReplaced, BadgeRevoked
from checkin_app.domain.outcomes import Verdict
from checkin_app.services.bundling import BundleWritten
from checkin_app.services.exchange import BroughtIn
from checkin_app.ui import words, words_buses, words_emergencies, words_fields, words_notices, words_operators
from checkin_app.ui.inbox.state import OF_PEOPLE, Carrying, InboxState
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.rows import RowView

#: What keeps a bus from leaving, lets in who should not be, or leaves somebody unlooked for: first, and in red.
GRAVE = frozenset(
    {
        ConflictKind.TWO_BUSES,
        ConflictKind.OVERBOOKED,
        ConflictKind.OLD_BADGE,
        ConflictKind.TWO_CONDITIONS,
        ConflictKind.SET_ASIDE,
    }
)
_ON_BUSES = frozenset({ConflictKind.TWO_BUSES, ConflictKind.TWO_LISTS})
_BETWEEN = " · "


@dataclass(frozen=True, slots=True)
class ClaimView:
    """What one laptop says, in words."""

    value: str
    bus: str
    """The bus that it speaks of, whose code stands on a plate in the value's place."""
    who: str
    """Who made it, by name and role, or that nobody is named."""
    laptop: str
    when: str
    how: str
    heard: str


@dataclass(frozen=True, slots=True)
class InboxView:
    """Everything the panel draws, in words."""

    needs: str
    needs_count: str
    rows: tuple[RowView, ...]
    """What needs a person, then what was settled."""
    verdict: Verdict
    title: str
    line: str
    claims: tuple[ClaimView, ...]
    question: str
    phone: str
    choices: tuple[tuple[str, str, str], ...]
    note: str
    note_is_wrong: bool
    settle: str
    undo: str


class CarryingWords(QObject):
    """Says how entries go from laptop to laptop where no network is, and what came of it."""

    def ways(self) -> tuple[str, ...]:
        """Return the ways without a network, in the order of `Carrying`."""
        return (
            self.tr("Bring in a laptop’s folder"),
            self.tr("Save entries on a stick"),
            self.tr("Take entries from a stick"),
        )

    def begun(self) -> str:
        return self.tr("Exchanging entries. Scans go on meanwhile.")

    def choosing(self, way: Carrying) -> str:
        match way:
            case Carrying.FOLDER:
                return self.tr("The folder of another laptop’s station")
            case Carrying.SAVE:
                return self.tr("The stick on which the entries are saved")
            case Carrying.TAKE:
                return self.tr("The file that another laptop saved")

    def file_name(self, at: str) -> str:
        """Return the name of a file of entries; `at` tells it from others."""
        return self.tr("Entries {time}").format(time=at) + ".bundle"

    def saved(self, written: BundleWritten) -> str:
        said = self.tr("%Ln entries saved.", "", written.facts)
        able = self.tr("No other laptop is known here that could open them.")
        if written.stations:
            names = words.listed(bidi.name(each) for each in written.stations)
            able = self.tr("These laptops can open them: {laptops}.").format(laptops=names)
        return words.in_a_row((said, able))

    def brought(self, brought: BroughtIn) -> str:
        """Return what came of another laptop's folder."""
        came, given = brought.taken, brought.given
        said = [self.tr("{laptop}: %Ln new entries came.", "", came.stored).format(laptop=bidi.name(brought.name))]
        if given:
            said.append(self.tr("%Ln were given.", "", given.stored))
        if came.refused or came.forked:
            said.append(self.tr("%Ln do not count here: see the top bar.", "", came.refused + came.forked))
        for trouble in (brought.damage, came.trouble, given.trouble if given else None):
            said += words.problem(trouble) if trouble else ()
        return words.in_a_row(said)


class InboxWords(QObject):
    """Words in the language in use; looked up when shown."""

    def __init__(self, telling: words.Telling) -> None:
        super().__init__()
        self._telling = telling
        self.carrying = CarryingWords()

    def view(self, state: InboxState) -> InboxView:
        conflict, choice = state.conflict, state.choice
        return InboxView(
            needs=self.tr("Needs a person"),
            needs_count=words.figure(len(state.open)) if state.open is not None else "",
            rows=tuple(self._row(state, each) for each in state.shown),
            verdict=_verdict(conflict) if conflict else Verdict.GO,
            title=self._title(conflict) if conflict else self._nothing(state),
            line=self._line(state, conflict) if conflict else self._last_settled(state),
            claims=tuple(self._claims(state, conflict)) if conflict else (),
            question=words.say("Contradiction", QUESTIONS[conflict.kind]) if conflict else "",
            phone=self._phone(state, conflict) if conflict else "",
            choices=tuple((each.key, *self._said(state, conflict, each)) for each in state.choices) if conflict else (),
            note=state.note or self._foot(state),
            note_is_wrong=state.wrong,
            settle=self.tr("Hold: settle for good") if choice and choice.lasts else self.tr("Settle"),
            undo=self.tr("Take back"),
        )

    def settled(self, conflict: Conflict) -> str:
        return self.tr("Settled: {what}. Ctrl Z takes it back.").format(what=self._title(conflict))

    def reopened(self, conflict: Conflict) -> str:
        return self.tr("Taken back: {what} is open again.").format(what=self._title(conflict))

    # ---- rows

    def _row(self, state: InboxState, conflict: Conflict) -> RowView:
        name = self._about(state, conflict)
        said = self._answer(state, conflict) if conflict.standing is Standing.SETTLED else self._values(state, conflict)
        times = [each.at for each in conflict.answers] or [Instant(int(claim["at"])) for claim in conflict.claims]
        return RowView(
            words.say("Contradiction", TITLES[conflict.kind]),
            _BETWEEN.join(filter(None, (name, said, self._where(conflict)))),
            self._clock(max(times, default=Instant(0))),
            verdict=_verdict(conflict),
        )

    def _about(self, state: InboxState, conflict: Conflict) -> str:
        field = self._field(conflict)
        card = state.people.get(DelegateId(conflict.subject))
        named = bidi.name(card.delegate.called) if card else self._named(conflict)
        return _BETWEEN.join(filter(None, (named, field)))

    @staticmethod
    def _where(conflict: Conflict) -> str:
        """Return the bus at which there is an emergency: last, since a row may have no room for it."""
        if conflict.kind is not ConflictKind.TWO_CONDITIONS:
            return ""
        return words.say("Bus", bus_texts.BUS).format(bus=bidi.code(conflict.field))

    def _values(self, state: InboxState, conflict: Conflict) -> str:
        said = dict.fromkeys(self._value(state, conflict, claim["value"]) for claim in conflict.claims)
        # Of somebody who is safe by one of them alone, half of what is said would be worse than nothing.
        between = " / " if conflict.kind is ConflictKind.TWO_CONDITIONS else _BETWEEN
        told = between.join(said) if conflict.kind is not ConflictKind.SET_ASIDE else words.figure(conflict.count)
        asked = words.say("Contradiction", STANDINGS[conflict.standing])
        return told if conflict.standing is Standing.OPEN else _BETWEEN.join((told, asked))

    def _nothing(self, state: InboxState) -> str:
        return words_notices.nothing_needed() if state.open == () else ""

    def _last_settled(self, state: InboxState) -> str:
        if state.open or not state.settled:
            return ""
        last = state.settled[0]
        what = _BETWEEN.join((words.say("Contradiction", TITLES[last.kind]), self._about(state, last)))
        return self.tr("Settled last: {what}").format(what=what)

    # ---- the one that is looked at

    def _title(self, conflict: Conflict) -> str:
        named, field = self._named(conflict), self._field(conflict) or self._where(conflict)
        title = words.say("Contradiction", TITLES[conflict.kind])
        return _BETWEEN.join(filter(None, (named, field, title)))

    def _named(self, conflict: Conflict) -> str:
        is_crew = conflict.kind is ConflictKind.TWO_CONDITIONS and not is_guest(conflict.subject)
        return words_emergencies.crew(conflict.subject) if is_crew else bidi.name(conflict.name)

    def _field(self, conflict: Conflict) -> str:
        """Return the field that was written twice."""
        return words_fields.label(conflict.field) if conflict.kind is ConflictKind.TWO_EDITS and conflict.field else ""

    def _line(self, state: InboxState, conflict: Conflict) -> str:
        if conflict.standing is Standing.SETTLED:
            return self._answer(state, conflict)
        if len({each.choice for each in conflict.answers}) > 1:
            said = "; ".join(self._answered(state, conflict, place) for place in range(len(conflict.answers)))
            return self.tr("Settled in two ways by laptops apart: {answers}").format(answers=said)
        if conflict.standing is Standing.WAITING:
            return self.tr("Being asked: {who}").format(who=self._answered(state, conflict, 0))
        if conflict.standing is Standing.UNDONE:
            return self.tr("It was settled, and that was taken back.")
        if len(conflict.stations) > 1:
            return self.tr("The laptops were apart. Nothing was lost; not all of it can be true.")
        return self.tr("Nothing was lost; not all of it can be true.")

    def _answer(self, state: InboxState, conflict: Conflict) -> str:
        return self._answered(state, conflict, len(conflict.answers) - 1) if conflict.answers else ""

    def _answered(self, state: InboxState, conflict: Conflict, place: int) -> str:
        said = conflict.answers[place]
        effect = effect_of(said.choice)
        claim = said.choice.partition(":")[2]
        value = next((each["value"] for each in conflict.claims if each["fact_id"] == claim), "")
        choice = Choice(effect or Effect.WAIT, None, value)
        what = self._said(state, conflict, choice)[0] if effect else self.tr("Taken back")
        laptop = bidi.name(state.stations.get(said.station, said.station[:4]))
        who = words_operators.maker(state.makers.of(said.fact_id, said.station))
        return f"{what} ({_BETWEEN.join((who, laptop, self._clock(said.at)))})"

    def _claims(self, state: InboxState, conflict: Conflict) -> Iterator[ClaimView]:
        heard = state.heard.get(conflict.id, ())
        for place, claim in enumerate(conflict.claims):
            station = StationId(str(claim["station"]))
            known = heard[place] if place < len(heard) else {}
            others = [each for each in conflict.stations if each != station]
            yield ClaimView(
                self._value(state, conflict, claim["value"]),
                str(claim["value"]) if conflict.kind in _ON_BUSES else "",
                words_operators.maker(state.makers.of(FactId(str(claim["fact_id"])), station)),
                bidi.name(state.stations.get(station, station[:4])),
                self._clock(Instant(int(claim["at"]))),
                self._method(claim),
                " ".join(self._heard(state, station, each, known) for each in others),
            )

    def _method(self, claim: Mapping[str, str | int]) -> str:
        said = {
            "scanned": self.tr("read by the scanner"),
            "typed": self.tr("number typed"),
            "found": self.tr("found by name"),
            "overridden": self.tr("a person overrode what the door said"),
        }
        return said.get(str(claim.get("how", "")), bidi.name(str(claim.get("note", ""))))

    def _heard(
        self, state: InboxState, station: StationId, other: StationId, known: Mapping[StationId, Instant]
    ) -> str:
        here = bidi.name(state.stations.get(station, station[:4]))
        there = bidi.name(state.stations.get(other, other[:4]))
        if other in known:
            said = self.tr("{here} had heard from {there} up to {time}, as far as its entries show.")
            return said.format(here=here, there=there, time=self._clock(known[other]))
        said = self.tr("Nothing shows that {here} had heard from {there} by then.")
        return said.format(here=here, there=there)

    def _phone(self, state: InboxState, conflict: Conflict) -> str:
        card = state.people.get(DelegateId(conflict.subject))
        return bidi.code(card.delegate.phone) if card and card.delegate.phone else ""

    def _said(self, state: InboxState, conflict: Conflict, choice: Choice) -> tuple[str, str]:
        others = dict.fromkeys(
            self._value(state, conflict, claim["value"]) for claim in conflict.claims if claim["value"] != choice.value
        )
        filled = {
            "name": self._named(conflict),
            "value": self._value(state, conflict, choice.value),
            "others": words.listed(others),
        }
        says, then = (words.say("Contradiction", text) for text in texts_of(conflict.kind, choice.effect))
        return says.format(**filled), then.format(**filled)

    def _value(self, state: InboxState, conflict: Conflict, value: str | int) -> str:
        """Return what a claim says."""
        said = str(value)
        if conflict.kind in OF_PEOPLE:
            return self._person(state, said)
        match conflict.kind:
            case ConflictKind.TWO_BUSES | ConflictKind.TWO_LISTS:
                shown = bidi.code(said) if said else self.tr("on no list")
            case ConflictKind.TWO_PLACES | ConflictKind.OLD_BADGE:
                shown = self._place(said)
            case ConflictKind.TWO_BADGES:
                shown = self.tr("Issue {number}").format(number=bidi.code(said))
            case ConflictKind.TWO_STATES:
                shown = self._state(said)
            case ConflictKind.TWO_CONDITIONS:
                shown = words_emergencies.condition(Condition(said)) if said else said
            case ConflictKind.SET_ASIDE:
                shown = self.tr("Entry {number}").format(number=bidi.code(said))
            case _:
                shown = words_fields.value(conflict.field, value, self._telling.forum)
        return shown

    def _person(self, state: InboxState, value: str) -> str:
        card = state.people.get(DelegateId(value))
        if card:
            return _BETWEEN.join(filter(None, (bidi.name(card.delegate.called), bidi.code(card.delegate.badge_no))))
        return bidi.code(value[:4]) if value else self.tr("nobody else")

    def _place(self, value: str) -> str:
        if bus := bus_of(CheckpointId(value)):
            return bidi.code(bus)
        session = next((each for each in self._telling.forum.sessions if each.checkpoint == value), None)
        if session:
            return bidi.name(session.name.in_(words.spoken()))
        voided = {BadgeReplaced.KIND: self.tr("Badge replaced"), BadgeRevoked.KIND: self.tr("Badge void")}
        return voided.get(value, bidi.name(value))

    def _state(self, value: str) -> str:
        if value in set(BusState):
            return words_buses.state(BusState(value))
        said = {
            "revoked": self.tr("void"),
            "restored": self.tr("valid again"),
            "confirmed": self.tr("printed"),
            "handed_over": self.tr("handed over"),
            "failed_safe": self.tr("not printed"),
            "cancelled": self.tr("cancelled"),
            "superseded": self.tr("given up"),
            "queued": self.tr("waiting for the printer"),
        }
        return said.get(value, self.tr("on its way"))

    def _clock(self, at: Instant) -> str:
        return bidi.code(self._telling.clock(at))

    def _foot(self, state: InboxState) -> str:
        if not state.choices:
            return ""
        return self.tr("Your choice is a new entry. What the laptops recorded stays in the record.")


def _verdict(conflict: Conflict) -> Verdict:
    if conflict.standing is Standing.SETTLED:
        return Verdict.GO
    return Verdict.STOP if conflict.kind in GRAVE else Verdict.ASK
