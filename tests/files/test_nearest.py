"""Did you mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channelwise.files.nearest import nearest

KNOWN = ["hours_per_week", "people", "scarce-time", "striking", "attractive", "plain"]


@pytest.mark.parametrize(
    ("word", "close"),
    [
        ("atractive", "attractive"),
        ("Hours per week", "hours_per_week"),
        ("hours-per-week", "hours_per_week"),
        ("SCARCE_TIME", "scarce-time"),
        ("poeple", "people"),
        ("zebra", ""),
        ("", ""),
        ("a" * 100_000, ""),
    ],
)
def test_the_closest_word(word: str, close: str) -> None:
    """Slips, case and joining marks find the word; what is far from all finds none."""
    assert nearest(word, KNOWN) == close


def test_joining_marks_are_alike() -> None:
    """`-`, `_` and space count as the same, before any likeness of letters."""
    assert nearest("a_b", ["a-b", "a_bb"]) == "a-b"
    assert nearest("a b", ["a-b", "a bb"]) == "a-b"


def test_a_very_long_word_is_not_compared() -> None:
    """Comparing takes time by the square of the length, so long words have no nearest."""
    assert nearest("a" * 100, ["a" * 100]) == ""


@given(st.permutations(["abc", "abd", "abe", "bbb"]))
def test_ties_do_not_depend_on_the_order(known: list[str]) -> None:
    """Of equally close words the first in the alphabet is taken."""
    assert nearest("abx", known) == "abc"


@given(st.lists(st.text("abcdefgh -_", min_size=1, max_size=20), min_size=1))
def test_a_known_word_is_its_own_nearest(known: list[str]) -> None:
    """A word that is known comes back, or one that is spelt alike."""
    close = nearest(known[0], known)
    alike = {word for word in known if _folded(word) == _folded(known[0])}
    assert close in alike or not _folded(known[0])


def _folded(word: str) -> str:
    return "".join(letter for letter in word if letter not in " -_")


def test_persian_letters_are_alike() -> None:
    """Arabic forms of letters and a missing joiner do not hide a Persian word."""
    assert nearest("كيك", ["کیک", "نان"]) == "کیک"
    assert nearest("کيف دستي", ["کیف‌دستی", "چرم"]) == "کیف‌دستی"
