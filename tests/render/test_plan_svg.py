"""Charts of a plan: right lengths, marks beside colours, steps where the value changes."""

import re

import pytest

from channelwise.plan.model import Plan
from channelwise.render.phrases import Phrases
from channelwise.render.plan_charts import PlanCharts, levels_up_to
from channelwise.render.plan_page import WORK
from channelwise.render.plan_page_words import PageWords
from channelwise.render.plan_svg import Own, Slice, Tick, step_chart, swatch, work_bar
from channelwise.render.svg import Caption
from channelwise.texts import load as load_texts

CAPTION = Caption("c", "Title <1>", "Desc & more")
PARTS = [Slice("listen", "1", 30), Slice("answer", "2", 60), Slice("make", "4", 10)]
LEVELS = [Tick(0, "0"), Tick(100, "1"), Tick(200, "2")]


def bars(chart: str) -> list[tuple[str, float, float]]:
    """Class, start and length in percent of each part of a bar."""
    found = re.findall(r'<rect class="([\w-]+)"[^>]* x="([\d.]+)%" width="([\d.]+)%"', chart)
    return [(kind, float(start), float(length)) for kind, start, length in found]


def lines(chart: str, kind: str) -> list[tuple[float, float, int, int]]:
    """From and to, in percent and pixels, of each line of a class."""
    found = re.findall(
        rf'<line class="{kind}" x1="([\d.]+)%" x2="([\d.]+)%" y1="(\d+)" y2="(\d+)"', chart
    )
    return [(float(a), float(b), int(c), int(d)) for a, b, c, d in found]


def steps(values: list[int], *, own: Own | None = None, rtl: bool = False) -> str:
    return step_chart(values, [Tick(0, "0"), Tick(4, "4")], LEVELS, own, CAPTION, rtl=rtl)


def test_minutes_stand_in_a_row_and_the_rest_stays_empty() -> None:
    drawn = bars(work_bar(PARTS, 200, CAPTION, rtl=False))
    assert drawn == [
        ("work-listen", 0, 15), ("work-answer", 15, 30), ("work-make", 45, 5),
    ]  # fmt: skip


def test_from_right_to_left_the_row_begins_at_the_right() -> None:
    drawn = bars(work_bar(PARTS, 200, CAPTION, rtl=True))
    assert drawn == [("work-listen", 85, 15), ("work-answer", 55, 30), ("work-make", 50, 5)]


def test_what_takes_no_minutes_is_not_drawn() -> None:
    drawn = bars(work_bar([Slice("adapt", "5", 0)], 200, CAPTION, rtl=False))
    assert drawn == []


def test_each_part_with_room_carries_its_mark_in_its_middle() -> None:
    chart = work_bar([*PARTS, Slice("adapt", "5", 2)], 200, CAPTION, rtl=False)
    marks = re.findall(r'<text class="([\w -]+)" x="([\d.]+)%"[^>]*>(\d)</text>', chart)
    assert marks == [
        ("plate-mark", "7.5", "1"), ("plate-mark", "30", "2"), ("plate-mark tight", "47.5", "4"),
    ]  # fmt: skip


def test_each_activity_has_a_look_of_its_own() -> None:
    assert len({str(swatch(kind)) for kind in WORK}) == len(WORK)


def test_captions_are_escaped() -> None:
    for chart in (work_bar(PARTS, 200, CAPTION, rtl=False), steps([0, 100, 100, 100, 200])):
        assert (
            '<title id="c-t">Title &lt;1&gt;</title><desc id="c-d">Desc &amp; more</desc>' in chart
        )


def test_the_line_is_level_between_changes_and_upright_at_them() -> None:
    drawn = lines(steps([0, 100, 100, 100, 200]), "step")
    zero, one, two = sorted({y for line in drawn for y in line[2:]}, reverse=True)
    assert drawn == [
        (0, 25, zero, zero), (25, 100, one, one), (100, 100, two, two),
        (25, 25, zero, one), (100, 100, one, two),
    ]  # fmt: skip
    assert zero - one == one - two


def test_hours_run_from_the_right_in_a_right_to_left_page() -> None:
    drawn = lines(steps([0, 100, 100, 100, 200], rtl=True), "step")
    assert [(start, end) for start, end, *_ in drawn][:2] == [(100, 75), (75, 0)]


def test_a_value_that_falls_is_drawn_falling() -> None:
    drawn = lines(steps([0, 200, 100, 100, 100]), "step")
    upright = [line for line in drawn if line[0] == line[1]]
    assert upright[0][2] > upright[0][3]
    assert upright[1][2] < upright[1][3]


@pytest.mark.parametrize(
    ("minutes", "at", "anchor"),
    [(120, "50%", "middle"), (90, "37.5%", "middle"), (15, "6.2%", "start"), (240, "100%", "end")],
)
def test_own_hours_are_marked_where_they_lie(minutes: int, at: str, anchor: str) -> None:
    chart = steps([0, 0, 100, 100, 100], own=Own(minutes, 100, "you"))
    assert f'<line class="own" x1="{at}" x2="{at}"' in chart
    assert re.search(rf'<text class="own-mark" x="{at}" y="\d+" text-anchor="{anchor}">you<', chart)


def test_own_hours_stand_at_their_value() -> None:
    chart = steps([0, 0, 100, 100, 100], own=Own(120, 100, "you"))
    level = next(y for start, _, y, _ in lines(chart, "step") if start == 50)
    assert f'cy="{level}"' in chart


def test_a_frontier_without_any_value_is_a_flat_line() -> None:
    chart = step_chart([0] * 5, [Tick(0, "0")], [Tick(0, "0")], None, CAPTION, rtl=False)
    assert len(lines(chart, "step")) == 1


@pytest.mark.parametrize("value", [0, 1, 99, 100, 4177, 29471, 55640, 10_000_000])
def test_levels_are_few_and_round_and_reach_the_value(value: int) -> None:
    levels = levels_up_to(value)
    assert levels[0] == 0
    assert levels[-1] >= value
    assert len(levels) <= 6
    assert all(level % 100 == 0 for level in levels)


def test_hours_beyond_the_chart_are_not_marked(plan_of_many_hours: Plan) -> None:
    phrases = Phrases(load_texts(), "en")
    chart = PlanCharts(PageWords(plan_of_many_hours, phrases)).frontier(plan_of_many_hours)
    assert 'class="own"' not in chart
    assert 'class="step"' in chart


@pytest.fixture
def plan_of_many_hours() -> Plan:
    from datetime import date

    from known import changed, engine, examples

    brief = changed(examples()["repair"], time__hours_per_week=50)
    return engine().plan(brief, start=date(2026, 11, 30), frontier=True)
