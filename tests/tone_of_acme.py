"""Tone rules of a made-up network, one of each sort that a page looks different for."""

from dataclasses import replace
from typing import Any, Final

from channelwise.load.rulebook import Rulebook
from channelwise.tone.bundle import Owner, ToneBundle

ACME_RULES: Final[list[dict[str, Any]]] = [
    {
        "id": "acme.signs.roses", "kind": "metric", "level": "warning",
        "title": {"en": "A row of roses", "fa": "ردیف گل رز"},
        "because": {"en": "Here a rose is a vote, and three of them a fraud.",
                    "fa": "اینجا هر گل رز یک رأی است و سه تا گل تقلب."},
        "instead": {"en": "Give one.", "fa": "یکی بدهید."},
        "for": {"drafts": ["post"]},
        "metric": "emoji_in_a_row", "more_than": 2,
        "source": ["judgement: a made-up network has made-up manners"],
        "examples": {
            "fails": [{"network": {"register": "playful"}, "text": "Bread 🌹🌹🌹"},
                      {"network": {"register": "playful"}, "text": "نان داغ\nنان تازه 🌹🌹🌹"}],
            "passes": [{"network": {"register": "playful"}, "text": "Bread 🌹"},
                       {"network": {"register": "playful"}, "text": "نان تازه 🌹"}],
        },
    },
    {
        "id": "acme.wording.two-ways", "kind": "conditional", "level": "note", "status": "preview",
        "title": {"en": "A price without a place", "fa": "قیمت بی‌نشانی"},
        "because": {"en": "People here ask where before they ask how much.",
                    "fa": "اینجا مردم اول می‌پرسند کجا، بعد می‌پرسند چند."},
        "instead": {"en": "Say where it is sold.", "fa": "بگویید کجا می‌فروشید."},
        "if": {"words": {"en": ["euros"], "fa": ["تومان"]}},
        "must": {"words": {"en": ["street", "market"], "fa": ["خیابان", "بازار"]}},
        "source": ["judgement: taste"],
        "examples": {
            "fails": [{"network": {}, "language": "en", "text": "Rolls: two euros."},
                      {"network": {}, "language": "fa", "text": "نان بیست تومان."}],
            "passes": [{"network": {}, "language": "en", "text": "Rolls: two euros, Mill Street."},
                       {"network": {}, "language": "fa", "text": "نان بیست تومان، خیابان آسیاب."}],
        },
    },
    {
        "id": "acme.set.tea", "kind": "set", "level": "note",
        "title": {"en": "Long without tea", "fa": "مدتی بی چای"},
        "because": {"en": "Guests forget.", "fa": "مهمان فراموش می‌کند."},
        "instead": {"en": "Invite them sooner.", "fa": "زودتر دعوت کنید."},
        "quiet": {"more_than_days": 4},
        "source": ["judgement: taste"],
        "examples": {
            "fails": [
                {"drafts": [
                    {"network": {"id": "acme"}, "account": "shop", "schedule": f"2026-03-{day}", "text": text}
                    for day, text in pair
                ]}
                for pair in ((("02", "Tea."), ("16", "Tea again.")), (("02", "چای."), ("16", "باز هم چای.")))
            ],
            "passes": [
                {"drafts": [
                    {"network": {"id": "acme"}, "account": "shop", "schedule": f"2026-03-{day}", "text": text}
                    for day, text in pair
                ]}
                for pair in ((("02", "Tea."), ("04", "Tea again.")), (("02", "چای."), ("04", "باز هم چای.")))
            ],
        },
    },
]  # fmt: skip


def with_acme_tone(
    book: Rulebook, rules: list[dict[str, Any]] = ACME_RULES, key: str = "acme"
) -> Rulebook:
    """The rulebook with these rules as the network's own; others need another key."""
    plain = tuple({**rule, "cited": {}, "place": "tone.yaml:1:1"} for rule in rules)
    made = ToneBundle(key, Owner("acme-dist", "acme", "acme"), {}, plain)
    return replace(book, tone=(made,), fingerprint=key)
