"""Puts into words who acts, and who may do what."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject

from checkin_app.domain import bus_texts
from checkin_app.domain.ids import Instant, Subject, station_of
from checkin_app.domain.operators import Maker, Objection, Operator
from checkin_app.domain.outcomes import Verdict
from checkin_app.domain.roles import TABLE, Deed, OperatorRole, deed_word, may, roles_for
from checkin_app.domain.texts import QT_TRANSLATE_NOOP
from checkin_app.services.operator_import import OperatorsTaken
from checkin_app.services.ports.acting import NotApplied
from checkin_app.ui import words, words_operators
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.chips import ChipTone
from checkin_app.ui.kit.paint import PART
from checkin_app.ui.kit.rows import RowView
from checkin_app.ui.operators.kept import KeptView
from checkin_app.ui.operators.state import Doing, OperatorsState
from checkin_app.ui.words import Telling
from checkin_app.ui.words_speech import in_a_row, say

#: More of what does not count than anybody reads; the command has all of it.
_MOST_KEPT = 60
_WHY: Mapping[Objection, str] = {
    Objection.UNKNOWN: QT_TRANSLATE_NOOP("Operators", "Nobody who is known had signed in there."),
    Objection.REVOKED: QT_TRANSLATE_NOOP("Operators", "Whoever did it was no operator any more."),
    Objection.ROLE: QT_TRANSLATE_NOOP("Operators", "Their role did not let them."),
    Objection.UNAPPROVED: QT_TRANSLATE_NOOP("Operators", "No second person who may approve it has done so."),
}


@dataclass(frozen=True, slots=True)
class OperatorsView:
    """Everything the panel draws, in words."""

    section: str
    count: str
    rows: tuple[RowView, ...]
    name: str
    chip: str
    tone: ChipTone
    line: str
    roles: tuple[tuple[str, str], ...]
    may: tuple[tuple[str, bool], ...]
    """What the role looked at may do, and may not."""
    may_title: str
    doing: Mapping[Doing, str]
    note: str
    kept_title: str
    kept_line: str
    """What the list is, or that nothing is in it."""
    kept: tuple[KeptView, ...]


class OperatorsWords(QObject):
    """Words in the language in use; looked up when shown."""

    def __init__(self, telling: Telling) -> None:
        super().__init__()
        self._telling = telling

    def view(self, state: OperatorsState) -> OperatorsView:
        operator = state.operator
        chip, tone = self._chip(state)
        return OperatorsView(
            section=self.tr("Operators"),
            count=bidi.code(str(sum(each.stands for each in state.operators))),
            rows=(*(self._row(each, state) for each in state.operators), *self._adding(state), *self._keeping(state)),
            name=bidi.name(operator.name)
            if operator
            else self.tr("Add an operator")
            if state.manages and not state.looks_at_kept
            else "",
            chip=chip,
            tone=tone,
            line=self._line(state),
            roles=tuple((each.value, words_operators.role(each)) for each in OperatorRole),
            may=tuple((say("Detail", deed_word(each.deed)), may(state.role, each.deed)) for each in TABLE),
            may_title=self.tr("What this role may do: {role}").format(role=words_operators.role(state.role)),
            doing=self._doing(state),
            note=state.note or self._next(state),
            kept_title=self.tr("What does not count") if state.looks_at_kept else "",
            kept_line=self._kept_line(state),
            kept=tuple(self._kept(state, each) for each in list(reversed(state.kept or ()))[:_MOST_KEPT]),
        )

    def named(self, state: OperatorsState) -> str:
        """Return who acts on this laptop, in a sentence."""
        if state.present is None:
            return self.tr("One moment…")
        if not any(each.stands for each in state.operators):
            return self.tr("This forum has no operators: everybody may do everything, and nobody is named.")
        acting = state.present.acting
        if acting.is_named and acting.operator:
            return self.tr("{name} acts on this laptop. Scan another staff badge to change hands.").format(
                name=bidi.name(acting.operator.name)
            )
        return self.tr("Nobody has signed in: scans are recorded and name nobody. Scan your staff badge, or use a PIN.")

    def said(self, doing: Doing, name: str) -> str:
        """Return what was done."""
        if doing is Doing.SIGN_IN:
            return words_operators.signed_in(name)
        told = {
            Doing.LOCK: self.tr("Locked: scans go on, and name nobody."),
            Doing.SET_PIN: self.tr("{name} has a new PIN."),
            Doing.ENTER_BADGE: self.tr("{name} signs in by this badge from now on."),
            Doing.CHANGE_ROLE: self.tr("{name} has another role from now on."),
            Doing.ADD: self.tr("{name} is an operator. A PIN or a staff badge lets them sign in."),
            Doing.REVOKE: self.tr("{name} was revoked."),
        }
        return told[doing].format(name=bidi.name(name))

    def list_taken(self, taken: OperatorsTaken) -> str:
        """Return what came of a list."""
        said = self.tr("{added} were added · {changed} were changed · {unchanged} stay as they are")
        counts = {name: words.figure(getattr(taken, name)) for name in ("added", "changed", "unchanged")}
        return said.format(**counts)

    def roles_told(self) -> str:
        """Return the whole table, a line for each deed: help shows it."""
        return "\n".join(
            self.tr("{deed}: {roles}").format(
                deed=say("Detail", deed_word(each.deed)), roles=words_operators.roles(roles_for(each.deed))
            )
            for each in TABLE
        )

    def _row(self, operator: Operator, state: OperatorsState) -> RowView:
        acting = state.present.acting if state.present else None
        here = bool(acting and acting.is_named and acting.operator and acting.operator.id == operator.id)
        verdict = Verdict.GO if here else None if operator.stands else Verdict.STOP
        line = words_operators.role(operator.role) if operator.stands else self.tr("No operator any more")
        line = self.tr("{role} · acts here").format(role=line) if here else line
        return RowView(bidi.name(operator.name), line, "", verdict, icon="identification-badge")

    def _adding(self, state: OperatorsState) -> tuple[RowView, ...]:
        if not state.manages:
            return ()
        return (RowView(self.tr("Add an operator"), self.tr("A name and a role"), "", None, icon="plus"),)

    def _keeping(self, state: OperatorsState) -> tuple[RowView, ...]:
        if not state.keeps:
            return ()
        line = self.tr("Kept, and not applied")
        return (RowView(self.tr("What does not count"), line, "", None, icon="info"),)

    def _kept_line(self, state: OperatorsState) -> str:
        if state.kept is None:
            return self.tr("One moment…")
        if not state.kept:
            return self.tr("Nothing was done by anybody who might not.")
        return self.tr("Kept on every laptop and applied on none: %Ln entries.", "", len(state.kept))

    def _kept(self, state: OperatorsState, each: NotApplied) -> KeptView:
        fact = each.fact
        deed = fact.said.deed if fact.said and fact.said.deed else Deed.OPERATORS
        about = bidi.name(each.about) if each.about else self._subject(fact.subject)
        operator = next((one for one in state.operators if one.id == each.operator), None)
        maker = Maker(operator.name, operator.role) if operator else None
        station = station_of(fact.log_id)
        laptop = bidi.name(self._telling.stations.get(station, station[:4]))
        by = PART.join((words_operators.maker(maker), laptop, bidi.code(self._when(fact.at))))
        what = PART.join(part for part in (about, say("Detail", deed_word(deed))) if part)
        why = say("Operators", _WHY[each.why])
        if each.counts:
            why = in_a_row((why, self.tr("It counts all the same: nobody waits for a role in an emergency.")))
        return KeptView(what, why, by)

    @staticmethod
    def _subject(subject: Subject) -> str:
        """Return the code of a bus; what else there is has no name that says anything."""
        whose, _, code = subject.partition(":")
        return say("Bus", bus_texts.BUS).format(bus=bidi.code(code)) if whose == "bus" else ""

    def _when(self, at: Instant) -> str:
        try:
            return self._telling.forum.local(at).strftime("%m-%d %H:%M")
        except (OverflowError, OSError, ValueError):  # a stranger's clock is beyond any calendar
            return "–"

    def _chip(self, state: OperatorsState) -> tuple[str, ChipTone]:
        operator = state.operator
        if operator is None:
            return "", ChipTone.QUIET
        if not operator.stands:
            return self.tr("Revoked"), ChipTone.STOP
        if state.is_own:
            return self.tr("Acts here"), ChipTone.GO
        return words_operators.role(operator.role), ChipTone.QUIET

    def _line(self, state: OperatorsState) -> str:
        operator = state.operator
        if operator is None:
            said = (
                ""
                if state.looks_at_kept
                else self.tr(
                    "The same name on two laptops is one operator. A list has columns for name, role and badge number."
                )
            )
            return said if state.manages else ""
        if operator.revoked is not None:
            return self.tr("Revoked: {reason}").format(reason=bidi.name(operator.revoked))
        if operator.badge and operator.pin:
            return self.tr("Signs in by staff badge or PIN.")
        if operator.badge:
            return self.tr("Signs in by staff badge.")
        return (
            self.tr("Signs in by PIN.") if operator.pin else self.tr("Cannot sign in yet: no PIN and no staff badge.")
        )

    def _next(self, state: OperatorsState) -> str:
        if state.awaits_badge:
            return self.tr("Scan the staff badge now.")
        if Doing.REVOKE in state.may:
            return self.tr(
                "What a revoked operator does on a laptop that has not heard of it is listed and not applied."
            )
        return ""

    def _doing(self, state: OperatorsState) -> Mapping[Doing, str]:
        return {
            Doing.SIGN_IN: self.tr("One moment…") if state.busy else self.tr("Sign in"),
            Doing.LOCK: self.tr("Lock"),
            Doing.SET_PIN: self.tr("Set PIN"),
            Doing.ENTER_BADGE: self.tr("Badge"),
            Doing.CHANGE_ROLE: self.tr("Change role"),
            Doing.ADD: self.tr("Name again") if state.operator else self.tr("Add"),
            Doing.TAKE_LIST: self.tr("Take a list in…"),
            Doing.REVOKE: self.tr("Hold: revoke"),
        }
