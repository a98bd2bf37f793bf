"""What a window paints, as texts with their places: whoever paints it, a label, a row or a panel of its own."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF
from PySide6.QtGui import QPaintDevice, QPaintEngine
from PySide6.QtWidgets import QApplication, QWidget

#: Marks of direction, which paint nothing.
_FLAT = re.compile(r"[\d\s/:+–-]*")
"""Letters that do not reach below their line."""
_UNSEEN = dict.fromkeys(map(ord, "\u200e\u200f\u2066\u2067\u2068\u2069\u200b\u2060"))


@dataclass(frozen=True, slots=True)
class PaintedText:
    """One run of letters on one line, in the coordinates of the window."""

    words: str
    left: float
    top: float
    """At the height of its capitals; `bottom` is at the depth of its tails: where ink is."""
    right: float
    bottom: float
    pixels: int
    widget: QWidget


class _Engine(QPaintEngine):
    """Draws nothing and remembers what was written."""

    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.runs: list[tuple[str, QPointF, float, int]] = []

    def begin(self, _device: QPaintDevice) -> bool:
        return True

    def end(self) -> bool:
        return True

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def drawTextItem(self, point: QPointF, item: object) -> None:
        words = item.text().translate(_UNSEEN)
        if words:
            self.runs.append((words, QPointF(point), item.width(), item.font().pixelSize()))

    def _nothing(self, *arguments: object) -> None:
        # PySide makes what stands in a list for this call, and never lets go of it: tens of thousands in a run of tests,
        # through all of which every test of a screen looks for timers.
        for places in arguments:
            for each in places if isinstance(places, list) else ():
                shiboken6.delete(each)

    updateState = drawPixmap = drawImage = drawPath = drawPolygon = drawRects = _nothing
    drawLines = drawEllipse = drawTiledPixmap = drawPoints = _nothing


class _Device(QPaintDevice):
    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        self.engine = _Engine()
        kinds = QPaintDevice.PaintDeviceMetric
        self._metrics = {
            kinds.PdmWidth: width,
            kinds.PdmHeight: height,
            kinds.PdmNumColors: 2**24,
            kinds.PdmDepth: 32,
            kinds.PdmDpiX: 96,
            kinds.PdmDpiY: 96,
            kinds.PdmPhysicalDpiX: 96,
            kinds.PdmPhysicalDpiY: 96,
            kinds.PdmDevicePixelRatioScaled: 65536,
        }

    def paintEngine(self) -> QPaintEngine:
        return self.engine

    def metric(self, kind: QPaintDevice.PaintDeviceMetric) -> int:
        return self._metrics.get(kind, 1)


class _Painting(QObject):
    """Notes who paints: what was written since the one before is theirs."""

    def __init__(self, engine: _Engine) -> None:
        super().__init__()
        self._engine = engine
        self.starts: list[tuple[QWidget, int]] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            self.starts.append((watched, len(self._engine.runs)))
        return False


def painted(window: QWidget) -> Sequence[PaintedText]:
    """Return every text that a window paints now, hidden by nothing but its own widgets."""
    device = _Device(window.width(), window.height())
    painting = _Painting(device.engine)
    application = QApplication.instance()
    application.installEventFilter(painting)
    try:
        window.render(device)
    finally:
        application.removeEventFilter(painting)
    runs, texts = device.engine.runs, []
    ends = [start for _, start in painting.starts[1:]] + [len(runs)]
    for (widget, start), end in zip(painting.starts, ends, strict=True):
        corner = widget.mapTo(window, QPoint(0, 0))
        for words, point, width, pixels in runs[start:end]:
            left, base = corner.x() + point.x(), corner.y() + point.y()
            ink = (left, base - 0.72 * pixels, left + width, base + (0.04 if _FLAT.fullmatch(words) else 0.2) * pixels)
            texts.append(PaintedText(words, *ink, pixels, widget))
    return texts
