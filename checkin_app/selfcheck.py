"""Proves that an installation is whole, by doing once each thing that a missing file would stop."""

import importlib.util
import json
import os
import platform
import sys
import tempfile
import time
import wave
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import libusb_package
import sqlcipher3  # type: ignore[import-untyped]  # the package carries no type hints
from PIL import Image
from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator, qVersion
from PySide6.QtGui import QGuiApplication, QImageReader
from PySide6.QtMultimedia import QMediaDevices
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtSvg import QSvgRenderer
from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook  # type: ignore[import-untyped]  # the package carries no type hints

from checkin_app import __version__
from checkin_app.domain.delegates import Delegate
from checkin_app.domain.ids import BusCode, CheckpointId, DelegateId
from checkin_app.domain.names.pinyin import load_table
from checkin_app.domain.outcomes import Verdict
from checkin_app.domain.planning.route import Kind, Task, Vehicle
from checkin_app.files.forum_file import forum_bytes, forum_names, parse_forum
from checkin_app.files.time_zones import zone_named, zone_names
from checkin_app.runtime import languages
from checkin_app.runtime.keys import KEYS_DIR
from checkin_app.runtime.logs import particulars
from checkin_app.runtime.paths import RESOURCES, ROOT
from checkin_app.services.badges import code_of
from checkin_app.services.people import People
from checkin_app.services.proving import Proving
from checkin_app.services.scanning import Scanning
from db.engine import OLDEST_SQLITE
from db.log.stamps import now
from db.store import DATABASE, Store, StoreDependencies
from printing import qr
from printing.badge_pdf import badge_pdf
from printing.content import BadgeContent, badge_content
from printing.drivers import system_queues
from printing.escpos_label import label_bytes
from printing.fonts import check_fonts
from printing.layout import lay_out
from printing.looks import OURS
from printing.raster import preview, raster
from printing.usb_line import usb_printers

#: Latin with marks, Chinese, Arabic, Cyrillic, Devanagari, Hangul.
NAMES = ("Zoë Łukasiewicz", "陈晓雨", "ليلى الهاشمي", "Дарья Соколова", "अनन्या शर्मा", "김하늘")
#: Qt libraries that are under the GPL only (doc.qt.io/qt-6/licensing.html).
GPL_ONLY = (
    "Charts", "Graphs", "DataVisualization", "VirtualKeyboard", "NetworkAuth", "HttpServer", "Quick3D",
)  # fmt: skip

Check = Callable[[], str]


class Unfit(Exception):  # noqa: N818 - a finding about the installation
    """Something is not as it must be; says what."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check came to."""

    name: str
    ok: bool
    detail: str
    milliseconds: int


def self_check() -> int:
    """Print the findings as JSON; return 0 where all is well, else 1."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    findings = [_found(name, check) for name, check in CHECKS.items()]
    report = {
        "ok": all(finding.ok for finding in findings),
        "version": __version__,
        "python": platform.python_version(),
        "qt": qVersion(),
        "frozen": is_frozen(),
        "platform": application.platformName() if isinstance(application, QGuiApplication) else "",
        "checks": [
            {"name": each.name, "ok": each.ok, "detail": each.detail, "ms": each.milliseconds} for each in findings
        ],
    }
    sys.stdout.write(json.dumps(report, ensure_ascii=False, indent=2) + "\n")
    return 0 if report["ok"] else 1


def is_frozen() -> bool:
    return bool(getattr(sys, "frozen", False))


def _found(name: str, check: Check) -> Finding:
    started = time.monotonic()
    try:
        detail, ok = check(), True
    except Unfit as unfit:
        detail, ok = str(unfit), False
    except Exception as error:  # noqa: BLE001 - whatever breaks is what this command is there to report
        detail, ok = particulars(error), False
    return Finding(name, ok, detail, round((time.monotonic() - started) * 1000))


def _must(holds: object, otherwise: str) -> None:
    if not holds:
        raise Unfit(otherwise)


@contextmanager
def _station() -> Iterator[Store]:
    """Yield a new station in a folder of its own, whose keys are not put into the user's key store."""
    former = os.environ.get(KEYS_DIR)
    with tempfile.TemporaryDirectory(prefix="检查 ", ignore_cleanup_errors=True) as folder:
        os.environ[KEYS_DIR] = str(Path(folder, "keys"))
        around = StoreDependencies(
            lambda text: parse_forum(text, "gstf-2024.toml"),
            lambda: load_table((RESOURCES / "pinyin" / "pinyin.txt").read_bytes()),
        )
        try:
            store = Store.create(Path(folder, "station"), forum_bytes("gstf-2024"), "self-check", around)
            try:
                yield store
            finally:
                store.close()
        finally:
            if former is None:
                del os.environ[KEYS_DIR]
            else:
                os.environ[KEYS_DIR] = former


