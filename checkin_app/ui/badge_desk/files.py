"""Asking a person where a file is to go, without stopping the scans."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

AskPath = Callable[[str, Callable[[Path], None]], None]
"""Asks where to save, beginning with a name; calls back with the answer, or not at all."""


def ask_by_dialog(parent: QWidget, name: str, then: Callable[[Path], None]) -> None:
    """Open a dialog and return at once; `then` gets the path if one is chosen."""
    dialog = QFileDialog(parent, QCoreApplication.translate("BadgeDeskScreen", "Save the badge as PDF"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter("PDF (*.pdf)")
    dialog.setDefaultSuffix("pdf")
    dialog.selectFile(name)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda file: then(Path(file)))
    dialog.open()
