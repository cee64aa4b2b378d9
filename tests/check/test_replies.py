"""An answer to somebody is a comment, with a length and perhaps a picture; or a post."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from channelwise.networks.model import Network
from check.made_up import acme, claimed, draft, found, limit, picture, run, video

PICTURES = {"image": {"caption_max": limit(9, "characters"), "items": limit("1-3", "pictures")}}
SEVERAL = {
    "text": {"max_chars": limit(10, "characters"), "visible_before_fold": limit(5, "characters")},
    "image": {"comment_max_chars": limit(20, "characters")},
}
STORIES = {"story": {"caption": limit("none")}, "text": None, "image": None}


def answered(network: Network, text: str = "Thank you.", **fields: Any) -> list[tuple[str, str]]:
    return claimed(run(draft(text, reply=True, **fields), network))


def test_no_format_is_asked_of_an_answer() -> None:
    """Where the network carries no words alone, and where no text at all, an answer is fine."""
    for formats in (PICTURES, STORIES):
        assert answered(acme(formats)) == []
        assert answered(acme(formats), format="story", title="A title", media=["no.jpg"]) == []


def test_no_fold_is_asked_of_an_answer() -> None:
    """What is cut in a post is not cut in a comment."""
    assert answered(acme(SEVERAL), "Thank you very much") == []


def test_a_comment_may_be_too_long() -> None:
    """The limit on comments holds, whichever format names it."""
    assert answered(acme(SEVERAL), "Thank you, it was nice") == [("acme.length", "error")]


def test_without_a_limit_of_comments_that_of_words_alone_holds() -> None:
    """Where answers are posts, they are as long as posts."""
    network = acme({"text": {"max_chars": limit(10, "characters")}})
    assert answered(network, "Thank you very much") == [("acme.length", "error")]
    assert answered(network, "Thank you") == []


def test_an_unknown_length_is_said_once() -> None:
    """Where nothing is known of comments, that is not evaluated, once for all answers."""
    drafts = [draft("Thank you.", reply=True, file=f"{n}.md") for n in range(3)]
    [finding] = found(run(drafts, acme(PICTURES)))
    assert (finding.code, finding.state, finding.level) == ("acme.length", "not_evaluated", "note")
    assert finding.file == "0.md"


POSTS = {
    "text": {
        "max_chars": limit(20, "characters"),
        "visible_before_fold": limit(5, "characters", hard=False),
        "hashtags_recommended": limit("1-3", "hashtags", hard=False),
    },
    "image": {"items": limit("1-2", "pictures"), "caption_max": limit(9, "characters")},
    "story": None,
}


def answers_that_are_posts() -> Network:
    network = acme(POSTS)
    plain = {**network.plain, "replies": {"value": "posts", "fact": "manual"}}
    return replace(network, plain=plain)


def test_answers_that_are_posts_keep_the_limits_of_posts(tmp_path: Path) -> None:
    """What is firm for a post is firm for an answer; where answers are comments, it is not."""
    media = [picture(tmp_path, f"{n}.png", (9, 9)) for n in range(3)]
    one = draft("Thank you.", tmp_path, reply=True, media=media)
    assert sorted(claimed(run(one, answers_that_are_posts()))) == [
        ("acme.items", "error"), ("acme.length", "error"),
    ]  # fmt: skip
    assert claimed(run(one, acme(POSTS))) == []
    assert answered(answers_that_are_posts(), format="story") == [("acme.format", "error")]


def test_no_advice_is_given_on_answers_that_are_posts() -> None:
    """How a post is seen and found says nothing of an answer."""
    assert answered(answers_that_are_posts(), "Thank you #a #b #c #d"[:20]) == []


FILES = [
    (["a.png"], []), (["a.png", "b.png"], ["error"]), (["a.mp4"], ["error"]), (["no.bin"], []),
]  # fmt: skip


@pytest.mark.parametrize(("media", "levels"), FILES)
def test_pictures_of_a_comment(tmp_path: Path, media: list[str], levels: list[str]) -> None:
    """A comment takes as many pictures as its limit says, and no other files."""
    for name in ("a.png", "b.png"):
        picture(tmp_path, name, (9, 9))
    video(tmp_path, "a.mp4", 5)
    network = acme(
        {
            "image": {"comment_items": limit(1, "pictures")},
            "short_video": {"comment_items": limit(1, "pictures")},
        }
    )
    for reply in (True, False):
        one = draft("Thanks.", tmp_path, reply=reply, media=media)
        got = [level for code, level in claimed(run(one, network)) if code == "acme.items"]
        assert got == (levels if reply else [])
    open_ = found(run(draft("Thanks.", reply=True), network))
    assert [one.code for one in open_ if one.state == "not_evaluated"] == ["acme.length"]
