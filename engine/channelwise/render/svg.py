"""Charts as inline SVG: fluid without scaling, themed by the page's CSS, readable aloud.

Lengths are percentages of the chart's own width, so bars stretch while corners and strokes keep
their shape. In a right-to-left page a chart grows from the right.
"""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from markupsafe import Markup, escape

from channelwise.recommend.model import CriterionResult

# One shape for each verdict, so that colour is never alone in telling them apart.
_ICONS: Final = {
    "recommended": '<circle cx="8" cy="8" r="7" class="i-fill"/><path d="M4.8 8.2l2.2 2.2 4.2-4.6" class="i-cut"/>',
    "possible": '<circle cx="8" cy="8" r="6.2" class="i-line"/><path d="M8 1.8a6.2 6.2 0 0 0 0 12.4z" class="i-fill"/>',
    "not_now": '<circle cx="8" cy="8" r="6.2" class="i-line"/>',
    "excluded": '<circle cx="8" cy="8" r="6.2" class="i-line"/><path d="M5 5l6 6M11 5l-6 6" class="i-line"/>',
}


class Caption(NamedTuple):
    """What a chart says to those who cannot see it; `name` is unique in the page."""

    name: str
    title: str
    desc: str


class Part(NamedTuple):
    """A piece of a stacked bar: its mark and its size in minutes."""

    mark: str
    minutes: int


def icon(verdict: str) -> Markup:
    """The sign of a verdict; decoration, since its word stands beside it."""
    return Markup(f'<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">{_ICONS[verdict]}</svg>')


def score_bar(score: int, marks: Iterable[int], caption: Caption, *, rtl: bool) -> Markup:
    """A score on the 0-100 scale, with ticks where the verdict changes."""
    shapes = [
        _bar(0, 1000, "track", 4, 8, rtl),
        _bar(0, 10 * score, "gain", 4, 8, rtl),
        *(_tick(10 * mark, "mark", 0, 16, rtl) for mark in marks),
    ]
    return _chart(shapes, 16, caption)


def criterion_bar(result: CriterionResult, caption: Caption, *, rtl: bool) -> Markup:
    """Base and points of one criterion. Lost points are hatched; the floor is a dashed line."""
    low, high = sorted((10 * result.base, 10 * result.score))
    change = "gain" if result.score > result.base else "loss"
    shapes = [
        _bar(0, 1000, "track", 5, 12, rtl),
        _bar(0, low, "base", 5, 12, rtl),
        _bar(low, high - low, change, 5, 12, rtl),
        _tick(10 * result.base, "start", 5, 12, rtl),
        _tick(10 * result.floor, "floor", 0, 22, rtl),
    ]
    return _chart(shapes, 22, caption)


def hours_bar(parts: Sequence[Part], minutes: int, caption: Caption, *, rtl: bool) -> Markup:
    """Minutes of the week in a row; what is left stays empty."""
    shapes = [_bar(0, 1000, "track", 0, 34, rtl)]
    before = 0
    for part in parts:
        start, end = 1000 * before // minutes, 1000 * (before + part.minutes) // minutes
        shapes.append(_bar(start, end - start, "share", 0, 34, rtl))
        shapes.append(_mark(part.mark, (start + end) // 2, rtl))
        before += part.minutes
    return _chart(shapes, 34, caption)


def _chart(shapes: Iterable[str], height: int, caption: Caption) -> Markup:
    name = escape(caption.name)
    return Markup(
        f'<svg class="chart" width="100%" height="{height}" role="img" '
        f'aria-labelledby="{name}-t {name}-d"><title id="{name}-t">{escape(caption.title)}</title>'
        f'<desc id="{name}-d">{escape(caption.desc)}</desc>{"".join(shapes)}</svg>'
    )


def _bar(start: int, size: int, kind: str, top: int, height: int, rtl: bool) -> str:
    """A rectangle; start and size are tenths of a percent."""
    if size <= 0:
        return ""
    left = 1000 - start - size if rtl else start
    return (
        f'<rect class="{kind}" x="{_percent(left)}" y="{top}" width="{_percent(size)}" '
        f'height="{height}" rx="3"/>'
    )


def _tick(at: int, kind: str, top: int, height: int, rtl: bool) -> str:
    place = _percent(1000 - at if rtl else at)
    return f'<line class="{kind}" x1="{place}" x2="{place}" y1="{top}" y2="{top + height}"/>'


def _mark(text: str, at: int, rtl: bool) -> str:
    place = _percent(1000 - at if rtl else at)
    return f'<text class="share-mark" x="{place}" y="22" text-anchor="middle">{escape(text)}</text>'


def _percent(tenths: int) -> str:
    whole, tenth = divmod(tenths, 10)
    return f"{whole}.{tenth}%" if tenth else f"{whole}%"

