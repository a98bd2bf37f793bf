"""Brings the translation files in step with the code: `python resources/i18n/update.py`.

Collects every text for people into the .ts files that are here (lupdate), then compiles them (lrelease).  Texts
without a translation stay marked as unfinished there; Qt Linguist or any editor fills them in.

To add a language, name it once: `python resources/i18n/update.py checkin_fr` for all texts, `papers_fr` for those on
paper alone.
"""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
ROOT = FOLDER.parents[1]
PACKAGES = ("checkin_app", "printing")
#: Where the texts stand that a file of this beginning holds, below the root; every other file holds all.
ALONE = {"papers": ["checkin_app/domain/papers.py"]}
#: English texts stand in the code; only its plurals need a file.
SOURCE = "en"


def sources(root: Path = ROOT) -> list[str]:
    """Return the files in which texts for people may stand."""
    files = (file for package in PACKAGES for file in (root / package).rglob("*.py"))
    return sorted(file.relative_to(root).as_posix() for file in files)


def files() -> list[Path]:
    """Return the translation files: one for each language that screens or papers speak."""
    return sorted(FOLDER.glob("*.ts"))


def collect(file: Path, to: Path | None = None) -> None:
    """Bring a .ts file, or `to` in its place, in step with the code, keeping its translations."""
    kind, _, language = file.stem.partition("_")
    plurals = ("-pluralonly",) if language == SOURCE else ()
    target = to or file
    spoken = () if target.exists() else ("-target-language", language)
    options = ("-no-obsolete", "-locations", "none", *plurals, *spoken, "-ts", str(target))
    _run("pyside6-lupdate", *ALONE.get(kind, sources()), *options)


def compile_texts(file: Path, to: Path) -> None:
    """Compile beside `to` and then move there: a running application has the former file mapped into memory."""
    part = to.with_suffix(".part")
    _run("pyside6-lrelease", "-silent", str(file), "-qm", str(part))
    part.replace(to)


def _run(tool: str, *arguments: str) -> None:
    beside = Path(sys.executable).parent / tool
    # Fixed tools of the interpreter's own environment.
    subprocess.run(
        [str(beside) if beside.exists() else tool, *arguments], cwd=ROOT, check=True, stdout=subprocess.DEVNULL
    )


def main(added: Sequence[str] = ()) -> None:
    for texts in sorted({*files(), *(FOLDER / f"{name}.ts" for name in added)}):
        collect(texts)
        compile_texts(texts, texts.with_suffix(".qm"))


if __name__ == "__main__":
    main(sys.argv[1:])
