"""`Engine.adapt`: what is changed, what is left, and that nothing else is."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from adapt.posts import AS_OF, ENGLISH, FAMILY, PERSIAN, adapt, kinds, length, one, tasks, texts
from channelwise.adapt.links import all_links
from channelwise.check.config import Account, Config
from channelwise.check.model import Finding
from channelwise.check.replies import are_posts
from channelwise.count import CounterFailed
from channelwise.drafts.model import Draft
from channelwise.drafts.read import draft_from, read_drafts
from channelwise.engine import Engine
from channelwise.errors import UnknownName
from channelwise.evidence import evidence
from known import engine, texts_in

IMAGE = "format: image\nmedia: {file: none.jpg, alt: Rye bread}\n"


def drafted(text: str, front: str = "") -> Draft:
    return draft_from(f"---\n{front}---\n{text}" if front else text, "post.md")


@pytest.mark.parametrize("network", ["x", "linkedin"])
@pytest.mark.parametrize(
    "text", ["Fresh bread at six. #bread", "نان تازه، ساعت شش! #نان", "  Two lines\n\n\nand one  "]
)
def test_what_fits_stays_as_it_is(network: str, text: str) -> None:
    found = one(drafted(text), network)
    assert found.unchanged and not found.changes
    assert texts(found) == [drafted(text).text]
    assert found.met


@given(
    st.lists(
        st.sampled_from(["bread", "نان", ".", "\n", "#a", "#b", "#c", "#d", "#e", "#f", "🎉"]),
        min_size=1,
        max_size=40,
    )
)
def test_a_text_without_links_changes_only_by_what_is_told(words: list[str]) -> None:
    """Without a change that is told, the text is the same to the sign."""
    draft = Draft(file="a.md", source="", text=" ".join(words), text_at=None, language="en")
    for network in ("x", "linkedin"):
        found = one(draft, network)
        assert found.unchanged == (not found.changes)
        assert all(part.fits for part in found.parts)


def test_the_same_draft_gives_the_same_bytes() -> None:
    first, again = (adapt(drafted(ENGLISH), "x", "instagram").model_dump_json() for _ in range(2))
    assert first == again


def limited(network: str, name: str, *, hard: bool | None = None, **limits: Any) -> Engine:
    """An engine on whose network a format has other limits, all firm or all not if that is said."""
    book = engine().rulebook
    found = book.network(network)
    spec = found.plain["formats"][name]
    made = {
        limit: {
            **spec["limits"].get(limit, {"unit": "pictures", "hard": True}),
            "value": value,
            **({} if hard is None else {"hard": hard}),
        }
        for limit, value in limits.items()
    }
    formats = {**found.plain["formats"], name: {**spec, "limits": {**spec["limits"], **made}}}
    grounds = {
        f"formats.{name}.limits.{limit}": evidence("judgement: made up", None) for limit in made
    }
    changed = replace(
        found, plain={**found.plain, "formats": formats}, evidence={**grounds, **found.evidence}
    )
    others = (one for one in book.networks if one.id != network)
    return Engine(replace(book, networks=(changed, *others)))


# --- links -------------------------------------------------------------------------------------


def test_a_link_that_costs_goes_into_the_first_comment() -> None:
    found = one(drafted("Fresh bread at six. Order here:\nhttps://acme.com/bread"), "linkedin")
    assert [(part.kind, part.text) for part in found.parts] == [
        ("post", "Fresh bread at six. Order here:\nLink in the first comment."),
        ("comment", "https://acme.com/bread"),
    ]
    assert found.parts[1].counts[0].limit == 1250
    (change,) = found.changes
    assert change.items == ["https://acme.com/bread"]
    assert [ground.id for ground in change.grounds] == ["text_rules.links"]


def test_a_link_that_cannot_be_tapped_points_to_the_profile() -> None:
    found = one(drafted("نان تازه داریم. سفارش: https://acme.com/bread", IMAGE), "instagram")
    assert texts(found) == ["نان تازه داریم. سفارش:\nلینک در بیو"]
    assert [part.kind for part in found.parts] == ["post"]
    assert any(
        "https://acme.com/bread" in task.text.en for task in found.tasks if task.kind == "link"
    )


def test_several_links_of_a_profile_are_told_as_several() -> None:
    text = "Rye: https://acme.com/r\nWheat: https://acme.com/w"
    found = one(drafted(text, f"language: en\n{IMAGE}"), "instagram")
    (task,) = [task for task in found.tasks if task.kind == "link"]
    assert task.text.en.startswith("Put these links") and "/r https://acme.com/w" in task.text.en


def test_a_link_within_a_sentence_is_replaced_and_asked_to_be_read() -> None:
    found = one(drafted("We sell it at https://acme.com/bread from six."), "linkedin")
    assert texts(found) == ["We sell it at (link in the first comment) from six."]
    (task,) = [task for task in found.tasks if task.kind == "link"]
    assert "in which (link in the first comment) now stands" in task.text.en
    two = one(drafted("See https://acme.com/a and https://acme.com/b now."), "linkedin")
    (task,) = [task for task in two.tasks if task.kind == "link"]
    numbered = "(link 1 in the first comment), (link 2 in the first comment)"
    assert numbered in task.text.en, "the words as they stand in the text"


def test_answers_and_articles_keep_their_links() -> None:
    text = "The menu is here for you: https://acme.com/bread"
    assert one(drafted(text, "reply: true\n"), "linkedin").unchanged
    assert one(drafted(text, "format: article\n"), "linkedin").unchanged


def test_where_it_is_not_known_whether_links_can_be_tapped_they_stay() -> None:
    found = one(
        drafted("Bread: https://acme.com/bread", "format: short_video\nmedia: none.mp4\n"),
        "snapchat",
    )
    assert texts(found) == ["Bread: https://acme.com/bread"]
    assert "link" in [kind for kind, _ in tasks(found)]


def test_a_declared_link_is_never_lost() -> None:
    front = "link: https://acme.com/bread\nlanguage: en\n"
    there = one(drafted("Fresh bread.\n\n#bread", front), "linkedin")
    assert texts(there) == ["Fresh bread.\n\nLink in the first comment.\n\n#bread"]
    assert there.parts[1].text == "https://acme.com/bread"
    unknown = one(
        drafted("Fresh bread.", front + "format: short_video\nmedia: none.mp4\n"), "snapchat"
    )
    assert texts(unknown) == ["Fresh bread."]
    [task] = [task for task in unknown.tasks if task.kind == "link"]
    assert "https://acme.com/bread" in task.text.en and "https://acme.com/bread" in task.text.fa


def test_a_declared_link_that_is_the_beginning_of_another_is_added() -> None:
    front = "link: https://acme.com/bread\nlanguage: en\nformat: article\n"
    found = one(drafted("See https://acme.com/bread-rolls now.", front), "linkedin")
    assert all_links(texts(found)[0]) == ["https://acme.com/bread-rolls", "https://acme.com/bread"]


@pytest.mark.parametrize(("front", "asked"), [("language: de\n", 1), ("", 2)])
def test_no_words_are_put_into_a_language_that_is_not_ours(front: str, asked: int) -> None:
    text = "Brot! https://acme.com/brot"
    found = one(drafted(text, front), "linkedin")
    assert texts(found) == [text]
    assert [kind for kind, _ in tasks(found)].count("link") == asked


def test_a_declared_link_is_not_put_where_links_are_not_wanted() -> None:
    """Where no words can be put into the text, a person is told where the link belongs."""
    found = one(drafted("Brot.", "link: https://acme.com/brot\nlanguage: de\n"), "linkedin")
    assert found.unchanged
    (task,) = [task for task in found.tasks if task.kind == "link"]
    assert "https://acme.com/brot" in task.text.en and "first comment" in task.text.en


def test_bare_addresses_are_links_as_they_are_for_tone_and_count() -> None:
    """A name of a site stays in its sentence, but is told where it costs what a link does."""
    draft = drafted("Visit acme.com now.", "language: en\n")
    assert texts(one(draft, "linkedin")) == ["Visit (link in the first comment) now."]
    named = drafted("We beat Acme.com by a mile and Bread.as we know.", "language: en\n")
    found = one(named, "linkedin")
    assert found.unchanged
    (task,) = [task for task in found.tasks if task.kind == "link"]
    assert "Acme.com. " in task.text.en
    for free in (one(replace(named, reply=True), "linkedin"), one(named, "instagram")):
        assert "link" not in [kind for kind, _ in tasks(free)]


@pytest.mark.parametrize(
    "text", ["Visit https://acme.com now.", "Order here: https://acme.com", "Bread.as we know it."]
)
def test_a_link_that_only_tools_pay_for_stays_and_its_price_is_told_to_them(text: str) -> None:
    """A comment would pay as well. What the network's own unit counts as a link is one too."""
    draft = drafted(text, "language: en\n")
    for posts_with, told in (("tool", 1), ("app", 0), (None, 0)):
        account = Account(name="shop", network="x", posts_with=posts_with)
        config = Config(file="", folder=Path(), source="", accounts=(account,))
        answer = engine().adapt(draft, "x", account="shop", config=config, as_of=AS_OF)
        (found,) = answer.results
        assert found.unchanged and len(found.parts) == 1
        prices = [task for task in found.tasks if task.kind == "link"]
        assert len(prices) == told
        for price in prices:
            assert [ground.id for ground in price.grounds] == ["text_rules.links"]


