"""Drafts as people write them: fields, pictures, folders, places."""

import io
import json
import sys
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from channelwise.drafts.model import Draft, Media, Spot
from channelwise.drafts.read import draft_from, read_drafts, readable_drafts
from channelwise.errors import BadInput

WHOLE = """\
---
networks: [acme, beta, acme]
account: the shop
kind: business
format: image
language: fa
title: "Opening: day one"
media:
  - shop.jpg
  - {file: photos/door.png, alt: The new door}
  - {file: plain.png, alt: ""}
link: https://acme.example/opening
poll: [Bread, Cake]
schedule: 2026-11-23T09:30
reply: true
---

We open on Monday.
"""


def test_every_field_is_read(tmp_path: Path) -> None:
    """All fields of a front matter arrive as they were declared, each with its place."""
    path = tmp_path / "a.md"
    path.write_text(WHOLE)
    (draft,) = read_drafts([str(path)])
    assert draft.file == str(path)
    assert draft.source == WHOLE
    assert draft.text == "We open on Monday."
    assert draft.text_at == Spot(18, 1)
    assert draft.networks == ("acme", "beta")
    assert (draft.account, draft.kind, draft.format) == ("the shop", "business", "image")
    assert (draft.language, draft.title) == ("fa", "Opening: day one")
    assert draft.media == (
        Media(tmp_path / "shop.jpg", "shop.jpg", None, Spot(9, 5)),
        Media(tmp_path / "photos/door.png", "photos/door.png", "The new door", Spot(10, 12)),
        Media(tmp_path / "plain.png", "plain.png", None, Spot(11, 12)),
    )
    assert draft.link == "https://acme.example/opening"
    assert draft.poll == ("Bread", "Cake")
    assert draft.schedule == datetime(2026, 11, 23, 9, 30)
    assert draft.reply is True
    assert draft.spots["networks"] == Spot(2, 11)
    assert draft.spots["networks[1]"] == Spot(2, 18)
    assert draft.spots["media[1].alt"] == Spot(10, 34)
    assert draft.spots["poll[1]"] == Spot(13, 15)


def test_what_is_not_declared_stays_open() -> None:
    """A text alone declares nothing, and nothing is guessed."""
    draft = draft_from("Hello\n")
    source = "Hello\n"
    assert draft == Draft("<draft>", source, "Hello", Spot(1, 1), runs=draft.runs)
    assert dict(draft.spots) == {}


def test_a_field_that_is_left_empty_is_not_declared() -> None:
    """A template with empty fields says no more than one without them."""
    draft = draft_from("---\nnetworks: acme\ntitle:\nreply:\nmedia:\n---\nA")
    assert (draft.title, draft.reply, draft.media) == (None, False, ())
    assert set(draft.spots) == {"networks"}


def test_one_of_a_list_needs_no_list() -> None:
    """One network and one file may stand alone."""
    draft = draft_from("---\nnetworks: acme\nmedia: a.png\n---\n")
    assert draft.networks == ("acme",)
    assert [(one.written, one.spot) for one in draft.media] == [("a.png", Spot(3, 8))]
    draft = draft_from("---\nmedia: {file: a.png, alt: A}\n---\n")
    assert [(one.alt, one.spot) for one in draft.media] == [("A", Spot(2, 15))]


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2026-11-23", date(2026, 11, 23)),
        ("2026-11-23T09:30", datetime(2026, 11, 23, 9, 30)),
        ("2026-11-23 09:30", datetime(2026, 11, 23, 9, 30)),
        ("2026-11-23T09:30:15", datetime(2026, 11, 23, 9, 30, 15)),
        ("2026-11-23T09:30Z", datetime(2026, 11, 23, 9, 30, tzinfo=UTC)),
        (
            "2026-11-23T09:30+03:30",
            datetime(2026, 11, 23, 9, 30, tzinfo=timezone(timedelta(hours=3, minutes=30))),
        ),
    ],
)
def test_a_schedule_keeps_its_offset(written: str, moment: datetime) -> None:
    """A day, with or without a time, which has an offset or none, which is then not guessed."""
    schedule = draft_from(f"---\nschedule: {written}\n---\nA").schedule
    assert schedule == moment
    assert type(schedule) is type(moment)
    assert getattr(schedule, "tzinfo", None) == getattr(moment, "tzinfo", None)


def test_blank_lines_above_the_front_matter_do_not_switch_it_off() -> None:
    """It is read all the same, its fields and mistakes keep their lines; a lone line is text."""
    draft = draft_from("\n \n---\nnetworks: x\n---\nA\n")
    assert (draft.text, draft.networks) == ("A", ("x",))
    assert (draft.spots["networks"], draft.text_at) == (Spot(4, 11), Spot(6, 1))
    with pytest.raises(BadInput, match="<draft>:4:1: network:"):
        draft_from("\n \n---\nnetwork: x\n---\nA\n")
    for text in ("\n---\nA", "\n---\n---", "\n---\nBig news today\n---\nWe open"):
        assert draft_from(f"{text}\n").text == text


