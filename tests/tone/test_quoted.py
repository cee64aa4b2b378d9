"""Quotation marks: what stands between them is somebody else's."""

import pytest

from channelwise.tone.quoted import MOST_QUOTED, quoted


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('She said "I love it" twice.', ['"I love it"']),
        ("He said “I do”. ‘Me too’, she said.", ["“I do”", "‘Me too’"]),
        ("گفت «خودم پختم» و رفت. «تو بیا»", ["«خودم پختم»", "«تو بیا»"]),
        ("„Ich“ and „I”", ["„Ich“", "„I”"]),
        ('A 5" pipe and a 7" pipe', []),
        ("It's Tom's and it isn’t Ann’s", []),
        ('She said "I love it\nand left"', []),
        ("“never closed", []),
        ("«" + "a" * (MOST_QUOTED + 1) + "»", []),
    ],
)
def test_pairs_of_marks_are_quotations(text: str, found: list[str]) -> None:
    """Pairs on one line count; inch signs, apostrophes and marks without a partner do not."""
    assert [text[start:end] for start, end in quoted(text)] == found
