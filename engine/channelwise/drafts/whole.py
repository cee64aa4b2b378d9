"""Whether the file of a picture is whole, and how many frames it has, by its own structure.

Pillow opens a picture whose end is missing, and counts the frames of a GIF by reading each
of them as Python objects; these walks jump from part to part and stop after a set number.
"""

from typing import Final

from channelwise.drafts.boxes import boxes
from channelwise.drafts.seen import Unseen

MOST_STEPS: Final = 500_000
MOST_CHUNKS: Final = 50_000  # of a PNG, each of which Pillow reads
_MOST_EXIF: Final = 128 * 1024


def frames_of(data: bytes, kind: str) -> int:
    """The number of frames, or 0 where Pillow reads it from the header.

    Raises:
        Unseen: the file ends too early, or is made of more parts than any real one.

    """
    if kind == "GIF":
        return _gif(data)
    if kind == "PNG":
        return _png(data)
    if kind == "JPEG":
        return _jpeg(data)
    if kind == "AVIF":
        for _ in boxes(data, 0, len(data), kind):
            pass
    elif _said_size(data, kind) > len(data):
        raise Unseen("cut_off", kind)
    return 0


def _said_size(data: bytes, kind: str) -> int:
    """How large a WebP or BMP says that it is."""
    if kind == "WEBP":
        return 8 + int.from_bytes(data[4:8], "little")
    return int.from_bytes(data[2:6], "little")


def _gif(data: bytes) -> int:
    """A GIF: colour table, then blocks, each a chain of pieces of up to 255 bytes."""
    at, frames, steps = 13 + _table(data, 10), 0, 0
    while True:
        mark = _byte(data, at, "GIF")
        if mark == 0x3B:  # the end
            break
        if mark == 0x2C:  # a frame: place and size, colour table, least code size
            frames += 1
            at += 11 + _table(data, at + 9)
        elif mark == 0x21:  # an extension
            at += 2
        else:
            raise Unseen("broken", "GIF")
        while size := _byte(data, at, "GIF"):
            at += size + 1
            steps = _counted(steps)
        at, steps = at + 1, _counted(steps)
    if not frames:
        raise Unseen("broken", "GIF")
    return frames


def _table(data: bytes, at: int) -> int:
    """How many bytes the colour table takes that the flags at `at` announce."""
    flags = _byte(data, at, "GIF")
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _png(data: bytes) -> int:
    at = 8
    for _ in range(MOST_CHUNKS):
        if at + 12 > len(data):
            raise Unseen("cut_off", "PNG")
        if data[at + 4 : at + 8] == b"IEND":
            return 0
        at += 12 + int.from_bytes(data[at : at + 4])
    raise Unseen("broken", "PNG")


def _jpeg(data: bytes) -> int:
    """A JPEG: segments up to the scan; the mark of the end must follow it."""
    at, exif = 2, 0
    while True:
        if _byte(data, at, "JPEG") != 0xFF:
            raise Unseen("broken", "JPEG")
        mark = _byte(data, at + 1, "JPEG")
        if mark == 0xFF:  # filling
            at += 1
            continue
        if mark == 0xDA:  # the scan
            break
        if mark == 0x01 or 0xD0 <= mark <= 0xD7:
            at += 2
            continue
        size = max(2, int.from_bytes(data[at + 2 : at + 4]))
        exif += size if data[at + 4 : at + 10] == b"Exif\0\0" else 0
        at += 2 + size
    if data.rfind(b"\xff\xd9") < at:
        raise Unseen("cut_off", "JPEG")
    if exif > _MOST_EXIF:  # each entry may point to all of it: Pillow copies them one by one
        raise Unseen("broken", "JPEG")
    return 1


def _byte(data: bytes, at: int, kind: str) -> int:
    if at >= len(data):
        raise Unseen("cut_off", kind)
    return data[at]


def _counted(steps: int) -> int:
    if steps >= MOST_STEPS:
        raise Unseen("broken", "GIF")
    return steps + 1
