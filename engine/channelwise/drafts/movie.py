"""What the boxes of an MP4 or MOV say before FFmpeg reads it: is it whole, turned, honest?"""

from collections.abc import Iterator
from typing import BinaryIO, Final

from channelwise.drafts.boxes import Box, boxes
from channelwise.drafts.seen import Unseen

MOST_HEADER_MIB: Final = 32
# FFmpeg keeps 24 bytes for each sample. A table lists them, but where all have one size it
# is a number alone, and nothing in the file has to be as large as it claims.
MOST_UNLISTED: Final = 2_000_000
_MOST_TRACKS: Final = 64
_SAMPLE_FIELDS: Final = 0xF00  # the flags of a run of samples that has a row for each
_TABLES: Final = (b"mdia", b"minf", b"stbl")


class View:
    """A stream as something to take slices of."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def __getitem__(self, where: slice) -> bytes:
        self._stream.seek(where.start)
        return self._stream.read(where.stop - where.start)


def on_its_side(stream: BinaryIO, size: int, kind: str) -> bool:
    """True if the picture is shown turned by a quarter, as telephones record upright films.

    Raises:
        Unseen: the file ends too early, or its header claims more than a file can hold.

    """
    data, movies, unlisted = View(stream), list[Box](), 0
    for box in boxes(data, 0, size, kind):
        if box.name == b"moov":
            movies.append(box)
            unlisted += _unlisted(data, box, kind)
        elif box.name == b"moof":
            unlisted += _of_fragment(data, box, kind)
        if unlisted > MOST_UNLISTED:
            raise Unseen("broken", kind)
    if not movies:
        raise Unseen("cut_off", kind)
    return any(
        _turned(data, track, kind)
        for track in _inside(data, movies[0], (b"trak",), kind)
        if _is_video(data, track, kind)
    )


def _inside(data: View, box: Box, names: tuple[bytes, ...], kind: str) -> Iterator[Box]:
    for one in boxes(data, box.start, box.end, kind):
        if one.name == names[0]:
            yield from _inside(data, one, names[1:], kind) if names[1:] else (one,)


def _unlisted(data: View, movie: Box, kind: str) -> int:
    """How many samples the tables of a header claim without listing them."""
    if movie.end - movie.start > MOST_HEADER_MIB * 1024**2:
        raise Unseen("too_big", str(MOST_HEADER_MIB))
    tracks = list(_inside(data, movie, (b"trak",), kind))
    if len(tracks) > _MOST_TRACKS:
        raise Unseen("broken", kind)
    return sum(_of_track(data, track, kind) for track in tracks)


def _is_video(data: View, track: Box, kind: str) -> bool:
    return any(
        data[box.start + 8 : box.start + 12] == b"vide"
        for box in _inside(data, track, (b"mdia", b"hdlr"), kind)
    )


def _turned(data: View, track: Box, kind: str) -> bool:
    """By the matrix of the track's header: a quarter turn has zeros where a still one has not."""
    for box in _inside(data, track, (b"tkhd",), kind):
        long = data[box.start : box.start + 1] == b"\1"
        at = box.start + (52 if long else 40)
        matrix = data[at : at + 20]
        if len(matrix) == 20 and not any(matrix[:4]) and not any(matrix[16:20]):
            return any(matrix[4:8]) and any(matrix[12:16])
    return False


def _of_track(data: View, track: Box, kind: str) -> int:
    unlisted = 0
    for box in _inside(data, track, (*_TABLES, b"stsz"), kind):
        head = data[box.start + 4 : box.start + 12]
        same, count = int.from_bytes(head[:4]), int.from_bytes(head[4:])
        if not same and count * 4 > box.end - box.start:
            raise Unseen("broken", kind)
        unlisted += count if same else 0
    return 0 if unlisted and _is_raw_sound(data, track, kind) else unlisted


def _is_raw_sound(data: View, track: Box, kind: str) -> bool:
    """Sound without compression: a sample is one tick long, and FFmpeg keeps no list of them."""
    if _is_video(data, track, kind):
        return False
    for box in _inside(data, track, (*_TABLES, b"stts"), kind):
        head = data[box.start + 4 : box.start + 16]
        return int.from_bytes(head[:4]) == 1 and int.from_bytes(head[8:]) == 1
    return False


def _of_fragment(data: View, fragment: Box, kind: str) -> int:
    unlisted = 0
    for box in _inside(data, fragment, (b"traf", b"trun"), kind):
        head = data[box.start : box.start + 8]
        listed = int.from_bytes(head[:4]) & _SAMPLE_FIELDS
        unlisted += 0 if listed else int.from_bytes(head[4:])
    return unlisted