POINTING = [
    ("en", "Order at https://acme.com/x today."),
    ("en", "Bread https://acme.com/b and https://acme.com/c are two."),
    ("en", "Fresh bread: https://acme.com/x"),
    ("en", "Our bread\n\nhttps://acme.com/b\nhttps://acme.com/c"),
    ("fa", "از https://acme.com/x سفارش بدهید."),
    ("fa", "نان https://acme.com/b و https://acme.com/c دو تاست."),
    ("fa", "نان تازه: https://acme.com/x"),
    ("fa", "نان ما\n\nhttps://acme.com/b\nhttps://acme.com/c"),
]


@pytest.mark.parametrize("network", [one.id for one in engine().rulebook.networks])
@pytest.mark.parametrize(("language", "text"), POINTING)
def test_no_check_finds_fault_with_words_that_were_put_in(
    network: str, language: str, text: str
) -> None:
    """Every part that is to be posted is checked for its network as it stands there."""
    found = one(drafted(text, f"language: {language}\n"), network)
    before = {one.message.en for one in _told(text, language, network, reply=False)}
    for part in found.parts:
        told = _told(part.text, language, network, reply=part.kind == "comment")
        new = [one.message.en for one in told if one.message.en not in before]
        assert not new, part.text


def _told(text: str, language: str, network: str, *, reply: bool) -> list[Finding]:
    """What a check finds in a text."""
    front = f"language: {language}\nreply: {str(reply).lower()}\nnetworks: {network}\n"
    found = engine().check([drafted(text, front)], as_of=AS_OF).findings
    return [one for one in found if one.state == "found"]


