"""Which answer a rule waits for, told from the fields it could not read."""

from collections.abc import Iterable
from typing import Final

from channelwise.render.terminal.page import Page

# Fields that the core derives, by the answers of the brief that they are derived from.
_ASKED: Final = {
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
}

# Measures that need an answer of the brief and a fact about the network as well.
_WITH_FACT: Final = {
    "measure.goal_strength": "goals",
    "measure.age_reach_percent": "audience.ages",
    "measure.gender_reach_percent": "audience.women_percent",
    "measure.education_reach_percent": "audience.education",
    "measure.market_use_percent": "business.markets",
    "measure.open_market_percent": "business.markets",
    "measure.blocked_market_percent": "business.markets",
    "measure.filtered_market_percent": "business.markets",
}


def waits_for(page: Page, fields: Iterable[str]) -> str:
    """The questions, each once, in words."""
    return page.listed(dict.fromkeys(_question(page, field) for field in fields))


def _question(page: Page, field: str) -> str:
    if field in _WITH_FACT:
        return page.ui("terminal.or_fact", label=_label(page, _WITH_FACT[field]))
    asked = _ASKED.get(field, field.removeprefix("brief."))
    if asked == field:  # a trait of the network or strategy that its facts leave open
        return page.ui("terminal.fact")
    return _label(page, asked)


def _label(page: Page, field: str) -> str:
    return page.text(page.texts.label(field))
