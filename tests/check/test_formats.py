"""The limits of a network's formats, each broken and each kept, with real files."""

from pathlib import Path
from typing import Any

import pytest

from channelwise.check.table import CODES
from channelwise.texts import load
from check.made_up import (
    acme,
    claimed,
    draft,
    found,
    limit,
    picture,
    run,
    settings,
    stated,
    video,
    weighty,
)

Files = dict[str, Any]


def codes(
    text: str, limits: dict[str, Any], form: str = "text", **fields: Any
) -> list[tuple[str, str]]:
    """What is claimed of a draft in a format with these limits."""
    return claimed(run(draft(text, format=form, **fields), acme({form: limits})))


@pytest.mark.parametrize(("hard", "level"), [(True, "error"), (False, "note")])
def test_only_a_hard_limit_is_an_error(hard: bool, level: str) -> None:
    """A text beyond a firm limit is an error, beyond any other a note; at the limit it is fine."""
    limits = {"max_chars": limit(10, "characters", hard=hard)}
    assert codes("12345678901", limits) == [("acme.length", level)]
    assert codes("1234567890", limits) == []


def test_length_shows_count_place_and_ground() -> None:
    """Too long: the sum, the first character that does not fit, the fix and the source are told."""
    network = acme({"text": {"max_chars": limit(10, "characters")}}, {"unit": "utf16_units"})
    [one] = found(run(draft("Bread 🥖🥖 today\nnow", format="text"), network))
    assert one.count and one.count.en == "20 (UTF-16 units): 16 characters, 2 characters × 2 = 4"
    assert one.span and (one.span.line, one.span.column) == (6, 9)
    assert (one.span.end_line, one.span.end_column) == (7, 4)
    assert one.message.en == "The text is too long by 10: 20 of 10"
    assert one.fix and "10" in one.fix.text.en
    assert [(g.id, g.confidence, g.date) for g in one.grounds] == [
        ("manual", "official", "2026-01")
    ]


def test_open_unit_makes_a_warning() -> None:
    """Where sources leave the unit open, a text that is too long in the strictest is a warning."""
    network = acme(
        {"text": {"max_chars": limit(8, "characters")}},
        {"unit": "code_points", "strictest": "utf16_units"},
    )
    assert claimed(run(draft("🥖🥖🥖🥖🥖", format="text"), network)) == [("acme.length", "warning")]
    assert claimed(run(draft("🥖🥖🥖🥖", format="text"), network)) == []


def test_own_unit_of_a_limit() -> None:
    """A limit that is counted in a unit of its own is held to that one."""
    limits = {"max_bytes": limit(6, None, counted_in="utf8_bytes")}
    assert codes("نانو", limits) == [("acme.length", "error")]
    assert codes("نان", limits) == []


def test_link_that_is_still_to_come() -> None:
    """A text that fits alone and not with its declared link is a warning at the link."""
    limits = {"max_chars": limit(30, "characters")}
    checked = run(
        draft("Bread today at six", format="text", link="https://acme.example/b"),
        acme({"text": limits}),
    )
    [one] = found(checked)
    assert (one.code, one.level, one.span and one.span.line) == ("acme.length", "warning", 5)
    assert codes("See https://acme.example/b now", limits, link="https://acme.example/b") == []


def test_answers_have_their_own_limit() -> None:
    """An answer to somebody is held to the limit of comments, a post is not."""
    limits = {"max_chars": limit(40, "characters"), "comment_max_chars": limit(10, "characters")}
    assert codes("Thank you very much", limits, reply=True) == [("acme.length", "error")]
    assert codes("Thank you very much", limits) == []
    looser = {"max_chars": limit(10, "characters"), "comment_max_chars": limit(40, "characters")}
    assert codes("Thank you very much", looser, reply=True) == []
    assert codes("Thank you very much", looser) == [("acme.length", "error")]


def test_fold_cuts_only_first_sentences() -> None:
    """A first sentence beyond the fold is noted; a long text with a short one is not."""
    limits = {"visible_before_fold": limit(20, "characters", hard=False)}
    assert codes("Our new bread rests for twenty hours. Come.", limits) == [("acme.fold", "note")]
    assert codes("New bread today. It rests for twenty hours in the cold.", limits) == []


