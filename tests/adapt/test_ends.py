"""Where sentences, clauses and paragraphs end."""

import time

import pytest

from channelwise.adapt.ends import CLAUSE, PARAGRAPH, SENTENCE, WORD, breaks


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
        ("سلام! خوبید؟ بله؛ خوبم. ممنون", ["سلام!", "خوبید؟", "بله؛ خوبم.", "ممنون"]),
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
        ("We do… Or not", ["We do…", "Or not"]),
        ("We do… or not. Wait... and see.", ["We do… or not.", "Wait... and see."]),
        ("“Is there more?” she asked. “No.” We left.", ["“Is there more?” she asked.", "“No.”", "We left."]),
        ('"Never!" he said. Then', ['"Never!" he said.', "Then"]),
        ("«باز هم هست؟» پرسید. رفتیم. «نه.» ما ماندیم", ["«باز هم هست؟» پرسید.", "رفتیم.", "«نه.»", "ما ماندیم"]),
        ("One. (Two. Three.) Four.", ["One.", "(Two. Three.)", "Four."]),
        ("«یک. دو.» سه.", ["«یک. دو.»", "سه."]),
        ("A smile :) here. And (more here. Bye", ["A smile :) here.", "And (more here.", "Bye"]),
        ("Seven steps:\n\n1. Mix", ["Seven steps:\n\n1. Mix"]),
        ("Order here 👇\nby mail. Bye", ["Order here 👇\nby mail.", "Bye"]),
        ("What it means\n\nWe bake. You eat", ["What it means\n\nWe bake.", "You eat"]),
        ("Done.\n## For you\nWe bake.", ["Done.", "## For you\nWe bake."]),
        ("We bake.\nTill six\n\nCome by", ["We bake.", "Till six", "Come by"]),
        ("We bake.\n\n#rye #spelt", ["We bake.\n\n#rye #spelt"]),
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


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We asked Dr. Smith about it", ["We", "asked", "Dr. Smith", "about", "it"]),
        ("See No. 7 and p. 12 of it", ["See", "No. 7", "and", "p. 12", "of", "it"]),
        ("by J. R. Miller alone", ["by", "J. R.", "Miller", "alone"]),
        ("ببینید ص. ۱۲ را", ["ببینید", "ص. ۱۲", "را"]),
        ("rye, e.g. ours", ["rye,", "e.g. ours"]),
        ("plan b. then", ["plan", "b.", "then"]),
        ("rolls etc. are warm", ["rolls", "etc.", "are", "warm"]),
        ("at 6 p.m. today", ["at", "6", "p.m.", "today"]),
    ],
)
def test_a_shortened_word_stays_with_what_it_belongs_to(text: str, words: list[str]) -> None:
    """No cut parts a title from its name or a number from what it counts."""
    assert cut(text, WORD) == words


def test_paragraphs_end_with_an_empty_line_whatever_is_in_it() -> None:
    assert cut("One.\n \nTwo.\nThree.", PARAGRAPH) == ["One.", "Two.\nThree."]


def test_blanks_that_bind_do_not_part() -> None:
    assert breaks("10\u00a0000\u202feuros") == []


def test_nothing_that_stays_whole_is_parted() -> None:
    """Neither its blanks count nor the marks inside of it."""
    text = "See {{our. shop}} now"
    assert [found.end for found in breaks(text, [(4, 17)])] == [3, 17]


@pytest.mark.parametrize(
    "text",
    [
        "a" * 200_000,
        ". " * 100_000,
        "🎉 " * 60_000,
        ".'" * 100_000,
        "\n" * 99_999 + "a",
        "(" * 200_000,
        "«a. " * 50_000,
        "Dr. " * 50_000,
        "1 " * 100_000,
        "#a " * 50_000,
    ],
)
def test_hostile_texts_take_time_in_proportion(text: str) -> None:
    begun = time.process_time()
    breaks(text.strip())
    assert time.process_time() - begun < 3
