"""Rules over several drafts: the same text on two accounts, how many sell, how many ask."""

import random
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from channelwise.check.model import Finding
from channelwise.drafts.model import Draft, Spot
from channelwise.tone.alike import Shelf, percent_alike, tokens
from channelwise.tone.context import AccountFacts, Context
from channelwise.tone.findings import tone_findings
from tone.labelled import book
from tone.labelled_sets import TABLE, sets, table

SAME = "core.set.same-text"
SHARE = "core.set.selling-share"
ASKED = "core.set.no-question"
KINDS = {"shop": "business", "me": "personal", "other": "business"}
LINE = "We changed the sign above the door after eleven years today."


def post(text: str, account: str = "shop", **fields: Any) -> Draft:
    """A draft of a known account."""
    name = fields.pop("file", f"{account}.md")
    return Draft(
        file=name, source=text, text=text, text_at=Spot(1, 1), account=account, language="en",
        networks=("acme",), **fields,
    )  # fmt: skip


def found(*drafts: Draft, code: str = SAME, known: bool = True) -> list[Finding]:
    """What a rule of the core finds in drafts of these accounts."""
    accounts = {
        name: AccountFacts(kind=kind if known else None)  # type: ignore[arg-type]
        for name, kind in KINDS.items()
    }
    rule = book().rule(code)
    return tone_findings([rule], drafts, Context({}, accounts))


def test_the_table_is_up_to_date() -> None:
    """sets.md holds how often the rules are right on the labelled sets, and what is wrong."""
    assert len(sets()) >= 24
    assert TABLE.read_text(encoding="utf-8") == table()


@pytest.mark.parametrize(
    "other",
    [
        LINE,
        LINE.upper().rstrip("."),
        f"{LINE} 🥖🥖 #bread #newsign #openagain #milllane",
        f"{LINE} https://acme.example/a @milllane @another_name @a_third",
        LINE.replace("the door", "our door"),
    ],
    ids=["copy", "capitals", "hashtags", "links", "one word"],
)
def test_the_same_text_is_found_through_what_is_put_on_it(other: str) -> None:
    """Hashtags, emoji, links, mentions, marks and one word swapped do not make another text."""
    [finding] = found(post(LINE), post(other, "me"))
    assert (finding.code, finding.state) == (SAME, "found")


def test_it_says_how_alike_the_texts_are() -> None:
    """A copy is word for word; with a word swapped, the share of words in common is told."""
    [copy] = found(post(LINE), post(LINE + " #a", "me"))
    [near] = found(post(LINE), post(LINE.replace("the door", "our door"), "me"))
    assert copy.message.en.endswith("word for word that of shop.md")
    assert near.message.en.endswith("90 percent of the words are those of shop.md")


def test_it_is_told_of_the_personal_draft() -> None:
    """The one to be written anew is one's own, whichever comes first."""
    for drafts in ((post(LINE), post(LINE, "me")), (post(LINE, "me"), post(LINE))):
        assert [one.file for one in found(*drafts)] == ["me.md"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (post(LINE), post(LINE, "other")),
        (post(LINE, reply=True), post(LINE, "me", reply=True)),
        (post("Doors at eight."), post("Doors at eight.", "me")),
        (post(LINE), post("We changed the sign, and the door was closed for three days.", "me")),
        (post("#rye #bread #oven #warm"), post("#rye #bread #oven #warm", "me")),
    ],
    ids=["two shops", "replies", "three words", "another story", "hashtags alone"],
)
def test_what_is_not_the_same_text(first: Draft, second: Draft) -> None:
    """Accounts of one kind, replies, a few words, and other stories are left alone."""
    assert found(first, second) == []


def test_accounts_of_no_known_kind_are_not_judged() -> None:
    """Without the kinds of accounts, the same text on two of them is not evaluated."""
    [finding] = found(post(LINE), post(LINE, "me"), known=False)
    assert (finding.code, finding.state) == ("core.not-checked.account-kind", "not_evaluated")
    assert found(post(LINE), post(LINE), known=False) == []


def test_a_known_pair_goes_before_one_in_doubt() -> None:
    """A copy on an account of no known kind does not hide one that is certain."""
    unknown = replace(post(LINE, "who"), account="who")
    codes = {(one.code, one.state) for one in found(unknown, post(LINE), post(LINE, "me"))}
    assert (SAME, "found") in codes