AMOUNTS = [
    ("text", "hashtags_max", limit(2, "hashtags"), "#one #two", "#one #two #three", {}, "hashtags"),
    ("text", "mentions_max", limit(1, "mentions"), "Hi @ann", "Hi @ann @bob", {}, "mentions"),
    ("text", "cashtags_max", limit(1, "cashtags"), "$ABC is up, at $5", "$ABC and $XYZ", {}, "cashtags"),
    ("text", "links_max", limit(1, "links"), "see acme.com", "acme.com or b.com", {}, "links"),
]  # fmt: skip


@pytest.mark.parametrize(("form", "name", "one", "fine", "wrong", "fields", "code"), AMOUNTS)
def test_how_many(
    form: str, name: str, one: Any, fine: str, wrong: str, fields: Files, code: str
) -> None:
    """Too many of a thing is found at the first one too many; the allowed number is fine."""
    assert codes(fine, {name: one}, form, **fields) == []
    checked = run(draft(wrong, format=form, **fields), acme({form: {name: one}}))
    [finding] = stated(checked)
    assert (finding.code, finding.level) == (f"acme.{code}", "error")
    last = wrong.rindex(" ") + 2
    assert finding.span and (finding.span.line, finding.span.column) == (6, last)


def test_recommended_range() -> None:
    """Fewer or more than recommended is a note; nothing is asked of an answer to somebody."""
    limits = {"hashtags_recommended": limit("2-3", "hashtags", hard=False)}
    assert codes("none", limits) == [("acme.hashtags", "note")]
    assert codes("#a1 #b1 #c1 #d1", limits) == [("acme.hashtags", "note")]
    assert codes("#a1 #b1", limits) == []
    assert codes("none", limits, reply=True) == []


def test_advice_is_silent_beside_a_broken_limit() -> None:
    """Where a firm limit is broken, the recommendation of the same thing is not said as well."""
    limits = {
        "hashtags_recommended": limit("1-2", "hashtags", hard=False),
        "hashtags_max": limit(3, "hashtags"),
    }
    assert codes("#a1 #b1 #c1 #d1", limits) == [("acme.hashtags", "error")]


def test_poll() -> None:
    """A poll is told by its answers; their number and lengths are checked, each at its place."""
    limits = {"options": limit("2-3", "options"), "option_max_chars": limit(5, "characters")}
    network = acme({"text": {}, "poll": limits})
    one = draft("Which?", poll=["rye", "spelt loaf", "oat", "white"])
    assert [(f.code, f.span and f.span.line) for f in stated(run(one, network))] == [
        ("acme.poll.option", 6), ("acme.poll.options", 8),
    ]  # fmt: skip
    assert claimed(run(draft("Which?", poll=["rye"]), network)) == [("acme.poll.options", "error")]
    assert claimed(run(draft("Which?", poll=["rye", "oat"]), network)) == []


def test_no_text_and_no_media(tmp_path: Path) -> None:
    """A format without text refuses words, one without media refuses pictures."""
    file = picture(tmp_path, "a.png", (9, 9))
    story = acme({"story": {"caption": limit("none")}})
    poll = acme({"poll": {"media": limit("refused")}})
    worded = draft("Words", tmp_path, media=[file], format="story")
    assert claimed(run(worded, story)) == [("acme.caption", "error")]
    assert claimed(run(draft("", tmp_path, media=[file], format="story"), story)) == []
    shown = draft("Which?", tmp_path, media=[file], poll=["a", "b"])
    assert claimed(run(shown, poll)) == [("acme.items", "error")]


def test_alt_and_title(tmp_path: Path) -> None:
    """Descriptions of pictures and titles are counted on their own."""
    file = picture(tmp_path, "a.png", (9, 9))
    limits = {"alt_max": limit(5, "characters"), "title_max": limit(3, "characters")}
    one = draft(
        "x", tmp_path, media=[{"file": file, "alt": "A loaf"}], title="Bread", format="image"
    )
    assert claimed(run(one, acme({"image": limits}))) == [
        ("acme.alt", "error"), ("acme.title", "error"),
    ]  # fmt: skip
    two = draft("x", tmp_path, media=[{"file": file, "alt": "Loaf"}], title="Rye", format="image")
    assert claimed(run(two, acme({"image": limits}))) == []