def test_what_is_still_to_be_filled_in_is_told() -> None:
    found = one(drafted("Dear {{name}}, see [URL] for more. Yours, {{name}}"), "x")
    (task,) = [task for task in found.tasks if task.kind == "placeholder"]
    assert "{{name}}, [URL] and" in task.text.en and not task.hard
    assert "link" not in [kind for kind, _ in tasks(found)]
    assert "placeholder" not in [kind for kind, _ in tasks(one(drafted("Bread at six."), "x"))]


# --- hashtags ----------------------------------------------------------------------------------


def test_the_first_hashtags_stay_and_the_others_are_told() -> None:
    found = one(drafted("Fresh bread.\n\n#a #b #c #d #e #f", IMAGE), "instagram")
    assert texts(found) == ["Fresh bread.\n\n#a #b #c #d #e"]
    (change,) = found.changes
    assert (change.items, change.grounds[0].id) == (["#f"], "text_rules.hashtags.max")
    assert "#f" in change.text.en and "۱ هشتگ" in change.text.fa


def test_advice_on_hashtags_changes_nothing_and_is_told() -> None:
    """No hashtag is dropped, and none within a sentence loses its sign."""
    for text in ("We bake #rye and #wheat at #six, #now and #then", "Bread.\n\n#a #b #c #d #e"):
        found = one(drafted(text), "x")
        assert found.unchanged and not found.changes
        (task,) = [task for task in found.tasks if task.kind == "hashtags"]
        assert "3 hashtags at most are advised; it has 5" in task.text.en
        assert (task.hard, [ground.id for ground in task.grounds]) == (
            False, ["text_rules.hashtags.recommended"],
        )  # fmt: skip
    assert "hashtags" not in [kind for kind, _ in tasks(one(drafted("Bread. #a #b #c"), "x"))]