def test_no_pair_is_lost_by_looking_at_rare_words_alone() -> None:
    """A shelf finds exactly the texts that comparing all with all finds."""
    chance = random.Random(7)
    words = ["bread", "rye", "oven", "door", "sign", "the", "we", "a", "of", "salt", "warm", "six"]
    texts = [tokens(chance.choices(words, k=chance.randint(1, 14))) for _ in range(250)]
    for percent in (50, 85, 100):
        shelf = Shelf(texts, percent)
        for number, text in enumerate(texts):
            slow = {
                (other, percent_alike(text, texts[other]))
                for other in range(number)
                if percent_alike(text, texts[other]) >= percent
            }
            assert set(shelf.alike(number)) == slow
            shelf.put(number)


def test_thousands_of_drafts_take_seconds() -> None:
    """Neither copies, nor one form filled in anew each time, nor different texts are slow."""
    form = "The {} loaf is out of the oven at six and there are only a few of them on the shelf"
    many = [f"{LINE} {number} {number * 7} {number * 13}" for number in range(1000)]
    for texts in ([LINE] * 1000, [form.format(number) for number in range(1000)], many):
        drafts = [post(text, account) for text in texts for account in ("shop", "me")]
        before = time.process_time()
        found(*drafts)
        assert time.process_time() - before < 15


def test_the_share_names_the_posts_and_how_many_may_sell() -> None:
    """Three of the selling posts are named, with the number that would be fine."""
    texts = [
        "Buy now.",
        "Order today.",
        "Free shipping on all.",
        "Buy now.",
        "A blue jug.",
        "Clay.",
    ]
    drafts = [post(text, file=f"month/{n}.md") for n, text in enumerate(texts)]
    [finding] = found(*drafts[::-1], code=SHARE)
    assert finding.message.en == (
        "Too many posts sell: 4 of 6 posts (3.md, 2.md, 1.md, 1 more); at most 1 would be fine"
    )
    assert finding.file == "month/3.md"


def test_drafts_of_one_file_are_named_by_their_lines() -> None:
    """Where a file holds several drafts, its name alone would say nothing."""
    drafts = [
        replace(post("Buy now.", file="posts.json"), begins=Spot(line, 1)) for line in range(2, 7)
    ]
    [finding] = found(*drafts, code=SHARE)
    assert "(posts.json:2, posts.json:3, posts.json:4, 2 more)" in finding.message.en


def test_it_says_how_many_questions_are_needed() -> None:
    """One post in ten is to ask: of eight that is one, of eleven two."""
    for posts, needed in ((8, 1), (11, 2)):
        drafts = [post(f"Jug number {n}.", file=f"{n}.md") for n in range(posts)]
        [finding] = found(*drafts, code=ASKED)
        assert finding.message.en.endswith(f"0 of {posts} posts; {needed} would be enough")


def test_a_silence_is_told_of_the_post_after_it() -> None:
    """The days without a post are counted to the next one."""
    days = [datetime(2026, 3, day, tzinfo=UTC) for day in (1, 20)]
    drafts = [post(f"Jug {day.day}.", file=f"{day.day}.md", schedule=day) for day in days]
    [finding] = found(*drafts, code="core.set.quiet")
    assert finding.file == "20.md"
    assert finding.message.en.endswith("19 days after the post before it")


RHYTHMS = [
    ((1, 9), True), ((1, 8), False), ((1, 9, 19), True), ((1, 11, 21), True),
    ((1, 11, 21, 31), False), ((1, 11, 22, 32), False), ((1, 11, 21, 33), True),
    ((1, 16, 31, 46), True),
]  # fmt: skip


@pytest.mark.parametrize(("days", "silent"), RHYTHMS)
def test_an_even_rhythm_is_no_silence(days: tuple[int, ...], silent: bool) -> None:
    """A whole week without a post is told, unless an account posts evenly, if slowly."""
    first = datetime(2026, 3, 1, tzinfo=UTC)
    drafts = [
        post(f"Jug {day}.", file=f"{day}.md", schedule=first + timedelta(days=day)) for day in days
    ]
    assert bool(found(*drafts, code="core.set.quiet")) is silent


def test_labels_name_rules() -> None:
    """No label names a rule that there is not."""
    codes = {rule.id for rule in book().rules}
    assert {code for one in sets() for code in one.expected} <= codes
