"""Limits on the shape of pictures and videos, and on their pixels."""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from channelwise.check.file import File, files_of
from channelwise.check.limits import Limit
from channelwise.check.model import Finding
from channelwise.check.per_file import bounded, found_in, is_about
from channelwise.check.say import said
from channelwise.check.subject import Subject
from channelwise.check.values import Size, ratios, sizes
from channelwise.drafts.media import NotSeen
from channelwise.recommend.model import Said


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
        accepted = shapes(str(limit.value))
        told = said("shape", wide=accepted[0].wide, high=accepted[0].high)
        if len(accepted) > 1:
            most = said("shape", wide=accepted[-1].wide, high=accepted[-1].high)
            told = said("range", least=told, most=most)
        own = _beside(Fraction(width, height), accepted)
        message = said(
            "media.ratio", file=file.media.written, width=width, height=height,
            ratio=said("shape", wide=own.wide, high=own.high), limit=told,
        )  # fmt: skip
        yield found_in(subject, limit, file, message, said("media.ratio.fix", limit=told))


class Shape(NamedTuple):
    """Width to height, as it is written: 4 to 5, 1.91 to 1."""

    wide: Fraction
    high: Fraction

    @property
    def ratio(self) -> Fraction:
        return self.wide / self.high


def shapes(value: str) -> list[Shape]:
    """The shapes that a limit names, in its order: one, or two ends."""
    sides = [part.strip().split(":") for part in value.split(" to ")]
    return [Shape(Fraction(wide), Fraction(high)) for wide, high in sides]


def _beside(ratio: Fraction, accepted: list[Shape]) -> Shape:
    """A shape told with the height of the accepted one next to it, so that the two compare.

    With as many digits as show that it is another one.
    """
    near = min(accepted, key=lambda one: abs(one.ratio - ratio))
    wide = ratio * near.high
    digits = next((n for n in (1, 2) if round(wide, n) not in (0, near.wide)), 4)
    return Shape(round(wide, digits), near.high)


def width(subject: Subject, limit: Limit, file: File) -> Iterator[Finding]:
    if not isinstance(file.seen, NotSeen):
        value = Fraction(file.seen.width)
        yield from bounded(subject, limit, file, "media.width", value)


def height(subject: Subject, limit: Limit, file: File) -> Iterator[Finding]:
    if not isinstance(file.seen, NotSeen):
        value = Fraction(file.seen.height)
        yield from bounded(subject, limit, file, "media.height", value)


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
    if most and (own.long > most.long or own.short > most.short):
        side = "long" if own.long > most.long else "short"
        yield found_in(subject, limit, file, *_pixels("many", side, file, own, most))
    if least and (own.long < least.long or own.short < least.short):
        side = "long" if own.long < least.long else "short"
        yield found_in(subject, limit, file, *_pixels("few", side, file, own, least))


def _pixels(way: str, side: str, file: File, own: Size, edge: Size) -> tuple[Said, Said]:
    """What is wrong with which side, and the fix."""
    ends = {"long": (own.long, edge.long), "short": (own.short, edge.short)}[side]
    message = said(
        f"media.pixels.{way}", file=file.media.written, width=own.width, height=own.height,
        side=said(f"side.{side}"), value=ends[0], limit=ends[1],
    )  # fmt: skip
    return message, said(f"media.pixels.{way}.fix", wide=edge.width, high=edge.height)


def best_size(subject: Subject, limit: Limit) -> Iterator[Finding]:
    """A recommended size: told once for all files that have fewer pixels, whatever their shape."""
    found = sizes(limit.value)
    files = [file for file in files_of(subject.post) if is_about(subject, file)]
    small = [file for file in files if found and _is_smaller(file, found[1])]
    if not found or not small:
        return
    first, best = small[0], found[1]
    size = Size(*_shape(first))
    message = said(
        "media.pixels.best" if len(small) == 1 else "media.pixels.best_of", number=len(small),
        file=first.media.written, width=size.width, height=size.height, wide=best.width,
        high=best.height,
    )  # fmt: skip
    fix = said("media.pixels.best.fix", wide=best.width, high=best.height)
    yield found_in(subject, limit, first, message, fix)


def _shape(file: File) -> tuple[int, int]:
    return (0, 0) if isinstance(file.seen, NotSeen) else (file.seen.width, file.seen.height)


def _is_smaller(file: File, best: Size) -> bool:
    width, height = _shape(file)
    return 0 < width * height < best.width * best.height


def pixels(subject: Subject, limit: Limit, file: File) -> Iterator[Finding]:
    """Width times height."""
    most = limit.amount
    if most is not None and not isinstance(file.seen, NotSeen):
        area = file.seen.width * file.seen.height
        if area > most:
            message = said("media.area", file=file.media.written, value=area, limit=most)
            yield found_in(subject, limit, file, message, said("media.area.fix", limit=most))