def test_one_bad_draft_of_a_list_hides_no_others(tmp_path: Path) -> None:
    """The others of a JSON file are read, and what is wrong is told with its place."""
    file = tmp_path / "two.json"
    file.write_text('[{"text": "A"},\n {"text": 3},\n {"text": "B"}]', encoding="utf-8")
    drafts, problems = readable_drafts([str(file)])
    assert [one.text for one in drafts] == ["A", "B"]
    assert [(one.line, one.field) for one in problems] == [(2, "[1].text")]


@pytest.mark.parametrize("declared", ["media: a.png", "poll: [a, b]", "link: https://acme.example"])
def test_a_post_may_have_no_words(declared: str) -> None:
    """A picture, a poll or a link is enough to post."""
    draft = draft_from(f"---\n{declared}\n---\n")
    assert draft.text == ""
    assert draft.text_at == Spot(4, 1)


def test_json_has_the_same_fields(tmp_path: Path) -> None:
    """One object, or a list of them, with the fields of a front matter."""
    entry = {
        "text": "سلام\nدنیا",
        "networks": ["acme"],
        "reply": True,
        "schedule": "2026-11-23T09:30",
    }
    entry["media"] = [{"file": "a.png", "alt": "A"}]
    (tmp_path / "a.json").write_text(json.dumps(entry))
    (tmp_path / "b.json").write_text(
        json.dumps([entry, {"text": "B"}], ensure_ascii=False, indent=1)
    )
    one, first, second = read_drafts([str(tmp_path)])
    for draft in (one, first):
        assert (draft.text, draft.networks, draft.reply) == ("سلام\nدنیا", ("acme",), True)
        assert draft.schedule == datetime(2026, 11, 23, 9, 30)
        assert [media.path for media in draft.media] == [tmp_path / "a.png"]
        assert draft.text_at is None
    assert second.text == "B"
    assert second.spots == {"text": Spot(17, 11)}
    assert first.spots["networks[0]"] == Spot(5, 4)


PICTURES: list[tuple[str, str, str, list[tuple[str, str | None, Spot]]]] = [
    (
        "between two paragraphs",
        "A\n\n![The door](door.png)\n\nB\n",
        "A\n\nB",
        [("door.png", "The door", Spot(3, 1))],
    ),
    ("right below a line", "A\n![d](d.png)\nB", "A\nB", [("d.png", "d", Spot(2, 1))]),
    (
        "below a line, above a blank one",
        "A\n![d](d.png)\n\nB",
        "A\n\nB",
        [("d.png", "d", Spot(2, 1))],
    ),
    ("at the beginning", "![d](d.png)\n\nA", "A", [("d.png", "d", Spot(1, 1))]),
    ("at the end", "A\n\n![d](d.png)\n", "A", [("d.png", "d", Spot(3, 1))]),
    ("at the end with a blank line", "A\n\n![d](d.png)\n\n", "A", [("d.png", "d", Spot(3, 1))]),
    ("alone", "![d](d.png)\n", "", [("d.png", "d", Spot(1, 1))]),
    (
        "two in a line",
        "A\n\n![d](d.png) ![e](e.png)\n",
        "A",
        [("d.png", "d", Spot(3, 1)), ("e.png", "e", Spot(3, 13))],
    ),
    (
        "one below the other",
        "A\n\n![d](d.png)\n\n![e](e.png)\n\nB",
        "A\n\nB",
        [("d.png", "d", Spot(3, 1)), ("e.png", "e", Spot(5, 1))],
    ),
    ("without words", "A\n![](d.png)", "A", [("d.png", None, Spot(2, 1))]),
    ("with blank words", "A\n![ ](d.png)", "A", [("d.png", None, Spot(2, 1))]),
    ("indented", "A\n  ![d](d.png)  \n", "A", [("d.png", "d", Spot(2, 3))]),
    ("with a title", 'A\n![d](d.png "The d")', "A", [("d.png", "d", Spot(2, 1))]),
    ("with spaces", "A\n![d](my photo.png)", "A", [("my photo.png", "d", Spot(2, 1))]),
    ("with parentheses", "A\n![d](photo (1).png)", "A", [("photo (1).png", "d", Spot(2, 1))]),
    ("in angle brackets", "A\n![d](<my photo.png>)", "A", [("my photo.png", "d", Spot(2, 1))]),
    ("with brackets in its words", "A\n![a [b] c](d.png)", "A", [("d.png", "a [b] c", Spot(2, 1))]),
    ("with escapes in its words", "A\n![a \\[b\\]](d.png)", "A", [("d.png", "a [b]", Spot(2, 1))]),
    ("with Persian words", "A\n![درِ تازه](در.png)", "A", [("در.png", "درِ تازه", Spot(2, 1))]),
    ("in a sentence", "See ![d](d.png)", "See ![d](d.png)", []),
    ("before a sentence", "![d](d.png) is new", "![d](d.png) is new", []),
    ("as a link around it", "[![d](d.png)](x)", "[![d](d.png)](x)", []),
    ("not closed", "![d](d.png", "![d](d.png", []),
    ("without a file part", "![d]", "![d]", []),
    ("not a picture", "!\n[d](d.png)", "!\n[d](d.png)", []),
]