def _decides() -> str:
    with _station() as store:
        forum = store.queries().forum()
        person = People(store.unit).register(Delegate(DelegateId(""), NAMES[1], delegation="Self-check")).delegate
        scanning = Scanning(store.unit, now, Proving(store.keys))
        opening = CheckpointId(forum.sessions[0].id)
        verdicts = [
            scanning.scan((text,), opening).decision.verdict
            for text in (code_of(store.keys, forum.id, person.id, 1), "SOMETHING ELSE")
        ]
        _must(verdicts == [Verdict.GO, Verdict.UNREADABLE], f"decided {verdicts}")
        _must(store.queries().find("chenxiaoyu"), "the name is not found by its pinyin")
        report = store.check()
        head = (store.folder / DATABASE).read_bytes()[:16]
    _must(not head.startswith(b"SQLite format"), "the store is not encrypted")
    return f"{report.facts} facts, encrypted, found by pinyin"


def _usb() -> str:
    _must(libusb_package.get_library_path(), "libusb is not there")
    _must(libusb_package.get_libusb1_backend(), "libusb cannot be loaded")
    return f"{len(usb_printers())} printers"


def _driver() -> str:
    connection = sqlcipher3.connect(":memory:")
    try:
        options = {row[0] for row in connection.execute("PRAGMA compile_options")}
        cipher = connection.execute("PRAGMA cipher_version").fetchone()
    finally:
        connection.close()
    version = sqlcipher3.sqlite_version_info
    _must(version >= OLDEST_SQLITE, f"SQLite {sqlcipher3.sqlite_version} is too old")
    _must("ENABLE_FTS5" in options, "SQLite is without FTS5")
    _must(cipher, "SQLite is without encryption")
    return f"SQLite {sqlcipher3.sqlite_version}, FTS5, SQLCipher {cipher[0]}"


def _contents() -> list[BadgeContent]:
    with _station() as store:
        forum, signer = store.queries().forum(), store.keys
        people = [
            Delegate(DelegateId(f"{number:016x}"), name, delegation="Self-check", badge_no=f"{number:04d}")
            for number, name in enumerate(NAMES, 1)
        ]
        return [badge_content(forum, who, None, 1, code_of(signer, forum.id, who.id, 1)) for who in people]


def _badges() -> str:
    for content in _contents():
        pdf = badge_pdf(content)
        _must(pdf.startswith(b"%PDF"), "the badge is no PDF")
        with Image.open(BytesIO(preview(content, 900))) as image:
            _must(qr.read_back(image) == content.code, "the code reads back as something else")
    return f"{len(NAMES)} scripts, each code read back"


def _fonts() -> str:
    check_fonts()
    return "each family in each weight"


def _labels() -> str:
    template = OURS.template("label80")
    commands = label_bytes(raster(lay_out(_contents()[0], template), 203))
    _must(b"\x1dv0" in commands, "the label holds no raster")
    return f"{len(commands)} bytes of ESC/POS"


def _forums() -> str:
    names = [parse_forum(forum_bytes(name), f"{name}.toml").id for name in forum_names()]
    _must(names, "no forum file came with the application")
    return ", ".join(names)


