"""The record at work: shows one person, keeps what is typed, saves it, and has the badge follow."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout

from checkin_app.domain.canonical import Json
from checkin_app.domain.changes import Changed, ChangeSet, Recorded
from checkin_app.domain.ids import DelegateId
from checkin_app.runtime.lanes import Done, Result
from checkin_app.services.ports.badges import Job
from checkin_app.services.ports.people import DelegateCard
from checkin_app.services.ports.records import Record
from checkin_app.services.scanning import ScanOutcome
from checkin_app.ui import theme, words
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.held import HoldingKey
from checkin_app.ui.kit.meant import Meant
from checkin_app.ui.kit.own_keys import OwnKeys
from checkin_app.ui.kit.timers import single_shot
from checkin_app.ui.print_jobs import LOOKED_THROUGH, may_be_out
from checkin_app.ui.record import state as form
from checkin_app.ui.record.panel import RecordPanel
from checkin_app.ui.record.saving import Renewal, Saving
from checkin_app.ui.record.side import ClaimView
from checkin_app.ui.record.state import PRINTED, YES, RecordState
from checkin_app.ui.record.words import RecordWords
from checkin_app.ui.replies import trouble
from checkin_app.ui.scan_strip import ScanStrip
from checkin_app.ui.sentences import Sentence, said_anew, sentence
from checkin_app.ui.shell.actions import Actions
from checkin_app.ui.shell.answering import Reply
from checkin_app.ui.shell.screen import Screen
from checkin_app.ui.words_languages import tags_of

_TOUCHES = frozenset({Changed.DELEGATES, Changed.BADGES, Changed.BUSES})
_SWITCHES = frozenset({"accessible", "prints_latin"})
#: Drafts are written when nobody has typed for this long, in milliseconds.
SETTLED_MS = 400


@dataclass(frozen=True, slots=True)
class RecordAids:
    """What helps with the form; bootstrap fills it from the fonts of this installation and the station's folder."""

    lacking: Callable[[str], str]
    """The characters of a text that no badge font has."""
    save_drafts: Callable[[str, Reply[None]], None]
    load_drafts: Callable[[Reply[str]], None]