def one_file(folder: Path, file: str, form: str, **limits: Any) -> list[tuple[str, str]]:
    return claimed(run(draft("x", folder, media=[file], format=form), acme({form: limits})))


def test_items(tmp_path: Path) -> None:
    """Too few and too many files; what needs a picture and has none is told."""
    files = [picture(tmp_path, f"{n}.png", (9, 9)) for n in range(4)]
    network = acme(
        {"carousel": {"items": limit("2-3", "slides")}, "image": {"items": limit(1, "pictures")}}
    )
    for number, codes_of in ((1, ["acme.items"]), (2, []), (3, []), (4, ["acme.items"])):
        one = draft("x", tmp_path, media=files[:number], format="carousel")
        assert [code for code, _ in claimed(run(one, network))] == codes_of
    assert claimed(run(draft("x", format="image"), network)) == [("acme.items", "error")]


def test_formats_of_files(tmp_path: Path) -> None:
    """A file of another kind than accepted is found by its content, whatever its name says."""
    picture(tmp_path, "a.jpg", (9, 9), "PNG")
    only = limit(["JPG"])
    assert one_file(tmp_path, "a.jpg", "image", formats=only) == [("acme.media.format", "error")]
    picture(tmp_path, "b.jpg", (9, 9), "JPEG")
    assert one_file(tmp_path, "b.jpg", "image", formats=only) == []
    (tmp_path / "c.heic").write_bytes(b"\0\0\0\x18ftypheic" + b"\0" * 40)
    assert one_file(tmp_path, "c.heic", "image", formats=only) == [("acme.media.format", "error")]


def test_a_zip_may_be_slides(tmp_path: Path) -> None:
    """A ZIP is not refused where slides or documents are accepted, which are ZIPs inside."""
    (tmp_path / "a.pptx").write_bytes(b"PK\3\4" + b"\0" * 60)
    assert one_file(tmp_path, "a.pptx", "carousel", formats=limit(["PPTX"])) == []
    assert one_file(tmp_path, "a.pptx", "carousel", formats=limit(["PDF"])) != []


def test_size_and_what_a_megabyte_is(tmp_path: Path) -> None:
    """Too large by any reading is an error, by one reading of MB alone a warning."""
    most = limit(1, "MB")
    for weight, level in ((1_000_000, None), (1_000_001, "warning"), (1_048_577, "error")):
        weighty(tmp_path, "a.bmp", weight)
        expected = [("acme.media.size", level)] if level else []
        assert one_file(tmp_path, "a.bmp", "image", max_file_mb=most) == expected


def test_gifs_have_their_own_size(tmp_path: Path) -> None:
    """Where GIFs have a limit of their own, it holds in place of the general one."""
    name = picture(tmp_path, "a.gif", (9, 9), "GIF")
    small, large = limit(0.00001, "MB"), limit(1, "MB")
    assert one_file(tmp_path, name, "image", max_file_mb=small, gif_max_mb=large) == []
    assert one_file(tmp_path, name, "image", max_file_mb=large, gif_max_mb=small) != []
    png = picture(tmp_path, "a.png", (9, 9))
    assert one_file(tmp_path, png, "image", max_file_mb=large, gif_max_mb=small) == []


VIDEOS = [
    ("seconds", limit("1-2", "seconds"), 15, 10, 30, "media.seconds"),
    ("seconds", limit("1-2", "seconds"), 15, 10, 5, "media.seconds"),
    ("min_seconds", limit(1, "seconds"), 15, 10, 5, "media.seconds"),
    ("max_minutes", limit(0.025, "minutes"), 15, 10, 16, "media.seconds"),
]