@pytest.mark.parametrize(
    ("source", "text", "media"), [one[1:] for one in PICTURES], ids=[one[0] for one in PICTURES]
)
def test_pictures_in_the_text(
    source: str, text: str, media: list[tuple[str, str | None, Spot]]
) -> None:
    """A picture on a line of its own becomes media and leaves the text; no other does."""
    draft = draft_from(source)
    assert draft.text == text
    assert [(one.written, one.alt, one.spot) for one in draft.media] == media


def test_a_picture_may_have_a_space_as_an_escape() -> None:
    """Markdown writes a space as `%20`; the file has a space, the finding shows what is written."""
    (one,) = draft_from("![d](my%20photo.png)", folder=Path("/drafts")).media
    assert (one.written, one.path) == ("my%20photo.png", Path("/drafts/my photo.png"))


def test_declared_media_come_first() -> None:
    """Media of the front matter stand before those of the text."""
    draft = draft_from("---\nmedia: a.png\n---\nA\n\n![b](b.png)\n")
    assert [one.written for one in draft.media] == ["a.png", "b.png"]


def test_media_are_beside_the_draft(tmp_path: Path) -> None:
    """A path is taken from the folder of the draft, and may lead out of it or be absolute."""
    (tmp_path / "posts").mkdir()
    path = tmp_path / "posts" / "a.md"
    path.write_text("---\nmedia: [a.png, ../b.png, /c.png]\n---\n![d](d/e.png)")
    (draft,) = read_drafts([str(path)])
    folder = path.parent
    assert [one.path for one in draft.media] == [
        folder / "a.png", folder / "../b.png", Path("/c.png"), folder / "d/e.png",
    ]  # fmt: skip


def test_a_drive_is_no_address() -> None:
    """A path of Windows with its drive is a file."""
    (one,) = draft_from("---\nmedia: 'C:/photos/a.png'\n---\n").media
    assert one.written == "C:/photos/a.png"


def test_a_folder_gives_its_drafts_in_order(tmp_path: Path) -> None:
    """All three kinds at any depth, by name, without hidden ones and without other files."""
    for name in (
        "b.md",
        "a.txt",
        "c.JSON",
        "sub/a.md",
        "sub/deep/z.md",
        "art/x.md",
        ".hidden.md",
        ".git/a.md",
        "d.yaml",
        "photo.png",
        "md",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text('{"text": "JSON"}' if name == "c.JSON" else name)
    texts = [draft.text for draft in read_drafts([str(tmp_path)])]
    assert texts == ["a.txt", "b.md", "JSON", "art/x.md", "sub/a.md", "sub/deep/z.md"]


def test_places_keep_their_order_and_come_once(tmp_path: Path) -> None:
    """Drafts come in the order of the places, and a file that two places name comes once."""
    for name in ("a.md", "b.md", "c.md"):
        (tmp_path / name).write_text(name)
    places = [tmp_path / "c.md", tmp_path, tmp_path / "." / "a.md", tmp_path / "x" / ".." / "b.md"]
    assert [draft.text for draft in read_drafts([str(one) for one in places])] == [
        "c.md",
        "a.md",
        "b.md",
    ]


def test_a_hidden_file_that_is_named_is_read(tmp_path: Path) -> None:
    """Hidden files are left out of folders, not refused."""
    (tmp_path / ".a.md").write_text("A")
    assert [draft.text for draft in read_drafts([str(tmp_path / ".a.md")])] == ["A"]


def test_standard_input_is_markdown(monkeypatch: pytest.MonkeyPatch) -> None:
    """`-` reads one Markdown draft, once."""
    stdin = io.TextIOWrapper(io.BytesIO("---\nnetworks: acme\n---\nسلام\n".encode()))
    monkeypatch.setattr(sys, "stdin", stdin)
    (draft,) = read_drafts(["-", "-"])
    assert (draft.file, draft.text, draft.networks) == ("<stdin>", "سلام", ("acme",))


def test_a_closed_standard_input_is_an_empty_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a standard input there is nothing to read, and that is said."""
    from channelwise.errors import BadInput

    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(BadInput, match="<stdin>: the file is empty"):
        read_drafts(["-"])


def test_no_places_give_no_drafts() -> None:
    """Nothing asked, nothing read."""
    assert read_drafts([]) == []


def test_a_draft_cannot_be_changed() -> None:
    """A draft is frozen, its places as well."""
    draft = draft_from("---\ntitle: a\n---\nA")
    with pytest.raises(AttributeError):
        draft.text = "B"  # type: ignore[misc]
    with pytest.raises(TypeError):
        draft.spots["title"] = Spot(1, 1)  # type: ignore[index]
