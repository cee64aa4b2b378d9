"""What `channelwise count` is to count: a text as it is given, or the posts of a draft."""

import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from channelwise.drafts.model import Draft

STDIN: Final = "-"
MOST_MB: Final = 8
MOST_BYTES: Final = MOST_MB * 1024 * 1024
# What can only be meant as a file: a slip in its name must not be counted as the text.
_FILE_NAME: Final = re.compile(r"\S+\.(txt|text|md|markdown|json)", re.IGNORECASE)
_DRAFT: Final = (".md", ".txt", ".json")


class TooBig(Exception):  # noqa: N818 - told as a sentence by the command
    """A file or stream that is larger than `MOST_MB`."""


def given(argument: str) -> "list[str | Draft]":
    """The text that an argument is or that a file or stream holds, or the drafts of a file.

    A draft is a file `*.md`, `*.txt` or `*.json`.

    Raises:
        BadInput: a folder, a file that cannot be read, or with the problems of a draft.
        TooBig: more than `MOST_MB`.
    """
    if argument == STDIN:
        raw = sys.stdin.buffer.read(MOST_BYTES + 1) if sys.stdin else b""
        return [_decoded(raw, "<stdin>")]
    if _is_file(argument):
        if argument.lower().endswith(_DRAFT):
            from channelwise.drafts.read import read_drafts

            return [*read_drafts([argument])]
        with Path(argument).open("rb") as stream:
            return [_decoded(stream.read(MOST_BYTES + 1), argument)]
    return [argument]


def _is_file(argument: str) -> bool:
    """Whether a file is meant; False if the argument is the text itself."""
    from channelwise.errors import BadInput
    from channelwise.files.say import problem

    try:
        path = Path(argument)
        if path.is_file():
            if not os.access(path, os.R_OK):
                raise BadInput([problem("no_permission", argument)])
            return True
        if argument and path.is_dir():
            raise BadInput([problem("folder", argument)])
    except PermissionError:
        raise BadInput([problem("no_permission", argument)]) from None
    except (OSError, ValueError):  # no name that a file can have
        return False
    if _FILE_NAME.fullmatch(argument):
        raise BadInput([problem("no_file", argument)])
    return False


def _decoded(raw: bytes, name: str) -> str:
    """UTF-8 without its byte order mark, and without the line end that an editor adds."""
    if len(raw) > MOST_BYTES:
        raise TooBig
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        from channelwise.errors import BadInput
        from channelwise.files.lines import Lines
        from channelwise.files.say import problem

        before = raw[: error.start].decode("utf-8-sig", "ignore")
        byte = f"0x{raw[error.start]:02X}"
        place = Lines(before).place(len(before))
        raise BadInput([problem("not_utf8", name, place, byte=byte)]) from None
    return text.removesuffix("\n").removesuffix("\r")
