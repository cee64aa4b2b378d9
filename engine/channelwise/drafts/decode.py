"""From the bytes of a draft to its source: UTF-8, line ends LF, no byte order mark."""

import re
from typing import Final

from channelwise.drafts.problems import of_file
from channelwise.drafts.problems import problem as problem_of
from channelwise.errors import BadInput, Problem
from channelwise.files.lines import Lines
from channelwise.files.say import problem
from channelwise.files.show import code_point
from channelwise.files.text_in import MAX_BYTES, MOST_PROBLEMS
from channelwise.files.tree import Place

_BOM: Final = "\ufeff"
# The marks of UTF-16 and UTF-32, in both orders of bytes.
_WIDE: Final = (b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")
_HEAD: Final = 400
# What no post can carry: controls, lone surrogates, what is no character. Marks
# of direction and the joiners are letters of daily Persian and stay.
UNUSABLE: Final = re.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\ud800-\\udfff\\ufffe\\uffff]")
# Anything that a reader would see: no blank, joiner, mark of direction, or letter without ink.
VISIBLE: Final = re.compile(
    "[^\\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]"
)


def source_of(raw: bytes | str, file: str) -> str:
    """The source of a draft, not yet looked through for controls.

    Raises:
        BadInput: it is too large, empty or not UTF-8, or its lines do not end as usual; the last
            two with their place.

    """
    size = len(raw) if isinstance(raw, bytes) else len(raw.encode("utf-8", "surrogatepass"))
    if size > MAX_BYTES:
        raise BadInput([problem("too_big", file, limit=str(MAX_BYTES // 1024**2))])
    text = raw if isinstance(raw, str) else _decoded(raw, file)
    text = text.lstrip(_BOM).replace("\r\n", "\n")
    if (at := text.find("\r")) >= 0:  # lines that end in it alone: no other place would be right
        raise BadInput([problem_of("line_ends", file, Lines(text).place(at))])
    if not text.strip():
        raise BadInput([problem("empty", file)])
    return text


def _decoded(raw: bytes, file: str) -> str:
    if raw.startswith(_WIDE) or _is_wide(raw[:_HEAD]):
        raise BadInput([of_file("utf16", file)])
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8").lstrip(_BOM)
        byte = f"0x{raw[error.start]:02X}"
        place = Lines(before).place(len(before))
        raise BadInput([problem("not_utf8", file, place, byte=byte)]) from None


def _is_wide(head: bytes) -> bool:
    """Whether every other byte of a beginning is empty: English in UTF-16 without a mark."""
    return any(
        len(half) > 1 and not any(half) and all(other)
        for half, other in ((head[::2], head[1::2]), (head[1::2], head[::2]))
    )


def unusable(source: str, start: int, file: str) -> list[Problem]:
    """The characters from `start` on that no post can carry, each with its place."""
    lines, problems = None, list[Problem]()
    for match in UNUSABLE.finditer(source, start):
        lines = lines or Lines(source)
        place: Place = lines.place(match.start())
        problems.append(problem("hidden", file, place, code=code_point(match[0])))
        if len(problems) == MOST_PROBLEMS:
            break
    return problems
