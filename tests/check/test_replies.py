"""An answer to somebody is a comment: it has a length, and nothing that a post has."""

from typing import Any

from channelwise.networks.model import Network
from check.made_up import acme, claimed, draft, found, limit, run

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
