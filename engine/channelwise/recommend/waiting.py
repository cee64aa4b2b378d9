"""What a rule that could not be evaluated waits for, in terms of the brief's own questions."""

from collections.abc import Iterable
from typing import Final

from channelwise.brief.model import Brief
from channelwise.recommend.options import current

# The answer that a derived field or a measure is made from. Other brief fields are answers
# themselves; other fields of network and strategy wait for a figure, not for an answer.
ANSWER: Final = {
    "brief.first_goal": "goals",
    "brief.business.countries": "business.markets",
    "brief.business.local": "business.markets",
    "brief.audience.main_age": "audience.ages",
    "brief.content.topics": "content.have",
    "brief.accounts.mixed": "accounts",
    "brief.accounts.opinionated": "accounts",
    "brief.accounts.networks": "accounts",
    "measure.minutes_needed": "content.can_make",
    "measure.time_share_percent": "content.can_make",
    "measure.ingredients_percent": "content.have",
    "measure.goals_served_percent": "goals",
    "measure.followers": "accounts",
    "measure.mixed_here": "accounts",
    "measure.personal_here": "accounts",
    "measure.business_here": "accounts",
    "measure.goal_strength": "goals",
    "measure.age_reach_percent": "audience.ages",
    "measure.gender_reach_percent": "audience.women_percent",
    "measure.education_reach_percent": "audience.education",
    "measure.market_use_percent": "business.markets",
    "measure.open_market_percent": "business.markets",
    "measure.blocked_market_percent": "business.markets",
    "measure.filtered_market_percent": "business.markets",
}
# Accounts may be listed and yet leave open what they are used for.
_NEVER_COMPLETE: Final = "accounts"
# Minutes have no value where nothing of the strategy can be made: no answer or figure is missing.
_MADE: Final = "content.can_make"


def waits(fields: Iterable[str], brief: Brief) -> tuple[list[str], bool]:
    """Questions that the brief leaves open, and whether a figure of the network is missing too."""
    asked: dict[str, None] = {}
    figures = False
    for field in fields:
        answer = ANSWER.get(field, field.removeprefix("brief."))
        if answer == field:
            figures = True
        elif answer == _NEVER_COMPLETE or current(brief, answer) is None:
            asked[answer] = None
        elif answer != _MADE:
            figures = True
    return sorted(asked), figures
