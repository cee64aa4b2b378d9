"""Where hashtags begin and end."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channelwise.tone.hashtags import hashtags
from linear import assert_linear

PLAIN = re.compile(r"(?<![\w#\uff03&/])[#\uff03](?=[\d_]{0,40}[^\W\d_])[\w\u200c]++")


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in hashtags(text)]


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("#محمّد #cafe\u0301 #पुणे", ["#محمّد", "#cafe\u0301", "#पुणे"]),
        ("#نان\u200cتازه", ["#نان\u200cتازه"]),
        (
            "#צה״ל #ג׳ירפה #col·lecció #ラーメン・パン",
            ["#צה״ל", "#ג׳ירפה", "#col·lecció", "#ラーメン・パン"],
        ),
        ("#bread· and", ["#bread"]),
        ("#rye, #2026 #2026_bread #_ #", ["#rye", "#2026_bread"]),
        ("a#b &#39; /#c ##d cafe\u0301#e", []),
        ("❤️#love 🎉#now (#here)", ["#love", "#now", "#here"]),
        ("＃パン", ["＃パン"]),
        ("no sign", []),
    ],
)
def test_a_hashtag_ends_behind_the_marks_of_its_letters(text: str, tags: list[str]) -> None:
    assert found(text) == tags


@given(st.text(alphabet="ab1_ #\uff03&/.نا\u200c🎉é"))
def test_without_marks_a_hashtag_is_what_words_are_made_of(text: str) -> None:
    """The plain rule, written once more for letters that carry no marks of their own."""
    assert found(text) == PLAIN.findall(text)


@pytest.mark.parametrize("part", ["#\u0301", "#a\u0301", "#a·", "#", "#a#", "·#a", "#1\u0301"])
def test_time_grows_with_the_text_alone(part: str) -> None:
    assert_linear(lambda size: found(part * (size // len(part))), 200_000)
