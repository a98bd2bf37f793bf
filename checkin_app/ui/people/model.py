"""The directory as Qt's views see it: all ids at once, the people behind them in pages when they are looked at."""

from collections import OrderedDict
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from checkin_app.domain.ids import DelegateId
from checkin_app.services.ports.people import DelegateCard
from checkin_app.ui.people.rows import CARD_ROLE

_Index = QModelIndex | QPersistentModelIndex

#: People fetched at a time.
PAGE = 100
#: Pages kept; a forum of 100 000 must not fill the memory of a small laptop by being scrolled through.
MOST_PAGES = 40


class PeopleModel(QAbstractListModel):
    """Holds ids; `page_wanted` asks for the cards of a page of them, and `take` brings those."""

    page_wanted = Signal(object)
    _looked_at = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids: tuple[DelegateId, ...] = ()
        self._pages: OrderedDict[int, dict[DelegateId, DelegateCard]] = OrderedDict()
        self._asked: set[int] = set()
        # Queued: nothing may be asked while a view is in the middle of painting.
        self._looked_at.connect(self._ask, Qt.ConnectionType.QueuedConnection)

    def show(self, ids: Sequence[DelegateId]) -> None:
        """Show these people; the same ones stay where they are and are fetched anew."""
        shown = tuple(ids)
        if shown == self._ids:
            self.refresh()
            return
        self.beginResetModel()
        self._ids = shown
        self._pages.clear()
        self._asked.clear()
        self.endResetModel()

    def refresh(self) -> None:
        """Fetch the pages in sight again, and those on their way; what is known stays until they have come."""
        wanted = {*tuple(self._pages)[-2:], *(self._asked - self._pages.keys())}
        self._asked.clear()
        for page in sorted(wanted):
            self._want(page)

    def take(self, cards: Iterable[DelegateCard]) -> None:
        """Take the cards of a page that was asked for."""
        places = {each: place for page in self._asked for place, each in enumerate(self._of(page), page * PAGE)}
        came = [(places[card.delegate.id], card) for card in cards if card.delegate.id in places]
        for place, card in came:
            self._pages.setdefault(place // PAGE, {})[card.delegate.id] = card
        while len(self._pages) > MOST_PAGES:
            page, _ = self._pages.popitem(last=False)
            self._asked.discard(page)
        if came:
            changed = [place for place, _ in came]
            self.dataChanged.emit(self.index(min(changed)), self.index(max(changed)))

    def id_at(self, index: _Index) -> DelegateId | None:
        return self._ids[index.row()] if index.isValid() else None

    def place_of(self, delegate: DelegateId | None) -> int:
        """Return the row of a person, or -1; looked for, since a table of 100 000 would hold up the screen when made."""
        if delegate is None:
            return -1
        try:
            return self._ids.index(delegate)
        except ValueError:
            return -1

    def card_at(self, place: int) -> DelegateCard | None:
        page = self._pages.get(place // PAGE)
        return page.get(self._ids[place]) if page else None

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._ids)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role not in {CARD_ROLE, Qt.ItemDataRole.DisplayRole}:
            return None
        self._want(index.row() // PAGE)
        card = self.card_at(index.row())
        if role == CARD_ROLE or card is None:
            return card
        who = card.delegate
        return ", ".join(part for part in (who.name, who.second_name, who.delegation, who.badge_no) if part)

    def _want(self, page: int) -> None:
        if page in self._pages:
            self._pages.move_to_end(page)
        if page not in self._asked:
            self._asked.add(page)
            self._looked_at.emit(page)

    def _of(self, page: int) -> tuple[DelegateId, ...]:
        return self._ids[page * PAGE : (page + 1) * PAGE]

    def _ask(self, page: int) -> None:
        ids = self._of(page)
        if ids:
            self.page_wanted.emit(ids)