@pytest.mark.parametrize(("name", "one", "fine", "rate", "wrong", "code"), VIDEOS)
def test_seconds(
    tmp_path: Path, name: str, one: Any, fine: int, rate: int, wrong: int, code: str
) -> None:
    """Videos that run too long or too short are found; at the limit they are fine."""
    good, bad = video(tmp_path, "a.mp4", fine, rate), video(tmp_path, "b.mp4", wrong, rate)
    assert one_file(tmp_path, good, "short_video", **{name: one}) == []
    assert one_file(tmp_path, bad, "short_video", **{name: one}) == [(f"acme.{code}", "error")]


def test_frames(tmp_path: Path) -> None:
    """Frames a second above the most and below the least are found."""
    quick, slow = video(tmp_path, "a.mp4", 12, 60), video(tmp_path, "b.mp4", 12, 20)
    assert one_file(tmp_path, quick, "short_video", fps_max=limit(30, "frames a second")) != []
    assert one_file(tmp_path, slow, "short_video", fps=limit("23-60", "frames a second")) != []
    assert one_file(tmp_path, quick, "short_video", fps=limit("23-60", "frames a second")) == []


RATIOS = [
    ("9:16", (1080, 1920), True), ("9:16", (1080, 1919), True), ("9:16", (1080, 1900), False),
    ("4:5 to 1.91:1", (1080, 1350), True), ("4:5 to 1.91:1", (1080, 566), True),
    ("4:5 to 1.91:1", (1080, 1400), False), ("4:5 to 1.91:1", (1200, 600), False),
]  # fmt: skip


@pytest.mark.parametrize(("value", "size", "fine"), RATIOS)
def test_shape(tmp_path: Path, value: str, size: tuple[int, int], fine: bool) -> None:
    """Width to height outside the range is found; a pixel more or less is rounding."""
    name = picture(tmp_path, "a.png", size)
    got = one_file(tmp_path, name, "image", aspect_ratio=limit(value, "width to height"))
    assert got == ([] if fine else [("acme.media.ratio", "error")])


TOLD = [
    ("9:16", (1080, 1900), "1080×1900, which is 9.1:16; accepted: 9:16"),
    ("9:16", (542, 960), "542×960, which is 9.03:16; accepted: 9:16"),
    ("4:5 to 1.91:1", (300, 400), "300×400, which is 3.8:5; accepted: 4:5 to 1.91:1"),
    ("4:5 to 1.91:1", (400, 100), "400×100, which is 4:1; accepted: 4:5 to 1.91:1"),
    ("1:3 to 3:1", (1, 4000), "1×4000, which is 0.0008:3; accepted: 1:3 to 3:1"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "size", "says"), TOLD)
def test_shapes_are_told_as_the_limit_is(
    tmp_path: Path, value: str, size: tuple[int, int], says: str
) -> None:
    """The shape of a file is written as that of the limit beside it, so that the two compare."""
    ratio = {"image": {"aspect_ratio": limit(value, "width to height")}}
    media = [picture(tmp_path, "a.png", size)]
    [one] = stated(run(draft("x", tmp_path, media=media, format="image"), acme(ratio)))
    assert one.message.en == f"a.png has the wrong shape: {says}"


def test_a_series_has_the_shape_of_its_first(tmp_path: Path) -> None:
    """Only the first of a series is held to the shape, as the others are cropped to it."""
    files = [picture(tmp_path, "a.png", (100, 100)), picture(tmp_path, "b.png", (100, 300))]
    network = acme({"carousel": {"aspect_ratio": limit("4:5 to 1.91:1", "width to height")}})
    assert claimed(run(draft("x", tmp_path, media=files, format="carousel"), network)) == []
    turned = draft("x", tmp_path, media=files[::-1], format="carousel")
    assert claimed(run(turned, network)) == [("acme.media.ratio", "error")]


PIXELS = [
    ("width_px", limit("50-90", "pixels"), (90, 9), (91, 9)),
    ("width_px", limit("50-90", "pixels"), (50, 9), (49, 9)),
    ("min_height_px", limit(50, "pixels"), (9, 50), (9, 49)),
    ("max_px", limit("80x60", "pixels"), (60, 80), (81, 9)),
    ("max_px", limit("80x60", "pixels"), (60, 80), (9, 81)),
    ("min_px", limit("60x80", "pixels"), (80, 60), (60, 79)),
    ("resolution", limit("32x32 to 80x60", "pixels"), (60, 80), (61, 80)),
    ("max_pixels", limit(4800, "pixels in all"), (80, 60), (81, 60)),
]


