"""A language that nobody speaks: every text of the code with other letters, so that one left in English is seen."""

import importlib.util
import re
import shutil
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType

from checkin_app.domain.texts import Worded
from checkin_app.runtime import languages

#: A language whose days and months Qt writes in letters of its own, and which has as many plural forms as English.
PSEUDO = "ka"
_LETTERS = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "áƀćďéƒǵĥíĵķĺḿńóṕɋŕśťúṽŵẋýžÁɃĆĎÉƑǴĤÍĴĶĹḾŃÓṔɊŔŚŤÚṼŴẊÝŽ"
)
#: What a text keeps in every language: its placeholders and marks.
_KEPT = re.compile(r"(\{[^}]*\}|%Ln|%L?\d|<[^>]*>|&[a-z]+;)")
#: Letters of a word so long that a line ends within it.
_BROKEN = 20
_WORD = re.compile(r"[A-Za-z]{2,}")


def disguised(text: str) -> str:
    """Return a text in the pseudo-language."""
    return "".join(part if _KEPT.fullmatch(part) else part.translate(_LETTERS) for part in _KEPT.split(text))


class Known:
    """What is called the same in every language: names, codes, keys of a keyboard."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._words = frozenset(word.casefold() for each in texts for word in _WORD.findall(each))

    def english_in(self, text: str) -> list[str]:
        """Return the words of a text that no translation has reached and that are not known."""
        return [each[0] for each in _WORD.finditer(text) if not self._is_known(each[0].casefold(), text[each.end() :])]

    def _is_known(self, word: str, rest: str) -> bool:
        cut = rest.startswith("…") and any(each.startswith(word) for each in self._words)
        return word in self._words or cut or any(word in each for each in self._words if len(each) >= _BROKEN)


def made(folder: Path) -> None:
    """Make a folder of translations to which one file was added: that of the pseudo-language."""
    for file in languages.FOLDER.glob("*.qm"):
        shutil.copy(file, folder)
    update, texts = _update(), folder / f"checkin_{PSEUDO}.ts"
    update.collect(texts)
    tree = ET.parse(texts)
    for message in tree.iter("message"):
        translation, source = message.find("translation"), message.findtext("source", "")
        assert translation is not None
        del translation.attrib["type"]
        for place in [*translation.iter("numerusform")] or [translation]:
            place.text = disguised(source)
    tree.write(texts, encoding="utf-8")
    update.compile_texts(texts, texts.with_suffix(".qm"))


def _update() -> ModuleType:
    spec = importlib.util.spec_from_file_location("update_translations", languages.FOLDER / "update.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def texts(value: object) -> Iterator[str]:
    """Yield every text within a value of the domain: what people, forums and printers are called."""
    if isinstance(value, Worded):
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from texts(each)
    elif isinstance(value, list | tuple | set | frozenset):
        for each in value:
            yield from texts(each)
    elif fields := getattr(value, "__dataclass_fields__", ()) or getattr(value, "__struct_fields__", ()):
        for name in fields:
            yield from texts(getattr(value, name))
    elif hasattr(value, "by_language"):
        yield from value.by_language.values()
