"""Rules and limits in plain words, in both languages."""

import re
from typing import Any

import pytest

from channelwise.check.limits import limits_of
from channelwise.check.table import TABLE
from channelwise.check.tone import Tone
from channelwise.load.rulebook import load
from channelwise.reference.amounts import amount
from channelwise.reference.audience import audience
from channelwise.reference.conditions import as_data, in_words
from channelwise.reference.limits import ends_of, limit_lines
from channelwise.reference.looks_for import looks_for
from channelwise.reference.say import same
from channelwise.rules.build import condition
from channelwise.tone.build import tone_rule
from channelwise.tone.model import ToneRule
from check.made_up import acme, limit

EN = {"words": {"en": ["tea", "coffee"], "fa": ["چای"]}}
CORE = load(plugins=())
OTHER = {"words": {"en": ["cake"]}}


def rule(**fields: Any) -> ToneRule:
    """A tone rule with these fields."""
    text = {"en": "A", "fa": "الف"}
    plain = {
        "id": "acme.some.rule", "level": "note", "title": text, "because": text, "instead": text,
        "source": [], "cited": {}, "examples": {"fails": [], "passes": []}, "place": "a.yaml:1:1",
        **fields,
    }  # fmt: skip
    return tone_rule(plain, {}, "acme", None)


@pytest.mark.parametrize(
    ("fields", "en", "fa"),
    [
        ({"kind": "existence", "find": EN}, "Finds in the post: “tea”, “coffee”.", "«\u2068چای\u2069»"),
        ({"kind": "existence", "find": EN, "begins": True, "scope": "first_line"}, "at its very beginning", "فقط در همان آغاز"),
        ({"kind": "existence", "find": EN, "whole": True}, "where nothing else stands", "اگر چیز دیگری آنجا نباشد"),
        ({"kind": "occurrence", "find": EN, "more_than": {"times": 2}}, "Finds more than 2 times in the post", "بیش از ۲ بار"),
        ({"kind": "occurrence", "find": EN, "more_than": {"times": 1, "per_100_words": 4}}, "more than once in the post, and more than 4 times in 100 words", "در هر ۱۰۰ کلمه بیش از ۴ بار"),
        ({"kind": "occurrence", "find": EN, "fewer_than": {"times": 1}}, "none of these stands in the post", "هیچ‌کدام از این‌ها نباشد"),
        ({"kind": "occurrence", "find": EN, "fewer_than": {"times": 3}}, "fewer than 3 times", "کمتر از ۳ بار"),
        ({"kind": "conditional", "if": EN, "must": OTHER}, "“coffee”. It is fine where this stands as well: “cake”", "اگر این هم باشد اشکالی ندارد"),
        ({"kind": "conditional", "if": EN, "must_not": OTHER}, "two things together in the post", "این دو با هم"),
        ({"kind": "consistency", "one": EN, "other": OTHER}, "two forms that do not go together", "کنار هم"),
        ({"kind": "metric", "metric": "emoji_in_a_row", "more_than": 2}, "Finds more than 2 emoji in a row in the post.", "بیش از ۲ ایموجی پشت سر هم"),
        ({"kind": "metric", "metric": "links", "more_than": 0}, "Finds at least 1 link in the post.", "دست‌کم ۱ لینک"),
        ({"kind": "metric", "metric": "media", "fewer_than": 1}, "there is not even 1 picture or video", "حتی ۱ عکس یا ویدیو هم نباشد"),
        ({"kind": "metric", "metric": "questions", "fewer_than": 2}, "fewer than 2 questions", "کمتر از ۲ سؤال"),
        ({"kind": "metric", "metric": "longest_sentence", "more_than": 30, "scope": "opening"}, "a sentence of more than 30 words in the first sentence", "جمله‌ای با بیش از ۳۰ کلمه"),
        ({"kind": "set", "share": {"posts": {"find": EN, "metric": "questions"}, "more_than_percent": 30, "of_at_least": 5}}, "more than 30 percent", "بیش از ۳۰ درصد"),
        ({"kind": "set", "share": {"posts": {"metric": "questions"}, "fewer_than_percent": 10, "of_at_least": 5}}, "fewer than 10 percent of the posts of an account on a network have this: at least 1 question", "کمتر از ۱۰ درصد"),
        ({"kind": "set", "same_text": {"at_least_words": 4}}, "Texts under 4 words", "کوتاه‌تر از ۴ کلمه"),
        ({"kind": "set", "same_text": {"at_least_words": 4, "at_least_percent": 70}}, "at least 70 of 100 words", "دست‌کم ۷۰ تا"),
        ({"kind": "set", "quiet": {"more_than_days": 9}}, "more than 9 days", "بیش از ۹ روز"),
        ({"kind": "substitution", "swaps": [{"language": "en", "words": ["utilize"], "better": "use", "certain": True}]}, "“utilize” (better: “use”)", "بهتر"),
    ],
)  # fmt: skip
def test_a_check_is_one_sentence(fields: dict[str, Any], en: str, fa: str) -> None:
    """Each kind of check says what it looks for, where, and its numbers."""
    said = looks_for(rule(**fields))
    assert en in said.en
    assert fa in said.fa
    assert said.en.startswith("Finds ")


