"""The units of the core: published cases, Persian, and what a run is made of."""

from pathlib import Path

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from channelwise.count import count
from channelwise.count.units import CORE_NAMES, Range, by_range, core_counter
from count.oracle import cases, ours

DATA = Path(__file__).parent / "data"
PERSIAN = cases(DATA / "derived" / "persian.yaml", "cases")
GRAPHEMES = cases(DATA / "derived" / "graphemes_and_bytes.yaml", "cases")


def total(name: str, text: str) -> int:
    return count(text, core_counter(name)).total


@pytest.mark.parametrize("case", PERSIAN, ids=lambda case: case["id"])
def test_persian_in_every_unit(case: dict) -> None:
    """Persian letters, digits, marks and the half-space have their length in each unit."""
    for name in CORE_NAMES:
        assert total(name, case["text"]) == case[name], name
    assert ours(case["text"]) == case["x_weighted"]
    assert (ours(case["text"]) <= 280) == case["x_valid"]
    assert (total("graphemes", case["text"]) <= 300) == case["bluesky_valid"]


@pytest.mark.parametrize("case", GRAPHEMES, ids=lambda case: case["text"])
def test_graphemes_and_bytes_as_asserted_elsewhere(case: dict) -> None:
    """Lengths that another project's tests assert, in graphemes and in bytes."""
    assert total("graphemes", case["text"]) == case["graphemes"]
    assert total("utf8_bytes", case["text"]) == case.get("bytes", len(case["text"].encode()))


def break_tests() -> list[list[str]]:
    lines = (DATA / "unicode" / "GraphemeBreakTest.txt").read_text("utf-8").splitlines()
    bodies = (line.partition("#")[0].strip() for line in lines)
    return [
        ["".join(chr(int(code, 16)) for code in part.replace("×", " ").split()) for part in body.split("÷") if part.strip()]
        for body in bodies
        if body
    ]  # fmt: skip


def test_every_published_grapheme_break() -> None:
    """All cases of Unicode 18 have the published number of clusters, at the published places."""
    found = break_tests()
    assert len(found) == 853
    for clusters in found:
        text = "".join(clusters)
        made = count(text, core_counter("graphemes"))
        assert made.total == len(clusters), ascii(text)
        offset = 0
        for limit, cluster in enumerate(clusters):
            assert made.too_long(limit).offset == offset
            offset += len(cluster)


ALPHABET = st.sampled_from(
    [c for clusters in break_tests() for c in "".join(clusters)] + list("ab \n\rسلام‌ك中🇮🇷")
)


@given(st.lists(ALPHABET, max_size=30).map("".join))
def test_runs_change_no_cluster(text: str) -> None:
    """Taking runs of plain characters at once gives the clusters of `\\X` one by one."""
    assert total("graphemes", text) == len(regex.findall(r"\X", text))


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_units_are_what_python_says(text: str) -> None:
    """Code points, UTF-16 units and UTF-8 bytes are those of Python's own encoders."""
    assert total("code_points", text) == len(text)
    assert total("utf16_units", text) == len(text.encode("utf-16-le")) // 2
    assert total("utf8_bytes", text) == len(text.encode("utf-8"))


def test_the_first_range_that_holds_a_code_point_counts() -> None:
    price = by_range((Range(97, 97, 5), Range(0, 200, 1)), 3)
    pieces = price("ab\u0394\u4e2d", 0, 4)
    assert [(piece.start, piece.end, piece.cost) for piece in pieces] == [
        (0, 1, 5),
        (1, 2, 1),
        (2, 4, 3),
    ]


def test_an_empty_text_is_nothing_in_any_unit() -> None:
    for name in CORE_NAMES:
        made = count("", core_counter(name))
        assert (made.total, made.parts, made.too_long(0)) == (0, (), None)
