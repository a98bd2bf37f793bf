"""What the first run says while a laptop joins the others."""

from PySide6.QtCore import QObject

from checkin_app.domain.comparing import said
from checkin_app.domain.problem import Problem
from checkin_app.domain.problems_hub import HubNotReached, HubRefused, KeptApart, NobodyListens, OnlyHeardOf, ShutOut
from checkin_app.ui import words
from checkin_app.ui.first_run.joining.state import JoiningState, Phase
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.chips import ChipTone
from checkin_app.ui.words_details import detail

_MINUTE_MS, _HOUR_MS, _DAY_MS = 60_000, 3_600_000, 86_400_000


class JoiningWords(QObject):
    """Words in the language in use; looked up when shown."""

    def title(self, state: JoiningState) -> tuple[str, str]:
        """Return the title of a phase and the line under it."""
        match state.phase:
            case Phase.CODE:
                line = self.tr("Let the hub or another coordinator’s laptop show an invitation, and scan it.")
                return self.tr("Join the others"), line
            case Phase.LOOKING:
                return self.tr("Looking for the hub"), self.tr(
                    "It vouches for itself by what the invitation says of it."
                )
            case Phase.WORDS:
                return self.tr("Compare the words"), self.tr("Only the hub itself shows the same four words.")
            case Phase.ASKING:
                return self.tr("Waiting to be let in"), self.tr("This laptop goes on by itself once it is done.")
            case Phase.RECEIVING:
                return self.tr("Receiving"), self.tr(
                    "It can be stopped, and goes on where it was, even after a power cut."
                )
            case Phase.READY:
                return self.tr("This laptop takes part"), self.tr("All that the others know is here.")

    def go_on(self, state: JoiningState) -> str:
        """Return what the blue button says."""
        if not state.may_go_on:
            waits = {Phase.ASKING: self.tr("Waiting…"), Phase.RECEIVING: self.tr("Receiving…")}
            return waits.get(state.phase, self.tr("One moment…"))
        if state.is_in_trouble and state.phase is not Phase.CODE:
            return self.tr("Try again")
        said_of = {
            Phase.CODE: self.tr("Look for the hub"),
            Phase.WORDS: self.tr("They are the same"),
            Phase.RECEIVING: self.tr("Go on receiving"),
        }
        return said_of.get(state.phase, self.tr("Go on"))

    def chip(self, state: JoiningState) -> tuple[str, ChipTone, str]:
        """Return how it stands, in a word, with its tone and its icon."""
        if state.is_in_trouble:
            again = state.tries_again and state.phase is not Phase.CODE
            return self.tr("Tries again by itself") if again else self.tr("Stopped"), ChipTone.ASK, ""
        if state.stopped:
            return self.tr("Stopped"), ChipTone.ASK, ""
        match state.phase:
            case Phase.CODE:
                return self.tr("The scanner is listened to"), ChipTone.INFO, "scan"
            case Phase.READY:
                return self.tr("Ready"), ChipTone.GO, ""
            case Phase.WORDS:
                return self.tr("Look at the hub"), ChipTone.INFO, "info"
            case _:
                return self.tr("On its way"), ChipTone.INFO, "arrows-clockwise"

    def places(self, state: JoiningState) -> str:
        """Return where the hub is looked for, a place a line."""
        lines = (
            [self.tr("At the address that was typed: {address}").format(address=bidi.code(state.hub))]
            if state.hub
            else []
        )
        if state.places:
            listed = " · ".join(bidi.code(str(each)) for each in state.places)
            lines.append(self.tr("At the addresses in the invitation: {addresses}").format(addresses=listed))
        lines.append(self.tr("Wherever this network says that a hub is"))
        return "\n".join(lines)

    def spoken(self, state: JoiningState) -> tuple[str, str]:
        """Return the words to compare in the language in use, and as a hub in English shows them where that is another."""
        spoken = state.agreeing.words if state.agreeing else ()
        own, english = "   ".join(map(detail, spoken)), said(spoken)
        return own, english if english.split() != own.split() else ""

    def key(self, state: JoiningState) -> str:
        """Return how its key begins, as the list of laptops shows it."""
        return self.tr("Key {key}").format(key=bidi.code(state.station[:8])) if state.station else ""

    def waiting(self, state: JoiningState) -> str:
        if state.problem:
            return ""
        return self.tr(
            "A coordinator lets it in, at the hub or on any coordinator’s laptop, where it stands by this name and key."
        )

    def how_far(self, state: JoiningState) -> str:
        coming = state.coming
        if not coming.whole:
            return self.tr("Asking what there is…") if state.busy else ""
        done, whole = map(words.figure, state.part)
        if coming.due and state.phase is Phase.RECEIVING:
            return self.tr("{done} of {whole} entries of lists are made ready").format(done=done, whole=whole)
        return self.tr("{facts} of {whole} entries are here").format(facts=done, whole=whole)

    def came(self, state: JoiningState) -> str:
        """Return what came this time."""
        coming = state.coming
        parts = (
            self.tr("%Ln people", "", coming.people),
            self.tr("%Ln badges", "", coming.badges),
            self.tr("%Ln documents", "", coming.documents),
        )
        return self.tr("Came this time: {things}").format(things=" · ".join(parts)) if coming.whole else ""

    def trouble(self, state: JoiningState) -> tuple[str, str]:
        """Return what is in the way, and the next step."""
        if state.fault:
            return self.tr("Something went wrong; what came stays here."), self.tr("Try again.")
        if state.problem:
            sentence, step = words.problem(state.problem)
            return sentence, self._step(state.problem) or step
        return self._clock(state)

    def _step(self, problem: Problem) -> str:
        """Return the next step of a laptop that nobody works at yet, where that is another."""
        steps = (
            (
                OnlyHeardOf,
                self.tr(
                    "Let the application through the hub’s firewall; else join the laptops by cable, by a router of your own "
                    "or by a hotspot: then this goes on."
                ),
            ),
            (
                KeptApart,
                self.tr(
                    "If the hub is on, join the laptops by cable, by a router of your own or by a hotspot: then this goes on."
                ),
            ),
            (NobodyListens, self.tr("Start the hub there: this laptop looks again by itself.")),
            (
                HubNotReached,
                self.tr(
                    "Look whether the hub is on, in the same network, and let through its firewall; or type its address."
                ),
            ),
            (HubRefused, self.tr("This laptop asks again by itself.")),
            (ShutOut, self.tr("Ask the event lead for another laptop, or why.")),
        )
        return next((said for kind, said in steps if isinstance(problem, kind)), "")

    def _clock(self, state: JoiningState) -> tuple[str, str]:
        if state.clock is None or not state.clock.is_wrong:
            return "", ""
        by = self._span(abs(state.clock.milliseconds))
        ahead = self.tr("This laptop’s clock is {time} behind the hub’s.")
        behind = self.tr("This laptop’s clock is {time} ahead of the hub’s.")
        said_of = (ahead if state.clock.milliseconds > 0 else behind).format(time=by)
        return said_of, self.tr("Set whichever is wrong before anybody is checked in.")

    def _span(self, milliseconds: int) -> str:
        if milliseconds >= 2 * _DAY_MS:
            return self.tr("%Ln days", "", milliseconds // _DAY_MS)
        if milliseconds >= 2 * _HOUR_MS:
            return self.tr("%Ln hours", "", milliseconds // _HOUR_MS)
        return self.tr("%Ln minutes", "", max(1, milliseconds // _MINUTE_MS))
