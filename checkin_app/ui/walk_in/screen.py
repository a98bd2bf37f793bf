"""The walk-in form at work: keeps the draft, compares as it is typed, registers, checks in, prints."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from checkin_app.domain.changes import Changed, ChangeSet
from checkin_app.domain.delegates import Delegate
from checkin_app.domain.ids import CategoryId, CheckpointId, DelegateId, RouteId
from checkin_app.domain.seating import takes_people
from checkin_app.runtime.lanes import Done, Result
from checkin_app.services.ports.buses import BusCount
from checkin_app.services.ports.people import DelegateCard
from checkin_app.services.scanning import ScanOutcome
from checkin_app.services.walk_ins import WalkedIn
from checkin_app.ui import theme, words
from checkin_app.ui.kit.seen import Seen
from checkin_app.ui.kit.timers import single_shot
from checkin_app.ui.replies import trouble
from checkin_app.ui.scan_strip import ScanStrip
from checkin_app.ui.sentences import said_anew, sentence
from checkin_app.ui.shell.actions import Actions, StationContext
from checkin_app.ui.shell.answering import Reply
from checkin_app.ui.shell.screen import Destination, Screen
from checkin_app.ui.walk_in import state as form
from checkin_app.ui.walk_in.panel import WalkInPanel
from checkin_app.ui.walk_in.state import CategoryChoice, Draft, LookAlike, RouteChoice, WalkInState
from checkin_app.ui.walk_in.words import WalkInWords
from checkin_app.ui.wall_clock import Now, wall_clock
from checkin_app.ui.words_languages import tags_of

#: A draft is written when nobody has typed for this long, in milliseconds.
SETTLED_MS = 400
#: Until a comparison takes longer than this, in milliseconds, it is not spoken of: it would flicker at each key.
PATIENCE_MS = 200
#: Fields that end up on the badge, and so must have a glyph for each character.
PRINTED = ("name", "latin_name", "organisation")
#: What changes the seats that are left on a route.
_TOUCHES = frozenset({Changed.BUSES, Changed.RIDES, Changed.PRESENCES})


@dataclass(frozen=True, slots=True)
class FormAids:
    """What helps with the form; bootstrap fills it from the tables and fonts of this installation."""

    latin_of: Callable[[str], str]
    """The Latin name that an own-script name most likely has; empty where it cannot be told."""
    lacking: Callable[[str], str]
    """The characters of a text that no badge font has."""
    save_draft: Callable[[str, Reply[None]], None]
    load_draft: Callable[[Reply[str]], None]


class WalkInScreen(Screen):
    """For a guest who is on no list."""

    def __init__(
        self,
        actions: Actions,
        context: StationContext,
        aids: FormAids,
        *,
        now: Now = wall_clock,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._actions, self._context, self._aids, self._now = actions, context, aids, now
        self._telling = context.telling()
        self._words = WalkInWords(self._telling.clock)
        self._state = WalkInState()
        self._checkpoint: CheckpointId | None = None
        self._buses: tuple[BusCount, ...] = ()
        self._loaded, self._wanted = False, ""
        self.panel = WalkInPanel(self._words)
        self.seen = Seen(self.panel.side)
        self._strip = ScanStrip(self.panel.strip, self._telling)
        self._settled = single_shot(self, self._keep, SETTLED_MS)
        self._patience = single_shot(self, self._say_slow, PATIENCE_MS)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._register)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel)
        self.setFocusProxy(self.panel.fields["name"])
        self._connect()

    def _connect(self) -> None:
        self.panel.edited.connect(self._edited)
        self.panel.register_asked.connect(self._register)
        self.panel.discarded.connect(self._discard)
        self.panel.brought_back.connect(self._bring_back)
        self.panel.latin_name_used.connect(self._use_latin)
        self.panel.recognised.connect(self._is_guest)

    # ---- what the window tells

    def retranslate(self) -> None:
        self._strip.retranslate(self.tr("Your form is kept."))
        self.panel.retranslate()
        self._become(said_anew(self._state))
        self._offer()

    def help_text(self) -> str:
        return self.tr(
            "For a guest on no list. Look at the names beside the form first: the guest may be there already. "
            "Ctrl Enter registers, checks in and prints. What you type is kept, also if the laptop restarts."
        )

    def set_layout(self, layout: theme.Layout) -> None:
        self.panel.set_layout(layout)
        self._strip.set_layout(layout)

    def shown(self) -> None:
        self._strip.ready()
        self.panel.fields["name"].line.setFocus()
        if not self._loaded:
            self._aids.load_draft(self._draft_came)
        self._fetch()

    def stale(self, changes: ChangeSet) -> None:
        if changes & _TOUCHES and self.isVisible():
            self._fetch()

    def at_checkpoint(self, checkpoint: CheckpointId | None) -> None:
        self._checkpoint = checkpoint

    def scanned(self, result: Result[ScanOutcome]) -> None:
        self._strip.scanned(result)

    def opened_for(self, subject: str) -> None:
        """Open with a name that was looked for and not found; a draft that was kept goes before it."""
        self._wanted = subject
        if self._loaded:
            self._take_wanted()

    def _take_wanted(self) -> None:
        if self._wanted and self._state.draft.empty:
            self._edited("name", self._wanted)
        self._wanted = ""

    # ---- the draft

    def _draft_came(self, result: Result[str]) -> None:
        self._loaded = True
        if isinstance(result, Done) and self._state.draft.empty:
            self._become(form.opened(self._state, form.draft_from(result.value), self._default_category()))
            self._compare()
        self._take_wanted()

    def _edited(self, name: str, value: str) -> None:
        asked = self._state.asked
        self._become(form.edited(self._state, name, value))
        self._settled.start()
        if self._state.asked != asked:
            self._compare()

    def _keep(self) -> None:
        draft = self._state.draft
        self._aids.save_draft("" if draft.empty else form.draft_text(draft), partial(self._kept, draft))

    def _kept(self, draft: Draft, result: Result[None]) -> None:
        if isinstance(result, Done) and not draft.empty:
            self._become(form.kept(self._state, draft))

    def _discard(self) -> None:
        self._become(form.discarded(self._state, self._default_category()))
        self._settled.start()
        self.panel.fields["name"].line.setFocus()

    def _bring_back(self) -> None:
        self._become(form.brought_back(self._state))
        self._settled.start()
        self._compare()

    def _use_latin(self) -> None:
        self._become(form.latin_name_used(self._state))
        self._settled.start()
        self._compare()

    # ---- comparing

    def _compare(self) -> None:
        """Suggest the Latin name, look for look-alikes and for characters that cannot be printed."""
        question, draft = self._state.asked, self._state.draft
        if self._state.latin_suggested:
            self._become(form.suggested(self._state, question, self._aids.latin_of(draft.name)))
            draft = self._state.draft
        # What the badge cannot show is known here and now; who may be the guest comes from the reader.
        self._become(form.looked_through(self._state, question, self._lacking(draft)))
        if self._state.named:
            self._patience.start()
            self._actions.persons.look_alikes(draft.name, draft.latin_name, partial(self._alikes_found, question))

    def _lacking(self, draft: Draft) -> dict[str, str]:
        return {name: self._aids.lacking(getattr(draft, name)) for name in PRINTED}

    def _alikes_found(self, question: int, result: Result[Sequence[DelegateId]]) -> None:
        ids = result.value if isinstance(result, Done) else ()
        if question != self._state.asked:
            return
        if ids:
            self._actions.persons.cards(ids, partial(self._alikes_came, question))
        else:
            self._become(form.compared(self._state, question, ()))

    def _alikes_came(self, question: int, result: Result[Sequence[DelegateCard]]) -> None:
        cards = result.value if isinstance(result, Done) else ()
        alikes = tuple(self._alike(card) for card in cards)
        if question == self._state.asked and set(alikes) - set(self._state.look_alikes):
            self.seen.renew()
        self._become(form.compared(self._state, question, alikes))

    def _say_slow(self) -> None:
        self._become(form.waited(self._state))

    def _alike(self, card: DelegateCard) -> LookAlike:
        rehearsal = card.is_rehearsal(self._context.forum, self._now(), self._checkpoint)
        return form.look_alike_from(card, self._checkpoint, rehearsal=rehearsal)

    def _is_guest(self, delegate: DelegateId) -> None:
        """Show the person on the list instead of making a second one; the draft can be brought back."""
        self._discard()
        self.asked_for.emit(Destination("find", delegate))

    # ---- choices

    def _fetch(self) -> None:
        self._actions.buses.buses(self._buses_came)

    def _buses_came(self, result: Result[Sequence[BusCount]]) -> None:
        if isinstance(result, Done):
            self._buses = tuple(result.value)
            self._offer()

    def _offer(self) -> None:
        forum, spoken = self._context.forum, words.spoken()
        categories = tuple(CategoryChoice(each.id, each.letter, each.name.in_(spoken)) for each in forum.categories)
        routes = tuple(RouteChoice(each.id, each.name.in_(spoken), self._left_on(each.id)) for each in forum.routes)
        offered = form.offered(self._state, categories, routes)
        if not offered.draft.category:
            offered = form.edited(offered, "category", self._default_category())
        self._become(offered)

    def _open_buses(self, route: RouteId) -> list[BusCount]:
        return [each for each in self._buses if each.bus.route == route and takes_people(each.bus)]

    def _left_on(self, route: RouteId) -> int | None:
        buses = self._open_buses(route)
        return sum(each.free for each in buses) if buses else None

    def _default_category(self) -> str:
        return self._context.forum.default_category

    # ---- registering

    def _register(self) -> None:
        if self._state.look_alikes and not self._state.comparing and not self.seen:
            # Who may be the guest came while the key was on its way: that is looked at first.
            return
        state, go = form.begun(self._state)
        self._become(state)
        if not go:
            return
        self._actions.persons.walk_in(_delegate(state.draft), self._checkpoint, self._walked_in)

    def _walked_in(self, result: Result[WalkedIn]) -> None:
        if not isinstance(result, Done):
            self._become(form.refused(self._state, trouble(result)))
            return
        came, note = result.value, sentence(self._words.left_undone, result.value)
        person = came.delegate
        self._become(form.registered(self._state, person.name, person.badge_no, self._default_category(), note=note))
        self._settled.start()
        if came.scan:
            self._strip.scanned(Done(came.scan))
            self.let_in.emit(Done(came.scan))

    def _become(self, state: WalkInState) -> None:
        if state != self._state:
            self._state = state
            self.panel.render_state(state)


def _delegate(draft: Draft) -> Delegate:
    """Return the person that a form describes; id and badge number are given when it is recorded."""
    return Delegate(
        id=DelegateId(""),
        name=draft.name.strip(),
        latin_name=draft.latin_name.strip(),
        organisation=draft.organisation.strip(),
        phone=draft.phone.strip(),
        languages=tags_of(draft.languages),
        host=draft.host.strip(),
        category=CategoryId(draft.category),
        route=RouteId(draft.route),
    )
