"""The briefs that the directional cases start from: the examples, and four more."""

from typing import Any, Final

from channelwise.brief.model import Brief
from known import examples

_MORE: Final[dict[str, dict[str, Any]]] = {
    # A hairdresser in a German town, with results worth a second look and a busy week.
    "salon": {
        "business": {
            "name": "Salon Vogt", "sector": "beauty", "people": 3, "offer": "service",
            "looks": "striking", "rests_on_owner": False,
            "markets": [{"country": "DE", "city": "Jena"}], "languages": ["de"],
        },
        "audience": {"kind": "b2c", "ages": {"18-29": 30, "30-49": 50, "50-64": 20}, "women_percent": 75},
        "goals": ["sales", "awareness"],
        "content": {
            "have": ["result_photos", "behind_the_scenes"], "want": ["tutorials"],
            "can_make": ["image", "carousel", "short_video", "story"],
        },
        "time": {"hours_per_week": 10, "people": 2},
    },
    # Software for warehouses, sold to firms in three countries by people who like to write.
    "software": {
        "business": {
            "name": "Stackroom", "sector": "technology", "people": 22, "offer": "product",
            "looks": "plain", "rests_on_owner": False,
            "markets": [{"country": "US", "share": 60}, {"country": "DE", "share": 40}],
        },
        "audience": {"kind": "b2b", "ages": {"30-49": 80, "50-64": 20}, "education": "degree"},
        "goals": ["leads", "awareness", "support"],
        "content": {
            "have": ["expertise", "customer_stories", "industry_news", "opinions"],
            "can_make": ["text", "article", "image", "carousel", "long_video"],
        },
        "time": {"hours_per_week": 14, "people": 3, "horizon_weeks": 8},
    },
    # A charity known by hardly more than what must be said.
    "charity": {
        "business": {"name": "Open Larder"},
        "audience": {"kind": "both"},
        "content": {"can_make": ["text", "image"]},
        "time": {"hours_per_week": 7},
        "goals": ["awareness"],
    },
    # A personal trainer whose clients follow the man, not the gym.
    "trainer": {
        "business": {
            "name": "Move with Ali", "sector": "fitness", "people": 1, "offer": "service",
            "looks": "striking", "rests_on_owner": True, "markets": [{"country": "GB"}],
        },
        "audience": {"kind": "b2c", "ages": {"18-29": 60, "30-49": 40}},
        "goals": ["engagement", "sales"],
        "content": {
            "have": ["result_photos", "expertise", "customer_stories", "tutorials"],
            "can_make": ["text", "image", "short_video", "story", "live"],
        },
        "time": {"hours_per_week": 20, "people": 1},
        "accounts": [{"network": "instagram", "kind": "personal", "used_for": "both", "followers": 900}],
    },
}  # fmt: skip


def bases() -> dict[str, Brief]:
    """Ten briefs by name, of firms and shops, with few hours and many, in four countries."""
    return {**examples(), **{name: Brief.model_validate(data) for name, data in _MORE.items()}}
