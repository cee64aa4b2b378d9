"""Charts: right lengths, mirrored from right to left."""

import re

import pytest

from channelwise.recommend.model import CriterionResult
from channelwise.render.svg import Caption, Part, criterion_bar, hours_bar, icon, score_bar
from channelwise.vocabulary import VERDICTS

CAPTION = Caption("c", "Title <1>", "Desc & more")


def bars(chart: str) -> list[tuple[str, float, float]]:
    """Class, start and length in percent of each rectangle."""
    found = re.findall(r'<rect class="(\w+)" x="([\d.]+)%" y="\d+" width="([\d.]+)%"', chart)
    return [(kind, float(start), float(length)) for kind, start, length in found]


def result(points: int, score: int) -> CriterionResult:
    return CriterionResult(
        criterion="time", base=50, points=points, score=score, clamped=False, weight=4, floor=25,
        below_floor=False,
    )  # fmt: skip


def test_points_stand_after_the_base() -> None:
    drawn = bars(criterion_bar(result(20, 70), CAPTION, rtl=False))
    assert drawn == [("track", 0, 100), ("base", 0, 50), ("gain", 50, 20)]


def test_lost_points_are_cut_from_the_base() -> None:
    drawn = bars(criterion_bar(result(-20, 30), CAPTION, rtl=False))
    assert drawn == [("track", 0, 100), ("base", 0, 30), ("loss", 30, 20)]


def test_from_right_to_left_a_chart_is_mirrored() -> None:
    drawn = bars(criterion_bar(result(20, 70), CAPTION, rtl=True))
    assert drawn == [("track", 0, 100), ("base", 50, 50), ("gain", 30, 20)]


def test_a_score_of_nothing_draws_no_bar() -> None:
    assert bars(score_bar(0, (), CAPTION, rtl=False)) == [("track", 0, 100)]


def test_minutes_fill_the_week_without_gaps() -> None:
    drawn = bars(hours_bar([Part("1", 100), Part("2", 100)], 300, CAPTION, rtl=False))
    assert drawn == [("track", 0, 100), ("share", 0, 33.3), ("share", 33.3, 33.3)]


def test_captions_are_escaped() -> None:
    chart = score_bar(50, (), CAPTION, rtl=False)
    assert '<title id="c-t">Title &lt;1&gt;</title><desc id="c-d">Desc &amp; more</desc>' in chart


@pytest.mark.parametrize("verdict", VERDICTS)
def test_each_verdict_has_a_sign_of_its_own(verdict: str) -> None:
    assert [str(icon(one)) for one in VERDICTS].count(str(icon(verdict))) == 1
