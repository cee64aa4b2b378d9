"""The boxes that MP4, MOV and AVIF files are made of: a size, a name of four letters, content."""

from collections.abc import Iterator
from typing import Final, NamedTuple, Protocol

from channelwise.drafts.seen import Unseen

MOST_BOXES: Final = 200_000
_LARGE: Final = 1


class Box(NamedTuple):
    """A box by its name, and where its content begins and ends."""

    name: bytes
    start: int
    end: int


class Bytes(Protocol):
    """Anything that gives the bytes between two offsets: fewer at the end of the file."""

    def __getitem__(self, where: slice, /) -> bytes: ...


def boxes(data: Bytes, start: int, end: int, kind: str) -> Iterator[Box]:
    """The boxes that lie side by side from `start` to `end`.

    Raises:
        Unseen: one reaches beyond the end, or there are more of them than in any real file.

    """
    for _ in range(MOST_BOXES):
        if start >= end:
            return
        head = data[start : start + 16]
        size, name, content = int.from_bytes(head[:4]), head[4:8], start + 8
        if size == _LARGE:
            size, content = int.from_bytes(head[8:16]), start + 16
        elif not size:  # up to the end of what it is in
            size = end - start
        if start + size > end or len(head) < 8:
            raise Unseen("cut_off", kind)
        if content > start + size:
            raise Unseen("broken", kind)
        yield Box(name, content, start + size)
        start += size
    raise Unseen("broken", kind)