@pytest.mark.parametrize(("name", "one", "fine", "wrong"), PIXELS)
def test_pixels(
    tmp_path: Path, name: str, one: Any, fine: tuple[int, int], wrong: tuple[int, int]
) -> None:
    """Limits in pixels, which hold for a picture on its side as well."""
    good, bad = picture(tmp_path, "a.png", fine), picture(tmp_path, "b.png", wrong)
    assert one_file(tmp_path, good, "image", **{name: one}) == []
    assert one_file(tmp_path, bad, "image", **{name: one}) == [("acme.media.pixels", "error")]


def test_best_size_is_advice(tmp_path: Path) -> None:
    """A picture smaller than recommended is a note, even if its source is official."""
    good, bad = picture(tmp_path, "a.png", (90, 60)), picture(tmp_path, "b.png", (90, 59))
    best = limit("90x60", "pixels", hard=True)
    assert one_file(tmp_path, good, "image", px=best) == []
    assert one_file(tmp_path, bad, "image", px=best) == [("acme.media.pixels", "note")]


def test_mixed_series_holds_pictures_to_limits_of_pictures(tmp_path: Path) -> None:
    """Among slides, limits beside a list of picture formats say nothing of a video."""
    files = [picture(tmp_path, "a.jpg", (90, 90), "JPEG"), video(tmp_path, "b.mp4", 5)]
    limits = {"formats": limit(["JPEG"]), "max_file_mb": limit(0.000001, "MB")}
    one = draft("x", tmp_path, media=files, format="carousel")
    got = [(f.code, f.span and f.span.line) for f in stated(run(one, acme({"carousel": limits})))]
    assert got == [("acme.media.size", 5)]
    alone = acme({"short_video": limits})
    video_alone = draft("x", tmp_path, media=files[1:], format="short_video")
    assert {code for code, _ in claimed(run(video_alone, alone))} == {
        "acme.media.format",
        "acme.media.size",
    }


def test_unknown_limits_are_said_once() -> None:
    """Limits with an unknown name, unit or value are named as not checked, once a format."""
    limits = {
        "smells_max": limit(1, "roses"), "hashtags_max": limit(3, "bushels"),
        "links_max": limit("a few", "links"), "max_chars": limit(9, "words"),
        "mentions_max": limit(9, "mentions"),
    }  # fmt: skip
    drafts = [draft("one", format="text"), draft("two", file="two.md", format="text")]
    [one] = found(run(drafts, acme({"text": limits})))
    assert (one.code, one.state) == ("acme.limits", "not_evaluated")
    assert one.message.en.endswith(": smells_max, hashtags_max, links_max, max_chars")


def test_format_that_is_not_carried() -> None:
    """A format that the network lacks is an error that names those it has."""
    network = acme({"text": {}, "image": {}, "story": None})
    [one] = found(run(draft("x", format="story"), network))
    assert (one.code, one.level, one.span and one.span.line) == ("acme.format", "error", 4)
    assert one.fix and one.fix.text.en == "Choose one of: text, pictures"


def test_format_of_which_nothing_is_known() -> None:
    """A format that the network's file does not speak of is not evaluated."""
    [one] = found(run(draft("x", format="live"), acme({"text": {}})))
    assert (one.code, one.state, one.level) == ("acme.format", "not_evaluated", "note")


TIERS = {
    "max_chars": limit(10, "characters"),
    "premium_max_chars": limit(20, "characters"),
}
ACCOUNTS = """accounts:
  - {name: plain, network: acme}
  - {name: big, network: acme, tier: premium}
  - {name: other, kind: business}
"""


@pytest.mark.parametrize(
    ("account", "length", "wrong"),
    [
        (None, 11, True),
        ("plain", 11, True),
        ("other", 11, True),
        ("big", 11, False),
        ("big", 21, True),
    ],
)
def test_tier_of_the_account(account: str | None, length: int, wrong: bool) -> None:
    """An account of a tier has that tier's limit; without one the stricter holds and says so."""
    network = acme({"text": TIERS})
    fields = {"account": account} if account else {}
    checked = run(
        draft("x" * length, format="text", **fields), network, config=settings(ACCOUNTS, network)
    )
    assert bool(claimed(checked)) is wrong
    if wrong and length == 11:
        assert "premium" in found(checked)[0].because.en
        assert "20" in found(checked)[0].because.en


