"""Sample briefs: ordinary small businesses that differ in what a network can be good for.

Plain data, as a brief file would hold it. Between them they sell to firms and to people of all
ages, with much time and hardly any, with words, pictures or film, at home and abroad.
"""

from collections.abc import Mapping
from typing import Any, Final

SAMPLE_BRIEFS: Final[tuple[Mapping[str, Any], ...]] = (
    {
        "business": {
            "name": "Corner bakery", "sector": "food", "people": 3, "offer": "product",
            "looks": "attractive", "rests_on_owner": False, "languages": ["en"],
            "markets": [{"country": "US", "city": "Portland"}],
        },
        "audience": {
            "kind": "b2c", "ages": {"18-29": 30, "30-49": 50, "50-64": 20}, "women_percent": 60,
        },
        "goals": ["awareness", "engagement", "sales"],
        "content": {
            "have": ["product_photos", "behind_the_scenes"], "want": ["tutorials"],
            "can_make": ["image", "text", "story"],
        },
        "time": {"hours_per_week": 5, "people": 1},
    },
    {
        "business": {
            "name": "Pump maker", "sector": "manufacturing", "people": 20, "offer": "service",
            "looks": "plain", "rests_on_owner": False, "markets": [{"country": "DE"}],
        },
        "audience": {"kind": "b2b", "ages": {"30-49": 70, "50-64": 30}, "education": "degree"},
        "goals": ["leads", "authority"],
        "content": {
            "have": ["expertise", "company_events", "industry_news"],
            "can_make": ["text", "article", "image"],
        },
        "time": {"hours_per_week": 4},
    },
    {
        "business": {
            "name": "Leadership coach", "sector": "professional_services", "people": 1,
            "offer": "service", "looks": "plain", "rests_on_owner": True,
            "markets": [{"country": "US"}],
        },
        "audience": {"kind": "both", "ages": {"18-29": 20, "30-49": 80}},
        "goals": ["authority", "leads"],
        "content": {
            "have": ["expertise", "opinions", "customer_stories"],
            "can_make": ["text", "article", "image", "short_video"],
        },
        "time": {"hours_per_week": 6, "people": 1, "horizon_weeks": 26},
    },
    {
        "business": {
            "name": "Young fashion shop", "sector": "retail", "people": 6, "offer": "product",
            "looks": "striking", "rests_on_owner": False, "markets": [{"country": "US"}],
        },
        "audience": {"kind": "b2c", "ages": {"13-17": 10, "18-29": 90}, "women_percent": 80},
        "goals": ["awareness", "sales"],
        "content": {
            "have": ["product_photos", "behind_the_scenes", "offers", "result_photos"],
            "can_make": ["image", "carousel", "short_video", "story"],
        },
        "time": {"hours_per_week": 25, "people": 2},
    },
    {
        "business": {
            "name": "Skin clinic", "sector": "health", "people": 8, "offer": "service",
            "looks": "attractive", "languages": ["fa"],
            "markets": [{"country": "IR", "city": "Tehran"}],
        },
        "audience": {"kind": "b2c", "women_percent": 65},
        "goals": ["awareness", "leads"],
        "content": {
            "have": ["expertise", "result_photos", "questions_and_answers"],
            "can_make": ["image", "text", "short_video", "story"],
        },
        "time": {"hours_per_week": 8},
    },
    {
        "business": {
            "name": "Rug weavers", "sector": "crafts", "people": 4, "offer": "product",
            "looks": "striking", "rests_on_owner": True, "languages": ["fa", "en"],
            "markets": [{"country": "IR", "share": 60}, {"country": "DE", "share": 40}],
        },
        "audience": {"kind": "b2c", "ages": {"30-49": 60, "50-64": 40}},
        "goals": ["sales", "community", "support"],
        "content": {
            "have": ["product_photos", "behind_the_scenes", "offers", "questions_and_answers"],
            "can_make": ["image", "text", "poll", "carousel"],
        },
        "time": {"hours_per_week": 12, "people": 2},
    },
    {
        "business": {
            "name": "Plumber", "sector": "home_services", "people": 2, "offer": "service",
            "looks": "plain", "markets": [{"country": "US", "city": "Dayton"}],
        },
        "audience": {"kind": "b2c", "ages": {"50-64": 50, "65+": 50}},
        "goals": ["leads", "support"],
        "content": {
            "have": ["result_photos", "customer_stories", "tutorials"],
            "can_make": ["image", "text"],
        },
        "time": {"hours_per_week": 3},
    },
    {
        "business": {
            "name": "Guitar school", "sector": "education", "people": 2, "offer": "service",
            "looks": "attractive", "rests_on_owner": True, "markets": [{"country": "US"}],
        },
        "audience": {"kind": "b2c", "ages": {"13-17": 40, "18-29": 40, "30-49": 20}},
        "goals": ["authority", "traffic", "community"],
        "content": {
            "have": ["tutorials", "expertise", "customer_stories"],
            "can_make": ["short_video", "long_video", "live", "text"],
        },
        "time": {"hours_per_week": 20, "people": 2},
    },
    {
        "business": {
            "name": "Accounting software", "sector": "technology", "people": 12,
            "offer": "product", "looks": "plain", "rests_on_owner": False,
        },
        "audience": {"kind": "b2b", "ages": {"18-29": 20, "30-49": 80}},
        "goals": ["engagement", "recruiting", "traffic"],
        "content": {
            "have": ["expertise", "opinions", "industry_news", "recommendations", "offers"],
            "can_make": ["text", "article", "image", "poll", "event"],
        },
        "time": {"hours_per_week": 15, "people": 3},
    },
    {
        "business": {"name": "Shop with one hour"},
        "audience": {"kind": "b2c"},
        "content": {"can_make": ["text"]},
        "time": {"hours_per_week": 1},
    },
    {
        "business": {"name": "Firm that says little"},
        "audience": {"kind": "both"},
        "content": {"can_make": ["image", "text"]},
        "time": {"hours_per_week": 10},
    },
)  # fmt: skip
