"""The tree as the architecture's tests see it."""

import ast
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("checkin_app", "db", "printing")


@dataclass(frozen=True)
class Module:
    name: str
    """Dotted, such as ``checkin_app.domain.ids``."""
    file: Path
    source: str
    tree: ast.Module

    @classmethod
    def read(cls, name: str, file: Path) -> "Module":
        source = file.read_text(encoding="utf-8")
        return cls(name, file, source, ast.parse(source))

    @cached_property
    def nodes(self) -> tuple[ast.AST, ...]:
        """Everything in its tree, which a dozen of tests look through."""
        return tuple(ast.walk(self.tree))

    def imports(self) -> dict[str, int]:
        """Return every module named by an import, whole and dotted, and the line it stands on."""
        found: dict[str, int] = {}
        for node in self.nodes:
            if isinstance(node, ast.Import):
                found |= {alias.name: node.lineno for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found |= {f"{node.module}.{alias.name}": node.lineno for alias in node.names}
        return found

    def is_in(self, *packages: str) -> bool:
        return any(self.name == package or self.name.startswith(f"{package}.") for package in packages)


@cache
def _modules() -> tuple[Module, ...]:
    modules = []
    for package in PACKAGES:
        for file in sorted((ROOT / package).rglob("*.py")):
            parts = file.relative_to(ROOT).with_suffix("").parts
            name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
            modules.append(Module.read(name, file))
    return tuple(modules)


@pytest.fixture(scope="session")
def modules() -> tuple[Module, ...]:
    return _modules()


@pytest.fixture(scope="session")
def project_files() -> tuple[Path, ...]:
    """Return every file that belongs to the project: what git keeps or would keep."""
    git = shutil.which("git")
    if git and (ROOT / ".git").exists():
        command = [git, "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        names = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True).stdout.split("\0")
        files = [ROOT / name for name in names if name]
    else:
        made = {".venv", "build", "dist", "demo-day", "__pycache__"}
        files = [file for file in ROOT.rglob("*") if not made & set(file.parts) and not file.name.startswith(".")]
    return tuple(file for file in files if file.is_file())
