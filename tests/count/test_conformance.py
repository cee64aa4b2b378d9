"""X's count against the published cases of the network itself."""

from pathlib import Path

import pytest

from channelwise.count import Count, Weighted, count
from channelwise_networks.x import channelwise_register_counters
from channelwise_networks.x.counting import unit
from count.oracle import cases, ours

(X,) = channelwise_register_counters()
DATA = Path(__file__).parent / "data" / "x"
VALIDATE = cases(DATA / "validate.yml", "tests")
EXTRACT = cases(DATA / "extract.yml", "tests")
ENDINGS = cases(DATA / "tlds.yml", "tests")
# Cases of extract.yml in which our links differ from the published ones: none.
DIFFERENT: frozenset[str] = frozenset()
LINK_BLOCKS = ("urls", "urls_with_directional_markers", "tco_urls_with_params")


def named(case: dict) -> str:
    return case["description"]


def links(text: str) -> list[str]:
    return [text[start:end] for start, end in unit().links.spans(text)]


@pytest.mark.parametrize(
    "case",
    VALIDATE["WeightedTweetsWithDiscountedEmojiCounterTest"]
    + VALIDATE["UnicodeDirectionalMarkerCounterTest"],
    ids=named,
)
def test_the_rule_in_force(case: dict) -> None:
    """All 24 cases of version 3 have the published length, are valid where they should be, and
    so far as they should be.
    """
    found, expected = count(case["text"], X), case["expected"]
    assert found.total == expected["weightedLength"]
    assert (0 < found.total <= 280 and not found.refused) == expected["valid"]
    assert last_valid(found) == expected["validRangeEnd"]


def last_valid(found: Count) -> int:
    """The place of the last UTF-16 unit that may be posted, from 0, as the cases give it."""
    place = found.too_long(280)
    ends = [place.offset] if place else [len(found.text)]
    ends += [one.place.offset for one in found.refused]
    return max(0, len(found.text[: min(ends)].encode("utf-16-le")) // 2 - 1)


def test_there_are_24_cases_of_the_rule_in_force() -> None:
    blocks = ("WeightedTweetsWithDiscountedEmojiCounterTest", "UnicodeDirectionalMarkerCounterTest")
    assert sum(len(VALIDATE[block]) for block in blocks) == 24


@pytest.mark.parametrize("case", VALIDATE["WeightedTweetsCounterTest"], ids=named)
def test_version_2_is_the_same_unit_without_emoji(case: dict) -> None:
    """The older rule, in which an emoji is the sum of its code points, is a matter of options."""
    three = unit()
    two = Weighted(
        default=three.default, ranges=three.ranges, scale=three.scale, link=three.link,
        links=three.links, nfc=True, line_ends=True,
    )  # fmt: skip
    total = sum(piece.total for piece in two(case["text"]).pieces)
    assert total == case["expected"]["weightedLength"]


@pytest.mark.parametrize("case", VALIDATE["tweets"], ids=named)
def test_version_1_counts_every_code_point_as_one(case: dict) -> None:
    """The oldest rule: 140 code points, links 23."""
    one = Weighted(link=23, links=unit().links, nfc=True)
    total = sum(piece.total for piece in one(case["text"]).pieces)
    assert (0 < total <= 140) == case["expected"]


@pytest.mark.parametrize(
    "case", [case for block in LINK_BLOCKS for case in EXTRACT[block]], ids=named
)
def test_links_of_a_text(case: dict) -> None:
    """The links found are the published ones, but for those listed as different."""
    # One block gives places as well as links.
    expected = [one["url"] if isinstance(one, dict) else one for one in case["expected"]]
    same = links(case["text"]) == expected
    assert same != (case["description"] in DIFFERENT)


@pytest.mark.parametrize(
    "case", EXTRACT["urls_with_indices"] + EXTRACT["urls_with_directional_markers"], ids=named
)
def test_places_of_links(case: dict) -> None:
    """Links begin and end at the published code points."""
    found = [list(span) for span in unit().links.spans(case["text"])]
    assert found == [expected["indices"] for expected in case["expected"]]


@pytest.mark.parametrize("kind", ENDINGS)
def test_every_top_level_domain(kind: str) -> None:
    """A link may end in each of the 1,574 published top-level domains."""
    wrong = [case["text"] for case in ENDINGS[kind] if links(case["text"]) != case["expected"]]
    assert wrong == []


def test_the_price_of_a_link_is_that_of_the_data() -> None:
    """The plugin says what any link costs before its data is read; both are the same."""
    from channelwise_networks.x import channelwise_register_counters

    (counter,) = channelwise_register_counters()
    assert counter.link == unit().link == 23


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("https://example.com/" + "a" * 4000, 23),
        ("https://example.com/" + "a" * 4100, 4120),  # too long to be a link
        ("https://" + "a" * 63 + ".com", 23),
        ("https://" + "a" * 64 + ".com", 76),  # no host name has such a label
        ("example.com?x=y1", 28),
        ("x_y.example.com", 25),
        ("سلام.ایران", 10),
        ("https://سلام.ایران/ق", 24),
        ("foo.com中文.bar.com/path", 51),
        ("\u00a9 \u00a9\ufe0f", 4),
        ("👍🏽", 2),
        ("🐦\u200d🔥", 2),
        ("🇽🇽", 4),
        ("a\r\nb", 3),
    ],
)
def test_cases_that_the_published_ones_leave_out(text: str, length: int) -> None:
    assert ours(text) == length
