"""From the bytes of a file to text that is safe to parse and to quote."""

from typing import Final

from channelwise.errors import BadInput, Problem
from channelwise.files.lines import Lines
from channelwise.files.say import problem
from channelwise.files.show import HIDDEN, code_point
from channelwise.files.tree import Place

MAX_BYTES: Final = 1024 * 1024
MOST_PROBLEMS: Final = 50
_BOM: Final = "\ufeff"
_MIB: Final = 1024 * 1024


def checked_text(raw: str | bytes, file: str) -> str:
    """The text of a file: UTF-8, not too large, not empty, without hidden characters.

    Raises:
        BadInput: with the place of the first wrong byte, or of the hidden characters.

    """
    if _size(raw) > MAX_BYTES:
        raise BadInput([problem("too_big", file, limit=str(MAX_BYTES // _MIB))])
    text = (raw if isinstance(raw, str) else _decoded(raw, file)).removeprefix(_BOM)
    if not text.strip():
        raise BadInput([problem("empty", file)])
    hidden = _hidden_characters(text, file)
    if hidden:
        raise BadInput(hidden)
    return text


def _size(raw: str | bytes) -> int:
    if isinstance(raw, bytes):
        return len(raw)
    return len(raw.encode("utf-8", "surrogatepass"))


def _decoded(raw: bytes, file: str) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8").removeprefix(_BOM)
        place = Lines(before).place(len(before))
        byte = f"0x{raw[error.start]:02X}"
        raise BadInput([problem("not_utf8", file, place, byte=byte)]) from None


def _hidden_characters(text: str, file: str) -> list[Problem]:
    lines, problems = None, list[Problem]()
    for match in HIDDEN.finditer(text):
        lines = lines or Lines(text)
        place: Place = lines.place(match.start())
        problems.append(problem("hidden", file, place, code=code_point(match[0])))
        if len(problems) == MOST_PROBLEMS:
            break
    return problems
