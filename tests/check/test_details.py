"""Places, counts and words of findings on limits, where more than a number is asked."""

from pathlib import Path
from typing import Any

import pytest

from channelwise.check.codes import described
from channelwise.errors import BadInput
from channelwise.load import reading
from channelwise.reference.limits import limit_lines
from check.made_up import acme, claimed, draft, limit, picture, run, stated, video
from known import rulebook

OPEN = {"unit": "code_points", "strictest": "utf16_units"}
PARTS = [
    ({"poll": ["yes and no", "b"]}, "poll", "option_max_chars", (5, 8)),
    ({"title": "A new bread"}, "text", "title_max", (4, 13)),
]


@pytest.mark.parametrize(("fields", "form", "name", "place"), PARTS)
def test_parts_have_a_place_where_they_are_too_long(
    fields: dict[str, Any], form: str, name: str, place: tuple[int, int]
) -> None:
    """Titles and answers of polls show the first sign that does not fit, as texts do."""
    network = acme({form: {name: limit(5, "characters")}})
    [one] = stated(run(draft("Which?", **fields), network))
    assert one.span
    assert (one.span.line, one.span.column) == place
    assert one.span.end_column > one.span.column


def test_a_quoted_part_is_counted_behind_its_quotation_mark() -> None:
    """A quotation mark before a field is no part of it."""
    from channelwise.drafts.read import draft_from

    network = acme({"poll": {"option_max_chars": limit(5, "characters")}})
    one = draft_from('---\nnetworks: acme\npoll: ["yes, all", no]\n---\nCome?\n', "post.md")
    [found] = stated(run(one, network))
    assert found.span and (found.span.column, found.span.end_column) == (14, 17)
    escaped = draft_from('---\nnetworks: acme\npoll: ["\\u0061bcdefg", no]\n---\nCome?\n', "p.md")
    [whole] = stated(run(escaped, network))
    assert whole.span and whole.span.column == 8


def test_parts_are_counted_in_the_strictest_unit_as_well(tmp_path: Path) -> None:
    """Where the unit is open, a part that fits in one reading only is a warning."""
    file = picture(tmp_path, "a.png", (9, 9))
    one = draft(
        "x", tmp_path, media=[{"file": file, "alt": "🥖🥖🥖"}], title="🥖🥖🥖", format="image"
    )
    for most, level in ((6, None), (5, "warning"), (2, "error")):
        limits = {"alt_max": limit(most, "characters"), "title_max": limit(most, "characters")}
        expected = [("acme.alt", level), ("acme.title", level)] if level else []
        assert claimed(run(one, acme({"image": limits}, OPEN))) == expected


@pytest.mark.parametrize(
    ("value", "own", "en", "fa"),
    [
        ("4:5 to 1.91:1", "۰٫۵ به ۵", "4:5 to 1.91:1", "۴ به ۵ تا ۱٫۹۱ به ۱"),
        ("9:16", "۱٫۶ به ۱۶", "9:16", "۹ به ۱۶"),
    ],
)
def test_a_ratio_is_read_in_the_digits_of_the_language(
    tmp_path: Path, value: str, own: str, en: str, fa: str
) -> None:
    """What a picture has and what is accepted are written the same way, in finding and fix."""
    one = draft("x", tmp_path, media=[picture(tmp_path, "a.png", (90, 900))], format="image")
    network = acme({"image": {"aspect_ratio": limit(value, "width to height")}})
    [found] = stated(run(one, network))
    assert found.fix
    assert found.message.en.endswith(f"; accepted: {en}")
    assert found.message.fa.endswith(f"یعنی {own}؛ پذیرفته می‌شود: {fa}")
    assert f"{en} (width" in found.fix.text.en
    assert f"با نسبت {fa} (" in found.fix.text.fa


def reply(text: str, *, free: bool = True) -> list[tuple[str, str]]:
    network = acme({"text": {"max_chars": limit(5, "characters")}})
    rule = {"reply_mentions": {"value": "free" if free else "counted"}}
    network.plain["counting"] = {"unit": "code_points", **rule}  # type: ignore[index]
    return claimed(run(draft(text, reply=True), network))


def test_mentions_that_begin_an_answer() -> None:
    """Where they are free, only what follows makes an error; with them it is a warning."""
    assert reply("@bob @ann 12345", free=False) == [("acme.length", "error")]
    assert reply("@bob @ann 12345") == [("acme.length", "warning")]
    assert reply("@bob @ann 123456") == [("acme.length", "error")]
    assert reply("@b 12") == []


def test_the_side_that_is_too_long_is_named(tmp_path: Path) -> None:
    """Limits on both sides say which side is beyond them."""
    limits = {"max_px": limit("80x60", "pixels")}
    sides = []
    for size in ((81, 9), (70, 61)):
        name = picture(tmp_path, "a.png", size)
        one = draft("x", tmp_path, media=[name], format="image")
        sides += [
            f.message.en.partition(": ")[2] for f in stated(run(one, acme({"image": limits})))
        ]
    assert sides == ["long side 81; at most 80", "short side 61; at most 60"]


def test_small_pictures_are_told_once(tmp_path: Path) -> None:
    """Advice on sizes is one note for all files, and other shapes with as many pixels are fine."""
    files = [picture(tmp_path, f"{n}.png", (30, 30)) for n in range(5)]
    files.append(picture(tmp_path, "square.png", (75, 75)))
    limits = {"px": limit("90x60", "pixels", hard=False), "items": limit(9, "pictures")}
    [one] = stated(run(draft("x", tmp_path, media=files, format="image"), acme({"image": limits})))
    assert (one.level, one.message.en.startswith("5 files ")) == ("note", True)


