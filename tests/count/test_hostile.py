"""A megabyte made to be slow is counted in time that grows with its length alone."""

import pytest

from channelwise.count import Counter, LinkRules, Weighted, count
from channelwise.count.placeholders import placeholders
from channelwise.count.units import core_counter
from channelwise.text import Text
from channelwise_networks.x import channelwise_register_counters
from linear import assert_linear, seconds

BIG = 1_000_000
TEXTS = {
    "dots": "a.", "one letter": "a", "hyphens": "-", "underscores": "a_.", "persian": "س.",
    "brackets": "a.co/((", "brackets with a path": "a.co/(a", "open bracket after open bracket": "(",
    "path of marks": "!.", "hosts": ".com", "hosts after at": "@a.co", "hosts before at": "a.com@",
    "queries": "a.co?!!", "schemes": "https://", "punycode": "xn--", "mixed scripts": "中a.com",
    "script after ending": "com.中", "emoji": "😀", "joiners": "👨‍", "flag letters": "🇮",
    "flags with marks": "🇮🇮\u0308", "keycaps": "1\ufe0f", "marks": "\u0301\u0323",
    "marks that come apart": "\u0f73", "marks that come apart in turn": "\u0344\u0323",
    "line ends": "\r\n", "returns": "\r", "letters to compose": "e\u0301", "hangul": "\u1100",
    "conjuncts": "\u0915\u094d", "prepended": "\u0600", "mentions": "@a.-", "far mentions": "@a@b",
    "placeholders": "[URL]", "open braces": "{{", "open square brackets": "[",
    "links of placeholders": "[URL]/", "cut links of placeholders": "[URL]/)", "schemes of placeholders": "https://[URL]",
    "placeholders in links": "a.co/[NAME] ", "placeholders behind links": "a.co{{a}} ", "glued placeholders": "{{a}}",
    "characters that are refused": "\uffff",
}  # fmt: skip
FAR = Weighted(
    graphemes=True, link=23, links=LinkRules(frozenset({"com"}), bare=False), far_mentions=True
)
UNITS = {
    "x_weighted": channelwise_register_counters()[0],
    "graphemes": core_counter("graphemes"),
    "far": Counter("acme_far", FAR, Text("a", "ب"), link=23),
}


def counted(text: str, counter: Counter) -> None:
    count(text, counter).too_long(len(text) // 2)


@pytest.mark.slow
@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("name", TEXTS)
def test_a_megabyte(name: str, unit: str) -> None:
    """A megabyte takes about four times as long as a quarter of it."""
    part, counter = TEXTS[name], UNITS[unit]
    whole = "a.co/" * (name == "path of marks") + part * (BIG // len(part))
    assert_linear(lambda size: counted(whole[:size], counter), BIG)


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("name", TEXTS)
def test_some_pages(name: str, unit: str) -> None:
    """20,000 characters of the same take well under two seconds."""
    part = TEXTS[name]
    assert seconds(lambda: counted(part * (20_000 // len(part)), UNITS[unit])) < 2


@pytest.mark.parametrize("text", ["[" * BIG, "{{" * BIG, "[A" * BIG, "{{a" * BIG, "[URL" * BIG])
def test_open_placeholders(text: str) -> None:
    found = []
    assert seconds(lambda: found.extend(placeholders(text))) < 5
    assert found == []
