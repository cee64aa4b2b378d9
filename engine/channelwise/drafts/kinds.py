"""What a media file is, told by its first bytes; its name is not asked."""

import re
from typing import Final, NamedTuple

from channelwise.drafts.seen import Reason, Unseen

HEAD: Final = 512
PICTURES: Final = frozenset(("JPEG", "PNG", "GIF", "WEBP", "AVIF", "BMP"))
VIDEOS: Final = frozenset(("mp4", "mov", "webm", "matroska", "avi"))

_BITMAP: Final = re.compile(rb"BM.{4}\0{4}.{4}[\x0c\x28\x34\x38\x40\x6c\x7c]\0\0\0", re.DOTALL)
_DRAWING: Final = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<!DOCTYPE[^>]*>\s*)*<svg\b", re.DOTALL
)
_HEIC: Final = frozenset((b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"))
_AVIF: Final = frozenset((b"avif", b"avis"))
_BARE_MOVIE: Final = frozenset((b"moov", b"mdat", b"wide", b"pnot"))
_PACKET: Final = 188


class Kind(NamedTuple):
    """A format that is looked into, or the reason why one that is known is not."""

    name: str
    refusal: Reason | None = None


_MAGIC: Final = (
    (b"\xff\xd8\xff", Kind("JPEG")),
    (b"\x89PNG\r\n\x1a\n", Kind("PNG")),
    (b"GIF87a", Kind("GIF")),
    (b"GIF89a", Kind("GIF")),
    (b"II*\0", Kind("TIFF", "other_picture")),
    (b"MM\0*", Kind("TIFF", "other_picture")),
    (b"8BPS", Kind("Photoshop", "other_picture")),
    (b"\xff\x0a", Kind("JPEG XL", "other_picture")),
    (b"\0\0\0\x0cJXL ", Kind("JPEG XL", "other_picture")),
    (b"\0\0\0\x0cjP  ", Kind("JPEG 2000", "other_picture")),
    (b"\0\0\1\0", Kind("ICO", "other_picture")),
    (b"%!PS", Kind("EPS", "other_picture")),
    (b"%PDF", Kind("PDF", "other_file")),
    (b"PK\3\4", Kind("ZIP", "other_file")),
    (b"ID3", Kind("MP3", "other_file")),
    (b"fLaC", Kind("FLAC", "other_file")),
    (b"FLV", Kind("FLV", "other_video")),
    (b"OggS", Kind("Ogg", "other_video")),
    (b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", Kind("WMV", "other_video")),
    (b"\0\0\1\xba", Kind("MPEG", "other_video")),
    (b"\0\0\1\xb3", Kind("MPEG", "other_video")),
)


def kind_of(head: bytes) -> str:
    """The name of the format whose file begins with `head`: one of PICTURES or VIDEOS.

    Raises:
        Unseen: it is another one, or none that is known here.

    """
    kind = _by_magic(head) or _riff(head) or _boxed(head) or _ebml(head) or _other(head)
    if kind is None:
        raise Unseen("unknown_kind")
    if kind.refusal:
        raise Unseen(kind.refusal, kind.name)
    return kind.name


def _by_magic(head: bytes) -> Kind | None:
    return next((kind for magic, kind in _MAGIC if head.startswith(magic)), None)


def _riff(head: bytes) -> Kind | None:
    if not head.startswith(b"RIFF"):
        return None
    known = {b"WEBP": Kind("WEBP"), b"AVI ": Kind("avi"), b"WAVE": Kind("WAV", "other_file")}
    return known.get(head[8:12])


def _boxed(head: bytes) -> Kind | None:
    """MP4 and its kin, by the brands that the file names."""
    if head[4:8] in _BARE_MOVIE:
        return Kind("mov")
    if head[4:8] != b"ftyp":
        return None
    end = min(int.from_bytes(head[:4]), len(head))
    brands = {head[8:12], *(head[at : at + 4] for at in range(16, end - 3, 4))}
    if brands & _AVIF:
        return Kind("AVIF")
    if head[8:12] in _HEIC:
        return Kind("HEIC", "other_picture")
    return Kind("mov" if head[8:12] == b"qt  " else "mp4")


def _ebml(head: bytes) -> Kind | None:
    if not head.startswith(b"\x1a\x45\xdf\xa3"):
        return None
    return Kind("webm" if b"\x42\x82\x84webm" in head[:64] else "matroska")


def _other(head: bytes) -> Kind | None:
    if _BITMAP.match(head):
        return Kind("BMP")
    if _DRAWING.match(head):
        return Kind("SVG", "other_picture")
    if head[:1] == b"G" and head[_PACKET : _PACKET + 1] == b"G":
        return Kind("MPEG", "other_video")
    return None
