"""Drafts in one JSON list: each has its own findings, exceptions and place."""

import json
from pathlib import Path

import pytest

from channelwise.drafts.model import Draft
from channelwise.drafts.read import read_drafts
from check.made_up import acme, draft, run

# A format that the network does not carry: the draft says nothing that has a place of its own.
NONE = acme({"text": None, "image": {}})
EXCEPTION = [{"code": "acme.format", "reason": "goes out as a story"}]


def listed(folder: Path, *drafts: dict[str, object]) -> list[Draft]:
    file = folder / "list.json"
    lines = ",\n".join(json.dumps({"networks": "acme", **one}) for one in drafts)
    file.write_text(f"[{lines}]", encoding="utf-8")
    return read_drafts([str(file)])


@pytest.mark.parametrize("which", [0, 1, 2])
def test_an_exception_is_for_its_own_draft(which: int, tmp_path: Path) -> None:
    """Whichever draft of a list has it, the errors of the others stay."""
    posts = [{"text": f"Loaf {index}", "format": "text"} for index in range(3)]
    posts[which]["ignore"] = EXCEPTION
    found = [
        one for one in run(listed(tmp_path, *posts), NONE).findings if one.code == "acme.format"
    ]
    assert [one.span.line for one in found if one.span and one.suppressed] == [which + 1]
    assert [one.span.line for one in found if one.span and one.stands] == [
        line for line in (1, 2, 3) if line != which + 1
    ]


def test_texts_of_one_name_keep_their_own_exceptions() -> None:
    """Of several texts that a program gives under one name, an exception is for its own."""
    fields = {"format": "text", "file": "post.md"}
    accepting, plain = draft("Loaf", ignore=EXCEPTION, **fields), draft("Loaf", **fields)
    for pair in ([accepting, plain], [plain, accepting]):
        checked = run(pair, NONE)
        found = [one for one in checked.findings if one.code == "acme.format"]
        assert [bool(one.suppressed) for one in found] == [one is accepting for one in pair]
        assert checked.files == ["post.md", "post.md#2"]


def test_every_finding_of_a_list_says_which_draft_it_is_of(tmp_path: Path) -> None:
    """A finding without a place of its own stands where its draft begins."""
    posts = ({"text": "Loaf"}, {"text": "", "poll": ["a", "b"]}, {"text": "Bun", "format": "image"})
    findings = run(listed(tmp_path, *posts), NONE).findings
    assert findings
    assert all(one.span for one in findings)
