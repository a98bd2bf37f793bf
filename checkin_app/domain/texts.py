"""Texts that people read: each stands once, in English, where its meaning is, and is said in any language by it."""


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:  # noqa: N802 - lupdate finds texts by this name, without Qt
    """Return `text` as it is; it is a key in the translation files, where `_context` tells like texts apart."""
    return text
