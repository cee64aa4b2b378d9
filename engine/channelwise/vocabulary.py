"""The closed word lists of briefs, networks and rules.

One place for every enumeration, so that the brief, the rule language, the JSON Schemas and
the "did you mean" of errors can never disagree about a word.
"""

from typing import Final, Literal, get_args

Sector = Literal[
    "food", "retail", "crafts", "beauty", "fitness", "health", "home_services",
    "professional_services", "technology", "education", "travel", "events", "arts",
    "manufacturing", "nonprofit", "other",
]  # fmt: skip
Offer = Literal["product", "service"]
Looks = Literal["plain", "attractive", "striking"]
AudienceKind = Literal["b2b", "b2c", "both"]
AgeBand = Literal["13-17", "18-29", "30-49", "50-64", "65+"]
Education = Literal["high_school", "some_college", "degree"]
Goal = Literal[
    "awareness", "engagement", "community", "authority", "traffic", "leads", "sales",
    "support", "recruiting",
]  # fmt: skip
Ingredient = Literal[
    "product_photos", "result_photos", "customer_stories", "expertise", "opinions",
    "industry_news", "company_events", "offers", "recommendations", "behind_the_scenes",
    "tutorials", "questions_and_answers",
]  # fmt: skip
Format = Literal[
    "text", "article", "image", "carousel", "short_video", "long_video", "story", "live",
    "poll", "event",
]  # fmt: skip
AccountKind = Literal["personal", "business"]
PostsWith = Literal["app", "tool"]
AccountUse = Literal["personal", "business", "both"]

Criterion = Literal["content", "time", "audience", "goal", "presence", "access"]
Verdict = Literal["recommended", "possible", "not_now", "excluded"]
Status = Literal["preview", "stable", "deprecated"]
Confidence = Literal["official", "encoded-in-code", "vendor-study", "blog", "judgement"]
Lang = Literal["en", "fa"]

# Planning.
Pace = Literal["low", "typical", "high"]
Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
Activity = Literal["listen", "answer", "upkeep", "make", "adapt", "post"]

# Traits of networks and strategies.
Serves = Literal["b2b_first", "both", "b2c_first"]
Lead = Literal["text", "picture", "video", "story", "mixed"]
Upkeep = Literal["light", "moderate", "heavy"]
Attention = Literal["short", "medium", "long"]
Links = Literal["clickable", "costly", "charged", "not_clickable"]
Answers = Literal["public_comments", "private_messages", "polls", "question_stickers"]
Register = Literal["business", "timely", "visual", "playful", "conversational"]
Access = Literal["open", "filtered", "blocked", "unknown"]
LeansOn = Literal["looks", "words", "person", "moments"]

CRITERIA: Final[tuple[Criterion, ...]] = get_args(Criterion)
VERDICTS: Final[tuple[Verdict, ...]] = get_args(Verdict)
AGE_BANDS: Final[tuple[AgeBand, ...]] = get_args(AgeBand)
GOALS: Final[tuple[Goal, ...]] = get_args(Goal)
INGREDIENTS: Final[tuple[Ingredient, ...]] = get_args(Ingredient)
FORMATS: Final[tuple[Format, ...]] = get_args(Format)
PACES: Final[tuple[Pace, ...]] = get_args(Pace)
WEEKDAYS: Final[tuple[Weekday, ...]] = get_args(Weekday)
LANGS: Final[tuple[Lang, ...]] = get_args(Lang)

MINUTES_PER_HOUR: Final = 60
HOURS_PER_WEEK: Final = 168
