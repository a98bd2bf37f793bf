"""What the walk-in form says of its draft and of those who may be the guest."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject

from checkin_app.domain.ids import Instant
from checkin_app.services.walk_ins import WalkedIn
from checkin_app.ui import words
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.chips import ChipTone
from checkin_app.ui.walk_in.side import AlikesView, AlikeView
from checkin_app.ui.walk_in.state import LookAlike, Phase, RouteChoice, WalkInState


class WalkInWords(QObject):
    """Texts are looked up when asked for, so that the language may change in between."""

    def __init__(self, time: Callable[[Instant], str]) -> None:
        super().__init__()
        self._time = time

    def labels(self, state: WalkInState, *, tight: bool) -> Mapping[str, tuple[str, str]]:
        """Return by field its label and the word at the trailing end of it; `tight` where columns are narrow."""
        suggested = state.latin_suggested and bool(state.draft.latin_name)
        from_pinyin = self.tr("from pinyin") if suggested else ""
        if tight:
            names = (self.tr("Name in own script"), ""), (self.tr("Latin name"), from_pinyin)
        else:
            own = (self.tr("Name, as the guest writes it"), self.tr("own script"))
            names = own, (self.tr("Name in Latin letters"), from_pinyin)
        return {
            "name": names[0],
            "latin_name": names[1],
            "organisation": (self.tr("Organisation"), ""),
            "phone": (self.tr("Mobile phone"), ""),
            "languages": (self.tr("Speaks"), ""),
            "host": (self.tr("Invited by"), ""),
        }

    def no_route(self) -> str:
        return self.tr("None")

    def discard(self, state: WalkInState) -> str:
        return self.tr("Bring it back") if state.thrown_away is not None else self.tr("Discard")

    def name_missing(self, state: WalkInState) -> str:
        return self.tr("A name is needed.") if state.missing_name else ""

    def lacking(self, state: WalkInState) -> str:
        """Return which characters no badge font has, empty where all are there."""
        missing = dict.fromkeys("".join(state.lacking.values()))
        if not missing:
            return ""
        said = self.tr("The badge fonts lack {characters}. Agree on another spelling with the guest.")
        if "name" in state.lacking:
            said = self.tr("The badge fonts lack {characters}. Agree on another spelling, or print the Latin name.")
        # The screen may lack the character as well, so its code stands beside it.
        named = words.listed(f"{character} (U+{ord(character):04X})" for character in missing)
        return said.format(characters=bidi.name(named))

    def left_undone(self, came: WalkedIn) -> str:
        """Return what could not be done for a guest who is registered, empty where nothing is left."""
        said = []
        if came.unseated:
            route = bidi.code(came.delegate.route)
            said.append(self.tr("Route {route} has no seat left: the guest is on no bus.").format(route=route))
        if came.job is None:
            said.append(self.tr("No printer is set up: the badge was not printed."))
        return words.in_a_row(said)

    def route(self, route: RouteChoice) -> str:
        if route.left is None:
            return self.tr("{route} · no bus yet").format(route=route.id)
        return self.tr("{route} · {seats} left").format(route=route.id, seats=route.left)

    def saved(self, state: WalkInState) -> str:
        if state.phase is Phase.REGISTERED:
            words = self.tr("{name} registered, badge {number}")
            return words.format(name=bidi.name(state.registered_name), number=bidi.code(state.registered_no))
        if state.thrown_away is not None:
            return self.tr("Draft discarded")
        return self.tr("Draft saved") if state.saved else ""

    def alikes(self, state: WalkInState) -> AlikesView:
        if state.look_alikes:
            title = self.tr("Already on the list?")
            explained = self.tr(
                "Same Latin name or nearly the same characters. "
                "Choosing one fills nothing in twice and makes no second person."
            )
        else:
            title = self.tr("Nobody like this on the list") if state.named else self.tr("Already on the list?")
            explained = self.tr("While you type a name, people who are called alike appear here.")
        if state.slow:
            title = self.tr("Comparing with the list…")
        alikes = tuple(self._alike(each) for each in state.look_alikes)
        return AlikesView(title, explained, self.tr("This is the guest"), alikes)

    def _alike(self, other: LookAlike) -> AlikeView:
        chip, tone = self.tr("Not in yet"), ChipTone.QUIET
        if other.inside:
            time = self._time(other.since) if other.since is not None else ""
            chip, tone = self.tr("In {time}").format(time=time).strip(), ChipTone.GO
        return AlikeView(other.delegate, other.name, other.latin, other.organisation, other.badge_no, chip, tone)
