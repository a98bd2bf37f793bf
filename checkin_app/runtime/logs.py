"""A log in the station's folder that says what happened and never to whom."""

import copy
import errno
import logging
import re
import time
import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from enum import Enum
from logging.handlers import QueueHandler, QueueListener, RotatingFileHandler
from pathlib import Path
from queue import SimpleQueue

from checkin_app.domain.problems import StoreNotWritable
from checkin_app.runtime.overrides import Handled

OURS = frozenset({"checkin_app", "db", "printing", "__main__"})
LARGEST_FILE = 1_000_000
"""Bytes; five older files are kept beside the newest."""

#: Ids and bus codes, as ``domain.ids`` defines them: they lead to a person only through the encrypted store.
_IDS = re.compile(
    r"(?:[a-z]+:)?(?:[0-9a-f]{16,64}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9A-Z]{1,4}-[0-9]{1,3})"
)
#: In what libraries say: anything quoted, e-mail addresses, long numbers, any script but ASCII.
_DOUBTFUL = re.compile(r"'[^']*'|\"[^\"]*\"|\S+@\S+|\+?\d[\d ()-]{5,}\d|[^\x00-\x7f]+")


class Plain(str):
    """A text of which its writer vouches that it says nothing about a person."""

    __slots__ = ()


@contextmanager
def logging_to(file: Path, level: int = logging.INFO) -> Iterator[None]:
    """Write the root logger's records to `file` from a thread of their own, until the block ends.

    Raises:
        StoreNotWritable: the folder cannot be made.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as refused:
        raise StoreNotWritable(folder=str(file.parent)) from refused
    queue: SimpleQueue[logging.LogRecord] = SimpleQueue()
    handler = _Masking(queue)
    writer = RotatingFileHandler(file, maxBytes=LARGEST_FILE, backupCount=5, encoding="utf-8", delay=True)
    listener = QueueListener(queue, writer)
    root, former = logging.getLogger(), logging.getLogger().level
    listener.start()
    root.addHandler(handler)
    root.setLevel(level)
    try:
        yield
    finally:
        root.setLevel(former)
        root.removeHandler(handler)
        listener.stop()
        writer.close()


class _Masking(QueueHandler):
    """Masks in the thread that logs, so that nothing personal ever waits in the queue."""

    def prepare(self, record: logging.LogRecord) -> logging.LogRecord:
        """Return a copy that is text only: masked, with its time in UTC."""
        masked = copy.copy(record)
        at = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created))
        head = f"{at}.{int(record.msecs):03d}Z {record.levelname} {record.threadName} {record.name}"
        error = record.exc_info[1] if record.exc_info else None
        tail = f"\n{without_words(error)}" if error else ""
        masked.msg = f"{head}: {masked_message(record)}{tail}"
        masked.args = masked.exc_info = masked.exc_text = masked.stack_info = None
        return masked


def masked_message(record: logging.LogRecord) -> str:
    """Return what a record says, with everything left out that may be about a person."""
    arguments = record.args
    if isinstance(arguments, Mapping):
        message = str(record.msg) % {name: _shown(value) for name, value in arguments.items()}
    else:
        message = str(record.msg) % tuple(_shown(value) for value in arguments) if arguments else str(record.msg)
    return message if record.name.split(".")[0] in OURS else _DOUBTFUL.sub("‹…›", message)


def _shown(value: object) -> object:
    match value:
        case Enum():
            return value.value
        case bool() | int() | float() | None | Plain():
            return value
        case str() if _IDS.fullmatch(value):
            return value
        case str() | bytes():
            return f"‹{len(value)} characters›"
        case BaseException():
            return particulars(value)
        case _:
            return f"‹{type(value).__name__}›"


def particulars(error: BaseException) -> str:
    """Return what kind of error this is and what its attributes say; never its words, which may hold a name."""
    told: object = None
    match error:
        case OSError() if error.errno:
            told = errno.errorcode.get(error.errno, error.errno)
        case AttributeError() | NameError() | ImportError():
            told = error.name
        case _:
            told = getattr(error, "sqlite_errorname", None) or getattr(error, "key", None)
    kind = f"{type(error).__module__}.{type(error).__qualname__}".removeprefix("builtins.")
    return f"{kind} ({told})" if told and isinstance(told, str | int) else kind


def without_words(error: BaseException) -> str:
    """Return the traceback of `error` and of those that led to it, with `particulars` for their messages."""
    led = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    before = f"{without_words(led)}\nwhich led to\n" if led and not isinstance(led, Handled) else ""
    frames = "".join(traceback.format_tb(error.__traceback__))
    grouped = error.exceptions if isinstance(error, BaseExceptionGroup) else ()
    parts = "".join(f"\nand in it\n{without_words(each)}" for each in grouped)
    return f"{before}{frames}{particulars(error)}{parts}"
