"""The fields that rules can read: their names, types and meaning.

Four roots: `brief` (what the business said), `network` and `strategy` (what a plugin
declared), `measure` (integers that the core derives from brief and candidate).
A field of the brief that was left out has no value: a condition on it is *not evaluated*.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal, get_args

from channelwise import vocabulary as v

Kind = Literal["word", "words", "flag", "number", "text", "texts"]
Scope = Literal["brief", "network", "strategy"]


@dataclass(frozen=True, slots=True)
class Field:
    """A readable field. `scope` tells what it depends on besides the brief."""

    name: str
    kind: Kind
    scope: Scope
    meaning: str
    words: tuple[str, ...] = ()
    group: str = ""  # the word list of channelwise.vocabulary, which names its labels too

    @property
    def constant(self) -> bool:
        """True if the value is known once plugins are loaded, whatever the brief."""
        return self.name.startswith(("network.", "strategy."))


def _word(name: str, scope: Scope, group: str, meaning: str) -> Field:
    return Field(name, "word", scope, meaning, get_args(getattr(v, group)), group)


def _words(name: str, scope: Scope, group: str, meaning: str) -> Field:
    return Field(name, "words", scope, meaning, get_args(getattr(v, group)), group)


_BRIEF: Final = (
    _word("brief.business.sector", "brief", "Sector", "line of business"),
    Field("brief.business.people", "number", "brief", "people working in the business"),
    _word("brief.business.offer", "brief", "Offer", "product or service"),
    _word("brief.business.looks", "brief", "Looks", "what can be seen of the product or result"),
    Field("brief.business.rests_on_owner", "flag", "brief", "the offer rests on the owner's own experience"),
    Field("brief.business.countries", "texts", "brief", "countries of the markets"),
    Field("brief.business.local", "flag", "brief", "some market is one city"),
    Field("brief.business.languages", "texts", "brief", "languages the business speaks to customers"),
    _word("brief.audience.kind", "brief", "AudienceKind", "businesses, consumers or both"),
    _word("brief.audience.main_age", "brief", "AgeBand", "age band with the largest share; the younger of equals"),
    Field("brief.audience.women_percent", "number", "brief", "women in the audience, percent"),
    _word("brief.audience.education", "brief", "Education", "most common education of the audience"),
    _words("brief.goals", "brief", "Goal", "all goals"),
    _word("brief.first_goal", "brief", "Goal", "the goal named first"),
    _words("brief.content.have", "brief", "Ingredient", "material at hand"),
    _words("brief.content.want", "brief", "Ingredient", "material the business wants to make"),
    _words("brief.content.topics", "brief", "Ingredient", "material at hand or wanted"),
    _words("brief.content.can_make", "brief", "Format", "formats the business can make"),
    Field("brief.time.hours_per_week", "number", "brief", "hours a week for all networks together"),
    Field("brief.time.people", "number", "brief", "people who share those hours"),
    Field("brief.time.horizon_weeks", "number", "brief", "weeks before the results are judged"),
    Field("brief.accounts.mixed", "number", "brief", "accounts that mix the owner's and the firm's voice: used for both, or for the other kind"),
    Field("brief.accounts.opinionated", "number", "brief", "business accounts on which the owner's opinions are shared"),
    Field("brief.accounts.networks", "texts", "brief", "networks on which there is an account"),
)  # fmt: skip

_NETWORK: Final = (
    Field("network.id", "text", "network", "id of the network (a plugin's own rules only)"),
    _word("network.serves", "network", "Serves", "whom the network is mostly for"),
    _word("network.leads_with", "network", "Lead", "the medium that leads there"),
    Field("network.text_alone", "flag", "network", "a post needs no picture or video"),
    _word("network.upkeep", "network", "Upkeep", "steady time it takes to stay active"),
    _word("network.attention", "network", "Attention", "how long people stay with a post"),
    Field("network.half_life_minutes", "number", "network", "minutes until a post has half of its response"),
    _word("network.links", "network", "Links", "what a link in a post does"),
    _words("network.answers", "network", "Answers", "ways to ask and answer there"),
    _word("network.register", "network", "Register", "the tone people expect"),
    Field("network.local_discovery", "flag", "network", "people find nearby businesses by place"),
    _words("network.carries", "network", "Format", "formats that can be posted"),
    _words("network.account_kinds", "network", "AccountKind", "kinds of account it offers"),
    Field("network.community_minutes_a_week", "number", "network", "typical minutes a week for listening and answering"),
)  # fmt: skip

_STRATEGY: Final = (
    Field("strategy.id", "text", "strategy", "id of the strategy (a plugin's own rules only)"),
    _word("strategy.account", "strategy", "AccountKind", "kind of account that posts"),
    _words("strategy.needs", "strategy", "Ingredient", "ingredients it is made from"),
    _words("strategy.formats", "strategy", "Format", "formats it can take"),
    _words("strategy.goals", "strategy", "Goal", "goals it serves"),
    _word("strategy.leans_on", "strategy", "LeansOn", "what carries it: looks, words, a person, moments"),
    Field("strategy.sells", "flag", "strategy", "most posts sell"),
    Field("strategy.opinion", "flag", "strategy", "posts state a view"),
    Field("strategy.timely", "flag", "strategy", "a post is worth little a week later"),
    Field("strategy.least_posts", "number", "strategy", "posts a week of the least sensible cadence"),
)  # fmt: skip

# The formulas are in channelwise.recommend.measures, one function each.
_MEASURES: Final = (
    Field("measure.minutes_needed", "number", "strategy", "minutes a week at the least sensible cadence, in the cheapest format the business can make, with listening and answering"),
    Field("measure.time_share_percent", "number", "strategy", "minutes_needed in percent of the minutes there are, rounded up"),
    Field("measure.formats_ready", "number", "strategy", "formats of the strategy that the business can make and the network carries"),
    Field("measure.ingredients_percent", "number", "strategy", "share of the strategy's ingredients at hand; one that is only wanted counts half"),
    Field("measure.goals_served_percent", "number", "strategy", "share of the goals that the strategy serves; the first goal counts 3, the second 2, later ones 1"),
    Field("measure.goal_strength", "number", "network", "how strong the network is at the goals, 0-100, same weights"),
    Field("measure.age_reach_percent", "number", "network", "share of the audience's ages that uses the network"),
    Field("measure.gender_reach_percent", "number", "network", "share of the audience that uses the network, by women and men"),
    Field("measure.education_reach_percent", "number", "network", "share of people with the audience's education that uses the network"),
    Field("measure.market_use_percent", "number", "network", "share of adults in the markets that uses the network, where a survey of that country exists"),
    Field("measure.open_market_percent", "number", "network", "share of the markets in which the network opens without help"),
    Field("measure.blocked_market_percent", "number", "network", "share of the markets in which the network cannot be used"),
    Field("measure.filtered_market_percent", "number", "network", "share of the markets in which the network opens only through a VPN"),
    Field("measure.followers", "number", "strategy", "followers on the business's own account of this kind on this network"),
    Field("measure.mixed_here", "number", "network", "accounts on this network that mix the owner's and the firm's voice"),
    Field("measure.personal_here", "number", "network", "personal accounts on this network"),
    Field("measure.business_here", "number", "network", "business accounts on this network"),
)  # fmt: skip

CATALOGUE: Final[dict[str, Field]] = {
    field.name: field for field in (*_BRIEF, *_NETWORK, *_STRATEGY, *_MEASURES)
}

# Which operators suit which kind of field, and the kind of value each takes.
OPERATORS: Final[dict[Kind, tuple[str, ...]]] = {
    "word": ("is", "is_not", "in", "not_in"),
    "text": ("is", "is_not", "in", "not_in"),
    "words": ("has_any", "has_all", "has_none"),
    "texts": ("has_any", "has_all", "has_none"),
    "flag": ("is",),
    "number": ("is", "is_not", "at_least", "at_most", "above", "below", "between"),
}


def flat(fragment: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    """The fragment of an example as pairs of a field's name and its value."""
    for key, value in fragment.items():
        name = f"{prefix}{key}"
        if isinstance(value, dict) and name not in CATALOGUE:
            yield from flat(value, f"{name}.")
        else:
            yield name, value
