"""Qt in the bundle: nothing that is GPL-only."""

from pathlib import Path

import pytest

from tests.architecture.conftest import ROOT
from tests.architecture.test_arch_imports import GPL_ONLY_QT


def test_the_bundle_holds_no_qt_library_that_is_gpl_only() -> None:
    bundle = ROOT / "dist" / "checkin-app"
    if not bundle.exists():  # `dev.py test` makes the bundle first, so there it is always looked at
        pytest.skip("python3 dev.py bundle has not been run")
    unwanted = {name.removeprefix("Qt").lower() for name in GPL_ONLY_QT}
    found = [file for file in bundle.rglob("*") if any(f"qt6{name}" in file.name.lower() for name in unwanted)]
    found += [Path(file) for file in bundle.rglob("*") if file.stem.split(".")[0] in GPL_ONLY_QT]
    assert not found
