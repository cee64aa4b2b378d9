"""Limits on pictures and videos, file by file: kinds, sizes, lengths, sound."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Final

from channelwise.check import pixels
from channelwise.check.file import File
from channelwise.check.limits import Limit
from channelwise.check.model import Finding
from channelwise.check.per_file import Check, bounded, found_in
from channelwise.check.say import said, words
from channelwise.check.subject import Subject
from channelwise.check.values import names
from channelwise.drafts.media import Video

# Sources write MB and leave open whether they mean 1,000,000 or 1,048,576 bytes.
_LARGER: Final = Fraction(1_048_576, 1_000_000)
# Word processors and slides are ZIP files inside, so that a ZIP may be any of them.
_IN_ZIP: Final = frozenset(("PPTX", "DOCX", "XLSX", "ODT", "ODP"))


def file_formats(subject: Subject, limit: Limit, file: File) -> Iterator[Finding]:
    known = names(limit.value)
    if not file.kind or not known or file.kind in known:
        return
    if file.kind == "ZIP" and _IN_ZIP & set(known):
        return
    message = said("media.format", file=file.media.written, kind=file.kind, known=words([*known]))
    yield found_in(subject, limit, file, message, said("media.format.fix", known=words([*known])))


def size(subject: Subject, limit: Limit, file: File) -> Iterator[Finding]:
    if subject.named("gif_size") is None or file.kind != "GIF":
        yield from _size(subject, limit, file)


def gif_size(subject: Subject, limit: Limit, file: File) -> Iterator[Finding]:
    if file.kind == "GIF":
        yield from _size(subject, limit, file)


def _size(subject: Subject, limit: Limit, file: File) -> Iterator[Finding]:
    most = limit.amount
    weight = file.weight
    if most is None or weight is None:
        return
    room = most * limit.row.scale
    if weight > room:
        sure = weight > room * _LARGER
        message = said(
            "media.size" if sure else "media.size.unsure", file=file.media.written,
            size=_rounded_up(weight, limit.row.scale), limit=most,
            unit=said(f"unit.{limit.row.scale}"),
        )  # fmt: skip
        yield found_in(subject, limit, file, message, said("media.size.fix"), sure=sure)


def _rounded_up(weight: int, scale: int) -> Fraction:
    """To two digits, and never down to the limit itself."""
    return Fraction(-(-weight * 100 // scale), 100)


def seconds(subject: Subject, limit: Limit, file: File) -> Iterator[Finding]:
    if isinstance(file.seen, Video) and file.seen.seconds is not None:
        length = Fraction(str(file.seen.seconds))
        yield from bounded(subject, limit, file, "media.seconds", length)


def fps(subject: Subject, limit: Limit, file: File) -> Iterator[Finding]:
    if isinstance(file.seen, Video) and file.seen.fps is not None:
        # 59.94 and 23.976 pictures a second are what is meant by 60 and 24.
        rate = Fraction(round(file.seen.fps))
        yield from bounded(subject, limit, file, "media.fps", rate)


def sound(subject: Subject, limit: Limit, file: File) -> Iterator[Finding]:
    """A video without sound, where sound is asked for."""
    if isinstance(file.seen, Video) and file.seen.audio is None:
        message = said("media.sound", file=file.media.written)
        yield found_in(subject, limit, file, message, said("media.sound.fix"))


MEDIA: Final[Mapping[str, Check]] = {
    "file_formats": file_formats,
    "size": size,
    "gif_size": gif_size,
    "seconds": seconds,
    "fps": fps,
    "sound": sound,
    "ratio": pixels.ratio,
    "width": pixels.width,
    "height": pixels.height,
    "largest": pixels.largest,
    "smallest": pixels.smallest,
    "resolution": pixels.resolution,
    "pixels": pixels.pixels,
}
