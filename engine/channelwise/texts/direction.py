"""Keeping text of one direction from turning text of the other around."""

from typing import Final

from channelwise.vocabulary import Lang

_FIRST_STRONG_ISOLATE: Final = "\u2068"
_POP_ISOLATE: Final = "\u2069"
_RIGHT_TO_LEFT: Final = range(0x0590, 0x0900)  # Hebrew, Arabic with its Persian letters, and kin


def isolated(text: str, lang: Lang) -> str:
    """A name, quote or command for use inside a sentence of the language.

    An isolate is added only where directions can meet, so that plain English output stays
    free of invisible characters.

    Example:
        >>> isolated("brief.yaml", "en"), isolated("brief.yaml", "fa")
        ('brief.yaml', '\\u2068brief.yaml\\u2069')
    """
    if lang == "fa" or any(ord(character) in _RIGHT_TO_LEFT for character in text):
        return f"{_FIRST_STRONG_ISOLATE}{text}{_POP_ISOLATE}"
    return text
