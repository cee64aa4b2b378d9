"""What `channelwise count` is to count: a text as it is given, or the posts of a draft."""

import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from channelwise.count.model import Place

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


@dataclass(frozen=True, slots=True)
class Given:
    """A text to count, and the draft whose post it is, if it stands in one."""

    text: str
    draft: "Draft | None" = None

    def place(self, place: Place) -> Place:
        """A place of the text: with the line and column of the file, if it is from a draft."""
        if self.draft is None:
            return place
        from channelwise.drafts.place import place_of

        spot = place_of(self.draft, place.offset)
        return Place(place.offset, spot.line, spot.column)

    @property
    def line(self) -> int:
        """The line of the file that the draft begins on."""
        begins = self.draft.begins if self.draft else None
        return begins.line if begins else 1

    def data(self) -> dict[str, Any]:
        """What JSON says of where the text stands: nothing if it was given as it is."""
        return {"file": self.draft.file, "line": self.line} if self.draft else {}


def given(argument: str) -> list[Given]:
    """The text that an argument is or that a file or stream holds; of drafts, each post.

    A draft is a file `*.md`, `*.txt` or `*.json`. It is read as the checks read it: neither its
    front matter nor its comments and exceptions are part of the post.

    Raises:
        BadInput: a folder, a file that cannot be read, or with the problems of a draft.
        TooBig: more than `MOST_MB`.
    """
    if argument == STDIN:
        raw = sys.stdin.buffer.read(MOST_BYTES + 1) if sys.stdin else b""
        return [Given(_decoded(raw, "<stdin>"))]
    if _is_file(argument):
        if argument.lower().endswith(_DRAFT):
            return _drafts(argument)
        with Path(argument).open("rb") as stream:
            return [Given(_decoded(stream.read(MOST_BYTES + 1), argument))]
    return [Given(argument)]


def _drafts(file: str) -> list[Given]:
    from channelwise.check.suppress import read_exceptions
    from channelwise.drafts.read import read_drafts

    posts = [read_exceptions(draft).draft for draft in read_drafts([file])]
    return [Given(post.text, post) for post in posts]


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
