"""Puts into words how the laptops stand to one another."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject

from checkin_app.domain.enrolment import Role, Standing
from checkin_app.domain.ids import Instant
from checkin_app.domain.outcomes import Verdict
from checkin_app.domain.sync.hosting import Hosting, OwnHub
from checkin_app.domain.sync.laptops import Laptop, Laptops
from checkin_app.domain.sync.status import HEARD_MS, ClockOffset, Reach, SyncStatus
from checkin_app.ui import words
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.chips import ChipTone
from checkin_app.ui.kit.rows import RowView
from checkin_app.ui.laptops.state import Doing, LaptopsState
from checkin_app.ui.shell.actions import ForPhone, Invited
from checkin_app.ui.shell.sync_health import gaps_told, sync_health
from checkin_app.ui.words import Telling

_MINUTE = 60_000
_HOUR = 60 * _MINUTE
#: As many digits of a key as a laptop that joins shows, too.
_KEY_SHOWN = 8
#: Milliseconds below which two clocks are said to agree.
_AGREES_MS = 1_000


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
    invite: str
    phone: str
    """What the button says that signs a phone in."""
    invitation: "InvitationView"


@dataclass(frozen=True, slots=True)
class InvitationView:
    """What stands beside the code that is shown."""

    title: str
    line: str
    short: str
    short_line: str
    left: str
    done: str
    compare: str = ""
    compare_line: str = ""
    fingerprint: str = ""
    fingerprint_line: str = ""


class HubWords(QObject):
    """Puts into words how this laptop is the hub, and what it shows for another to join."""

    def line(self, hub: OwnHub) -> str:
        match hub.hosting:
            case Hosting.OFF:
                return self.tr("Switch it on where the other laptops are to meet on this one.")
            case Hosting.STARTING:
                return self.tr("It begins…")
            case Hosting.TROUBLED:
                again = self.tr("It is tried again by itself.")
                return words.in_a_row((*words.problem(hub.problem), again)) if hub.problem else again
        if not hub.addresses:
            return self.tr(
                "This laptop is in no network: join it to the venue’s, or to a router or a cable of your own. The hub waits."
            )
        at = self.tr("The others reach it at {addresses}.")
        said = [at.format(addresses=", ".join(bidi.code(str(each)) for each in hub.addresses))]
        if hub.hosting is Hosting.ELSEWHERE:
            said.append(self.tr("Another program of this laptop is the hub."))
        elif not hub.was_asked:
            port = bidi.code(str(hub.addresses[0].port))
            said.append(
                self.tr(
                    "Nobody has come through yet. If another laptop says that the hub does not answer, let port {port} "
                    "through the firewall of this one."
                ).format(port=port)
            )
        return words.in_a_row(said)

    def invite(self, state: LaptopsState) -> str:
        if state.busy and state.may_invite:
            return self.tr("One moment…")
        return self.tr("Invite another") if state.invited else self.tr("Invite a laptop")

    def _phone(self, state: LaptopsState, invited: Invited, phone: ForPhone) -> InvitationView:
        return InvitationView(
            title=self.tr("Scan this with the phone’s camera"),
            line=self.tr(
                "In the same network; then open the link and press “Sign in”. The phone shows the buses and who is missing, and "
                "changes nothing. It is good for one phone."
            ),
            short=bidi.code(invited.short) if state.left_ms else "",
            short_line=self.tr("Or open {page} there, and type this:").format(page=bidi.code(phone.page)),
            fingerprint=bidi.code(" ".join(phone.fingerprint)),
            fingerprint_line=self.tr(
                "The phone warns of the page. Go on there only if the certificate it shows has this SHA-256 fingerprint."
            ),
            left=self._left(state.left_ms),
            done=self.tr("Done"),
        )

    def invitation(self, state: LaptopsState) -> InvitationView:
        if state.invited and state.invited.phone:
            return self._phone(state, state.invited, state.invited.phone)
        compare = self.spoken(state.hub.words)
        return InvitationView(
            title=self.tr("Scan this with the laptop that joins"),
            line=self.tr("In its first run, under “Join the others”. It is good for one laptop."),
            short=bidi.code(state.invited.short) if state.invited and state.left_ms else "",
            short_line=self.tr("Or type this there, and compare the words:"),
            compare=compare,
            compare_line=self.tr("Go on there only if it shows the same words.") if compare else "",
            left=self._left(state.left_ms),
            done=self.tr("Done"),
        )

    def _left(self, left_ms: int) -> str:
        if not left_ms:
            return self.tr("Its ten minutes are over. Invite anew.")
        minutes, seconds = divmod(left_ms // 1000, 60)
        return self.tr("Good for {time} more.").format(time=bidi.code(f"{minutes}:{seconds:02}"))

    def spoken(self, said: str) -> str:
        """Return words to compare in the language in use, and in English where that is another: so they are typed."""
        typed = said.split()
        spoken = [words.say("Detail", each) for each in typed]
        return " · ".join(spoken) if spoken == typed else f"{' · '.join(spoken)}  ({' '.join(typed)})"


class LaptopsWords(QObject):
    """Words in the language in use; looked up when shown."""

    def __init__(self, telling: Telling) -> None:
        super().__init__()
        self._telling, self._hub = telling, HubWords()

    def view(self, state: LaptopsState) -> LaptopsView:
        laptops, laptop = state.laptops, state.laptop
        if laptops is None or laptop is None:
            return self._nothing(state)
        chip, tone = self._chip(laptop, laptops)
        return LaptopsView(
            title=self.tr("Laptops"),
            section=self.tr("Taking part"),
            count=words.figure(sum(each.enrolment.standing is Standing.MEMBER for each in state.rows)),
            rows=tuple(self._row(each, laptops) for each in state.rows),
            empty="",
            name=self._name(laptop),
            chip=chip,
            tone=tone,
            line=self._line(laptop, laptops),
            told=tuple(self._told(laptop, laptops)),
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
            hub_line=self._hub.line(state.hub),
            hub_is_wrong=state.hub.hosting is Hosting.TROUBLED,
            port_label=self.tr("Port"),
            invite=self._hub.invite(state),
            phone=self.tr("Sign in a phone"),
            invitation=self._hub.invitation(state),
        )

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
        time = self.ago(at, laptops.now) if at is not None and standing is Standing.MEMBER else ""
        return RowView(self._name(laptop), self._brief(laptop, laptops), time, verdict, icon="laptop")

    def _name(self, laptop: Laptop) -> str:
        return bidi.name(laptop.enrolment.name or laptop.enrolment.station[:4])

    def _brief(self, laptop: Laptop, laptops: Laptops) -> str:
        """Return the one thing that matters most of a laptop."""
        if laptop.enrolment.standing is not Standing.MEMBER:
            return self._chip(laptop, laptops)[0]
        parts = [self.role(laptop.enrolment.role)]
        if laptop.is_own:
            parts.insert(0, self.tr("This laptop"))
        elif laptop.missing:
            parts.append(self.tr("%Ln not received", "", laptop.missing))
        return " · ".join(parts)

    def role(self, role: Role) -> str:
        """Return what a laptop may do, in a word."""
        return self.tr("Coordinator") if role is Role.COORDINATOR else self.tr("Desk")

    def ago(self, at: Instant, now: Instant) -> str:
        """Return how long ago something was, or when, where that is long."""
        passed = now - at
        if passed < _MINUTE:
            return self.tr("{count} s ago").format(count=bidi.code(str(max(0, passed) // 1000)))
        if passed < _HOUR:
            return self.tr("{count} min ago").format(count=bidi.code(str(passed // _MINUTE)))
        return self._when(at, now)

    def _when(self, at: Instant, now: Instant) -> str:
        try:
            local, today = (self._telling.forum.local(each) for each in (at, now))
        except (OverflowError, OSError, ValueError):  # a stranger's clock is beyond any calendar
            return "–"
        return bidi.code(local.strftime("%H:%M" if local.date() == today.date() else "%Y-%m-%d %H:%M"))

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
        at = laptop.seen.at
        if at is not None and laptops.now - at < HEARD_MS:
            return self.tr("Heard"), ChipTone.GO
        return self.tr("Not heard lately"), ChipTone.QUIET

    def _own_chip(self, status: SyncStatus) -> tuple[str, ChipTone]:
        health = sync_health(status, "")
        calm = ChipTone.QUIET if status.reach is Reach.ALONE else ChipTone.GO
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

    def _told(self, laptop: Laptop, laptops: Laptops) -> Iterator[tuple[str, str]]:
        yield self.tr("Takes part as"), self.role(laptop.enrolment.role)
        yield self.tr("Its key begins with"), bidi.code(laptop.enrolment.station[:_KEY_SHOWN])
        if laptop.is_own:
            yield from self._told_of_own(laptops)
        else:
            yield from self._told_of_other(laptop, laptops.now)

    def _told_of_own(self, laptops: Laptops) -> Iterator[tuple[str, str]]:
        status = laptops.status
        if status.reach is not Reach.ALONE:
            if status.hub and status.reach is not Reach.HUB:
                yield self.tr("Hub"), bidi.code(status.hub)
            last = self.ago(status.last_exchange, laptops.now) if status.last_exchange else self.tr("None yet")
            yield self.tr("Last exchange"), last
            if status.reach is not Reach.HUB:  # what others hold of a hub's own entries, it does not know
                yield self.tr("Only on this laptop"), self._entries(status.only_here)
            yield self.tr("Not received"), gaps_told(status.gaps) or self.tr("Nothing is missing")
            if status.clock is not None:
                yield self.tr("Clock"), self.clock(status.clock)
        yield self.tr("Entries of its own"), self._entries(laptops.own.written.facts)
        if status.newer_kinds:
            yield self.tr("For a newer version"), self._entries(status.newer_kinds)

    def _told_of_other(self, laptop: Laptop, now: Instant) -> Iterator[tuple[str, str]]:
        seen, written = laptop.seen, laptop.written
        if laptop.enrolment.standing is not Standing.ASKING:
            yield self.tr("Last heard"), self.ago(seen.at, now) if seen.at else self.tr("Not since this laptop is on")
        if written.newest is not None:
            yield self.tr("Its newest entry here"), self.ago(written.newest, now)
            yield self.tr("Its entries here"), self._entries(written.facts)
        if laptop.missing:
            yield self.tr("Not received"), self._entries(laptop.missing)
        if written.unread:
            yield self.tr("For a newer version"), self._entries(written.unread)
        if laptop.enrolment.standing is not Standing.MEMBER:
            yield self.tr("Since"), self._when(laptop.enrolment.since, now)

    def _entries(self, count: int) -> str:
        return self.tr("%Ln entries", "", count) if count else self.tr("None")

    def clock(self, offset: ClockOffset) -> str:
        """Return how this laptop's clock stands to the hub's."""
        if abs(offset.milliseconds) < _AGREES_MS:
            return self.tr("As the hub’s")
        ahead = offset.milliseconds > 0
        said = self.tr("{seconds} s behind the hub’s") if ahead else self.tr("{seconds} s ahead of the hub’s")
        return said.format(seconds=bidi.code(f"{abs(offset.milliseconds) / 1000:.0f}"))
