"""Beside the form: what laptops wrote differently, what was written when and by whom, and whether the badge is valid."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from checkin_app.domain.canonical import Json
from checkin_app.domain.ids import DelegateId
from checkin_app.domain.roles import Deed
from checkin_app.ui import theme
from checkin_app.ui.kit.buttons import Button
from checkin_app.ui.kit.cards import Card, Line
from checkin_app.ui.kit.form import FormField
from checkin_app.ui.kit.labels import Label
from checkin_app.ui.kit.lists import RowColumn, scrolled


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One of several values that were written apart."""

    field: str
    """Empty of what is not chosen here."""
    value: Json
    words: str
    by: str


@dataclass(frozen=True, slots=True)
class DisputeView:
    title: str
    claims: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True)
class EntryView:
    """One thing that was written, in words."""

    title: str
    line: str
    by: str


@dataclass(frozen=True, slots=True)
class VoidedView:
    """A record of the same person, for which this one stands."""

    id: DelegateId
    words: str


@dataclass(frozen=True, slots=True)
class SideView:
    """Everything the side shows, already in words."""

    disputes: tuple[DisputeView, ...] = ()
    entries: tuple[EntryView, ...] = ()
    nobody: str = ""
    """That nobody is named in any of them, where the forum has no operators."""
    standing: str = ""
    """Why the badge is void, or empty."""
    act: str = ""
    """What the button does: revoke, or restore; empty where nobody is shown."""
    reason: str = ""
    can_act: bool = False
    voided: tuple[VoidedView, ...] = ()
    other: str = ""
    """The number of another record, as typed."""
    twin: str = ""
    """Whose it is, or that it is nobody's."""
    can_merge: bool = False


class _Claim(QWidget):
    """A value, who wrote it, and the button that lets it hold."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: ClaimView | None = None
        self._value, self._by = Label("", "bodyStrong", wrap=True), Label("", "body", "ink.secondary", wrap=True)
        self._use = Button("", height=theme.size("target.min"), deed=Deed.MEND)
        self._use.clicked.connect(lambda: self.chosen.emit(self._view))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(1))
        for widget in (self._value, self._by, self._use):
            column.addWidget(widget)

    def show_claim(self, view: ClaimView, use: str) -> None:
        self._view = view
        self._value.setText(view.words)
        self._by.setText(view.by)
        self._use.setText(use)
        self._use.setVisible(bool(view.field))
        self._use.setAccessibleName(f"{use}: {view.words}")


class _Dispute(QWidget):
    """One field that was written differently, with each value."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Label("", "bodyStrong", "state.ask.ink", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.space(2))
        column.setSpacing(theme.space(2))
        column.addWidget(self._title)
        self._claims = RowColumn(column, self._new_claim, first=1)

    def show_dispute(self, view: DisputeView, use: str) -> None:
        self._title.setText(view.title)
        for row, claim in zip(self._claims.take(len(view.claims)), view.claims, strict=True):
            row.show_claim(claim, use)

    def _new_claim(self) -> _Claim:
        claim = _Claim()
        claim.chosen.connect(self.chosen)
        return claim


class _Entry(QWidget):
    """One thing that was written."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._line = Label("", "bodyStrong", wrap=True), Label("", "body", wrap=True)
        self._by = Label("", "body", "ink.secondary", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.space(2))
        column.setSpacing(0)
        for widget in (self._title, self._line, self._by):
            column.addWidget(widget)

    def show_entry(self, view: EntryView) -> None:
        self._title.setText(view.title)
        self._line.setText(view.line)
        self._line.setVisible(bool(view.line))
        self._by.setText(view.by)


class _Voided(QWidget):
    """A record for which this one stands, and the button that takes them apart."""

    parted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._who = DelegateId("")
        self._named = Label("", "bodyStrong", wrap=True)
        self._part = Button("", height=theme.size("target.min"), deed=Deed.MERGE)
        self._part.clicked.connect(lambda: self.parted.emit(self._who))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.space(2))
        column.setSpacing(theme.space(1))
        column.addWidget(self._named)
        column.addWidget(self._part)

    def show_voided(self, view: VoidedView, part: str) -> None:
        self._who = view.id
        self._named.setText(view.words)
        self._part.setText(part)
        self._part.setAccessibleName(f"{part}: {view.words}")


class _Merging(QWidget):
    """The number of another record of this person, whose it is, and the button that merges them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = FormField(ime=False)
        self.merge = Button("", height=theme.size("target.min"), deed=Deed.MERGE)
        self._twin = Label("", "body", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.space(2))
        column.setSpacing(theme.space(1))
        for widget in (self.number, self._twin, self.merge):
            column.addWidget(widget)

    def show_merging(self, view: SideView) -> None:
        self.setVisible(bool(view.act))
        self.number.set_text(view.other)
        self._twin.setText(view.twin)
        self._twin.setVisible(bool(view.twin))
        self.merge.setVisible(view.can_merge)