def test_of_many_words_a_few_are_told() -> None:
    """Long lists are cut, words that begin differently come first, patterns are counted."""
    words = {"en": ["buy a", "buy b", "tea", "coffee", "cake", "rye", "rolls", "milk"]}
    said = looks_for(rule(kind="existence", find={"words": words, "patterns": {"en": ["a{1,2}"]}}))
    assert said.en == (
        "Finds in the post: “buy a”, “tea”, “coffee”, “cake”, “rye”, and others; 1 pattern."
    )


def test_a_rule_of_patterns_says_itself_what_it_looks_for() -> None:
    """Its own sentence stands in place of a number of patterns."""
    own = {"en": "Finds letters.", "fa": "حرف‌ها را پیدا می‌کند."}
    find = {"patterns": {"en": ["a{1,2}"]}}
    assert "1 pattern" in looks_for(rule(kind="existence", find=find)).en
    assert looks_for(rule(kind="existence", find=find, looks_for=own)) == (own["en"], own["fa"])


def test_no_page_says_only_how_many_patterns_there_are() -> None:
    """All rules that are shipped tell in words or by examples what each part of them finds."""
    bare = re.compile(r"(?:: |with )\d+ patterns?[.]")
    assert [one.id for one in Tone(load()).book.rules if bare.search(looks_for(one).en)] == []


def test_words_in_letters_of_the_language_come_first() -> None:
    """Persian posts use English words too; a Persian page begins with the Persian ones."""
    words = {"fa": ["free shipping", "ارسال رایگان"], "en": ["نان", "bread"]}
    said = looks_for(rule(kind="existence", find={"words": words}))
    assert said.fa.index("ارسال") < said.fa.index("free")
    assert said.en.index("bread") < said.en.index("نان")


def test_a_word_with_many_spellings_is_told_once() -> None:
    """Written in one or apart, it is the same word."""
    said = looks_for(rule(kind="existence", find={"words": {"fa": ["می‌شود", "چای"]}}))
    assert said.fa.count("می‌شود") == 1
    assert "مانند" not in said.fa


def test_exempt_words_are_not_told() -> None:
    """What the rule leaves in peace is not shown as what it finds."""
    find = {"words": {"en": ["sale"]}, "exempt": {"en": ["yard sale"]}}
    assert "yard" not in looks_for(rule(kind="existence", find=find)).en


def told(**fields: Any) -> dict[str, str]:
    """The audience of a rule by label."""
    lines = audience(rule(kind="metric", metric="links", more_than=0, **fields), None)
    return {line.label.en: line.text.en for line in lines}


