"""X's count beside another implementation of the same rule, on mixed texts."""

import pytest

from channelwise.count.emoji import emoji_spans
from count.oracle import hosts_judged_otherwise, known_emoji, lenient_hosts, ours, texts, theirs


def _compare(number: int, seed: int) -> tuple[list[str], list[str]]:
    """Texts that differ, and those that differ only by the package's way to check hosts."""
    made = list(texts(number, seed))
    plain = [text for text in made if ours(text) != theirs(text)]
    with lenient_hosts():
        return [text for text in made if ours(text) != theirs(text)], plain


def test_a_sample_of_mixed_texts() -> None:
    """On 2,000 texts both give the same length once hosts are checked as published."""
    different, _ = _compare(2_000, seed=1)
    assert different == []


@pytest.mark.slow
def test_a_hundred_thousand_mixed_texts() -> None:
    """The same for 100,000; what differs before is a host that Python's IDNA codec judges otherwise."""
    different, by_codec = _compare(100_000, seed=2)
    assert different == []
    assert by_codec
    assert [text for text in by_codec if not hosts_judged_otherwise(text)] == []


def test_difference_host_of_mixed_direction() -> None:
    """The package finds no link where Persian runs into a host name; the network does."""
    text = "سلامt.co/abcDEF12"
    assert (ours(text), theirs(text)) == (27, 17)
    with lenient_hosts():
        assert theirs(text) == 27


@pytest.mark.parametrize("sign", ["\u00a9", "\u00ae"])
def test_difference_signs_shown_as_text(sign: str) -> None:
    """The package prices these two as emoji even without the selector that makes them emoji."""
    assert (ours(sign), theirs(sign)) == (1, 2)
    assert ours(f"{sign}\ufe0f") == theirs(f"{sign}\ufe0f") == 2


@pytest.mark.parametrize("emoji", ["🐦\u200d🔥", "🧑\u200d🎄", "❤️\u200d🔥", "🫱🏻\u200d🫲🏿"])
def test_difference_emoji_newer_than_the_list_of_the_package(emoji: str) -> None:
    """Its list is of 2019; a sequence of later years is one emoji only to us."""
    assert emoji not in known_emoji()
    assert list(emoji_spans(emoji)) == [(0, len(emoji))]
    assert ours(emoji) == 2 < theirs(emoji)


def test_every_emoji_of_the_package_is_one_to_us() -> None:
    """The newer list takes nothing away: each of its emoji is still one, of weight 2."""
    assert [emoji for emoji in known_emoji() if ours(emoji) != 2] == []


def test_difference_letters_that_only_fold_into_latin() -> None:
    """The package takes the long s and the dotless i for s and i in a top-level domain."""
    assert (ours("a.\u0131r"), theirs("a.\u0131r")) == (4, 23)
