"""Markdown: the layout as snapshots, sound tables, and no markup out of names."""

import re

import pytest
from syrupy.assertion import SnapshotAssertion

from channelwise.render import digest
from channelwise.render.escaping import escaped, link
from channelwise.render.markdown import explanation_markdown, markdown
from channelwise.render.phrases import Phrases
from channelwise.texts import load as load_texts
from channelwise.vocabulary import Lang
from known import rulebook
from reports import FROZEN, HOSTILE, LANGS, explanation, recommendation

langs = pytest.mark.parametrize("lang", LANGS)
names = pytest.mark.parametrize("name", FROZEN)


def text_of(name: str, lang: Lang) -> str:
    return markdown(recommendation(name), lang, rulebook().policy)


@langs
def test_the_layout_of_a_recommendation(lang: Lang, snapshot: SnapshotAssertion) -> None:
    assert markdown(recommendation("bakery"), lang) == snapshot


@langs
def test_the_layout_of_a_proof(lang: Lang, snapshot: SnapshotAssertion) -> None:
    assert explanation_markdown(explanation("bakery"), lang) == snapshot


@names
@langs
def test_every_row_has_as_many_cells_as_its_table(name: str, lang: Lang) -> None:
    for text in (text_of(name, lang), explanation_markdown(explanation(name), lang)):
        for block in text.split("\n\n"):
            rows = [line for line in block.splitlines() if line.startswith("| ")]
            assert len({len(re.findall(r"(?<!\\)\|", row)) for row in rows}) <= 1


@names
@langs
def test_everything_the_answer_says_is_in_the_text(name: str, lang: Lang) -> None:
    answer, text = recommendation(name), text_of(name, lang)
    p = Phrases(load_texts(), lang)
    for network in answer.ranking:
        assert escaped(p.say(network.name)) in text
        assert f"| {p.n(network.score)} |" in text
    for network in digest.fitting(answer):
        for reason in (*network.reasons_for, *network.reasons_against):
            assert escaped(p.say(reason.text)) in text
            assert p.signed(reason.points) in text
        assert all(escaped(p.say(one.name)) in text for one in network.strategies)
        assert all(escaped(p.say(metric.formula)) in text for metric in network.metrics)
    for network in digest.rest(answer):
        assert all(escaped(p.say(reason.text)) in text for reason in digest.decisive(network))
    for advice in answer.advice:
        assert escaped(p.say(advice.text)) in text


@langs
def test_a_hostile_name_stays_text(lang: Lang) -> None:
    answer = recommendation("bakery").model_copy(update={"business": HOSTILE})
    title = next(line for line in markdown(answer, lang).splitlines() if line.startswith("# "))
    assert not re.search(r"(?<!\\)[<>|\[\]`*_&]", title.removeprefix("# "))


def test_a_line_break_in_a_name_starts_no_block() -> None:
    answer = recommendation("bakery").model_copy(update={"business": "Tea\n\n# Free"})
    assert "\n# Free" not in markdown(answer, "en")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a|b", r"a\|b"), ("<b>", r"\<b\>"), ("a](b)", r"a\](b)"), ("a\\b", r"a\\b"),
        ("&amp;", r"\&amp;"), ("1. one", r"1\. one"), ("- x", r"\- x"), ("+5", r"\+5"),
        ("a  b\nc", "a b c"), ("می‌خواهم", "می‌خواهم"),
    ],
)  # fmt: skip
def test_special_characters_are_held_back(text: str, shown: str) -> None:
    assert escaped(text) == shown


def test_an_address_cannot_end_a_link() -> None:
    assert link("a]", "https://e.org/>)<b>") == r"[a\]](<https://e.org/%3E)%3Cb%3E>)"


def test_persian_stands_from_right_to_left() -> None:
    text = text_of("bakery", "fa")
    assert text.startswith('<div dir="rtl">\n\n# ')
    assert text.endswith("\n\n</div>\n")
    assert "div" not in text_of("bakery", "en")


@names
@langs
def test_equal_answers_give_equal_bytes(name: str, lang: Lang) -> None:
    assert text_of(name, lang).encode() == text_of(name, lang).encode()
