"""Puts into words how the laptops stand to one another."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject

from checkin_app.domain.enrolment import Role, Standing
from checkin_app.domain.outcomes import Verdict
from checkin_app.domain.phones import SignedIn
from checkin_app.domain.sync.hosting import Hosting
from checkin_app.domain.sync.laptops import Laptop, Laptops
from checkin_app.domain.sync.status import Reach, SyncStatus
from checkin_app.ui import words
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.chips import ChipTone
from checkin_app.ui.kit.rows import RowView
from checkin_app.ui.laptops.hub_words import HubWords, InvitationView
from checkin_app.ui.laptops.state import Doing, LaptopsState
from checkin_app.ui.laptops.told_words import ToldWords, is_heard
from checkin_app.ui.shell.sync_health import sync_health
from checkin_app.ui.words import Telling


@dataclass(frozen=True, slots=True)
class LaptopsView:
    """Everything the panel draws, in words."""

    title: str
    section: str
    count: str
    rows: tuple[RowView, ...]
    empty: str
    name: str
    chip: str
    tone: ChipTone
    line: str
    told: tuple[tuple[str, str], ...]
    """What is known of the one looked at: what it is, and how much."""
    compare: str
    """The words that people compare before they let it in; empty where there are none."""
    compare_line: str
    name_label: str
    role_label: str
    roles: tuple[tuple[str, str], ...]
    reason_label: str
    doing: Mapping[Doing, str]
    """What the button of each act says."""
    note: str
    hub_label: str
    hub_line: str
    hub_is_wrong: bool
    port_label: str
    port_hint: str
    invite: str
    phone: str
    """What the button says that signs a phone in."""
    invitation: InvitationView


class LaptopsWords(QObject):
    """Words in the language in use; looked up when shown."""

    def __init__(self, telling: Telling) -> None:
        super().__init__()
        self._telling, self._hub, self._told = telling, HubWords(), ToldWords(telling)

    def view(self, state: LaptopsState) -> LaptopsView:
        laptops, laptop = state.laptops, state.laptop
        if laptops is not None and state.phone:
            return self._of_phone(state, laptops, state.phone)
        if laptops is None or laptop is None:
            return self._nothing(state)
        chip, tone = self._chip(laptop, laptops)
        return LaptopsView(
            title=self.tr("Laptops"),
            section=self.tr("Taking part"),
            count=self._count(state),
            rows=self._rows(laptops),
            empty="",
            name=self._name(laptop),
            chip=chip,
            tone=tone,
            line=self._line(laptop, laptops),
            told=tuple(self._told.lines(laptop, laptops)),
            compare=self._compare(laptop),
            compare_line=self._compare_line(laptop),
            name_label=self.tr("What it is called"),
            role_label=self.tr("What it may do"),
            roles=(
                (Role.DESK, self.tr("Desk")),
                (Role.COORDINATOR, self.tr("Coordinator")),
            ),
            reason_label=self.tr("Why it is shut out, such as “stolen”"),
            doing=self._doing(bidi.name(state.draft.name or laptop.enrolment.name)),
            note=state.note or self._consequence(state),
            hub_label=self.tr("This laptop is the hub"),
            hub_line=self._hub.line(state),
            hub_is_wrong=state.hub.hosting is Hosting.TROUBLED,
            port_label=self.tr("Port"),
            port_hint=self.tr("A number from 1 to 65535.") if state.no_port else "",
            invite=self._hub.invite(state),
            phone=self.tr("Sign in a phone"),
            invitation=self._hub.invitation(state),
        )

    def _of_phone(self, state: LaptopsState, laptops: Laptops, phone: SignedIn) -> LaptopsView:
        return replace(
            self._nothing(state),
            count=self._count(state),
            rows=self._rows(laptops),
            empty="",
            name=self._told.phone_name(phone),
            chip=self.tr("Signed in"),
            line=self.tr("It sees the buses and who is missing, and changes nothing."),
            told=tuple(self._told.of_phone(phone, laptops.now)),
            note=state.note or self.tr("Signed out, only a new code brings it back."),
        )

    def _count(self, state: LaptopsState) -> str:
        return words.figure(sum(each.enrolment.standing is Standing.MEMBER for each in state.rows))

    def _rows(self, laptops: Laptops) -> tuple[RowView, ...]:
        phones = (self._told.phone_row(each, laptops.now) for each in laptops.phones)
        return (*(self._row(each, laptops) for each in laptops.known), *phones)

    def signed_out(self, phone: SignedIn) -> str:
        """Return what was done about a phone."""
        return self.tr("{phone} was signed out.").format(phone=self._told.phone_name(phone))

    def _nothing(self, state: LaptopsState) -> LaptopsView:
        said = "" if state.wrong else self.tr("One moment…")
        return LaptopsView(
            title=self.tr("Laptops"),
            section=self.tr("Taking part"),
            count="",
            rows=(),
            empty=said,
            name="",
            chip="",
            tone=ChipTone.QUIET,
            line="",
            told=(),
            compare="",
            compare_line="",
            name_label="",
            role_label="",
            roles=(),
            reason_label="",
            doing=self._doing(""),
            note=state.note,
            hub_label="",
            hub_line="",
            hub_is_wrong=False,
            port_label="",
            port_hint="",
            invite="",
            phone="",
            invitation=self._hub.invitation(state),
        )

    # ---- what is done

    def _doing(self, name: str) -> Mapping[Doing, str]:
        said = {
            Doing.ADMIT: self.tr("Hold: let {name} in"),
            Doing.AMEND: self.tr("Hold: so it is, for {name}"),
            Doing.REFUSE: self.tr("Hold: refuse it"),
            Doing.REVOKE: self.tr("Hold: shut {name} out"),
            Doing.LEAVE: self.tr("Hold: leave the others"),
            Doing.SIGN_OUT: self.tr("Hold: sign it out"),
        }
        return {doing: text.format(name=name) for doing, text in said.items()}

    def _consequence(self, state: LaptopsState) -> str:
        """Return what cannot be taken back of what can be done here."""
        if Doing.LEAVE in state.may:
            return self.tr("After leaving, only a new invitation and a coordinator bring this laptop back.")
        if Doing.REVOKE in state.may:
            return self.tr("Shut out is for good: what it writes from now on counts nowhere.")
        if Doing.ADMIT in state.may:
            return self.tr("Whoever is let in is told everything. A refusal is for good.")
        return ""

    def said(self, doing: Doing, name: str) -> str:
        """Return what was done."""
        told = {
            Doing.ADMIT: self.tr("{name} was let in."),
            Doing.AMEND: self.tr("{name} was changed."),
            Doing.REFUSE: self.tr("{name} was refused."),
            Doing.REVOKE: self.tr("{name} was shut out. What it writes from now on is kept as evidence."),
            Doing.LEAVE: self.tr("This laptop leaves as soon as the hub has heard it."),
        }
        return told[doing].format(name=bidi.name(name))

    def _compare(self, laptop: Laptop) -> str:
        return self._hub.spoken(laptop.enrolment.words) if laptop.enrolment.standing is Standing.ASKING else ""

    def _compare_line(self, laptop: Laptop) -> str:
        return self.tr("Let it in only where its own screen shows these words.") if self._compare(laptop) else ""

    # ---- the list

    def _row(self, laptop: Laptop, laptops: Laptops) -> RowView:
        standing = laptop.enrolment.standing
        verdict = {Standing.ASKING: Verdict.ASK, Standing.REVOKED: Verdict.STOP}.get(standing)
        at = laptops.status.last_exchange if laptop.is_own else laptop.seen.at
        time = self._told.ago(at, laptops.now) if at is not None and standing is Standing.MEMBER else ""
        return RowView(self._name(laptop), self._brief(laptop, laptops), time, verdict, icon="laptop")

    def _name(self, laptop: Laptop) -> str:
        return bidi.name(laptop.enrolment.name or laptop.enrolment.station[:4])

    def _brief(self, laptop: Laptop, laptops: Laptops) -> str:
        """Return the one thing that matters most of a laptop."""
        if laptop.enrolment.standing is not Standing.MEMBER:
            return self._chip(laptop, laptops)[0]
        parts = [self._told.role(laptop.enrolment.role)]
        if laptop.is_own:
            parts.insert(0, self.tr("This laptop"))
        elif said := self._told.briefly(laptop, laptops.now):
            parts.append(said)
        return " · ".join(parts)

    # ---- the one looked at

    def _chip(self, laptop: Laptop, laptops: Laptops) -> tuple[str, ChipTone]:
        match laptop.enrolment.standing:
            case Standing.ASKING:
                return self.tr("Waits to be let in"), ChipTone.ASK
            case Standing.LEFT:
                return self.tr("Has left"), ChipTone.QUIET
            case Standing.REVOKED:
                return self.tr("Shut out"), ChipTone.STOP
        if laptop.is_own:
            return self._own_chip(laptops.status)
        if is_heard(laptop, laptops.now):
            return self.tr("Heard"), ChipTone.GO
        return self.tr("Not heard lately"), ChipTone.QUIET

    def _own_chip(self, status: SyncStatus) -> tuple[str, ChipTone]:
        health = sync_health(status, "")
        calm = ChipTone.QUIET if status.reach in {Reach.ALONE, Reach.APART, Reach.CARRIED} else ChipTone.GO
        return health.words, ChipTone.ASK if health.abnormal else calm

    def _line(self, laptop: Laptop, laptops: Laptops) -> str:
        if laptop.is_own:
            status = laptops.status
            last = self._telling.clock(status.last_exchange) if status.last_exchange else ""
            return sync_health(status, last).explanation
        match laptop.enrolment.standing:
            case Standing.ASKING:
                return self.tr("It has shown an invitation. Until a coordinator lets it in, it is told nothing.")
            case Standing.LEFT:
                return self.tr("It takes part no more; what it recorded stays.")
            case Standing.REVOKED:
                return self.tr("Nothing it writes counts any more, and no laptop tells it anything.")
        return ""
