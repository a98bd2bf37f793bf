"""Asking for a file or a folder while there is no station yet."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

AskPath = Callable[[Callable[[str], None]], None]
"""Asks for a file or a folder; calls back with the answer, or not at all."""


def ask_file(parent: QWidget, then: Callable[[str], None]) -> None:
    dialog = QFileDialog(parent, QCoreApplication.translate("FirstRunWindow", "Choose a forum file"))
    files = QCoreApplication.translate("FirstRunWindow", "Forum files")
    dialog.setNameFilter(f"{files} (*.toml)")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    _open(dialog, then)


def ask_folder(parent: QWidget, then: Callable[[str], None]) -> None:
    dialog = QFileDialog(parent, QCoreApplication.translate("FirstRunWindow", "Choose a folder for the badges"))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    _open(dialog, then)


def _open(dialog: QFileDialog, then: Callable[[str], None]) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(then)
    dialog.open()
