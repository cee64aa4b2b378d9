"""The networks' own tone rules: their examples, their texts, and how often they are right."""

import re
from collections import Counter, defaultdict
from dataclasses import replace

import pytest

from channelwise.check.model import Finding
from channelwise.tone.bundle import LEXICONS
from channelwise.tone.findings import tone_findings
from channelwise.tone.model import ToneRule
from channelwise.tone.trial import context, draft, trial
from known import ROOT
from tone.labelled import DECENT, FEW, UNKNOWN, Post
from tone.network_labelled import TABLE, book, findings, networks, own_rules, posts, scores, table

RULES = own_rules()
PERSIAN = re.compile("[\u0600-\u06ff]")
ARABIC_LETTERS = re.compile("[\u064a\u0649\u0643\u0660-\u0669]")
PLUGINS = ROOT / "plugins/channelwise_networks"

by_code = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)


def test_every_network_has_tone_rules() -> None:
    """Each installed network brings at least five rules of its own."""
    numbers = Counter(rule.network for rule in RULES)
    assert set(numbers) == set(networks())
    assert min(numbers.values()) >= 5


@by_code
def test_every_example_holds(rule: ToneRule) -> None:
    """Each rule finds its failing examples, and is surely silent on the others."""
    assert [str(one) for one in trial(rule)] == []


@by_code
def test_a_code_begins_with_its_network(rule: ToneRule) -> None:
    """Whose rule it is shows in its code."""
    assert rule.id.startswith(f"{rule.network}.")


@by_code
def test_examples_are_in_both_languages(rule: ToneRule) -> None:
    """Each rule shows two failing and two passing examples, in Persian and in English."""
    for examples in rule.examples.values():
        languages = {one["language"] for one in examples}
        assert languages == {"en", "fa"}
    fails = Counter(one["language"] for one in rule.examples["fails"])
    assert len(rule.examples["fails"]) >= 2, fails
    assert len(rule.examples["passes"]) >= 2


@by_code
def test_texts_are_clean(rule: ToneRule) -> None:
    """Titles, reasons and ways out are there in both languages, in Persian letters and digits."""
    for text in (rule.title, rule.because, rule.instead):
        assert not PERSIAN.search(text.en)
        assert PERSIAN.search(text.fa)
        assert not ARABIC_LETTERS.search(text.fa)
        assert not re.search("(^|\\s)\u200c|\u200c(\\s|$|\u200c)", text.fa)
        assert not re.search("[0-9]", text.fa)


@by_code
def test_a_fact_that_is_cited_is_known(rule: ToneRule) -> None:
    """Every rule rests on something, and none on a fact that says "unknown"."""
    facts = networks()[rule.network].facts()["facts"]
    assert rule.sources
    for source in rule.sources:
        if source.id.startswith("fact:own#"):
            assert facts[source.id.removeprefix("fact:own#")]["value"] != "unknown"
        else:
            assert source.id.startswith(("seed#S", "judgement: "))


@by_code
def test_a_rule_judges_its_network_alone(rule: ToneRule) -> None:
    """What is wrong on one network is not told of a draft for another."""
    example = rule.examples["fails"][0]
    other = next(network for name, network in networks().items() if name != rule.network)
    here = {**example, "network": {"id": rule.network}}
    known = replace(context([here]), networks=networks())
    one = draft(here)
    assert tone_findings([rule], [one], known)
    assert tone_findings([rule], [replace(one, networks=(other.id,))], known) == []


@pytest.mark.parametrize("network", sorted(networks()))
def test_lexicons_of_networks_are_used(network: str) -> None:
    """Each list of a network has words of both languages, and one of its rules names it."""
    rules = (PLUGINS / network / "tone.yaml").read_text(encoding="utf-8")
    files = sorted((PLUGINS / network / LEXICONS).glob("*.yaml"))
    assert files
    for file in files:
        text = file.read_text(encoding="utf-8")
        assert f"lexicons: [{file.stem}]" in rules
        assert "language: en" in text
        assert "language: fa" in text


@pytest.mark.parametrize("network", sorted(networks()))
def test_the_labelled_posts_are_enough(network: str) -> None:
    """At least 24 posts a network, half in each language, nearly half of them fine."""
    some = [post for post in posts() if post.situation["network"]["id"] == network]
    languages = Counter(post.language for post in some)
    assert len(some) >= 24
    assert min(languages["en"], languages["fa"]) >= 12
    assert sum(1 for post in some if not post.expected) >= 0.4 * len(some)


def test_labels_name_rules_that_exist() -> None:
    """No label is a misspelt code."""
    known = {rule.id for rule in book().rules} | {UNKNOWN}
    assert {code for post in posts() for code in post.expected} <= known


@pytest.mark.parametrize("code", sorted(scores()))
def test_a_stable_rule_is_right(code: str) -> None:
    """Of what a stable rule finds in the labelled posts, nine in ten are right."""
    score, rule = scores()[code], book().rule(code)
    assert score.hits + score.missed >= 2, "no labelled post shows what the rule is for"
    if rule.status == "stable" and score.hits + score.false >= FEW:
        assert score.precision is not None
        assert score.precision >= DECENT


def test_the_table_is_kept_up_to_date() -> None:
    """`network_precision.md` is what `PYTHONPATH=tests python tests/tone/network_labelled.py --write` prints."""
    assert TABLE.read_text(encoding="utf-8") == table()


def test_a_fine_post_is_left_alone() -> None:
    """Of the posts without a fault, at least 97 in 100 get no finding from any rule."""
    fine = [post for post in posts() if not post.expected]
    noisy = [str(post) for post in fine if _told(post)]
    assert len(noisy) * 100 <= 3 * len(fine), noisy


def test_no_place_is_told_of_twice_by_a_network() -> None:
    """Two rules of one network never point at the same words."""
    for post in posts():
        places = defaultdict(set)
        for one in _told(post):
            if one.span and not one.code.startswith("core."):
                places[one.span.line, one.span.column].add(one.code)
        assert all(len(codes) == 1 for codes in places.values()), post


def test_a_bad_post_gets_few_findings() -> None:
    """Nobody reads ten findings on one post: three different ones are the most here."""
    most = max(len({one.code for one in _told(post)}) for post in posts())
    assert most <= 3


def test_labelled_posts_survive_other_spellings() -> None:
    """Persian posts typed with Arabic letters and without half-spaces get the same findings."""
    for post in posts():
        if post.language != "fa":
            continue
        typed = (
            post.situation["text"].replace("ی", "ي").replace("ک", "ك").replace("\u200cها", " ها")
        )
        other = replace(post, situation={**post.situation, "text": typed})
        assert [one.code for one in findings(other)] == [one.code for one in findings(post)], post


def _told(post: Post) -> list[Finding]:
    """What a person would be shown of a post."""
    return [one for one in findings(post) if one.state == "found"]
