"""The icons of the application: Phosphor's drawings in the theme's inks."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from checkin_app.ui import theme

#: Icons that point the way one reads, and so turn around in right-to-left layouts.
DIRECTIONAL = frozenset({"arrow-u-up-left", "caret-right", "arrow-right", "sign-out", "arrow-left", "caret-left"})


@lru_cache(maxsize=512)
def pixmap(name: str, ink: str, pixels: int, ratio: float = 1.0, *, mirrored: bool = False) -> QPixmap:
    """Return an icon as a picture; `ink` is ``#RRGGBB``."""
    source = (theme.RESOURCES / "icons" / f"{name}.svg").read_text("utf-8").replace("currentColor", ink)
    picture = QPixmap(round(pixels * ratio), round(pixels * ratio))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    if mirrored and name in DIRECTIONAL:
        painter.translate(picture.width(), 0)
        painter.scale(-1, 1)
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(picture.rect()))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def draw(painter: QPainter, rect: QRect, name: str, ink: QColor) -> None:
    """Draw an icon into a square, mirrored where it points the way one reads."""
    device = painter.device()
    mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    painter.drawPixmap(
        rect.topLeft(), pixmap(name, ink.name(), rect.width(), device.devicePixelRatioF(), mirrored=mirrored)
    )


def icon(name: str, ink: str = "ink.primary", pixels: int = 24) -> QIcon:
    """Return an icon for Qt's own widgets, in a colour token of the theme in use."""
    ratio = QGuiApplication.primaryScreen().devicePixelRatio() if QGuiApplication.primaryScreen() else 1.0
    return QIcon(pixmap(name, theme.color(ink).name(), pixels, ratio))
