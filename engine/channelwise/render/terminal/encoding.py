"""What to write where a stream cannot carry a character."""

from typing import Final

from channelwise.render.terminal.isolates import CONTROLS

_PLAINER: Final = {
    "“": '"', "”": '"', "‘": "'", "’": "'", "«": '"', "»": '"', "–": "-", "—": "-", "−": "-",
    "×": "x", "÷": "/", "…": "...", "•": "*", "·": "-", "→": "->", "≥": ">=", "≤": "<=",
    "\u00a0": " ", "\u200c": "", "\u200d": "", **dict.fromkeys(CONTROLS, ""),
}  # fmt: skip


def writable(text: str, encoding: str) -> str:
    """The text in characters of the encoding: the nearest plain ones, or a question mark.

    Example:
        >>> writable("4 × 72 — “fine”", "ascii")
        '4 x 72 - "fine"'
    """
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return "".join(_sign(sign, encoding) for sign in text)
    return text


def _sign(sign: str, encoding: str) -> str:
    try:
        sign.encode(encoding)
    except UnicodeEncodeError:
        return _PLAINER.get(sign, "?")
    return sign
