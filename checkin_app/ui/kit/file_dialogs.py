"""Asking a person for a file or a folder, while scans go on."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

Then = Callable[[Path], None]
"""Called with the answer, or not at all."""


def ask_file(parent: QWidget, title: str, filters: Sequence[str], then: Then, *, aside: bool = False) -> None:
    """Ask for a file that is there; a filter reads ``words (*.ending *.other)``, and `aside` leaves the window usable."""
    dialog = QFileDialog(parent, title)
    dialog.setNameFilters(filters)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    _open(dialog, then, Qt.WindowModality.NonModal if aside else Qt.WindowModality.WindowModal)


def ask_list(parent: QWidget, title: str, then: Then) -> None:
    """Ask for a table, in whatever kind of file."""
    lists = QCoreApplication.translate("FileDialog", "Lists")
    every = QCoreApplication.translate("FileDialog", "All files")
    ask_file(parent, title, [f"{lists} (*.xlsx *.xls *.csv *.tsv *.txt)", f"{every} (*)"], then, aside=True)


def ask_folder(parent: QWidget, title: str, then: Then) -> None:
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    _open(dialog, then)


def ask_new_pdf(parent: QWidget, title: str, name: str, then: Then) -> None:
    """Ask where to save a PDF, beginning with a name."""
    ask_new_file(parent, title, name, ("PDF (*.pdf)", ".pdf"), then)


def ask_new_file(parent: QWidget, title: str, name: str, kind: tuple[str, str], then: Then) -> None:
    """Ask where to save a file of a kind, by its filter and its ending, beginning with a name."""
    dialog = QFileDialog(parent, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(kind[0])
    dialog.setDefaultSuffix(kind[1].removeprefix("."))
    dialog.selectFile(name)
    _open(dialog, then)


def _open(dialog: QFileDialog, then: Then, modality: Qt.WindowModality = Qt.WindowModality.WindowModal) -> None:
    """Show a dialog and return at once."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowModality(modality)
    dialog.fileSelected.connect(lambda file: then(Path(file)))
    dialog.show()


def documents() -> Path:
    """Return the folder in which people look for papers."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
