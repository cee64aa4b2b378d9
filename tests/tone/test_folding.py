"""Folding: what readers take as the same becomes the same, and every place leads back."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from channelwise.tone.folding import fold

MIXED = st.one_of(
    st.text(), st.text(alphabet="می شودهاترین\u200c abI'كيًـ\r\n\u0301\u200e۱ۀéﷲß½\u00a0")
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("مي‌شود", "می‌شود"), ("می شود", "می‌شود"), ("نمی روم", "نمی‌روم"), ("كتاب", "کتاب"),
        ("کار‌ها", "کارها"), ("راهکار های", "راهکارهای"), ("دور ترین", "دورترین"), ("بازار‌ست", "بازارست"),
        ("کتاب ها", "کتاب‌ها"), ("بزرگ ترین", "بزرگ‌ترین"), ("خانهٔ ما", "خانۀ ما"),
        ("خانه‌ی ما", "خانهٔ ما"), ("خانه ی ما", "خانهٔ ما"), ("سَلام", "سلام"), ("ســلام", "سلام"),
        ("آب", "اب"), ("مسئول", "مسؤول".replace("ؤ", "ئ")), ("۱۲٪", "12%"), ("٣", "۳"),
        ("ＢＵＹ", "buy"), ("𝐁𝐮𝐲", "buy"), ("don’t", "don't"), ("a\u00a0b", "a b"),
        ("café", "cafe\u0301"), ("أإآٱ", "ا"), ("مؤثر", "موثر"), ("ئیۍې", "ی"), ("ڪةہھ", "کههه"), ("\u200eسلام\u200f", "سلام"), ("a\r\nb", "a\nb"), ("ي", "ى"),
        ("سلااام", "سلام"), ("تخفیییییف", "تخفیف"), ("میییی شود", "می‌شود"), ("خانه یییی ما", "خانهٔ ما"),
    ],
)  # fmt: skip
def test_what_reads_the_same_folds_the_same(one: str, other: str) -> None:
    """Spellings that a reader takes as one fold to one text."""
    assert fold(one).text == fold(other).text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("شود", "می‌شود"),
        ("کتاب‌ها", "کتابها"),
        ("کار‌آفرین", "کارآفرین"),
        ("خخخ", "خ"),
        ("مممکن", "ممکنن"),
        ("دررفت", "درفت"),
        ("جز", "جزء"),
        ("می", "نمی"),
        ("a b", "a\nb"),
        ("—", "-"),
        ("سر", "سیر"),
    ],
)
def test_what_differs_stays_different(one: str, other: str) -> None:
    """Folding does not make one word of two."""
    assert fold(one).text != fold(other).text


@pytest.mark.parametrize(
    "text", ["\u200cسلام", "سلام\u200c", "سلام \u200cدنیا", "a\u200c, b", "😍\u200cb"]
)
def test_a_joiner_that_joins_nothing_goes(text: str) -> None:
    """A half-space stays only between two letters or digits."""
    assert "\u200c" not in fold(text).text


@pytest.mark.parametrize("text", ["می ", "می 5", "چای می ‌", "تر و خشک", "ها! ها!"])
def test_a_space_that_splits_no_word_stays(text: str) -> None:
    """Only a space inside a Persian word becomes a half-space."""
    assert "\u200c" not in fold(text).text


@given(MIXED)
@example("ه ی ی")
@example("می می شود")
@example("میییی شود ه یییی")
@example("İß½ﷲ")
def test_folding_twice_is_folding_once(text: str) -> None:
    """A folded text folds to itself."""
    once = fold(text).text
    assert fold(once).text == once


@given(MIXED, st.data())
def test_every_span_leads_back(text: str, data: st.DataObject) -> None:
    """Each folded stretch stands for a stretch of the original, in the same order."""
    folded = fold(text)
    assert len(folded.starts) == len(folded.ends) == len(folded.text)
    end = data.draw(st.integers(0, len(folded.text)))
    start = data.draw(st.integers(0, end))
    low, high = folded.span(start, end)
    assert 0 <= low <= high <= len(text)
    assert list(folded.starts) == sorted(folded.starts)
    if start < end:
        assert low < high
        # Without what joins or links, the original stretch says what the folded one says.
        kept = [one for one in folded.text[start:end] if one.isalnum()]
        assert kept == [one for one in kept if one in fold(text[low:high]).text]


def test_marks_belong_to_their_letter() -> None:
    """A span that ends with a marked letter takes the marks with it."""
    text = "کِتابُ ما"
    folded = fold(text)
    assert folded.text == "کتاب ما"
    assert text[slice(*folded.span(0, 4))] == "کِتابُ"


def test_a_sign_that_becomes_several_leads_back_as_one() -> None:
    """Each letter of a ligature stands for the whole of it."""
    folded = fold("aﬁb")
    assert folded.text == "afib"
    assert folded.span(1, 2) == folded.span(2, 3) == (1, 2)