def test_a_limit_trims_and_advice_below_it_is_told() -> None:
    advised = limited("instagram", "image", hashtags_recommended="1-2")
    draft = drafted("Bread.\n\n#a #b #c #d #e #f", IMAGE)
    (found,) = advised.adapt(draft, "instagram", as_of=AS_OF).results
    assert texts(found) == ["Bread.\n\n#a #b #c #d #e"]
    assert any("it has 5" in task.text.en for task in found.tasks if task.kind == "hashtags")


@pytest.mark.parametrize("value", [0, "none"])
def test_a_network_without_hashtags_says_so(value: int | str) -> None:
    without = limited("instagram", "image", hashtags_max=value)
    (found,) = without.adapt(drafted("Bread.\n\n#a #b", IMAGE), "instagram", as_of=AS_OF).results
    assert texts(found) == ["Bread."]
    assert "does not carry hashtags" in found.changes[0].because.en


def test_advice_on_hashtags_is_not_for_answers() -> None:
    text = "Thanks! #a #b #c #d #e"
    assert "hashtags" in [kind for kind, _ in tasks(one(drafted(text), "x"))]
    assert "hashtags" not in [kind for kind, _ in tasks(one(drafted(text, "reply: true\n"), "x"))]


def test_missing_hashtags_are_asked_for_and_never_made_up() -> None:
    found = one(drafted("Fresh bread at six."), "linkedin")
    assert found.unchanged
    assert ("hashtags", False) in tasks(found)


# --- length ------------------------------------------------------------------------------------


def test_where_no_chain_is_possible_the_text_is_not_cut() -> None:
    """It is told by how much it is too long, and from where on."""
    text = "نان " * 549 + "x" * 10 + "END of it"
    found = one(drafted(text, IMAGE), "instagram")
    assert texts(found) == [text.strip()]
    assert not found.met
    # What must be done comes first.
    assert tasks(found)[0] == ("length", True) and len(found.tasks) > 1
    (task,) = [task for task in found.tasks if task.kind == "length"]
    over = length(text, "code_points") - 2200
    assert f"Too long by {over}: {length(text, 'code_points')} of 2200" in task.text.en
    assert f"line 5, column {2201}:" in task.text.en, "as lines are counted in its file"
    # The mark says that the quoted place is within a word.
    assert task.text.en.endswith(": “…xxxxxxEND of it”")


def test_where_the_text_was_changed_the_place_is_one_of_the_text_that_is_shown() -> None:
    text = "سفارش: https://acme.com\n" + "نان " * 1000
    found = one(drafted(text, f"language: fa\n{IMAGE}"), "instagram")
    before = found.parts[0].text.rindex("\n") + 1
    (task,) = [task for task in found.tasks if task.kind == "length"]
    assert f"from line 3, column {2201 - before} of the text above:" in task.text.en
    assert "متن بالا" in task.text.fa


def test_what_is_too_long_for_a_whole_post_is_named() -> None:
    """A text that cannot be cut tells what keeps it from that, and where it stands."""
    text = "Fresh bread.\n" * 3 + "See #" + "b" * 300 + " at six."
    found = one(drafted(text, "language: en\n"), "x")
    (task,) = [task for task in found.tasks if task.kind == "length"]
    assert "Too long by 72: 352 of 280" in task.text.en
    assert "in line 7, column 5: “#bbb" in task.text.en and task.hard
    assert "never cut" in task.because.en


def test_long_lengths_are_grouped_as_people_read_them() -> None:
    found = one(drafted("word " * 2500 + "end", IMAGE), "instagram")
    (task,) = [task for task in found.tasks if task.kind == "length"]
    assert "Too long by 10,303: 12,503 of 2200" in task.text.en
    assert "۱۰٬۳۰۳" in task.text.fa and "12,503 characters" in found.parts[0].counts[0].made.en


def test_a_chain_says_why_and_by_which_facts() -> None:
    (change,) = one(drafted(PERSIAN), "x").changes
    assert change.kind == "split"
    assert [ground.id for ground in change.grounds] == [
        "formats.text_post.max_chars", "formats.article_thread.available",
    ]  # fmt: skip


