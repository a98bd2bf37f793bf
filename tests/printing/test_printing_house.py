"""Printing loads no window toolkit and no store until it must."""

import subprocess
import sys
from pathlib import Path

import pytest

import printing

_MODULES = sorted(
    f"printing.{file.stem}"
    for file in Path(printing.__file__).parent.glob("*.py")
    if file.stem not in {"__init__", "os_queue"}
)


def test_the_package_is_this_trees_own() -> None:
    assert Path(printing.__file__).parent.parent == Path(__file__).parents[2]


def test_only_the_windows_queue_knows_qt() -> None:
    script = (
        f"import sys, {', '.join(_MODULES)}; print(*(m for m in ('PySide6', 'sqlalchemy', 'db') if m in sys.modules))"
    )
    root = Path(printing.__file__).parent.parent
    loaded = subprocess.run([sys.executable, "-c", script], cwd=root, check=True, capture_output=True, text=True)
    assert loaded.stdout.split() == []


@pytest.mark.parametrize("module", _MODULES)
def test_each_module_says_what_it_is_for(module: str) -> None:
    assert (__import__(module, fromlist=["x"]).__doc__ or "").strip()
