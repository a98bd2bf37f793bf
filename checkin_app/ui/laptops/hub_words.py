"""Puts into words how this laptop is the hub, and what it shows for others to join."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from checkin_app.domain.enrolment import Role
from checkin_app.domain.sync.hosting import Hosting
from checkin_app.domain.sync.status import Reach
from checkin_app.ui import words
from checkin_app.ui.kit import bidi
from checkin_app.ui.laptops.state import LaptopsState
from checkin_app.ui.shell.actions import ForPhone, Invited


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

    def line(self, state: LaptopsState) -> str:
        hub = state.hub
        match hub.hosting:
            case Hosting.OFF:
                return self._off(state)
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
        said = [at.format(addresses=words.listed(bidi.code(str(each)) for each in hub.addresses))]
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

    def _off(self, state: LaptopsState) -> str:
        """Return what switching it on would do: where the hub is gone, whose laptop may take its place."""
        laptops = state.laptops
        if laptops is None or laptops.status.reach is not Reach.AWAY:
            return self.tr("Switch it on where the other laptops are to meet on this one.")
        if laptops.own.enrolment.role is Role.COORDINATOR:
            return self.tr(
                "The hub does not answer. If it stays away, switch this on: the other laptops find this one by themselves."
            )
        return self.tr(
            "The hub does not answer. If it stays away, switch this on at a coordinator’s laptop: the others find that one by "
            "themselves. To this one they have to be invited."
        )

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