def test_the_picture_opens_the_chain() -> None:
    found = one(drafted(ENGLISH, IMAGE), "x")
    assert [len(part.counts) for part in found.parts] == [1, 1]
    assert found.format == "image"


def test_each_post_of_a_chain_keeps_to_its_own_limit() -> None:
    tight = limited("x", "image", caption_max=100)
    (found,) = tight.adapt(drafted("Fresh bread at six. " * 12, IMAGE), "x", as_of=AS_OF).results
    assert [part.counts[0].limit for part in found.parts] == [100, 280]
    assert all(part.fits for part in found.parts)


def test_a_soft_limit_cuts_nothing_and_is_told() -> None:
    soft = limited("x", "long_video", hard=False, caption_max=100)
    draft = drafted("word " * 60, "format: long_video\nmedia: none.mp4\n")
    (found,) = soft.adapt(draft, "x", as_of=AS_OF).results
    assert found.unchanged and ("length", False) in tasks(found)


def test_a_question_of_a_poll_is_not_cut() -> None:
    front = "format: poll\npoll: [Rye, Wheat]\n"
    found = one(drafted(ENGLISH, front), "x")
    assert len(found.parts) == 1 and ("length", True) in tasks(found)


def test_links_and_hashtags_go_before_a_text_is_cut() -> None:
    text = "Bread. " * 36 + "Order: https://acme.com/" + "a" * 80 + "\n#a #b #c #d #e #f #g"
    few = limited("x", "text", hashtags_max=3)
    network = few.rulebook.network("x")
    links = {"links": {**network.plain["traits"]["links"], "value": "costly"}}
    plain = {**network.plain, "traits": {**network.plain["traits"], **links}}
    others = (one for one in few.rulebook.networks if one is not network)
    book = replace(few.rulebook, networks=(replace(network, plain=plain), *others))
    draft = drafted(text.strip(), "language: en\n")
    (found,) = Engine(book).adapt(draft, "x", as_of=AS_OF).results
    assert kinds(found) == ["links", "hashtags", "split"]
    assert texts(found)[-1].endswith("#a #b #c")


@pytest.mark.parametrize("front", ["", "format: image\n"])
def test_an_answer_keeps_to_the_limit_of_answers(front: str) -> None:
    found = one(drafted("word " * 260, f"reply: true\n{front}"), "linkedin")
    assert found.parts[0].counts[0].limit == 1250
    assert ("length", True) in tasks(found)


@pytest.mark.parametrize("network", [one.id for one in engine().rulebook.networks])
def test_an_answer_is_words_and_needs_no_picture(network: str) -> None:
    front = "reply: true\n"
    if not are_posts(engine().rulebook.network(network)):
        front += "format: image\n"  # of what is no post the format does not matter
    found = one(drafted("Thanks, we open at six.", front), network)
    assert found.unchanged and not found.tasks and not found.changes
    assert found.format == (
        "text" if "text" in engine().rulebook.network(network).carries else None
    )


def test_mentions_that_the_network_puts_before_an_answer_cost_nothing() -> None:
    """They stay where they are; that the answer fits without them only is told."""
    mentions = "@" + "a" * 9 + " @" + "b" * 9 + " "
    words = ("Fresh bread. " * 30)[:275] + "s end"
    found = one(drafted(mentions + words, "reply: true\n"), "x")
    assert found.unchanged and found.met
    assert [one.total for one in found.parts[0].counts] == [280]
    assert ("length", False) in tasks(found)
    assert not one(drafted(f"{mentions}Fine.", "reply: true\n"), "x").tasks
    post = one(drafted(mentions + words), "x")
    assert kinds(post) == ["split"]


def test_an_answer_that_is_cut_keeps_its_mentions_before_its_first_part() -> None:
    words = "Fresh bread at six. " * 20
    found = one(drafted("@ann " + words, "reply: true\n"), "x")
    assert len(found.parts) == 2 and found.met
    assert found.parts[0].text.startswith("@ann Fresh") and "@ann" not in found.parts[1].text
    free, whole = found.parts[0].counts[0].total, length(found.parts[0].text, "x_weighted")
    assert whole - free == len("@ann ")


def test_the_fold_falls_between_characters_as_people_see_them() -> None:
    """One that does not fit whole is hidden whole, however many signs it is made of."""
    fold = one(drafted("word " * 41 + "ab " + FAMILY + " and more words to read."), "linkedin").fold
    assert fold and fold.hidden.startswith(FAMILY) and fold.shown.endswith("ab ")