class RecordScreen(Screen):
    """One person's record."""

    def __init__(
        self, actions: Actions, telling: words.Telling, aids: RecordAids, panel: RecordPanel | None = None
    ) -> None:
        """`panel` is one that was made before, by whoever makes a large screen a part at a time."""
        super().__init__()
        self._actions, self._lacking, self._aids = actions, aids.lacking, aids
        self._settled = single_shot(self, self._keep, SETTLED_MS)
        self._loaded = False
        self.panel = panel or RecordPanel(RecordWords(telling))
        self._state, self._words = RecordState(), self.panel.words
        self._saving = Saving(actions, self)
        self._sending: dict[DelegateId, Mapping[str, str]] = {}
        self._called: dict[DelegateId, str] = {}
        self._strip = ScanStrip(self.panel.strip, telling)
        HoldingKey(self, self.panel.renew, Qt.Key.Key_P)
        OwnKeys(self, _is_print)  # elsewhere Ctrl+P opens the badge desk; here it has the badge follow
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel)
        self._connect()

    def _connect(self) -> None:
        panel, side, saving = self.panel, self.panel.side, self._saving
        panel.edited.connect(self._edited)
        panel.save_asked.connect(self._save)
        panel.renewed.connect(self._renew)
        panel.discarded.connect(lambda: self._look_through(form.discarded(self._state)))
        side.claim_chosen.connect(self._settle)
        side.reason_typed.connect(lambda text: self._become(form.reason_typed(self._state, text)))
        side.standing_asked.connect(self._change_standing)
        side.other_typed.connect(self._type_other)
        side.merge_asked.connect(self._merge)
        side.part_asked.connect(self._part)
        saving.saved.connect(self._saved)
        saving.sent.connect(self._sent)
        saving.refused.connect(self._refused)

    # ---- what the window tells

    def retranslate(self) -> None:
        self._strip.retranslate(self.tr("The record keeps what you typed."))
        self.panel.retranslate()
        self._become(said_anew(self._state))

    def help_text(self) -> str:
        return self.tr(
            "Everything that is known of one person. Put right what is wrong and press Ctrl Enter, or hold Ctrl P: that "
            "saves and prints a new badge, and the former one stops working. At the side stands what was written when "
            "and by which laptop; where two laptops wrote different things, choose which holds. With a reason the badge "
            "is revoked, or restored. Where the same person has another record, type its badge number: this record then "
            "stands for both, and they can be taken apart again. What is typed stays while you scan, and "
            "also if the laptop restarts."
        )

    def set_layout(self, layout: theme.Layout) -> None:
        self.panel.set_layout(layout)
        self._strip.set_layout(layout)

    def shown(self) -> None:
        self._strip.ready()
        if not self._loaded:
            self._aids.load_drafts(self._drafts_came)
        self._ask()
        self._focus()

    def stale(self, changes: ChangeSet) -> None:
        if self.isVisible() and changes & (_TOUCHES | {Changed.JOBS}):
            self._ask()

    def scanned(self, result: Result[ScanOutcome]) -> None:
        self._strip.scanned(result)

    def opened_for(self, subject: str) -> None:
        self._become(form.opened(self._state, DelegateId(subject)))

    def _focus(self) -> None:
        line = self.panel.fields["name"].line
        line.setFocus()
        line.selectAll()

    # ---- what was typed, through restarts

    def _drafts_came(self, result: Result[str]) -> None:
        self._loaded = True
        if isinstance(result, Done):
            self._look_through(form.drafts_brought(self._state, form.drafts_from(result.value)))

    def _keep(self) -> None:
        """Write the drafts down; that they cannot be costs nobody's record anything."""
        self._aids.save_drafts(form.drafts_text(self._state.drafts), lambda _kept: None)

    # ---- what is known

    def _ask(self) -> None:
        who = self._state.who
        if who:
            self._actions.persons.record(who, partial(self._record_came, who))

    def _record_came(self, who: DelegateId, result: Result[Record | None]) -> None:
        if not isinstance(result, Done):
            self._become(form.refused(self._state, self._state.who, trouble(result)))
            return
        if result.value is None:
            self._become(form.removed(self._state, who))
            return
        self._called[who] = result.value.card.delegate.called
        first = self._state.record is None
        self._look_through(form.record_fetched(self._state, result.value))
        self._actions.badges.jobs(LOOKED_THROUGH, self._jobs_came)
        if first and self.isVisible():
            self._focus()

    def _jobs_came(self, result: Result[Sequence[Job]]) -> None:
        record = self._state.record
        if isinstance(result, Done) and record:
            card, printer = record.card, self._actions.laptop.settings().badge_printer
            printed = card.may_be_in_file or may_be_out(result.value, card.delegate.id, card.badge.current)
            self._become(form.printing_checked(self._state, printer, printed=printed))

    def _look_through(self, state: RecordState) -> None:
        lacking = {name: self._lacking(form.shown(state, name)) for name in PRINTED} if state.record else {}
        self._become(form.looked_through(state, lacking))

    # ---- mending

    def _edited(self, name: str, text: str) -> None:
        self._look_through(form.edited(self._state, name, text))

    def _changes(self) -> dict[str, Json]:
        return {name: _value(name, text) for name, text in self._state.draft.items()}

    def _save(self) -> None:
        if self._state.draft:
            self._send(None)

    def _renew(self, meant: Meant | None) -> None:
        state = self._state
        if state.record and state.printer and not state.revoked and (meant or not state.printed):
            self._send(Renewal(state.record.card.badge.current, state.printer, meant))

    def _send(self, then: Renewal | None) -> None:
        state, go = form.begun(self._state)
        self._become(state)
        if go and state.who and state.record:
            kept = state.drafts.get(state.who)
            self._sending[state.who] = state.draft
            seen = kept.seen if kept and kept.seen else state.record.edits
            self._saving.save(state.who, self._changes(), seen, then)

    def _saved(self, who: DelegateId, whole: bool) -> None:  # noqa: FBT001 - the signal's form
        state = form.saved(self._state, who, self._sending.pop(who, {}), sentence(self._words.saved))
        self._look_through(state if whole or who != state.who else replace(state, busy=True))
        self._ask()

    def _sent(self, who: DelegateId, issue: int) -> None:
        record = self._state.record
        number = f"{record.card.delegate.badge_no}-{issue}" if record else str(issue)
        self._become(form.badge_printed(self._state, who, sentence(self._words.sent, number)))
        self._ask()

    def _refused(self, who: DelegateId, said: str) -> None:
        """Say why something was not done, and for whom where another person is in sight by now."""
        of_another = who != self._state.who
        told = _of(self._called.get(who, ""), said) if of_another else said
        self._become(form.refused(self._state, who, told))

    def _settle(self, claim: ClaimView) -> None:
        state, go = form.begun(self._state)
        self._become(state)
        if go and state.who and state.record:
            self._sending[state.who] = {name: text for name, text in state.draft.items() if name == claim.field}
            self._saving.save(state.who, {claim.field: claim.value}, state.record.edits, None)

    def _change_standing(self) -> None:
        badges, reason, revoked = self._actions.badges, self._state.reason, self._state.revoked
        state, go = form.begun(self._state)
        self._become(state)
        if go and state.who:
            act = badges.restore if revoked else badges.revoke
            done = sentence(self._words.restored if revoked else self._words.revoked)
            act(state.who, reason, partial(self._standing_changed, state.who, done))

    def _standing_changed(self, who: DelegateId, done: str, result: Result[Recorded]) -> None:
        if isinstance(result, Done):
            self._become(form.standing_changed(self._state, who, done))
            self._ask()
        else:
            self._refused(who, trouble(result))

    # ---- records of one person

    def _type_other(self, text: str) -> None:
        self._become(form.other_typed(self._state, text))
        if text.strip():
            self._actions.persons.resolve(text.strip(), partial(self._resolved, text))

    def _resolved(self, text: str, result: Result[DelegateId | None]) -> None:
        if isinstance(result, Done) and result.value:
            self._actions.persons.card(result.value, partial(self._twin_came, text))

    def _twin_came(self, text: str, result: Result[DelegateCard | None]) -> None:
        self._become(form.twin_found(self._state, text, result.value if isinstance(result, Done) else None))

    def _merge(self) -> None:
        twin, (state, go) = self._state.twin, form.begun(self._state)
        self._become(state)
        if go and twin and state.who:
            merged = partial(self._standing_changed, state.who, sentence(self._words.merged))
            self._actions.persons.merge(twin.delegate.id, state.who, merged)

    def _part(self, voided: DelegateId) -> None:
        state, go = form.begun(self._state)
        self._become(state)
        if go and state.who:
            self._actions.persons.part(voided, partial(self._standing_changed, state.who, sentence(self._words.parted)))

    # ---- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_print(event) and self._state.record:
            self.panel.renew.press_by(event)
        else:
            super().keyPressEvent(event)

    def _become(self, state: RecordState) -> None:
        if state != self._state:
            if state.drafts != self._state.drafts:
                self._settled.start()
            self._state = state
            self.panel.render_state(state)


def _of(name: str, said: str) -> Sentence:
    """Return what was said of somebody with their name before it."""
    return Sentence(lambda: f"{bidi.name(name)}: {said_anew(said)}")


def _value(name: str, text: str) -> Json:
    if name in _SWITCHES:
        return text == YES
    return list(tags_of(text)) if name == "languages" else text.strip()


def _is_print(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_P and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
