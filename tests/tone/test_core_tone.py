"""The core's tone rules and lexicons: their examples, their texts, and how often they are right."""

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any

import pytest
import yaml

from channelwise.tone.build import group_words
from channelwise.tone.findings import tone_findings
from channelwise.tone.model import Share, ToneRule
from channelwise.tone.trial import context, draft, trial
from known import ROOT
from tone.labelled import (
    DECENT,
    FEW,
    TABLE,
    book,
    first_sight,
    posts,
    scores,
    table,
    together,
)

RULES = book().rules
# English has no polite and familiar forms.
LACKING = {"address-familiar": {"en"}, "address-polite": {"en"}}
ARABIC_LETTERS = re.compile("[\u064a\u0649\u0643\u0660-\u0669]")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_example_holds(rule: ToneRule) -> None:
    """Each rule finds its failing examples, and is surely silent on the others."""
    assert [str(one) for one in trial(rule)] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_examples_are_in_both_languages(rule: ToneRule) -> None:
    """Each rule shows a failing example in the letters of each language that it is for."""
    texts = [str(one) for one in rule.examples["fails"]]
    persian = [bool(re.search("[\u0600-\u06ff]", text)) for text in texts]
    assert set(persian) >= {language == "fa" for language in rule.languages or ("en", "fa")}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_texts_are_clean(rule: ToneRule) -> None:
    """Titles, reasons and ways out are there in both languages, in Persian letters."""
    for text in (rule.title, rule.because, rule.instead):
        assert not re.search("[\u0600-\u06ff]", text.en)
        assert not ARABIC_LETTERS.search(text.fa)
        assert not re.search("(^|\\s)\u200c|\u200c(\\s|$|\u200c)", text.fa)
        assert not re.search("[0-9]", text.fa)


def test_no_judgement_is_an_error() -> None:
    """Tone is judged, so no tone rule of the core blocks."""
    assert {rule.level for rule in RULES} <= {"warning", "note"}


def test_check_and_plan_agree_on_how_much_may_sell() -> None:
    """The share of selling posts that drafts are held to is the one that plans are held to."""
    share = book().rule("core.set.selling-share").check
    plan = yaml.safe_load((ROOT / "rules/channelwise_rules/plan.yaml").read_text(encoding="utf-8"))
    assert isinstance(share, Share)
    assert f"selling_most_percent: {share.percent}" in yaml.safe_dump(plan)


def test_the_lexicons_are_of_real_size_and_used() -> None:
    """Each lexicon has words of both languages, and each is used by a rule."""
    sizes = Counter[str]()
    for lexicon in book().lexicons.values():
        languages = {group["language"] for group in lexicon["groups"]}
        assert languages == {"en", "fa"} - LACKING.get(lexicon["id"], set()), lexicon["id"]
        for group in lexicon["groups"]:
            sizes[group["language"]] += sum(1 for _ in group_words(group))
    assert sizes["en"] > 500
    assert sizes["fa"] > 500


def test_the_labelled_posts_are_many_and_mostly_fine() -> None:
    """At least 300 posts, about half in each language, at least half of them fine."""
    languages = Counter(post.language for post in posts())
    assert len(posts()) >= 300
    assert min(languages.values()) >= 0.45 * len(posts())
    assert sum(1 for post in posts() if not post.expected) >= len(posts()) / 2


def test_labels_name_rules_that_exist() -> None:
    """No label is a misspelt code."""
    known = {rule.id for rule in RULES} | {"unknown"}
    assert {code for post in posts() for code in post.expected} <= known


@pytest.mark.parametrize("code", sorted(scores()))
def test_a_stable_rule_is_right(code: str) -> None:
    """Of what a stable rule finds, nine in ten are right: in all posts, and at first sight."""
    score, rule = scores()[code], book().rule(code)
    assert score.hits + score.missed >= 2, "no labelled post shows what the rule is for"
    if rule.status != "stable":
        return
    for one in (score, together(first_sight()).get(code)):
        if one is not None and one.hits + one.false >= FEW:
            assert one.precision is not None
            assert one.precision >= DECENT


def test_the_table_is_kept_up_to_date() -> None:
    """`precision.md` is what `python tests/tone/labelled.py --write` prints."""
    assert TABLE.read_text(encoding="utf-8") == table()


def test_labelled_posts_survive_other_spellings() -> None:
    """Persian posts typed with Arabic letters and without half-spaces get the same findings."""
    for post in posts():
        if post.language != "fa":
            continue
        typed = (
            str(post.situation["text"])
            .replace("ی", "ي")
            .replace("ک", "ك")
            .replace("\u200cها", " ها")
        )
        other = {**post.situation, "text": typed}
        assert codes(other) == codes(post.situation), post


def codes(situation: Mapping[str, Any]) -> list[str]:
    """The codes found in a situation, in order."""
    return [one.code for one in tone_findings(RULES, [draft(situation)], context([situation]))]
