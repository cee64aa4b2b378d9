"""Limits on pictures and videos, file by file."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from channelwise.check.limits import Limit
from channelwise.check.model import Finding, Level
from channelwise.check.say import said, span_at, words
from channelwise.check.subject import Look, Subject
from channelwise.check.values import (
    Bounds,
    Size,
    between,
    file_format,
    names,
    number,
    ratios,
    sizes,
)
from channelwise.drafts.kinds import PICTURES
from channelwise.drafts.media import NotSeen, Picture, Video
from channelwise.drafts.model import Media
from channelwise.recommend.model import Said
from channelwise.vocabulary import Format

# Formats that may hold pictures and videos at once.
MIXED: Final[frozenset[Format]] = frozenset(("carousel", "story"))
# Sources write MB and leave open whether they mean 1,000,000 or 1,048,576 bytes.
_LARGER: Final = Fraction(1_048_576, 1_000_000)
_OTHER_KINDS: Final = frozenset(("other_picture", "other_video", "other_file"))
# Word processors and slides are ZIP files inside, so that a ZIP may be any of them.
_IN_ZIP: Final = frozenset(("PPTX", "DOCX", "XLSX", "ODT", "ODP"))


@dataclass(frozen=True, slots=True)
class File:
    """A media file of a draft, what looking into it gave, and its number in the draft from 0."""

    media: Media
    seen: Look
    index: int

    @property
    def kind(self) -> str:
        """Its format in one spelling, or "" where that is not known."""
        if isinstance(self.seen, Picture):
            return file_format(self.seen.format)
        if isinstance(self.seen, Video):
            return file_format(self.seen.container)
        return file_format(self.seen.detail) if self.seen.reason in _OTHER_KINDS else ""


Check = Callable[[Subject, Limit, File], Iterator[Finding]]


def each_file(subject: Subject, limit: Limit, check: Check) -> Iterator[Finding]:
    """A check on every file that the limit is about."""
    for index, (media, seen) in enumerate(subject.post.media):
        file = File(media, seen, index)
        if _is_about(subject, file):
            yield from check(subject, limit, file)


def _is_about(subject: Subject, file: File) -> bool:
    """Where pictures and videos may stand together, a list of picture formats is about pictures,
    and so are the limits beside it; a list of documents is about documents.
    """
    listed = subject.named("file_formats")
    if subject.format not in MIXED or listed is None or not isinstance(file.seen, Video):
        return True
    return not set(names(listed.value)) <= PICTURES


def _found(
    subject: Subject, limit: Limit, file: File, message: Said, fix: Said, *, sure: bool = True
) -> Finding:
    span = span_at(file.media.spot, len(file.media.written))
    level: Level | None = None if sure or not limit.hard else "warning"
    return subject.finding(limit, message, span=span, fix=fix, level=level)


def file_formats(subject: Subject, limit: Limit, file: File) -> Iterator[Finding]:
    known = names(limit.value)
    if not file.kind or not known or file.kind in known:
        return
    if file.kind == "ZIP" and _IN_ZIP & set(known):
        return
    message = said("media.format", file=file.media.written, kind=file.kind, known=words([*known]))
    yield _found(subject, limit, file, message, said("media.format.fix", known=words([*known])))


def size(subject: Subject, limit: Limit, file: File) -> Iterator[Finding]:
    if subject.named("gif_size") is None or file.kind != "GIF":
        yield from _size(subject, limit, file)


def gif_size(subject: Subject, limit: Limit, file: File) -> Iterator[Finding]:
    if file.kind == "GIF":
        yield from _size(subject, limit, file)


def _size(subject: Subject, limit: Limit, file: File) -> Iterator[Finding]:
    most = number(limit.value)
    if most is None or isinstance(file.seen, NotSeen):
        return
    weight, room = file.seen.bytes, most * limit.row.scale
    if weight > room:
        sure = weight > room * _LARGER
        message = said(
            "media.size" if sure else "media.size.unsure", file=file.media.written,
            size=_rounded_up(weight, limit.row.scale), limit=most,
            unit=said(f"unit.{limit.row.scale}"),
        )  # fmt: skip
        yield _found(subject, limit, file, message, said("media.size.fix"), sure=sure)


def _rounded_up(weight: int, scale: int) -> Fraction:
    """To two digits, and never down to the limit itself."""
    return Fraction(-(-weight * 100 // scale), 100)


def seconds(subject: Subject, limit: Limit, file: File) -> Iterator[Finding]:
    if isinstance(file.seen, Video) and file.seen.seconds is not None:
        length = Fraction(str(file.seen.seconds))
        yield from _bounded(subject, limit, file, "media.seconds", length)


def fps(subject: Subject, limit: Limit, file: File) -> Iterator[Finding]:
    if isinstance(file.seen, Video) and file.seen.fps is not None:
        # 59.94 and 23.976 pictures a second are what is meant by 60 and 24.
        rate = Fraction(round(file.seen.fps))
        yield from _bounded(subject, limit, file, "media.fps", rate)


def _bounds(limit: Limit) -> Bounds | None:
    found, one, scale = between(limit.value), number(limit.value), limit.row.scale
    if found is not None and found.least is not None and found.most is not None:
        return Bounds(found.least * scale, found.most * scale)
    if one is None:
        return None
    return Bounds(one * scale, None) if limit.row.end == "least" else Bounds(None, one * scale)


def _bounded(
    subject: Subject, limit: Limit, file: File, key: str, value: Fraction
) -> Iterator[Finding]:
    bounds = _bounds(limit)
    if bounds is None or bounds.holds(value):
        return
    way = "few" if bounds.below(value) else "many"
    edge = bounds.least if way == "few" else bounds.most
    message = said(f"{key}.{way}", file=file.media.written, value=value, limit=edge or 0)
    yield _found(subject, limit, file, message, said(f"{key}.{way}.fix", limit=edge or 0))


def ratio(subject: Subject, limit: Limit, file: File) -> Iterator[Finding]:
    """Width to height. One pixel more or less is rounding; a series has the shape of its first."""
    bounds = ratios(limit.value)
    if bounds is None or isinstance(file.seen, NotSeen):
        return
    if subject.format == "carousel" and file.index:
        return
    width, height = file.seen.width, file.seen.height
    narrowest = Fraction(max(width - 1, 1), height + 1)
    widest = Fraction(width + 1, max(height - 1, 1))
    if bounds.above(narrowest) or bounds.below(widest):
        message = said(
            "media.ratio", file=file.media.written, width=width, height=height,
            ratio=Fraction(width, height), limit=_sum(str(limit.value)),
        )  # fmt: skip
        fix = said("media.ratio.fix", limit=_sum(str(limit.value)))
        yield _found(subject, limit, file, message, fix)


def _sum(value: str) -> Said:
    """A value such as "4:5 to 1.91:1" in both languages."""
    least, to, most = value.partition(" to ")
    return said("range", least=least, most=most) if to else said("value", value=value)


def width(subject: Subject, limit: Limit, file: File) -> Iterator[Finding]:
    if not isinstance(file.seen, NotSeen):
        value = Fraction(file.seen.width)
        yield from _bounded(subject, limit, file, "media.width", value)


def height(subject: Subject, limit: Limit, file: File) -> Iterator[Finding]:
    if not isinstance(file.seen, NotSeen):
        value = Fraction(file.seen.height)
        yield from _bounded(subject, limit, file, "media.height", value)


def largest(subject: Subject, limit: Limit, file: File) -> Iterator[Finding]:
    """The most pixels. It holds for pictures on their side as well: the long side is compared
    with the longer number.
    """
    found = sizes(limit.value)
    if found and not found[0]:
        yield from _sized(subject, limit, file, None, found[1])


def smallest(subject: Subject, limit: Limit, file: File) -> Iterator[Finding]:
    found = sizes(limit.value)
    if found and not found[0]:
        yield from _sized(subject, limit, file, found[1], None)


def resolution(subject: Subject, limit: Limit, file: File) -> Iterator[Finding]:
    if found := sizes(limit.value):
        yield from _sized(subject, limit, file, *found)


def _sized(
    subject: Subject, limit: Limit, file: File, least: Size | None, most: Size | None
) -> Iterator[Finding]:
    if isinstance(file.seen, NotSeen):
        return
    own = Size(file.seen.width, file.seen.height)
    for way, edge, broken in (
        ("many", most, most and (own.long > most.long or own.short > most.short)),
        ("few", least, least and (own.long < least.long or own.short < least.short)),
    ):
        if edge and broken:
            message = _pixels(way, file, own, edge)
            yield _found(subject, limit, file, message, _scaled(way, edge))


def _pixels(way: str, file: File, own: Size, edge: Size) -> Said:
    return said(
        f"media.pixels.{way}", file=file.media.written, width=own.width, height=own.height,
        wide=edge.width, high=edge.height,
    )  # fmt: skip


def _scaled(way: str, edge: Size) -> Said:
    return said(f"media.pixels.{way}.fix", wide=edge.width, high=edge.height)


def best_size(subject: Subject, limit: Limit, file: File) -> Iterator[Finding]:
    """A recommended size: said where a side is shorter, so that the picture is blown up."""
    found = sizes(limit.value)
    if not found or isinstance(file.seen, NotSeen):
        return
    own, best = Size(file.seen.width, file.seen.height), found[1]
    if own.width < best.width or own.height < best.height:
        message = _pixels("best", file, own, best)
        yield _found(subject, limit, file, message, _scaled("few", best))


def pixels(subject: Subject, limit: Limit, file: File) -> Iterator[Finding]:
    """Width times height."""
    most = number(limit.value)
    if most is not None and not isinstance(file.seen, NotSeen):
        area = file.seen.width * file.seen.height
        if area > most:
            message = said("media.area", file=file.media.written, value=area, limit=most)
            yield _found(subject, limit, file, message, said("media.area.fix", limit=most))


MEDIA: Final[Mapping[str, Check]] = {
    "file_formats": file_formats,
    "size": size,
    "gif_size": gif_size,
    "seconds": seconds,
    "fps": fps,
    "ratio": ratio,
    "width": width,
    "height": height,
    "largest": largest,
    "smallest": smallest,
    "resolution": resolution,
    "best_size": best_size,
    "pixels": pixels,
}
