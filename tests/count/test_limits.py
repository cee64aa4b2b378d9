"""How a text stands to the limits of a network: which of them count it, and which decides."""

from dataclasses import replace
from types import MappingProxyType
from typing import Any

import pytest

from channelwise.check.limits import Terms
from channelwise.count.fit import Fit, fit
from channelwise.count.limits import text_limits, unit_names
from channelwise.errors import UnknownName
from channelwise.networks.model import Network
from channelwise.vocabulary import PostsWith
from known import rulebook

BOOK = rulebook()


def on(text: str, network: str, asked: str | None = None) -> Fit:
    return fit(text, BOOK.network(network), BOOK, asked)


def changed(network: str, change: Any) -> Network:
    """A network with some of its file's data replaced."""
    from copy import deepcopy

    found = BOOK.network(network)
    plain = deepcopy(dict(found.plain))
    change(plain)
    return replace(found, plain=MappingProxyType(plain))


def test_every_network_counts_in_a_known_unit() -> None:
    units = {network.id: unit_names(network) for network in BOOK.networks}
    assert units == {
        "instagram": ("code_points", "utf16_units"), "linkedin": ("code_points", "utf16_units"),
        "snapchat": ("code_points", "utf16_units"), "x": ("x_weighted", None),
    }  # fmt: skip


def test_which_limits_count_text() -> None:
    """Limits in characters that are the most of something; not prices, folds or other numbers."""
    names = {f"{limit.format}.{limit.name}" for limit in text_limits(BOOK.network("x"), BOOK)}
    assert {"text.max_chars", "text.premium_max_chars", "image.caption_max"} <= names
    assert not any(name.endswith(("url_chars", "emoji_chars", "media_chars")) for name in names)
    linkedin = {limit.name for limit in text_limits(BOOK.network("linkedin"), BOOK)}
    assert "visible_before_fold" not in linkedin
    assert "posts_a_day_max" not in linkedin


def test_limits_rest_on_dated_facts() -> None:
    for network in BOOK.networks:
        for limit in text_limits(network, BOOK):
            assert limit.evidence.title
            assert limit.evidence.date


@pytest.mark.parametrize(
    ("network", "length", "asked", "format_", "blocked"),
    [
        ("x", 280, None, "text", False),
        ("x", 281, None, "text", True),
        ("x", 281, "article", "article", False),
        ("x", 281, "long_video", "long_video", True),
        ("x", 10_001, "article", "article", False),  # by hand it may be longer
        ("linkedin", 3000, None, "text", False),
        ("linkedin", 3001, None, "text", True),
        ("linkedin", 141, None, "text", False),  # too long for the question of a poll
        ("linkedin", 141, "poll", "poll", True),
        ("linkedin", 31, "poll", "poll", False),  # and too long for one of its answers
        ("instagram", 2200, None, "image", False),
        ("instagram", 2201, None, "image", True),
        ("instagram", 1, "story", "story", True),  # it takes no text
        ("instagram", 0, "story", "story", False),
        ("instagram", 5000, "live", "live", False),  # nothing is known of a limit
    ],
)
def test_the_format_that_decides(
    network: str, length: int, asked: str | None, format_: str, blocked: bool
) -> None:
    found = on("س" * length, network, asked)
    assert (found.format, found.blocked) == (format_, blocked)


@pytest.mark.parametrize(("way", "blocked"), [("tool", True), ("app", False), (None, False)])
def test_what_holds_for_tools_alone_blocks_nobody_else(
    way: PostsWith | None, blocked: bool
) -> None:
    """A limit of one way of posting refuses a text only where it is posted that way for sure."""
    book = rulebook()
    found = fit("س" * 10_001, book.network("x"), book, "article", Terms(posts_with=way))
    assert found.blocked is blocked


def test_the_tier_of_an_account_decides() -> None:
    """With the account's tier its own limit stands in place of the general one."""
    long, premium = "a" * 281, Terms("premium")
    for name, limit in (("text", "premium_max_chars"), ("image", "premium_caption_max")):
        general, own = (
            fit(long, BOOK.network("x"), BOOK, name, terms) for terms in (Terms(), premium)
        )
        assert (general.blocked, own.blocked) == (True, False)
        assert [one.limit.name for one in own.deciding] == [limit]
    assert fit("a" * 25_001, BOOK.network("x"), BOOK, "image", premium).blocked


def test_the_place_where_it_becomes_too_long() -> None:
    found = on("خط یک\n" + "س" * 300, "x")
    (verdict,) = found.deciding
    assert verdict.left == 280 - 306
    assert (verdict.place.offset, verdict.place.line, verdict.place.column) == (280, 2, 275)


def test_what_fits_only_in_one_reading_of_the_source_is_unsure() -> None:
    """Emoji that may count 1 or 2 make a text unsure, not too long."""
    (verdict,) = on("😀" * 1600, "linkedin").deciding
    assert (verdict.fits, verdict.unsure, verdict.most) == (True, True, 3200)
    (verdict,) = on("😀" * 1500, "linkedin").deciding
    assert not verdict.unsure


def test_a_format_that_the_network_does_not_carry() -> None:
    with pytest.raises(UnknownName) as caught:
        on("a", "snapchat", "text")
    assert caught.value.what == "post_format"


def test_without_a_known_unit_code_points_are_counted_and_said_to_be_assumed() -> None:
    network = changed("x", lambda plain: plain.pop("counting"))
    found = fit("🙂 سلام", network, BOOK)
    assert (found.count.unit, found.count.total, found.known) == ("code_points", 6, False)


def test_a_limit_may_have_a_unit_of_its_own() -> None:
    """Two limits on one text, one in bytes: the text must keep both."""

    def two(plain: dict) -> None:
        limits = plain["formats"]["text"]["limits"]
        limits["max_bytes"] = {
            **limits["max_chars"],
            "value": 100,
            "counted_in": "utf8_bytes",
            "unit": "bytes",
        }

    network = changed("linkedin", two)
    evidence = {**network.evidence}
    evidence["formats.text.limits.max_bytes"] = evidence["formats.text.limits.max_chars"]
    network = replace(network, evidence=MappingProxyType(evidence))
    found = fit("س" * 51, network, BOOK)
    totals = {verdict.limit.name: verdict.count.total for verdict in found.deciding}
    assert totals == {"max_chars": 51, "max_bytes": 102}
    assert found.blocked
    assert not fit("س" * 50, network, BOOK).blocked


def test_a_network_without_text_limits_lets_everything_pass() -> None:
    def none(plain: dict) -> None:
        for spec in plain["formats"].values():
            spec["limits"] = {}

    found = fit("a" * 100_000, changed("x", none), BOOK)
    assert (found.format, found.verdicts, found.blocked) == (None, (), False)
