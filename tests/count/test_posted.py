"""What of a draft is counted, and against which limits."""

import pytest

from channelwise.count.limits import text_limits
from channelwise.count.posted import counted_text, limits_of_post
from channelwise.drafts.read import draft_from
from channelwise.vocabulary import Format
from known import engine

MENTIONS = "@bob @ann Thanks! @bob too"


@pytest.mark.parametrize(
    ("front", "network", "counted", "offset"),
    [
        ("reply: true\n", "x", "Thanks! @bob too", 10),
        ("reply: false\n", "x", MENTIONS, 0),
        ("reply: true\n", "linkedin", MENTIONS, 0),
    ],
)
def test_mentions_that_begin_an_answer_are_not_counted_where_the_network_puts_them(
    front: str, network: str, counted: str, offset: int
) -> None:
    draft = draft_from(f"---\n{front}---\n{MENTIONS}", "post.md")
    assert counted_text(draft, engine().rulebook.network(network)) == (counted, offset)


@pytest.mark.parametrize(
    ("network", "name", "reply", "limits"),
    [
        ("linkedin", "text", False, [3000]),
        ("linkedin", "text", True, [1250]),
        ("linkedin", "image", True, [1250]),
        ("x", "text", True, [280]),
        ("x", None, True, [280]),
        ("x", None, False, []),
    ],
)
def test_an_answer_has_the_limit_of_comments_or_that_of_posts_of_text(
    network: str, name: Format | None, reply: bool, limits: list[int]
) -> None:
    """Whatever format the draft would have as a post."""
    from channelwise.check.limits import Terms

    book = engine().rulebook
    every = text_limits(book.network(network), book, Terms())
    assert [one.value for one in limits_of_post(every, name, reply=reply)] == limits
