"""Comments in Markdown are no part of the post, whatever they hold."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channelwise.check.suppress import read_exceptions
from channelwise.drafts.place import place_of
from channelwise.drafts.read import draft_from, read_drafts
from channelwise.errors import BadInput


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("A <!-- x --> B", "A B"), ("A<!-- x -->B", "AB"), ("<!-- x -->\nA", "A"),
        ("<!-- x -->\n\nA", "A"), ("A\n\n<!-- x -->\n\nB", "A\n\nB"), ("A\n<!-- x -->\nB", "A\nB"),
        ("A\n\n<!-- x -->\n", "A"), ("A\n<!-- two\nlines -->\nB", "A\nB"),
        ("A\n<!-- x --> <!-- y -->\nB", "A\nB"), ("A <!-- x --> <!-- y --> B", "A B"),
        ("<!-- x --> A", " A"), ("A <!--> B <!---> C", "A B C"), ("A --> B", "A --> B"),
        ("A <!- x -> B", "A <!- x -> B"),
        ("A <!-- channelwise is a tool -->", "A"),
    ],
)  # fmt: skip
def test_comments_are_taken_out(source: str, text: str) -> None:
    """With their line if they have one to themselves, and one blank line if two would meet."""
    assert draft_from(source).text == text


def test_what_a_comment_holds_is_not_posted() -> None:
    """A picture inside of a comment is none of the post's."""
    draft = draft_from("A\n\n<!--\n![old](old.png)\n-->\n\n![new](new.png)\n")
    assert draft.text == "A"
    assert [one.written for one in draft.media] == ["new.png"]
    assert (draft.media[0].spot.line, draft.media[0].spot.column) == (7, 1)


def test_exceptions_stay_until_they_are_read() -> None:
    """An exception is left for the check, beside an ordinary comment."""
    draft = draft_from("<!-- note -->\n<!-- channelwise: ignore a.b because x -->\nA")
    assert "ignore a.b" in draft.text
    read = read_exceptions(draft)
    assert (read.draft.text, len(read.exceptions)) == ("A", 1)
    assert read.exceptions[0].lines == {2, 3}


@given(st.lists(st.sampled_from(
    ["<!-- x -->", "<!-- x\ny -->", "<!-- channelwise: ignore a.b because x -->", "word", "نان",
     "🙂", " ", "\n", "\n\n", "![a](b.png)"]
), max_size=12))  # fmt: skip
def test_every_letter_keeps_its_place(parts: list[str]) -> None:
    """What is left leads to the same letter in the file, before and after exceptions are read."""
    source = "".join(["A ", *parts])
    draft = draft_from(f"---\nnetworks: acme\n---\n{source}")
    lines = draft.source.split("\n")
    for one in (draft, read_exceptions(draft).draft):
        assert "x -->" not in one.text or "channelwise" in one.text
        for offset, sign in enumerate(one.text):
            spot = place_of(one, offset)
            assert (lines[spot.line - 1] + "\n")[spot.column - 1] == sign


@pytest.mark.parametrize(
    ("source", "place"),
    [("A\nB <!-- x", "2:3"), ("A <!-- x <!-- y --> B", "1:3"), ("<!-- a --> <!-- b\nC", "1:12")],
)
def test_a_comment_without_an_end(source: str, place: str) -> None:
    """It is refused at its place, since nobody can tell what of it should be posted."""
    with pytest.raises(BadInput) as caught:
        draft_from(source, "a.md")
    [problem] = caught.value.problems
    assert str(problem).startswith(f"a.md:{place}: this comment has no end")
    assert problem.key == "draft.comment"


@pytest.mark.parametrize("name", ["a.txt", "a.json"])
def test_only_in_markdown(name: str, tmp_path: Path) -> None:
    """In text files and JSON what looks like a comment is posted, closed or not."""
    words = "A <!-- x --> B <!-- y"
    source = f'{{"text": "{words}"}}' if name.endswith("json") else words
    (tmp_path / name).write_text(source)
    [draft] = read_drafts([str(tmp_path / name)])
    assert draft.text == read_exceptions(draft).draft.text == words


def test_a_comment_alone_is_nothing_to_post() -> None:
    with pytest.raises(BadInput, match="nothing to post"):
        draft_from("<!-- for later -->")


def test_lone_carriage_returns_are_told_as_line_ends() -> None:
    """The way out is to save the file anew, not to delete what parts its lines."""
    with pytest.raises(BadInput) as caught:
        draft_from("One\rTwo\rThree", "a.md")
    [problem] = caught.value.problems
    assert str(problem).startswith("a.md:1:4: the lines end with a lone carriage return")
    assert "save the file with usual line ends" in str(problem)
