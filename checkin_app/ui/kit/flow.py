"""Things side by side that go on in a further row where there is no room: buttons, filters, tabs."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget


class FlowLayout(QLayout):
    """Keeps each item as wide as it wants to be; with `fill` the items of a row share what is left of it."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8, fill: bool = False) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._fill = fill
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(gap)

    # ---- what Qt asks

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal if self._fill else Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rows = list(self._rows(width))
        return sum(map(_height, rows)) + self.spacing() * max(0, len(rows) - 1)

    def sizeHint(self) -> QSize:
        shown = [each.sizeHint() for each in self._shown()]
        width = sum(each.width() for each in shown) + self.spacing() * max(0, len(shown) - 1)
        return QSize(width, max((each.height() for each in shown), default=0))

    def minimumSize(self) -> QSize:
        shown = [each.minimumSize().expandedTo(each.sizeHint()) for each in self._shown()]
        return QSize(
            max((each.width() for each in shown), default=0), max((each.height() for each in shown), default=0)
        )

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        y = rect.top()
        for row in self._rows(rect.width()):
            self._place(row, QRect(rect.left(), y, rect.width(), _height(row)))
            y += _height(row) + self.spacing()

    # ---- rows

    def _shown(self) -> list[QLayoutItem]:
        return [each for each in self._items if not each.isEmpty()]

    def _rows(self, width: int) -> Iterator[list[QLayoutItem]]:
        row: list[QLayoutItem] = []
        left = width
        for item in self._shown():
            wanted = item.sizeHint().width()
            if row and wanted > left:
                yield row
                row, left = [], width
            row.append(item)
            left -= wanted + self.spacing()
        if row:
            yield row

    def _place(self, row: list[QLayoutItem], rect: QRect) -> None:
        wanted = [each.sizeHint().width() for each in row]
        room = rect.width() - self.spacing() * (len(row) - 1)
        more = max(0, room - sum(wanted)) // len(row) if self._fill else 0
        parent = self.parentWidget()
        direction = parent.layoutDirection() if parent else Qt.LayoutDirection.LeftToRight
        x = rect.left()
        for item, width in zip(row, wanted, strict=True):
            place = QRect(x, rect.top(), min(width + more, rect.width()), rect.height())
            item.setGeometry(QStyle.visualRect(direction, rect, place))
            x += width + more + self.spacing()


def _height(row: list[QLayoutItem]) -> int:
    return max(each.sizeHint().height() for each in row)
