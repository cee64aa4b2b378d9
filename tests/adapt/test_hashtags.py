"""Hashtags: the first ones stay, in their order, and none is made up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channelwise.adapt.hashtags import hashtags_in, with_hashtags


@pytest.mark.parametrize(
    ("text", "most", "expected", "dropped", "plain"),
    [
        ("Bread\n\n#a #b #c", 2, "Bread\n\n#a #b", ["#c"], []),
        ("Bread\n\n#a\n#b\n#c", 2, "Bread\n\n#a #b", ["#c"], []),
        ("Bread\n\n#a #b #c", 0, "Bread", ["#a", "#b", "#c"], []),
        ("We bake #rye daily.\n#bread #now", 1, "We bake #rye daily.", ["#bread", "#now"], []),
        ("#One, #two_words and #three", 1, "#One, two words and three", [], ["#two_words", "#three"]),
        ("نان #تازه و #خوش_طعم داریم\n#نانوایی", 1, "نان #تازه و خوش طعم داریم", ["#نانوایی"], ["#خوش_طعم"]),
        ("#می‌خوریم #نان", 1, "#می‌خوریم", ["#نان"], []),
        ("We love #bread", 0, "We love bread", [], ["#bread"]),
        ("See acme.com/#top #a", 0, "See acme.com/#top a", [], ["#a"]),
    ],
)  # fmt: skip
def test_too_many(
    text: str, most: int, expected: str, dropped: list[str], plain: list[str]
) -> None:
    found = with_hashtags(text, most)
    assert (found.text, [*found.dropped], [*found.plain]) == (expected, dropped, plain)


def test_few_enough_stay_where_they_are() -> None:
    text = "Bread\n#a\n\n#b  "
    assert with_hashtags(text, 2).text == text


PIECES = st.lists(
    st.sampled_from(["#a", "#نان", "#b_c", "word", "کلمه", "\n", "\n\n", " ", ".", ", "]),
    max_size=25,
)


@given(PIECES, st.integers(0, 6))
def test_nothing_is_invented_and_no_word_is_lost(pieces: list[str], most: int) -> None:
    """What is left are the first hashtags; every other word is still there."""
    text = " ".join(pieces)
    found = with_hashtags(text, most)
    before = hashtags_in(text)
    assert hashtags_in(found.text) == before[:most]
    assert sorted([*before[:most], *found.dropped, *found.plain]) == sorted(before)
    gone = [*found.dropped]
    left = found.text.replace("#", "").replace("_", " ").split()
    assert [*left, *(word for tag in gone for word in tag[1:].replace("_", " ").split())] == [
        *text.replace("#", "").replace("_", " ").split()
    ]