# --- formats and media -------------------------------------------------------------------------


def test_a_text_alone_needs_a_picture_where_none_is_carried() -> None:
    found = one(drafted("Fresh bread at six."), "instagram")
    assert found.format == "image"
    assert tasks(found)[0] == ("format", True)
    assert [kind for kind, hard in tasks(found) if hard] == ["format"]


def test_a_missing_picture_is_asked_for_once() -> None:
    counted = limited("instagram", "image", items="1-4")
    (found,) = counted.adapt(drafted("Fresh bread."), "instagram", as_of=AS_OF).results
    assert [kind for kind, hard in tasks(found) if hard] == ["format"]


def test_what_a_format_offers_is_not_dropped_silently() -> None:
    """A poll where there are none is a person's task, even with a picture."""
    found = one(drafted("Rye or wheat?", "format: poll\npoll: [a, b]\nmedia: a.jpg\n"), "snapchat")
    assert "format" in [kind for kind, _ in tasks(found)] and not kinds(found)


def test_words_go_where_words_are_taken() -> None:
    assert one(drafted("Fresh bread at six."), "snapchat").format == "short_video"


def test_a_series_becomes_pictures_and_too_many_are_a_persons_task(tmp_path: Path) -> None:
    """Which of six pictures go is not for a program to choose."""
    for index in range(6):
        Image.new("RGB", (1200, 1200)).save(tmp_path / f"{index}.jpg")
    entries = "".join(f"- {{file: {index}.jpg, alt: Bread}}\n" for index in range(6))
    (tmp_path / "post.md").write_text(f"---\nformat: carousel\nmedia:\n{entries}---\nBread at six.")
    (draft,) = read_drafts([str(tmp_path / "post.md")])
    found = one(draft, "x")
    assert (found.format, kinds(found)) == ("image", ["format"])
    (task,) = [task for task in found.tasks if task.hard]
    assert task.kind == "media" and "6 pictures or videos" in task.text.en and "4" in task.text.en
    four = one(replace(draft, media=draft.media[:4]), "x")
    assert four.met


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("format: story\nmedia: {file: a.mp4, alt: Rye}\n", "short_video"),
        ("format: story\nmedia: {file: a.jpg, alt: Rye}\n", "image"),
        ("format: story\nmedia: [a.jpg, b.jpg]\n", "image"),
        ("format: live\nmedia: {file: a.jpg, alt: Rye}\n", "live"),
        ("format: story\n", "image"),
    ],
)
def test_files_decide_what_a_format_that_is_not_carried_becomes(front: str, expected: str) -> None:
    """A story with a video is posted as a video, not as a picture."""
    found = one(drafted("Bread at six.", front), "linkedin")
    assert found.format == expected
    assert not [task for task in found.tasks if task.hard and task.kind == "media"]


def test_a_picture_of_the_wrong_kind_and_shape_is_told_with_numbers(tmp_path: Path) -> None:
    Image.new("RGB", (400, 1200)).save(tmp_path / "a.png")
    draft = draft_from("---\nmedia: a.png\n---\nBread at six.", "post.md", tmp_path)
    found = one(draft, "instagram")
    said = " ".join(task.text.en for task in found.tasks if task.kind == "media")
    assert "PNG" in said and "400" in said and "1200" in said
    assert ("alt", False) in tasks(found)


def test_a_file_that_cannot_be_seen_is_said_so(tmp_path: Path) -> None:
    """What is missing is to be put there; of a file that cannot be read, the size is for a person."""
    (task,) = [
        task for task in one(drafted("Bread.", IMAGE), "instagram").tasks if task.kind == "media"
    ]
    assert "none.jpg" in task.text.en and "not found" in task.text.en
    assert "yourself" not in task.text.en
    (tmp_path / "broken.jpg").write_bytes(b"no picture")
    front = "---\nformat: image\nmedia: {file: broken.jpg, alt: Rye}\n---\nBread."
    broken = draft_from(front, "post.md", tmp_path)
    (task,) = [task for task in one(broken, "instagram").tasks if task.kind == "media"]
    assert "broken.jpg" in task.text.en and "yourself" in task.text.en


