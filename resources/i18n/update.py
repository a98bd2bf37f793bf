"""Brings the translation files in step with the code: `python resources/i18n/update.py`.

Collects every text from the screens into the .ts files (lupdate), then compiles them (lrelease).  Texts without
a translation stay marked as unfinished there; Qt Linguist or any editor fills them in.
"""

import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
ROOT = FOLDER.parents[1]
#: English texts stand in the code; only its plurals need a file.
PACKAGES = ("checkin_app", "printing")
LANGUAGES = {"zh": ("-target-language", "zh_CN"), "en": ("-target-language", "en", "-pluralonly")}


def sources(root: Path = ROOT) -> list[str]:
    """Return the files in which texts for people may stand."""
    files = (file for package in PACKAGES for file in (root / package).rglob("*.py"))
    return sorted(file.relative_to(root).as_posix() for file in files)


def collect(language: str, file: Path) -> None:
    """Bring a .ts file in step with the code, keeping its translations."""
    _run("pyside6-lupdate", *sources(), "-no-obsolete", "-locations", "none", *LANGUAGES[language], "-ts", str(file))


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


def main() -> None:
    for language in LANGUAGES:
        texts = FOLDER / f"checkin_{language}.ts"
        collect(language, texts)
        compile_texts(texts, texts.with_suffix(".qm"))


if __name__ == "__main__":
    main()