def test_which_drafts_a_rule_is_for() -> None:
    """Only what matters is told, but for the language, which always is."""
    assert told() == {"language": "any"}
    want = {
        "drafts": ["post"], "accounts": ["personal"], "voice": "i", "formats": ["story", "image"],
        "words": {"at_least": 3, "at_most": 9}, "networks": {"network.text_alone": {"is": False}},
        "outside_quotes": True, "link": "declared",
    }  # fmt: skip
    assert told(**{"for": want}, languages=["fa", "de"]) == {
        "language": "de or Persian", "drafts": "posts", "account": "personal", "speaks as": "“I”",
        "link": "declared, and not in the text",
        "format": "pictures or stories", "length": "at least 3 words, at most 9 words",
        "networks": "a text alone is enough: no", "except": "what stands in quotation marks",
    }  # fmt: skip


def exceptions(**fields: Any) -> list[str]:
    """What a rule leaves in peace."""
    lines = audience(rule(**fields), None)
    return [line.text.en for line in lines if line.label.en == "except"]


def test_what_a_rule_leaves_in_peace() -> None:
    """Other kinds of account, topics, quotations, what is taken back, and what others say."""
    want = {"not_accounts": ["business"], "outside_topics": True, "outside_quotes": True}
    assert exceptions(kind="existence", find=EN, **{"for": want}) == [
        "business accounts", "sentences on the account's own topics",
        "what stands in quotation marks",
    ]  # fmt: skip
    assert exceptions(kind="existence", find=EN, yields_to=["core.file", "NETWORK.items"]) == [
        "where core.file or NETWORK.items says the same"
    ]


def test_a_rule_of_one_network_names_it() -> None:
    lines = audience(rule(kind="metric", metric="links", more_than=0), same("Acme"))
    assert "only Acme" in [line.text.en for line in lines]


CONDITIONS = [
    ({"network.register": {"is": "business"}}, "tone people expect: businesslike"),
    ({"network.links": {"in": ["costly", "not_clickable"]}}, "links in posts: open but cost views or do not open"),
    ({"network.text_alone": {"is": False}}, "a text alone is enough: no"),
    ({"network.half_life_minutes": {"above": 90}}, "minutes until half of the response is in: above 90"),
    ({"network.carries": {"has_none": ["story"]}}, "formats it carries: none of stories"),
    ({"network.half_life_minutes": {"between": [5, 90]}}, "minutes until half of the response is in: between 5 and 90"),
    ({"any": [{"network.upkeep": {"is": "heavy"}}, {"not": {"network.upkeep": {"is": "light"}}}]},
     "steady care it takes: heavy or not (steady care it takes: light)"),
    ({"all": [{"network.upkeep": {"is": "heavy"}}, {"network.serves": {"is_not": "both"}}]},
     "steady care it takes: heavy; mostly for: not businesses and consumers"),
]  # fmt: skip


@pytest.mark.parametrize(("tree", "words"), CONDITIONS)
def test_a_condition_in_words(tree: dict[str, Any], words: str) -> None:
    """Traits and their values are said by their labels; the data stays what it was."""
    built = condition(tree, {})
    assert in_words(built).en == words
    assert as_data(built) == tree


LIMITS = {
    "max_chars": (limit(2200, "characters"), "at most 2,200", "حداکثر ۲٬۲۰۰"),
    "visible_before_fold": (limit(125, "characters", hard=False), "125 characters are seen before “more”", "۱۲۵ نویسه"),
    "hashtags_max": (limit(1, "hashtags"), "at most 1 hashtag", "حداکثر ۱ هشتگ"),
    "hashtags_recommended": (limit("1-3", "hashtags", hard=False), "best: 1 to 3 hashtags", "بهترین: ۱ تا ۳ هشتگ"),
    "items": (limit("2-10", "pictures"), "2 to 10 pictures or videos", "۲ تا ۱۰ عکس"),
    "max_file_mb": (limit(8, "MB"), "at most 8 MB", "حداکثر ۸ مگابایت"),
    "gif_max_mb": (limit(15, "MB"), "at most 15 MB for a GIF", "۱۵ مگابایت برای گیف"),
    "min_seconds": (limit(3, "seconds"), "at least 3 seconds", "دست‌کم ۳ ثانیه"),
    "max_minutes": (limit(10, "minutes"), "at most 10 minutes", "حداکثر ۱۰ دقیقه"),
    "aspect_ratio": (limit("4:5 to 1.91:1", "width to height"), "4:5 to 1.91:1 (width to height)", "۴ به ۵ تا ۱٫۹۱ به ۱"),
    "formats": (limit(["JPEG", "PNG"]), "accepted: JPEG, PNG", "پذیرفته می‌شود: JPEG، PNG"),
    "px": (limit("1080x1920", "pixels", hard=False), "best: 1080×1920 pixels", "۱۰۸۰×۱۹۲۰"),
    "max_pixels": (limit(36152320, "pixels in all"), "at most 36,152,320 pixels in all", "۳۶٬۱۵۲٬۳۲۰"),
    "media": (limit("none"), "no pictures or videos", "بدون عکس و ویدیو"),
}  # fmt: skip