def test_a_document_is_one_file_of_many_pages(tmp_path: Path) -> None:
    """Numbers of slides are not held against a document; its size is, though nobody opens it."""
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7\n" + b"\0" * 2_000_000)
    limits = {"formats": limit(["PDF"]), "items_recommended": limit("8-12", "slides", hard=False)}
    one = draft("x", tmp_path, media=["a.pdf"])
    assert claimed(run(one, acme({"carousel": limits}))) == []
    small = acme({"carousel": limits | {"max_file_mb": limit(1, "MB")}})
    assert claimed(run(one, small)) == [("acme.media.size", "error")]


def test_sound(tmp_path: Path) -> None:
    """A silent video is found where sound is asked for."""
    network = acme({"short_video": {"sound": limit("required")}})
    for sound, expected in ((True, []), (False, [("acme.media.sound", "error")])):
        name = video(tmp_path, "a.mp4", 5, sound=sound)
        one = draft("x", tmp_path, media=[name], format="short_video")
        assert claimed(run(one, network)) == expected


def test_a_gif_stands_alone(tmp_path: Path) -> None:
    """Where GIFs stand alone, nothing else goes with one."""
    gif, png = picture(tmp_path, "a.gif", (9, 9), "GIF"), picture(tmp_path, "b.png", (9, 9))
    network = acme({"image": {"gif_items": limit(1, "GIFs alone")}})
    for media, expected in (([gif], []), ([png, png], []), ([png, gif], ["acme.items"])):
        one = draft("x", tmp_path, media=media, format="image")
        assert [code for code, _ in claimed(run(one, network))] == expected


def test_a_title_that_is_asked_for() -> None:
    """A missing title is a warning, as the draft may be meant as a row of posts."""
    network = acme({"article": {"title": limit("required")}})
    assert claimed(run(draft("x", format="article"), network)) == [("acme.title", "warning")]
    assert claimed(run(draft("x", format="article", title="News"), network)) == []
    [one] = stated(run(draft("x", format="article"), network))
    assert one.because.en == "Acme refuses an article without a title; a row of posts needs none."
    [line] = limit_lines(network, "title", rulebook())
    assert line.level == one.level  # the page says what the check does
    assert "warning where there is none" in described("title").levels.en


def test_a_warning_claims_no_refusal() -> None:
    """What is beyond a firm limit only if something is so is refused only then."""
    network = acme({"text": {"max_chars": limit(20, "characters")}})
    [linked] = stated(run(draft("A loaf of rye.", link="https://acme.com/rye"), network))
    assert (linked.level, linked.because.en) == ("warning", "Acme would refuse it then.")
    [long] = stated(run(draft("A loaf of rye bread, and one of spelt."), network))
    assert (long.level, long.because.en) == ("error", "Acme refuses it as it is.")


def test_a_format_like_another() -> None:
    """It has the other's limits, but for its own and those that it is without."""
    limits = {name: limit(number, "characters") for name, number in (("max_chars", 5), ("alt_max", 6), ("title_max", 7))}  # fmt: skip
    like = {"like": {"format": "image", "without": ["title_max"]}}
    network = acme({"image": limits, "carousel": {"alt_max": limit(9, "characters")}}, specs={"carousel": like})  # fmt: skip
    held = network.plain["formats"]["carousel"]["limits"]
    assert {name: one["value"] for name, one in held.items()} == {"max_chars": 5, "alt_max": 9}
    assert network.evidence["formats.carousel.limits.max_chars"].id == "manual"


def test_a_claim_may_be_softer_or_firmer_than_its_fact() -> None:
    """The claim that is cited decides whether a limit may be firm, and is what is shown."""
    from channelwise.load.bundle import core

    files = text_of()
    soft = ITEMS.replace("hard: true", "claim: diary, hard: false")
    files["network.yaml"] = files["network.yaml"].replace(ITEMS, soft)
    plain = reading.network({n: (n, body.encode()) for n, body in files.items()}, core().data)
    cited = plain["cited"]["limit.items#diary"]
    assert (cited["title"], cited["confidence"]) == ("A maker's diary", "blog")


def text_of() -> dict[str, str]:
    from known import ROOT

    path = ROOT / "tests" / "acme_network"
    return {
        name: (path / name).read_text(encoding="utf-8") for name in ("network.yaml", "facts.yaml")
    }


ITEMS = "        items: {value: 4, unit: pictures, fact: limit.items, hard: true}\n"
BAD = [
    (ITEMS, ITEMS.replace("hard", "claim: nobody, hard"), "no claim of the source 'nobody'"),
    (ITEMS, ITEMS.replace("hard", "claim: diary, hard"), "this one is 'blog'"),
    ("    image:\n", "    image:\n      like: {format: live}\n", "'live' is no other format"),
    ("    text:\n", "    text:\n      like: {format: image, without: [item]}\n", "no limit 'item'"),
    ("    text:\n", "    text:\n      like: {format: text}\n", "'text' is no other format"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "says"), BAD)
def test_claims_and_likes_that_lead_nowhere(old: str, new: str, says: str) -> None:
    """A claim that its fact does not have and a format that is not there are told with a place."""
    from channelwise.load.bundle import core

    files = text_of()
    assert old in files["network.yaml"]
    files["network.yaml"] = files["network.yaml"].replace(old, new, 1)
    with pytest.raises(BadInput) as caught:
        reading.network({name: (name, body.encode()) for name, body in files.items()}, core().data)
    assert any(says in str(problem) and problem.line for problem in caught.value.problems)
