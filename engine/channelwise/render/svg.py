"""Charts as inline SVG: fluid without scaling, themed by the page's CSS, readable aloud.

Lengths are percentages of the chart's own width, so bars stretch while corners and strokes keep
their shape. In a right-to-left page a chart grows from the right.
"""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from markupsafe import Markup

from channelwise.recommend.model import CriterionResult

_RING: Final = '<circle cx="8" cy="8" r="6.2" class="i-line"/>'

# One shape for each verdict, so that colour is never alone in telling them apart.
_ICONS: Final = {
    "recommended": (
        '<circle cx="8" cy="8" r="7" class="i-fill"/>'
        '<path d="M4.8 8.2l2.2 2.2 4.2-4.6" class="i-cut"/>'
    ),
    "possible": _RING + '<path d="M8 1.8a6.2 6.2 0 0 0 0 12.4z" class="i-fill"/>',
    "not_now": _RING,
    "excluded": _RING + '<path d="M5 5l6 6M11 5l-6 6" class="i-line"/>',
}

_ICON: Final = Markup('<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">{}</svg>')
_CHART: Final = Markup(
    '<svg class="chart" width="100%" height="{height}" role="img" '
    'aria-labelledby="{name}-t {name}-d"><title id="{name}-t">{title}</title>'
    '<desc id="{name}-d">{desc}</desc>{shapes}</svg>'
)
_BAR: Final = Markup('<rect class="{}" x="{}" y="{}" width="{}" height="{}" rx="3"/>')
_TICK: Final = Markup('<line class="{}" x1="{x}" x2="{x}" y1="{}" y2="{}"/>')
_MARK: Final = Markup('<text class="share-mark" x="{}" y="22" text-anchor="middle">{}</text>')


class Caption(NamedTuple):
    """What a chart says to those who cannot see it; `name` is unique in the page."""

    name: str
    title: str
    desc: str


class Part(NamedTuple):
    """A piece of a stacked bar: its mark and its size in minutes."""

    mark: str
    minutes: int


class Band(NamedTuple):
    """Where a shape stands in the height of a chart, in pixels."""

    top: int
    height: int


def icon(verdict: str) -> Markup:
    """The sign of a verdict; decoration, since its word stands beside it."""
    return _ICON.format(Markup(_ICONS[verdict]))  # noqa: S704 - a constant of this file


def score_bar(score: int, marks: Iterable[int], caption: Caption, *, rtl: bool) -> Markup:
    """A score on the 0-100 scale, with ticks where the verdict changes."""
    band = Band(4, 8)
    shapes = [
        _bar("track", 0, 1000, band, rtl),
        _bar("gain", 0, 10 * score, band, rtl),
        *(_tick("mark", 10 * mark, Band(0, 16), rtl) for mark in marks),
    ]
    return _chart(shapes, 16, caption)


def criterion_bar(result: CriterionResult, caption: Caption, *, rtl: bool) -> Markup:
    """Base and points of one criterion. Lost points are hatched; the floor is a dashed line."""
    low, high = sorted((10 * result.base, 10 * result.score))
    change = "gain" if result.score > result.base else "loss"
    band = Band(5, 12)
    shapes = [
        _bar("track", 0, 1000, band, rtl),
        _bar("base", 0, low, band, rtl),
        _bar(change, low, high - low, band, rtl),
        _tick("start", 10 * result.base, band, rtl),
        _tick("floor", 10 * result.floor, Band(0, 22), rtl),
    ]
    return _chart(shapes, 22, caption)


def hours_bar(parts: Sequence[Part], minutes: int, caption: Caption, *, rtl: bool) -> Markup:
    """Minutes of the week in a row; what is left stays empty."""
    band = Band(0, 34)
    shapes = [_bar("track", 0, 1000, band, rtl)]
    before = 0
    for part in parts:
        start, end = (1000 * at // minutes for at in (before, before + part.minutes))
        shapes.append(_bar("share", start, end - start, band, rtl))
        shapes.append(_MARK.format(_place((start + end) // 2, rtl), part.mark))
        before += part.minutes
    return _chart(shapes, 34, caption)


def _chart(shapes: Iterable[Markup], height: int, caption: Caption) -> Markup:
    return _CHART.format(height=height, shapes=Markup("").join(shapes), **caption._asdict())


def _bar(kind: str, start: int, size: int, band: Band, rtl: bool) -> Markup:
    """A rectangle; start and size are tenths of a percent."""
    if size <= 0:
        return Markup("")
    left = 1000 - start - size if rtl else start
    return _BAR.format(kind, _percent(left), band.top, _percent(size), band.height)


def _tick(kind: str, at: int, band: Band, rtl: bool) -> Markup:
    return _TICK.format(kind, band.top, band.top + band.height, x=_place(at, rtl))


def _place(at: int, rtl: bool) -> str:
    return _percent(1000 - at if rtl else at)


def _percent(tenths: int) -> str:
    whole, tenth = divmod(tenths, 10)
    return f"{whole}.{tenth}%" if tenth else f"{whole}%"