@pytest.mark.parametrize("name", LIMITS)
def test_a_limit_in_words(name: str) -> None:
    """Value and unit, which side is allowed, and advice as advice."""
    spec, en, fa = LIMITS[name]
    [one] = limits_of(acme({"image": {name: spec}}), "image").known
    said = amount(one)
    assert said.en == en
    assert fa in said.fa


def test_what_a_limit_depends_on_is_told() -> None:
    """The way of posting, the tier of the account, and a server that may set its own."""
    network = acme(
        {
            "text": {
                "max_chars": limit(280, "characters", through="tool", server=True),
                "premium_max_chars": limit(999, "characters", through="app"),
            },
            "image": {},
        }
    )
    network.plain["formats"]["image"] |= {"tier": "premium", "through": "app"}
    said = [line.amount.en for line in limit_lines(network, "length", CORE)]
    assert said == [
        "at most 280 (each server may set its own) (posted with a publishing tool)",
        "for accounts of the tier “premium”: at most 999 (posted in the network's app)",
    ]
    [_, image] = limit_lines(network, "format", CORE)
    assert image.amount.en == (
        "for accounts of the tier “premium”: there (posted in the network's app)"
    )


BY_MEASURE = {
    "same_again": "refused", "same_elsewhere": "refused",
    **dict.fromkeys(("no_text", "no_media"), "none"), **dict.fromkeys(("sound", "titled"), "required"),
    **dict.fromkeys(("largest", "smallest", "best_size", "resolution"), "30x40"),
    "file_formats": ["JPEG"], "ratio": "9:16",
}  # fmt: skip


@pytest.mark.parametrize("name", [name for name, row in TABLE.items() if row.code])
def test_every_limit_that_is_checked_can_be_said(name: str) -> None:
    """No limit that a check knows is without words."""
    row = TABLE[name]
    unit = min(row.units, default="characters")
    [one] = limits_of(
        acme({"image": {name: limit(BY_MEASURE.get(row.measure, 3), unit)}}), "image"
    ).known
    said = amount(one)
    assert said.en != said.fa
    assert "{" not in said.en + said.fa


def test_limits_of_a_network() -> None:
    """Equal limits of several formats are one line; tiers have lines of their own."""
    same_limit = limit(280, "characters")
    network = acme(
        {
            "text": {"max_chars": same_limit, "premium_max_chars": limit(999, "characters", hard=False)},
            "image": {"max_chars": same_limit, "roses_max": limit(3, "roses")},
            "poll": {"max_chars": limit(140, "characters")},
            "story": None,
        },
        {"unit": "utf16_units"},
    )  # fmt: skip
    lines = limit_lines(network, "length", CORE)
    assert [(one.formats, one.tier, one.value, one.level) for one in lines] == [
        (("text", "image"), None, 280, "error"), (("text",), "premium", 999, "note"),
        (("poll",), None, 140, "error"),
    ]  # fmt: skip
    assert all(one.counted and one.source and one.source.confidence == "official" for one in lines)
    assert ends_of(network) == ("length", "format", "limits")
    [there, not_there] = limit_lines(network, "format", CORE)
    assert (there.formats, there.level) == (("text", "image", "poll"), None)
    assert (not_there.formats, not_there.level) == (("story",), "error")
    [unchecked] = limit_lines(network, "limits", CORE)
    assert (unchecked.formats, unchecked.value) == (("image",), ["roses_max"])
