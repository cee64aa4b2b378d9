"""Where sentences, clauses and paragraphs end."""

import time

import pytest

from channelwise.adapt.ends import CLAUSE, PARAGRAPH, SENTENCE, breaks


def cut(text: str, level: int) -> list[str]:
    """The text cut at every break of a level and above."""
    parts, begun = [], 0
    for found in breaks(text):
        if found.level <= level:
            parts.append(text[begun : found.end])
            begun = found.start
    return [*parts, text[begun:]]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two! Three? Four… Five", ["One.", "Two!", "Three?", "Four…", "Five"]),
        ("سلام! خوبید؟ بله؛ خوبم. ممنون", ["سلام!", "خوبید؟", "بله؛", "خوبم.", "ممنون"]),
        ("Dr. Ahmadi and Mrs. Lee came. We ate.", ["Dr. Ahmadi and Mrs. Lee came.", "We ate."]),
        ("J. R. Smith wrote it, e.g. here. Read it.", ["J. R. Smith wrote it, e.g. here.", "Read it."]),
        ("Open from 7 a.m. to 6 p.m. Come by.", ["Open from 7 a.m. to 6 p.m.", "Come by."]),
        ("No. 5 is gone. She said no. Then she left.", ["No. 5 is gone.", "She said no.", "Then she left."]),
        ("Bread, rolls, etc. are warm. Eat.", ["Bread, rolls, etc. are warm.", "Eat."]),
        ("It costs 3.5 euros. See acme.com/a.b for more. Bye", ["It costs 3.5 euros.", "See acme.com/a.b for more.", "Bye"]),
        ("قیمتش ۳.۵ یورو است. ص. ۵ را ببینید. بعد", ["قیمتش ۳.۵ یورو است.", "ص. ۵ را ببینید.", "بعد"]),
        ("He said “Come in.” We did. (It was late.) So?", ["He said “Come in.”", "We did.", "(It was late.)", "So?"]),
        ("Done! 🎉 🥖 Next one", ["Done! 🎉 🥖", "Next one"]),
        ("Done! 👉 Next one", ["Done!", "👉 Next one"]),
        ("1. Flour\n2. Salt", ["1. Flour", "2. Salt"]),
        ("A line\nanother", ["A line", "another"]),
        ("パンです。おいしい！どうぞ", ["パンです。", "おいしい！", "どうぞ"]),
        ("We do… or not", ["We do…", "or not"]),
        ("می‌خواهیم نان بپزیم", ["می‌خواهیم نان بپزیم"]),
    ],
)  # fmt: skip
def test_sentences(text: str, sentences: list[str]) -> None:
    assert cut(text, SENTENCE) == sentences


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("We bake, we sell; we rest", ["We bake,", "we sell;", "we rest"]),
        ("نان، پنیر، سبزی", ["نان،", "پنیر،", "سبزی"]),
        ("– one, two", ["– one,", "two"]),
        ("Warm — and cheap", ["Warm —", "and cheap"]),
        ("Costs 1,000 today", ["Costs 1,000 today"]),
        ("We are open 🥖 come by", ["We are open 🥖", "come by"]),
    ],
)
def test_clauses(text: str, clauses: list[str]) -> None:
    assert cut(text, CLAUSE) == clauses


def test_paragraphs_end_with_an_empty_line_whatever_is_in_it() -> None:
    assert cut("One.\n \nTwo.\nThree.", PARAGRAPH) == ["One.", "Two.\nThree."]


def test_blanks_that_bind_do_not_part() -> None:
    assert breaks("10\u00a0000\u202feuros") == []


def test_nothing_that_stays_whole_is_parted() -> None:
    """Neither its blanks count nor the marks inside of it."""
    text = "See {{our. shop}} now"
    assert [found.end for found in breaks(text, [(4, 17)])] == [3, 17]


@pytest.mark.parametrize(
    "text", ["a" * 200_000, ". " * 100_000, "🎉 " * 60_000, ".'" * 100_000, "\n" * 99_999 + "a"]
)
def test_hostile_texts_take_time_in_proportion(text: str) -> None:
    begun = time.perf_counter()
    breaks(text.strip())
    assert time.perf_counter() - begun < 3
