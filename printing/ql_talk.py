"""Talks with Brother QL printers: over a cable they say by themselves how a label goes; in the network they are asked by SNMP."""

from abc import abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from time import monotonic
from typing import ClassVar

from checkin_app.domain.details import PrinterStop
from checkin_app.domain.jobs import Fate
from checkin_app.domain.problems import PrinterFailed, PrinterSilent
from checkin_app.domain.texts import Phrase
from checkin_app.runtime.printer_media import Media
from printing.driver import Said
from printing.ql_label import RESET, for_labels
from printing.ql_media import TAPES
from printing.ql_status import LENGTH, Status, Word, read_objects, read_status
from printing.snmp import Value
from printing.talk import Talk

_ASK = b"\x1biS"
_SURE = 2
"""Looks in a row at which a printer in the network has ended to print."""
_MOST = 64 * LENGTH
"""Bytes of what it says of one label, beyond which it is a flood."""


@dataclass(slots=True, kw_only=True)
class _QlTalk(Talk):
    """What is asked before a label, whatever the way of the answer."""

    media: Media
    """What labels are drawn for."""
    wide: bool
    """They are drawn for a wide print head."""
    height: float = 0.0
    """Of badges in mm, where nobody said that a roll is in it: cut labels of the same width do as well."""
    _labels: Media | None = None
    """Such as are in it."""

    asides: ClassVar[bytes] = b""
    pace: ClassVar[float] = 10.0  # USB, a network, or a cable at 115 200 bits a second: rows go as they are

    def check(self) -> None:
        """Let it end what it prints for others, whose end would pass for ours."""
        deadline = monotonic() + self.print_in
        status = self._asked(monotonic() + self.answer_in)
        if status is None:
            raise self._failed(PrinterStop.SAYS_NOTHING)
        self.answers = True
        while status.prints and not status.stop:
            status = self._later(deadline)
            if status is None:
                raise self._failed(PrinterStop.BUSY)
        if stop := status.stop or self._other(status):
            raise PrinterFailed(printer=self.printer, detail=stop)

    def _other(self, status: Status) -> PrinterStop | Phrase | None:
        """Return why a label would not come out on what is in it."""
        if status.wide is not None and status.wide is not self.wide:
            return PrinterStop.OTHER_HEAD
        self._labels = status.media if status.media and self._does_as_well(status.media) else None
        if status.media is not None and status.media not in {self.media, self._labels}:
            return PrinterStop.OTHER_SIZE.of(there=_said(status.media), wanted=_said(self.media))
        return None

    def _does_as_well(self, media: Media) -> bool:
        found = media in TAPES and media.width == self.media.width and not self.media.height
        return found and 0 < self.height <= media.height

    def send(self, document: bytes) -> None:
        Talk.send(self, for_labels(document, self._labels) if self._labels else document)

    @abstractmethod
    def _asked(self, ends: float) -> Status | None:
        """Return how it is now; None where it does not say in time."""

    @abstractmethod
    def _later(self, ends: float) -> Status | None:
        """Return how a printer is next that prints; None where it does not say in time."""

    def _ended(self, *, printed: bool, stop: PrinterStop | None) -> Said:
        if printed:
            return Said(Fate.PRINTED)
        return Said(Fate.SILENT, self._stopped_by(stop) or PrinterSilent(printer=self.printer))


def _said(media: Media) -> str:
    return str(media).replace("x", " × ")


@dataclass(slots=True, kw_only=True)
class QlTalk(_QlTalk):
    """Over a cable a printer says that it prints, and then that it has printed.  While it prints it must not be asked."""

    _heard: bytes = b""
    """What it said that is no whole status yet."""

    def settle(self) -> Said:
        """Hear it until it printed; what stops it meanwhile may be put right until then."""
        deadline = monotonic() + (self.settle_in or self.print_in)
        stop, prints, printed = self._told_meanwhile(), False, False
        try:
            while not printed and (status := self._next(deadline)):
                self.heard_anything = True
                stop = status.stop
                prints = prints or (status.prints and status.word == Word.PHASE and not stop)
                printed = prints and status.word == Word.PRINTED and not stop
        except PrinterFailed:  # the line is gone: as silent as one that says no more
            printed = False
        if not printed:
            self._let_it_finish(deadline)
        return self._ended(printed=printed, stop=stop)

    def _told_meanwhile(self) -> PrinterStop | None:
        """Return what it said had stopped it while it was sent the label: that it printed was another's."""
        stop = None
        while status := self._taken():
            stop = status.stop
        return stop

    def _asked(self, ends: float) -> Status | None:
        """Ask; where nothing comes, a broken job may have swallowed the question, and it is asked again behind its end."""
        return self._answer(_ASK, (monotonic() + ends) / 2) or self._answer(RESET + _ASK, ends)

    def _answer(self, question: bytes, ends: float) -> Status | None:
        self._ask_anew(question)
        self._heard = b""
        while (status := self._next(ends)) and status.word != Word.ASKED:
            pass
        return status

    def _later(self, ends: float) -> Status | None:
        return self._next(ends)

    def _next(self, ends: float) -> Status | None:
        """Return the next whole status; None where none comes in time, or something else does."""
        while not self._babbles and len(self._heard) < LENGTH and (heard := self._hear_next(ends)):
            self._heard += heard
        return self._taken()

    def _taken(self) -> Status | None:
        """Take the first whole status of what was heard."""
        if self._babbles or len(self._heard) < LENGTH:
            return None
        status, self._heard = read_status(self._heard[:LENGTH]), self._heard[LENGTH:]
        self._babbles = status is None
        return status

    def _hear_what_came(self) -> None:
        """Keep what it said by itself, such as that its cover was opened."""
        while heard := self._recv(_MOST, 0):
            self._heard += heard
            if len(self._heard) > _MOST:
                self._babbles = True
                return


@dataclass(slots=True, kw_only=True)
class QlNetworkTalk(_QlTalk):
    """In the network a printer says nothing where labels go: it was seen to print, and then not to, as SNMP tells."""

    ask: Callable[[float], Mapping[str, Value] | None] = field(repr=False)
    """Ask what it says of itself, for so many seconds."""

    def settle(self) -> Said:
        """Look at it until it printed; what stops it meanwhile may be put right until then."""
        deadline = monotonic() + (self.settle_in or self.print_in)
        stop, prints, sure = None, False, 0
        try:
            while sure < _SURE and (status := self._asked(deadline)):
                self.heard_anything = True
                stop, prints = status.stop, prints or status.prints
                sure = sure + 1 if prints and not status.prints and not stop else 0
                if sure < _SURE:
                    self._pause(deadline)
        except PrinterFailed:  # the line is gone: nobody knows whether all of the label arrived
            sure = 0
        return self._ended(printed=sure == _SURE, stop=stop)

    def _later(self, ends: float) -> Status | None:
        self._pause(ends)
        return self._asked(ends)

    def _asked(self, ends: float) -> Status | None:
        left = min(ends - monotonic(), self.answer_in)
        said = self.ask(left) if left > 0 else None
        return read_objects(said) if said else None
