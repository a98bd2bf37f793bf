"""Brings the results of lanes home to the GUI thread, to whoever is still there to take them."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from types import CellType, FunctionType, MethodType

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid


class Home(QObject):
    """One queued signal: what is delivered from any thread runs on the GUI thread, in the order given.

    What was meant for a window or a widget that was deleted meanwhile is dropped, and so is everything once the
    home has ended.
    """

    _came = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ended = False
        self._coming: deque[None] = deque()
        self._came.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def deliver(self, work: Callable[[], None]) -> None:
        """Run `work` on the GUI thread, later."""
        self._coming.append(None)
        self._came.emit(work)

    @property
    def expects(self) -> bool:
        """Whether anything delivered has not run yet."""
        return bool(self._coming)

    def end(self) -> None:
        """Deliver nothing more, not even what is on its way; called on the GUI thread."""
        self._ended = True

    def _run(self, work: object) -> None:
        self._coming.pop()
        if not self._ended and callable(work):
            to_the_living(work)


def to_the_living(call: Callable[[], object]) -> None:
    """Make a call, unless a Qt object that it would touch was deleted."""
    if all(isValid(each) for each in _held(call)):
        call()


def _held(call: object) -> Iterator[QObject]:
    """Yield the Qt objects that a callable holds on to, itself or through the callables it was given."""
    parts, seen = [call], set[int]()
    while parts:
        part = parts.pop()
        if id(part) in seen:
            continue
        seen.add(id(part))
        match part:
            case QObject():
                yield part
            case partial():
                parts += (part.func, *part.args)
            case FunctionType():
                parts += map(_content, part.__closure__ or ())
            case MethodType():
                owner = part.__self__
                parts += (owner,) if isinstance(owner, QObject) else filter(_reaches, _attributes(owner))


def _reaches(part: object) -> bool:
    return isinstance(part, QObject | partial | FunctionType | MethodType)


def _content(cell: CellType) -> object:
    try:
        return cell.cell_contents
    except ValueError:  # a variable that was never set
        return None


def _attributes(owner: object) -> Iterable[object]:
    slots = (name for each in type(owner).__mro__ for name in getattr(each, "__slots__", ()))
    return (*getattr(owner, "__dict__", {}).values(), *(getattr(owner, name, None) for name in slots))
