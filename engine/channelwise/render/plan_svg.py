"""Charts of a plan as inline SVG: bars of minutes, and the steps of value over hours.

As in the other charts, lengths are percentages of the chart's own width and a chart grows from
the right in a right-to-left page. Parts differ by pattern and by mark, never by colour alone.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from markupsafe import Markup

from channelwise.render.svg import Caption
from channelwise.vocabulary import Activity

_WHOLE: Final = 1000
# In thousandths of the bar: a narrower part has no room for its mark, or none on a phone; its
# pattern tells what it is.
_ROOM: Final = 30
_ROOM_ON_A_PHONE: Final = 60
_BAR: Final = 34
# Heights of the chart of steps in pixels: room above for the mark of one's own hours, the plot,
# and room below for the hours.
_OWN: Final = 14
_TOP: Final = 46
_PLOT: Final = 200
_BOTTOM: Final = 24

_CHART: Final = Markup(
    '<svg class="chart {kind}" width="100%" height="{height}" role="img" '
    'aria-labelledby="{name}-t {name}-d"><title id="{name}-t">{title}</title>'
    '<desc id="{name}-d">{desc}</desc>{shapes}</svg>'
)
_TRACK: Final = Markup('<rect class="track" width="100%" height="34" rx="3"/>')
_PART: Final = Markup(
    '<rect class="work-{kind}" fill="url(#pattern-{kind})" x="{x}" width="{width}" height="34" '
    'rx="3"/>'
)
_PLATE: Final = Markup('<circle class="plate{tight}" cx="{x}" cy="17" r="9"/>')
_MARK: Final = Markup(
    '<text class="plate-mark{tight}" x="{x}" y="21.5" text-anchor="middle">{mark}</text>'
)
_SWATCH: Final = Markup(
    '<svg class="swatch work" width="22" height="14" aria-hidden="true">'
    '<rect class="work-{kind}" fill="url(#pattern-{kind})" width="22" height="14" rx="2"/></svg>'
)
_LINE: Final = Markup('<line class="{}" x1="{}" x2="{}" y1="{}" y2="{}"/>')
_TEXT: Final = Markup('<text class="{}" x="{}" y="{}" text-anchor="{}">{}</text>')
_DOT: Final = Markup('<circle class="own-dot" cx="{}" cy="{}" r="5"/>')


class Slice(NamedTuple):
    """A part of a bar: what is done, its mark, and its minutes."""

    kind: Activity
    mark: str
    minutes: int


class Tick(NamedTuple):
    """A label of an axis, at hours or at a value."""

    at: int
    label: str


class Own(NamedTuple):
    """The owner's own hours: in minutes a week, the value there, and what to write beside them."""

    minutes: int
    value: int
    label: str


def work_bar(parts: Sequence[Slice], minutes: int, caption: Caption, *, rtl: bool) -> Markup:
    """Minutes of a week by what is done, in a row; what is left of `minutes` stays empty."""
    shapes = [_TRACK]
    before = 0
    for part in parts:
        start, end = (_WHOLE * at // minutes for at in (before, before + part.minutes))
        shapes += _slice(part, start, end - start, rtl)
        before += part.minutes
    return _chart("work", shapes, _BAR, caption)


def swatch(kind: Activity) -> Markup:
    """The pattern of an activity beside its name."""
    return _SWATCH.format(kind=kind)


def step_chart(
    values: Sequence[int], hours: Sequence[Tick], levels: Sequence[Tick], own: Own | None,
    caption: Caption, *, rtl: bool,
) -> Markup:  # fmt: skip
    """The value of the best plan at 0, 1, 2, ... hours as a line that rises in steps.

    Args:
        values: by hour, rising.
        hours: the hours to write under the line.
        levels: the values to draw a line at; the last one is the top of the chart.
        own: the hours to mark; None if they lie outside.
        caption: what the chart says aloud.
        rtl: whether hours run from right to left.
    """
    scale = _Scale(len(values) - 1, levels[-1].at, rtl)
    shapes = [*scale.grid(levels), *scale.hours(hours), *scale.steps(values)]
    if own:
        shapes += scale.own(own)
    return _chart("frontier", shapes, _TOP + _PLOT + _BOTTOM, caption)


class _Scale:
    """Places hours and values in the chart of steps."""

    def __init__(self, most_hours: int, most_value: int, rtl: bool) -> None:
        self._hours, self._value, self._rtl = most_hours, most_value, rtl

    def grid(self, levels: Iterable[Tick]) -> Iterator[Markup]:
        """A thin line and its value for each level, the values where the line is low."""
        for level in levels:
            y = self._y(level.at)
            yield _LINE.format("grid", "0%", "100%", y, y)
            yield _TEXT.format("axis", _place(0, self._rtl), y - 5, "start", level.label)

    def hours(self, ticks: Sequence[Tick]) -> Iterator[Markup]:
        """The hours under the plot; the first and the last stay inside the chart."""
        for tick in ticks:
            at = "start" if tick.at == 0 else "end" if tick.at == self._hours else "middle"
            y = _TOP + _PLOT + _BOTTOM - 6
            yield _TEXT.format("axis", self._x(tick.at), y, at, tick.label)

    def steps(self, values: Sequence[int]) -> Iterator[Markup]:
        """A level for each run of equal values, and a rise between two of them."""
        rises = [hour for hour in range(1, len(values)) if values[hour] != values[hour - 1]]
        for start, end in pairwise([0, *rises, self._hours]):
            y = self._y(values[start])
            yield _LINE.format("step", self._x(start), self._x(end), y, y)
        for hour in rises:
            low, high = self._y(values[hour - 1]), self._y(values[hour])
            yield _LINE.format("step", self._x(hour), self._x(hour), low, high)

    def own(self, own: Own) -> Iterator[Markup]:
        """A dashed line through the owner's hours, named above the plot."""
        thousandths = _WHOLE * own.minutes // (60 * self._hours)
        x, y = _place(thousandths, self._rtl), self._y(own.value)
        # Beside the edges the name would be cut off.
        at = "start" if thousandths < 150 else "end" if thousandths > 850 else "middle"
        yield _LINE.format("own", x, x, _OWN + 5, _TOP + _PLOT)
        yield _DOT.format(x, y)
        yield _TEXT.format("own-mark", x, _OWN, at, own.label)

    def _x(self, hour: int) -> str:
        return _place(_WHOLE * hour // self._hours, self._rtl)

    def _y(self, value: int) -> int:
        return _TOP + _PLOT - _PLOT * value // max(1, self._value)


def _slice(part: Slice, start: int, size: int, rtl: bool) -> Iterator[Markup]:
    if size <= 0:
        return
    left = _WHOLE - start - size if rtl else start
    yield _PART.format(kind=part.kind, x=_percent(left), width=_percent(size))
    if size >= _ROOM:
        x, tight = _place(start + size // 2, rtl), " tight" if size < _ROOM_ON_A_PHONE else ""
        yield _PLATE.format(x=x, tight=tight)
        yield _MARK.format(x=x, tight=tight, mark=part.mark)


def _chart(kind: str, shapes: Iterable[Markup], height: int, caption: Caption) -> Markup:
    return _CHART.format(
        kind=kind, height=height, shapes=Markup("").join(shapes), **caption._asdict()
    )


def _place(at: int, rtl: bool) -> str:
    return _percent(_WHOLE - at if rtl else at)


def _percent(tenths: int) -> str:
    whole, tenth = divmod(tenths, 10)
    return f"{whole}.{tenth}%" if tenth else f"{whole}%"
