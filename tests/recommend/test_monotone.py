"""More hours, formats or material never do harm where they count."""

from itertools import pairwise
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from channelwise.brief.model import Brief
from channelwise.recommend.standing import Scored
from channelwise.vocabulary import FORMATS, INGREDIENTS, Format, Ingredient
from known import changed, examples, judge, plain
from strategies import HOURS, briefs


def _candidates(brief: Brief) -> dict[str, Scored]:
    return {
        scored.strategy.key: scored
        for place in judge().standing(brief).places
        for scored in place.candidates
    }


def assert_no_harm(before: Brief, after: Brief, criterion: Any) -> None:
    """No strategy scores lower on the criterion, and none is excluded that was not."""
    old, new = _candidates(before), _candidates(after)
    for key, scored in new.items():
        assert scored.scores[criterion] >= old[key].scores[criterion], key
        assert old[key].excluded_by or not scored.excluded_by, key


@settings(max_examples=60)
@given(brief=briefs(), hours=HOURS)
def test_more_hours_never_hurt(brief: Brief, hours: float) -> None:
    """With more hours, no time score falls and nothing is excluded that was not."""
    more = max(brief.time.hours_per_week, float(hours))
    less = min(brief.time.hours_per_week, float(hours))
    assert_no_harm(
        changed(brief, time__hours_per_week=less), changed(brief, time__hours_per_week=more), "time"
    )


@pytest.mark.parametrize("name", sorted(examples()))
def test_every_hour_of_the_examples(name: str) -> None:
    """From half an hour to sixty, each further half hour is no harm to the examples."""
    steps = [changed(examples()[name], time__hours_per_week=n / 2) for n in range(1, 121)]
    for before, after in pairwise(steps):
        assert_no_harm(before, after, "time")


@settings(max_examples=80)
@given(brief=briefs(), made=st.sampled_from(get_args(Format)))
def test_one_more_format_never_hurts_content(brief: Brief, made: str) -> None:
    """Being able to make one more format lowers no content score and excludes nothing."""
    both = [*brief.content.can_make, *([made] if made not in brief.content.can_make else [])]
    assert_no_harm(brief, changed(brief, content__can_make=both), "content")


@settings(max_examples=80)
@given(brief=briefs(), had=st.sampled_from(get_args(Ingredient)))
def test_one_more_ingredient_never_hurts_content(brief: Brief, had: str) -> None:
    """Having one more ingredient lowers no content score and excludes nothing."""
    present = brief.content.have or []
    if brief.content.have is None:
        brief = changed(brief, content__have=[])
    both = [*present, *([had] if had not in present else [])]
    assert_no_harm(brief, changed(brief, content__have=both), "content")


@pytest.mark.parametrize("name", sorted(examples()))
def test_every_format_and_ingredient_on_the_examples(name: str) -> None:
    """No single format or ingredient that an example lacks would harm its content scores."""
    brief = examples()[name]
    content = plain(brief)["content"]
    for field, words in (("can_make", FORMATS), ("have", INGREDIENTS)):
        for word in words:
            if word not in content[field]:
                more = {f"content__{field}": [*content[field], word]}
                assert_no_harm(brief, changed(brief, **more), "content")
