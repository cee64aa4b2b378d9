"""Counting a post and a long text, beside another implementation of the same rule.

The lengths are compared before anything is timed. The peer checks host names more strictly, so
the texts hold none on which the two differ.
"""

from collections.abc import Callable
from importlib.metadata import version as version_of

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from channelwise.count.counting import count
from channelwise.count.units import core_counter
from channelwise.version import VERSION
from channelwise_networks.x import channelwise_register_counters
from count.oracle import theirs

PARTS = {
    "mixed": "Fresh bread at six 🥖 سلام، می‌خواهیم نان تازه بپزیم! 中文 https://example.com/menu?a=b 👨‍👩‍👧 ",
    "latin": "The oven has been on since four, and the first loaves are on the shelf by now. ",
    "persian": "از ساعت چهار تنور روشن است و اولین نان‌ها همین حالا روی قفسه است. ",
}
LENGTHS = (280, 8000)
(WEIGHTED,) = channelwise_register_counters()


def explained(text: str) -> int:
    """Our length, with parts, placeholders and all that a caller gets."""
    return count(text, WEIGHTED).total


PEERS: dict[str, tuple[str, Callable[[str], int]]] = {
    "channelwise": (VERSION, explained),
    "twitter-text-parser": (version_of("twitter-text-parser"), theirs),
}


def sample(kind: str, length: int) -> str:
    """A text of this many code points."""
    return (PARTS[kind] * (length // len(PARTS[kind]) + 1))[:length].rstrip()


@pytest.mark.benchmark(group="weighted length")
@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize("kind", PARTS)
@pytest.mark.parametrize("peer", PEERS)
def test_weighted(peer: str, kind: str, length: int, benchmark: BenchmarkFixture) -> None:
    """Both give the same length; then each is timed."""
    text = sample(kind, length)
    version, measure = PEERS[peer]
    assert measure(text) == explained(text) == theirs(text)
    benchmark.group = f"weighted length: {kind}, {length:,} characters"
    benchmark.extra_info |= {"peer": peer, "version": version}
    benchmark(measure, text)


@pytest.mark.parametrize("unit", ["code_points", "utf16_units", "utf8_bytes", "graphemes"])
def test_core_units(unit: str, benchmark: BenchmarkFixture) -> None:
    """The core's units on the mixed text of 8,000 characters."""
    benchmark.group = "units of the core: mixed, 8,000 characters"
    benchmark.extra_info |= {"peer": unit, "version": VERSION}
    benchmark(count, sample("mixed", 8000), core_counter(unit))
