"""What stands on standard input is JSON if it is drafts in JSON, and else Markdown."""

import io
import json

import pytest

from channelwise.check.suppress import read_exceptions
from channelwise.drafts.model import Draft
from channelwise.drafts.read import draft_from, read_drafts
from channelwise.errors import BadInput


def read(text: str, monkeypatch: pytest.MonkeyPatch) -> list[Draft]:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    return read_drafts(["-"])


def test_json_is_read_as_json(monkeypatch: pytest.MonkeyPatch) -> None:
    """An object or a list of objects with a text, with their fields."""
    [one] = read('\n {"networks": "acme", "text": "Bread"}\n', monkeypatch)
    assert (one.file, one.text, one.networks) == ("<stdin>", "Bread", ("acme",))
    drafts = read(json.dumps([{"text": "A"}, {"text": "B"}]), monkeypatch)
    assert [one.text for one in drafts] == ["A", "B"]


@pytest.mark.parametrize(
    "text",
    ["[NEW] Bread", "{{name}}, bread!", '["a", "b"]', "[1]", "[" * 9000, "{ bread }"],
)  # fmt: skip
def test_anything_else_is_markdown(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    [one] = read(text, monkeypatch)
    assert one.text == text


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('{"words": "no draft"}', "<stdin>:1:1"), ('{"text": "A",}', "<stdin>:1:1"),
        ('[{"text": "A", "networks": ["x"]', "<stdin>:1:"), (' [ {"text": "A"', "<stdin>:1:"),
    ],
)  # fmt: skip
def test_half_a_json_is_no_post(text: str, place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What begins as JSON does and is none, as from a broken pipe, is bad input with its place."""
    with pytest.raises(BadInput) as caught:
        read(text, monkeypatch)
    assert str(caught.value.problems[0]).startswith(place)


def test_mistakes_in_json_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """One entry with a text is enough to take the list for drafts: the other lacks its own."""
    with pytest.raises(BadInput, match="text"):
        read('[{"text": "A"}, {"txt": "B"}]', monkeypatch)


def test_comments_in_json_are_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """JSON from standard input is no Markdown either, so nothing is taken out of its text."""
    words = "A <!-- channelwise: ignore a.b because x --> <!-- y -->"
    [one] = read(json.dumps({"text": words}), monkeypatch)
    assert read_exceptions(one).draft.text == words
    assert read_exceptions(one).exceptions == ()


def test_a_text_given_in_python_is_markdown() -> None:
    assert draft_from('{"text": "A"}').text == '{"text": "A"}'
