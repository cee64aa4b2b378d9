"""Each kind of rule, on rules made for the test."""

from typing import Any

import pytest

from channelwise.check.model import Finding
from channelwise.files.read import parse_document
from channelwise.tone.build import tone_rule
from channelwise.tone.check import tone_file
from channelwise.tone.findings import tone_findings
from channelwise.tone.model import ToneRule
from channelwise.tone.trial import context, draft

COMMON = """
    level: note
    title: {en: Title, fa: عنوان}
    because: {en: Because., fa: چون.}
    instead: {en: Instead., fa: به‌جایش.}
    source: ["judgement: a test"]
    examples: {fails: [{text: a}, {text: b}], passes: [{text: c}, {text: d}]}
"""
SET_EXAMPLES = "{fails: [{drafts: [{text: a}]}, {drafts: [{text: a}]}], passes: [{drafts: [{text: a}]}, {drafts: [{text: a}]}]}"


def rule(body: str) -> ToneRule:
    """A rule from the lines that make up its kind."""
    common = (
        COMMON
        if "kind: set" not in body
        else COMMON[: COMMON.index("    examples")] + f"    examples: {SET_EXAMPLES}\n"
    )
    lines = "\n".join(f"    {line}" for line in body.strip().splitlines())
    text = f"api: 1\nrules:\n  - id: acme.test\n{lines}{common}"
    (plain,) = tone_file(parse_document(text, "t.yaml", "yaml"), {}, {}, None)
    return tone_rule({**plain, "cited": {}}, {}, "test", None)


def run(body: str, *situations: dict[str, Any]) -> list[Finding]:
    """What the rule finds in drafts of these situations."""
    drafts = [draft(one, number) for number, one in enumerate(situations)]
    return tone_findings([rule(body)], drafts, context(situations))


def spans(findings: list[Finding]) -> list[tuple[int, int, int, int]]:
    return [
        (one.span.line, one.span.column, one.span.end_line, one.span.end_column)
        for one in findings
        if one.span
    ]


def texts(*words: str, **more: Any) -> dict[str, Any]:
    return {"language": "en", "text": " ".join(words), **more}


EXISTS = "kind: existence\nfind: {words: {en: [buy now], fa: [تخفیف ویژه]}}"


def test_each_place_is_a_finding() -> None:
    """Existence reports every place, in lines and columns of code points."""
    findings = run(EXISTS, texts("😍 Buy\nnow! And buy now."))
    assert spans(findings) == [(1, 3, 2, 4), (2, 10, 2, 17)]
    assert findings[0].message.en == "Title: “Buy now”"
    assert findings[0].message.fa == "عنوان: «\u2068Buy now\u2069»"


def test_arabic_letters_and_half_spaces_are_found_where_they_stand() -> None:
    """The span covers what was written, marks included."""
    findings = run(EXISTS, texts("سلام، تَخفيف‌ويژه داریم", language="fa"))
    assert spans(findings) == [(1, 7, 1, 18)]


def test_a_rule_may_exempt_a_word_of_a_lexicon() -> None:
    """What is both wanted and exempt is exempt."""
    body = "kind: existence\nfind: {words: {en: [on sale, buy]}, exempt: {en: [on sale]}}"
    assert spans(run(body, texts("on sale, buy"))) == [(1, 10, 1, 13)]


def test_a_link_is_not_a_sentence() -> None:
    """Words inside links, mentions and addresses are not found."""
    assert not run(EXISTS, texts("https://a.com/buy-now @buy_now buy.now@a.com shop.com/buy now"))


def test_whole_means_nothing_else() -> None:
    """A scope that must hold nothing else is reported only if it does."""
    body = "kind: existence\nscope: first_line\nwhole: true\nfind: {words: {en: [hello, friends]}}"
    assert spans(run(body, texts("\nHello, friends! 😍\nNews."))) == [(2, 1, 2, 18)]
    assert not run(body, texts("Hello, dear friends!\nNews."))


def test_begins_means_nothing_before() -> None:
    """Only what a scope begins with counts."""
    body = "kind: existence\nscope: first_line\nbegins: true\nfind: {words: {en: [photo of]}}"
    assert spans(run(body, texts("“Photo of a photo of x"))) == [(1, 2, 1, 10)]
    assert not run(body, texts("A photo of x"))


