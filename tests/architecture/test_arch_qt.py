"""Qt as it is installed: the version keeps its references, and nothing in the bundle is GPL-only."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal

from tests.architecture.conftest import ROOT
from tests.architecture.test_arch_imports import GPL_ONLY_QT


class _Bell(QObject):
    rung = Signal(bool)


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="True is immortal there")
def test_twenty_thousand_signals_cost_true_no_reference() -> None:
    bell, heard = _Bell(), []
    bell.rung.connect(heard.append)
    before = sys.getrefcount(True)
    for _ in range(20_000):
        bell.rung.emit(True)
    assert len(heard) == 20_000
    assert sys.getrefcount(True) >= before


def test_the_bundle_holds_no_qt_library_that_is_gpl_only() -> None:
    bundle = ROOT / "dist" / "checkin-app"
    if not bundle.exists():
        pytest.skip("python3 dev.py bundle has not been run")
    unwanted = {name.removeprefix("Qt").lower() for name in GPL_ONLY_QT}
    found = [file for file in bundle.rglob("*") if any(f"qt6{name}" in file.name.lower() for name in unwanted)]
    found += [Path(file) for file in bundle.rglob("*") if file.stem.split(".")[0] in GPL_ONLY_QT]
    assert not found
