"""Texts that people read: each stands once, in English, where its meaning is, and is said in any language by it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


def QT_TRANSLATE_NOOP(  # noqa: N802 - lupdate finds texts by this name, without Qt
    _context: str, text: str, _comment: str | None = None, _number: int = 0
) -> str:
    """Return `text` as it is; it is a key in the translation files, where `_context` tells like texts apart.

    A text about a number holds ``%Ln`` and is marked with any number, for lupdate to ask for its plural forms.
    """
    return text


class Worded(StrEnum):
    """What can stand in a sentence, by a key; its value is the English for it, marked for the context ``Detail``."""

    def of(self, **details: "Detail") -> "Phrase":
        """Return the words with what fills them."""
        return Phrase(self, details)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words within a sentence, and the details that fill them."""

    words: Worded
    details: "Mapping[str, Detail]" = field(default_factory=dict)

    def __str__(self) -> str:
        return self.words.format_map(self.details)


Detail = str | int | Phrase
"""What fills a placeholder: text and numbers stand as they are, `Worded` and `Phrase` are said in each language."""