@pytest.mark.parametrize(
    ("text", "hits"), [("bad good. bad", 2), ("x bad. y\nbad", 2), ("\n\nbad", 1)]
)
def test_sentences_are_judged_each(text: str, hits: int) -> None:
    """A sentence ends with its mark or its line."""
    assert (
        len(run("kind: existence\nscope: sentence\nfind: {words: {en: [bad]}}", texts(text)))
        == hits
    )


def test_a_certain_swap_keeps_capitals() -> None:
    """A replacement takes over the capitals; an uncertain one is only advice."""
    body = (
        "kind: substitution\nswaps:\n"
        "  - {language: en, words: [utilize], better: use, certain: true}\n"
        "  - {language: en, words: [lots of], better: many, certain: false}"
    )
    first, second, third = run(body, texts("Utilize lots of UTILIZE"))
    assert [one.fix.replacement for one in (first, second, third) if one.fix] == [
        "Use",
        None,
        "USE",
    ]
    assert second.fix
    assert second.fix.text.en == "Write “many” instead of “lots of”."


def test_more_than_counts_and_density() -> None:
    """Both the number and the density must be beyond their limits."""
    body = "kind: occurrence\nmore_than: {times: 1, per_100_words: 20}\nfind: {words: {en: [buy]}}"
    assert not run(body, texts("buy"))
    (dense,) = run(body, texts("buy buy x x x"))
    assert dense.count
    assert dense.count.en == "2 in 5 words"
    assert not run(body, texts("buy buy" + " x" * 8))


def test_fewer_than() -> None:
    """A text without what it should have is found once."""
    body = "kind: occurrence\nfewer_than: {times: 1}\nfind: {words: {en: [thanks]}}"
    assert len(run(body, texts("no"))) == 1
    assert not run(body, texts("many thanks"))


def test_conditional_must_and_must_not() -> None:
    """Where the first occurs, the second must, or must not."""
    must = "kind: conditional\nif: {words: {en: [delay]}}\nmust: {words: {en: [sorry]}}"
    assert len(run(must, texts("the delay"))) == 1
    assert not run(must, texts("sorry, the delay"))
    assert not run(must, texts("nothing"))
    not_ = "kind: conditional\nscope: sentence\nif: {words: {en: [delay]}}\nmust_not: {words: {en: [sorry]}}"
    assert len(run(not_, texts("sorry for the delay"))) == 1
    assert not run(not_, texts("sorry. the delay"))


def test_one_phrase_is_not_two() -> None:
    """What occurs and what must not stand in two places, whichever comes first."""
    both = "kind: conditional\nif: {words: {en: [vote for]}}\nmust_not: {words: {en: [vote, vote for]}}"
    assert not run(both, texts("vote for rye"))
    assert len(run(both, texts("vote for rye, vote"))) == 1
    assert len(run(both, texts("vote. vote for rye"))) == 1


def test_a_link_that_is_declared_alone() -> None:
    """The audience of declared links has the drafts whose text does not hold the link."""
    body = "kind: metric\nmetric: words\nmore_than: 0\nfor: {link: declared}"
    link = "https://a.com/x"
    assert len(run(body, texts("The menu", link=link))) == 1
    assert not run(body, texts(f"The menu: {link}", link=link))
    assert not run(body, texts("The menu"))


def test_consistency_wants_one_form() -> None:
    """Two forms are found where the second of them begins."""
    body = "kind: consistency\none: {words: {en: [I]}}\nother: {words: {en: [we]}}"
    assert spans(run(body, texts("We and I"))) == [(1, 8, 1, 9)]
    assert not run(body, texts("I and I"))


def test_patterns_see_folded_text() -> None:
    """Patterns are written in small letters and plain digits, whatever the draft has."""
    body = "kind: existence\nfind: {patterns: {fa: ['\\d{1,2} ?% تخفیف']}}"
    assert spans(run(body, texts("با ۵۰٪ تخفيف", language="fa"))) == [(1, 4, 1, 13)]


