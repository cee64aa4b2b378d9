"""Where a unit changes a text first, places are still those of the text that was given."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channelwise.count.model import Measured
from channelwise.count.prepared import prepared

SIGNS = st.sampled_from(
    [
        "a",
        " ",
        "\r\n",
        "\r",
        "\n",
        "e\u0301",
        "\u0958",
        "س",
        "\u1100\u1161",
        "\u0344",
        "\u0323",
        "\u0f73",
        "🙂",
    ]
)
TEXTS = st.lists(SIGNS, max_size=20).map("".join)


@given(TEXTS)
def test_the_text_is_composed_as_python_does(text: str) -> None:
    assert prepared(text, nfc=True, line_ends=False).text == unicodedata.normalize("NFC", text)


@given(TEXTS)
def test_line_ends_become_one(text: str) -> None:
    ready = prepared(text, nfc=False, line_ends=True)
    assert ready.text == text.replace("\r\n", "\n").replace("\r", "\n")


@given(TEXTS)
def test_the_way_back_rises_and_ends_at_the_end(text: str) -> None:
    """Each offset leads to one at least as far on, the first to 0 and the last to the end."""
    ready = prepared(text, nfc=True, line_ends=True)
    measured = Measured((), ready.shifts)
    back = [measured.original(offset) for offset in range(len(ready.text) + 1)]
    assert back == sorted(back)
    assert (back[0], back[-1]) == (0, len(text))


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("xe\u0301y", [0, 1, 3, 4]),  # two code points become one
        ("x\u0958y", [0, 1, 1, 2, 3]),  # one becomes two: both are in its place
        ("a\r\nb", [0, 1, 3, 4]),
    ],
)
def test_places_inside_what_was_changed(text: str, back: list[int]) -> None:
    ready = prepared(text, nfc=True, line_ends=True)
    measured = Measured((), ready.shifts)
    assert [measured.original(offset) for offset in range(len(ready.text) + 1)] == back


@given(st.lists(st.sampled_from("\u0301\u0323\u0f73\u0344\u0327"), min_size=70, max_size=200))
def test_long_runs_of_marks_are_ordered_the_same(marks: list[str]) -> None:
    """The quick way for very many marks on one letter gives what the plain way gives."""
    text = "b" * 5000 + "a" + "".join(marks)
    assert prepared(text, nfc=True, line_ends=False).text == unicodedata.normalize("NFC", text)
