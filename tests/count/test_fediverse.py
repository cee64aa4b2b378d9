"""The unit of the fediverse: graphemes, fixed links, servers for nothing."""

from pathlib import Path

import pytest

from channelwise.count import count
from channelwise_networks import fediverse
from count.oracle import cases

(COUNTER,) = fediverse.channelwise_register_counters()
HOST = "b" * 30 + ".com"
# The cases in words, and the text and warning that each stands for.
TEXTS = {
    "cw_over": ("", "a" * 520),
    "text_over": ("a" * 520, ""),
    "cw_plus_text": ("b" * 251, "a" * 250),
    "url_after_space": ("a" * 476 + f" http://{HOST}/example", ""),
    "url_glued": ("a" * 476 + f"http://{HOST}/example", ""),
    "url_overlong": ("http://example.com/valid?" + "#foo?" * 1000, ""),
    "remote_mention": ("a" * 475 + f" @alice@{HOST}", ""),
    "remote_mention_overlong_domain": ("@alice@" + "b" * 500 + ".com", ""),
    "emoji_500": ("\u2728" * 500, ""),
    "zwj_emoji_500": ("\U0001f3f3\ufe0f\u200d\u26a7\ufe0f" * 500, ""),
}
CASES = cases(Path(__file__).parent / "data" / "derived" / "fediverse.yaml", "cases")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_cases_of_the_fediverse(case: dict) -> None:
    """Text and warning together are valid exactly where they are there."""
    text, warning = TEXTS[case["id"]]
    total = count(text, COUNTER).total + count(warning, COUNTER).total
    assert (total <= case["limit"]) == case["valid"]


def test_every_case_has_its_text() -> None:
    assert {case["id"] for case in CASES} == set(TEXTS)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("see http://a.com", [("link", 1, 23), ("character", 4, 1)]),
        ("see a.com", [("character", 9, 1)]),  # without a scheme it is no link there
        ("@ann@far.org hi", [("mention", 1, 4), ("character", 3, 1)]),
        ("@ann hi", [("character", 7, 1)]),
        ("mail@ann@far.org", [("character", 16, 1)]),  # a name in the middle of a word
        ("e\u0301\U0001f1ee\U0001f1f7", [("character", 2, 1)]),
    ],
)
def test_what_the_sum_is_made_of(text: str, parts: list[tuple[str, int, int]]) -> None:
    found = count(text, COUNTER).parts
    assert sorted((part.kind, part.number, part.each) for part in found) == sorted(parts)