def test_marks_of_markdown_are_left_and_told() -> None:
    """The network shows them as they are written; where they belong is for a person."""
    found = one(drafted("Our **prices** stay as they are."), "x")
    assert found.unchanged
    (task,) = [task for task in found.tasks if task.kind == "text"]
    assert "**prices**" in task.text.en and not task.hard
    assert "text" not in [kind for kind, _ in tasks(one(drafted("Prices stay."), "x"))]


def test_a_title_without_a_place_is_not_lost() -> None:
    assert "title" in [
        kind for kind, _ in tasks(one(drafted("Bread.", "title: Rye\n"), "linkedin"))
    ]
    article = drafted("Bread.", "title: Rye\nformat: article\n")
    assert "title" not in [kind for kind, _ in tasks(one(article, "linkedin"))]


# --- what is seen, and the rest ----------------------------------------------------------------


def test_the_fold_is_shown_and_a_cut_first_sentence_told() -> None:
    long_start = "We " + "really " * 30 + "bake. Yes."
    found = one(drafted(long_start, IMAGE), "instagram")
    assert found.fold and (found.fold.limit, len(found.fold.shown)) == (125, 125)
    assert found.fold.shown + found.fold.hidden == long_start
    assert found.fold.inside and ("fold", False) in tasks(found)
    calm = one(drafted("Short. " + "Longer it goes on. " * 20, IMAGE), "instagram")
    assert calm.fold and not calm.fold.inside and ("fold", False) not in tasks(calm)
    endless = one(drafted("really " * 30, IMAGE), "instagram")
    assert endless.fold and endless.fold.inside
    assert one(drafted("Short.", IMAGE), "instagram").fold is None


def test_the_tone_of_the_network_is_given_in_both_languages() -> None:
    found = one(drafted("Fresh bread."), "x")
    assert len(found.tone.do) >= 2 and len(found.tone.avoid) >= 2
    assert all(texts_in(found.model_dump(mode="json")))


def test_several_drafts_and_networks_come_in_order() -> None:
    drafts = [drafted("One."), drafted("Two.")]
    answer = engine().adapt(drafts, ["x", "linkedin", "x"], as_of=AS_OF)
    assert [(found.parts[0].text, found.network) for found in answer.results] == [
        ("One.", "x"), ("One.", "linkedin"), ("Two.", "x"), ("Two.", "linkedin"),
    ]  # fmt: skip


def test_exceptions_for_checks_are_no_part_of_the_post() -> None:
    text = "<!-- channelwise: ignore core.a because it is so -->\nFresh bread."
    assert texts(one(drafted(text), "x")) == ["Fresh bread."]


def test_an_unknown_network_is_told_with_the_nearest() -> None:
    with pytest.raises(UnknownName) as caught:
        adapt("Bread.", "linkdin")
    assert caught.value.nearest == "linkedin"


def test_a_unit_that_fails_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(text: str) -> None:
        raise RuntimeError("no")

    monkeypatch.setattr(
        type(engine().rulebook), "counter",
        lambda self, name: replace(next(c for c in self.counters if c.name == name), measure=broken),
    )  # fmt: skip
    with pytest.raises(CounterFailed):
        adapt("Bread.", "x")


@pytest.mark.parametrize("front", ["", "poll: [a, b]\n", "format: live\n", "format: event\n", "format: story\n",
                                   "format: article\n", "format: long_video\nmedia: a.mp4\n", "media: [a.jpg, b.mp4]\n"])  # fmt: skip
@pytest.mark.parametrize("network", ["x", "linkedin", "instagram", "snapchat"])
def test_every_format_has_an_answer_on_every_network(front: str, network: str) -> None:
    """A format that the network carries, and a task or change where it is another one."""
    draft = drafted("Bread at six.", front)
    found = one(draft, network)
    assert found.format in engine().rulebook.network(network).carries
    if draft.format and draft.format != found.format:
        assert "format" in [*kinds(found), *(kind for kind, _ in tasks(found))]


@pytest.mark.parametrize("given", ["Fresh bread.", b"Fresh bread.", ["Fresh bread."], None])
def test_what_is_no_draft_is_refused_with_a_way_to_make_one(given: Any) -> None:
    with pytest.raises(TypeError, match=r"draft_from"):
        engine().adapt(given, "x", as_of=AS_OF)