@pytest.mark.parametrize(
    ("metric", "text", "value"),
    [
        ("words", "می‌شود گفت: last-minute don't", 4), ("emoji", "a 😍👨‍👩‍👧 ❤️", 3), ("emoji_per_100_words", "a b 😍", 50),
        ("emoji_in_a_row", "😍 😍😍 a 😍", 3), ("hashtags", "#a b#c #1 #نان_تازه https://a.com/#x", 2),
        ("hashtags_before_words", "#a #b c #d", 2), ("long_plain_hashtags", "#independentcoffee #IndependentCoffee", 1),
        ("mentions", "@a b@c.com x @b.c.", 2), ("links", "https://a.com, a.com/b. b@a.com e.g. 3.5", 2), ("links_in_text", "a.com https://b.com", 2),
        ("capital_percent", "ABCDEFGHIJklmnopqrst", 50), ("shouted_words_in_a_row", "BUY IT NOW x", 3),
        ("shouted_words_in_a_row", "VAT, PAYE, CIS, ISO", 0), ("exclamation_marks", "a!! b！", 3),
        ("questions", "a?? b؟ https://a.com/?x", 2), ("sentences", "A. B! C\nD", 4),
        ("longest_sentence", "one. one two three. one two", 3),
    ],
)  # fmt: skip
def test_each_number_counts_what_it_says(metric: str, text: str, value: int) -> None:
    """A metric is beyond any lower limit, and not beyond its own value."""
    if value:
        (one,) = run(f"kind: metric\nmetric: {metric}\nmore_than: {value - 1}", texts(text))
        assert ("1 emoji in 2 words" if "per_100" in metric else str(value)) in one.message.en
    assert not run(f"kind: metric\nmetric: {metric}\nmore_than: {value}", texts(text))


def test_the_first_one_too_many_is_the_place() -> None:
    """Of counted things, the first beyond the limit is shown."""
    assert spans(run("kind: metric\nmetric: hashtags\nmore_than: 1", texts("#a #b #c"))) == [
        (1, 4, 1, 6)
    ]


def test_few_letters_have_no_share_of_capitals() -> None:
    """A number that means nothing finds nothing."""
    assert not run("kind: metric\nmetric: capital_percent\nfewer_than: 50", texts("OK"))


def test_each_picture_without_a_description() -> None:
    """Every medium without alternative text is a finding; blank text counts as none."""
    media = [{"alt": "a"}, {}, {}]
    body = "kind: metric\nmetric: media_without_alt\nmore_than: 0"
    assert len(run(body, texts("x", media=media))) == 2
    assert not run(body, texts("x"))


def test_alternative_texts_are_searched() -> None:
    """The scope of alternative texts is not the text."""
    body = "kind: existence\nscope: alt_text\nfind: {words: {en: [picture of]}}"
    assert len(run(body, texts("x", media=[{"alt": "Picture of x"}]))) == 1
    assert not run(body, texts("picture of x", media=[{"alt": "x"}]))


SHARE = (
    "kind: set\nshare: {posts: {find: {words: {en: [buy]}}}, more_than_percent: 50, of_at_least: 3}"
)


def test_a_share_is_taken_of_one_account_and_network() -> None:
    """Posts of other accounts do not count, and few posts are not judged."""
    buys = [texts("buy", account="a")] * 2
    (one,) = run(SHARE, *buys, texts("x", account="a"), texts("x", account="b"))
    assert one.message.en == "Title: 2 of 3 posts (draft0.md, draft1.md); at most 1 would be fine"
    assert not run(SHARE, *buys)
    assert not run(SHARE, *buys, texts("x", account="a"), texts("x", account="a"))


def test_the_same_text_counts_between_kinds_only() -> None:
    """The same words on accounts of one kind are no finding, whatever the spelling of others."""
    body = "kind: set\nsame_text: {at_least_words: 2}"
    one, other = texts("کورهٔ جدید", kind="business"), texts("كوره‌ی جدید!", kind="personal")
    (found,) = run(body, one, other)
    assert found.file == "draft1.md"
    assert not run(body, one, {**other, "kind": "business"})
    assert [f.state for f in run(body, one, {**other, "kind": None})] == ["not_evaluated"]


def test_a_silence_needs_all_dates() -> None:
    """A gap is sure only if every draft of the account has a date."""
    body = "kind: set\nquiet: {more_than_days: 7}"
    dated = [
        texts("a", account="a", schedule="2026-03-01"),
        texts("b", account="a", schedule="2026-03-09"),
    ]
    [found] = run(body, *dated)
    assert found.message.en == "Title: 8 days after the post before it"
    undated = run(body, *dated, texts("c", account="a"))
    assert [one.code for one in undated] == ["core.not-checked.schedule"]