def test_tier_of_an_account_elsewhere() -> None:
    """The tier of an account on one network opens nothing on another."""
    config = settings("accounts: [{name: big, network: beta, tier: premium}]\n")
    one = draft("x" * 11, format="text", account="big")
    assert claimed(run(one, acme({"text": TIERS}), config=config)) == [("acme.length", "error")]


def test_files_that_are_missing_or_broken(tmp_path: Path) -> None:
    """A missing or broken file is a warning at its name; one that is only unknown is not claimed."""
    whole = picture(tmp_path, "a.png", (50, 50))
    (tmp_path / "cut.png").write_bytes((tmp_path / whole).read_bytes()[:60])
    (tmp_path / "odd.xyz").write_bytes(b"what is this" * 9)
    (tmp_path / "odd.jpg").write_bytes(b"what is this" * 9)
    one = draft("x", tmp_path, media=["none.png", "cut.png", "odd.xyz", "odd.jpg"], format="image")
    got = [(f.level, f.state, f.span and f.span.line) for f in run(one, acme({"image": {}})).findings if f.code == "core.file"]  # fmt: skip
    assert got == [
        ("warning", "found", 5), ("warning", "found", 6), ("note", "not_evaluated", 7),
        ("warning", "found", 8),
    ]  # fmt: skip


def test_placeholders_are_priced() -> None:
    """A placeholder is noted at its place with what it counts on the network."""
    one = draft("Dear {{name}}, see [URL]", format="text")
    got = [f for f in run(one, acme({"text": {}})).findings if f.code == "core.placeholder"]
    assert [(f.span and f.span.column, f.count and f.count.en) for f in got] == [
        (6, "8 on Acme as written"), (20, "5 on Acme as written"),
    ]  # fmt: skip


def test_real_link_placeholder_costs_what_a_link_costs() -> None:
    """On a network where all links cost the same, `[URL]` is counted as that."""
    from known import rulebook

    [network] = [one for one in rulebook().networks if one.id == "x"]
    one = draft("Fresh bread [URL]", format="text", networks=["x"])
    [found_] = [f for f in run(one, network).findings if f.code == "core.placeholder"]
    assert found_.count and found_.count.en == "23 on X (Twitter), whatever it will be"


def test_a_fine_draft_is_silent(tmp_path: Path) -> None:
    """Within all limits nothing is found."""
    file = picture(tmp_path, "a.png", (90, 60))
    limits = {
        "items": limit("1-4", "pictures"), "caption_max": limit(280, "characters"),
        "hashtags_recommended": limit("1-3", "hashtags", hard=False),
        "px": limit("90x60", "pixels", hard=False), "formats": limit(["PNG"]),
    }  # fmt: skip
    one = draft("Rye today. #Bread", tmp_path, media=[{"file": file, "alt": "Rye"}], format="image")
    assert stated(run(one, acme({"image": limits}))) == []


def test_network_of_which_nothing_is_known() -> None:
    """A misspelt network is an error at its name with the nearest one; none at all is a note."""
    checked = run(draft("x", networks=["acne"]), acme())
    [one] = [f for f in checked.findings if f.code == "core.network"]
    assert (one.level, one.span and one.span.line) == ("error", 3)
    assert one.fix and one.fix.text.en == "Did you mean “acme”?"
    [two] = [f for f in run(draft("x", networks=None), acme()).findings if f.code == "core.network"]
    assert (two.state, two.level) == ("not_evaluated", "note")


def test_every_code_has_words_in_both_languages() -> None:
    """Every code that a limit can have is explained, in English and Persian."""
    phrases = load().phrases
    for code in CODES:
        for part in ("title", "because", "instead"):
            text = phrases[f"check.rule.{code}.{part}"].text
            assert text.en
            assert text.fa