def _time_zones() -> str:
    names = zone_names()
    _must(zone_named("Europe/Lisbon"), "no time zone can be read")
    return f"{len(names)} time zones"


def _languages() -> str:
    files = sorted(languages.FOLDER.glob("*.qm"))
    _must(files, "no translation came with the application")
    for file in files:
        _must(QTranslator().load(str(file)), f"{file.name} does not load")
    base = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for language in languages.of_screens():
        known = language == languages.SOURCE or QTranslator().load(QLocale(language), "qtbase", "_", base)
        _must(known, f"Qt's own texts in {language} are missing")
    return ", ".join(file.stem for file in files)


def _icons() -> str:
    files = sorted((RESOURCES / "icons").glob("*.svg"))
    _must(files, "no icon came with the application")
    for file in files:
        _must(QSvgRenderer(str(file)).isValid(), f"{file.name} cannot be drawn")
    formats = {bytes(each.data()) for each in QImageReader.supportedImageFormats()}
    _must({b"svg", b"png", b"jpeg"} <= formats, "a plugin for pictures is missing")
    return f"{len(files)} icons"


def _sounds() -> str:
    files = sorted((RESOURCES / "sounds").glob("*.wav"))
    _must(files, "no sound came with the application")
    for file in files:
        with wave.open(str(file)) as sound:
            _must(sound.getnframes(), f"{file.name} is silent")
    return f"{len(files)} sounds, {len(QMediaDevices.audioOutputs())} loudspeakers"


def _tables() -> str:
    file = BytesIO()
    with Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.add_worksheet("名单").write_column(0, 0, NAMES)
    rows = CalamineWorkbook.from_filelike(BytesIO(file.getvalue())).get_sheet_by_name("名单").to_python()
    _must([row[0] for row in rows] == list(NAMES), "a workbook does not come back as it was written")
    return f"{len(rows)} rows both ways"


def _printers() -> str:
    queues = system_queues().queues()
    return f"{len(queues)} queues; {len(QPrinterInfo.availablePrinterNames())} known to Qt"


def _libraries() -> str:
    if not is_frozen():
        return "looked at in the bundle only: here they are the wheel's"
    names = [file.name.lower() for file in ROOT.rglob("*") if file.is_file()]
    wrong = {name for name in names for part in GPL_ONLY if name.startswith(_prefixes(part))}
    wrong |= {name for name in names if name.startswith("libreadline")}
    _must(not wrong, f"GPL-only: {', '.join(sorted(wrong))}")
    return f"{len(names)} files, no library that is GPL-only"


def _prefixes(part: str) -> tuple[str, ...]:
    low = part.lower()
    return (f"libqt6{low}", f"qt6{low}", f"qt{low}.", f"libqt{low}plugin", f"qt{low}plugin")


def _solver() -> str:
    """Solve one bus with two people on it: no file of the solver is missing."""
    from checkin_app.solving.program import solved  # noqa: PLC0415 - as heavy as it is, it is loaded when it is asked for

    task = Task((Vehicle(BusCode("1-1"), 2),), (Kind("A"),), (2,), ({},), ({},))
    _must(solved(task, [0], {0: 2}) == ({0: {0: 2}}, {}), "two people were not put on one bus")
    return "HiGHS plans"


def _left_out() -> str:
    if not is_frozen():
        return "looked at in the bundle only"
    present = [name for name in ("tkinter", "PySide6.QtQml", "PySide6.QtPdf") if importlib.util.find_spec(name)]
    _must(not present, f"not needed, yet here: {', '.join(present)}")
    return "nothing that is not needed"


CHECKS: dict[str, Check] = {
    "store and decision": _decides,
    "database driver": _driver,
    "forum files": _forums,
    "time zones": _time_zones,
    "badges": _badges,
    "fonts": _fonts,
    "labels": _labels,
    "usb": _usb,
    "tables": _tables,
    "printers": _printers,
    "languages": _languages,
    "icons": _icons,
    "sounds": _sounds,
    "solver": _solver,
    "libraries": _libraries,
    "left out": _left_out,
}