class RecordSide(Card):
    """The side column.

    Signals: `claim_chosen` with a `ClaimView`, `reason_typed` with the text, `standing_asked` where the badge is to be
    revoked or restored, `other_typed` with the number of another record, `merge_asked` for that one, `part_asked` with
    the `DelegateId` of a voided one.
    """

    other_typed = Signal(object)
    merge_asked = Signal()
    part_asked = Signal(object)

    claim_chosen = Signal(object)
    reason_typed = Signal(object)
    standing_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=1)
        self._title = Label("", "buttonLarge", wrap=True)
        self._nobody = Label("", "body", "ink.secondary", wrap=True)
        self._standing = Label("", "bodyStrong", "trouble.ink", wrap=True)
        self.reason = FormField()
        self.act = Button("", height=theme.size("target.button"), deed=Deed.VOID)
        self._use = self._part = ""
        self.merging = _Merging()
        shown = QWidget()
        self._column = QVBoxLayout(shown)
        self._column.setSpacing(theme.space(2))
        self._column.addStretch(1)
        disputes, voided, entries = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self._column.insertLayout(0, entries)
        self._column.insertWidget(0, self.merging)
        for column in (voided, disputes):
            self._column.insertLayout(0, column)
        self._voided = RowColumn(voided, self._new_voided)
        self._disputes = RowColumn(disputes, self._new_dispute)
        self._entries = RowColumn(entries, _Entry)
        self._head, self._foot = QVBoxLayout(), QVBoxLayout()
        self._head.addWidget(self._title)
        self._head.addWidget(self._nobody)
        for widget in (self._standing, self.reason, self.act):
            self._foot.addWidget(widget)
        self._standing_lines = QWidget()
        self._standing_lines.setLayout(self._foot)
        self.body.setSpacing(0)
        self.body.addLayout(self._head)
        self.body.addWidget(Line())
        self.body.addWidget(scrolled(shown), 1)
        self.body.addWidget(Line())
        self.body.addWidget(self._standing_lines)
        self.reason.edited.connect(self.reason_typed)
        self.act.clicked.connect(self.standing_asked)
        self.merging.number.edited.connect(self.other_typed)
        self.merging.merge.clicked.connect(self.merge_asked)

    def set_layout(self, layout: theme.Layout) -> None:
        inset = 12 if layout.narrow else 20
        upright = 6 if layout.low else 12
        for column in (self._head, self._column, self._foot):
            column.setContentsMargins(inset, upright, inset, upright)
        self._foot.setSpacing(theme.space(1) if layout.low else theme.space(2))

    def set_words(self, title: str, use: str, reason: str) -> None:
        self._title.setText(title)
        self._use = use
        self.reason.set_words(reason)

    def set_merge_words(self, other: str, merge: str, part: str) -> None:
        self.merging.number.set_words(other)
        self.merging.merge.setText(merge)
        self._part = part

    def show_side(self, view: SideView) -> None:
        for dispute, each in zip(self._disputes.take(len(view.disputes)), view.disputes, strict=True):
            dispute.show_dispute(each, self._use)
        for row, void in zip(self._voided.take(len(view.voided)), view.voided, strict=True):
            row.show_voided(void, self._part)
        self.merging.show_merging(view)
        for entry, said in zip(self._entries.take(len(view.entries)), view.entries, strict=True):
            entry.show_entry(said)
        self._nobody.setText(view.nobody)
        self._nobody.setVisible(bool(view.nobody))
        self._standing.setText(view.standing)
        self._standing.setVisible(bool(view.standing))
        self._standing_lines.setVisible(bool(view.act))
        self.reason.set_text(view.reason)
        self.act.setText(view.act)
        self.act.setEnabled(view.can_act)

    def _new_voided(self) -> _Voided:
        voided = _Voided()
        voided.parted.connect(self.part_asked)
        return voided

    def _new_dispute(self) -> _Dispute:
        dispute = _Dispute()
        dispute.chosen.connect(self.claim_chosen)
        return dispute
