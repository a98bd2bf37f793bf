"""What Qt itself has to say, heard by the log."""

import logging

from PySide6.QtCore import QtMsgType


def qt_message(kind: QtMsgType, _context: object, message: str) -> None:
    level = logging.WARNING if kind in {QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg} else logging.INFO
    logging.getLogger("qt").log(level, message)  # not one of ours, so that what may be a name in it is masked
