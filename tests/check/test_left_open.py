"""What could not be checked is said, and limits that are misspelt are told to their authors."""

from pathlib import Path
from typing import Any

import pytest

from channelwise.check.slips import slips
from channelwise.check.table import TABLE
from check.made_up import acme, draft, found, limit, picture, run, video
from known import ROOT, rulebook


def test_a_format_without_limits_is_said() -> None:
    """Where no limit of a format is known, that is told for each draft, and nothing is claimed."""
    drafts = [draft("x" * 9999, file=f"{n}.md", format="live") for n in range(2)]
    got = found(run(drafts, acme({"live": {}})))
    assert [(f.code, f.state, f.leaves_out) for f in got] == [
        ("acme.format", "not_evaluated", True)
    ] * 2


GAPS = [
    ({"items": limit(1, "pictures or videos")}, "png",
     ["the length of the text", "kinds of files", "the size of files", "shape and pixels"]),
    ({"caption": limit("none"), "max_file_mb": limit(1, "MB"), "formats": limit(["PNG", "MP4"])},
     "mp4", ["the length of videos", "shape and pixels"]),
    ({"max_chars": limit(9, "characters"), "max_file_mb": limit(1, "MB"), "formats": limit(["PNG"]),
      "max_px": limit("90x90", "pixels")}, "png", []),
]  # fmt: skip


@pytest.mark.parametrize(("limits", "kind", "gaps"), GAPS)
def test_what_no_limit_is_known_for(
    tmp_path: Path, limits: Any, kind: str, gaps: list[str]
) -> None:
    """What a draft has and the network's file says nothing of is named."""
    name = picture(tmp_path, "a.png", (9, 9)) if kind == "png" else video(tmp_path, "a.mp4", 5)
    checked = run(draft("x", tmp_path, media=[name], format="story"), acme({"story": limits}))
    said = [f.message.en for f in found(checked) if f.code == "acme.limits"]
    assert said == ([f"Of the format “stories” on Acme, no limit is known for: {', '.join(gaps)}."] if gaps else [])  # fmt: skip


def test_video_slides_are_not_held_to_limits_of_pictures(tmp_path: Path) -> None:
    """A list of picture formats says nothing of a video slide: it is named as not checked."""
    media = [picture(tmp_path, "a.png", (9, 9)), video(tmp_path, "b.mp4", 5)]
    limits = {"formats": limit(["PNG"]), "max_file_mb": limit(1, "MB"), "max_px": limit("90x90", "pixels"), "caption_max": limit(9, "characters")}  # fmt: skip
    [one] = found(run(draft("x", tmp_path, media=media, format="carousel"), acme({"carousel": limits})))  # fmt: skip
    assert "the length of videos" in one.message.en


SLIPS = [
    ("alt_txt_max", limit(9, "characters"), "“alt_max”"),
    ("premium_max_chars", limit(9, "characters"), "no check knows"),
    ("hashtags_max", limit(9, "hashtag"), "known: "),
    ("hashtags_max", limit("a few", "hashtags"), "a few"),
    ("max_chars", limit(9, "letters"), "9"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "one", "says"), SLIPS)
def test_slips_of_a_network(name: str, one: dict[str, Any], says: str) -> None:
    """A limit that no check knows is told with what was meant, unless it says so itself."""
    network = acme({"text": {name: one}})
    [slip] = slips(network)
    assert says in slip.en
    assert f"text.{name}" in slip.fa
    assert list(slips(acme({"text": {name: one | {"checked": False}}}))) == []


def test_built_in_networks_have_no_slips() -> None:
    """Every limit of the built-in networks is checked, or says that it is not."""
    assert [slip.en for network in rulebook().networks for slip in slips(network)] == []


def test_the_page_names_every_limit_and_unit() -> None:
    """The table of docs/limits.md has the names and units that checks know, and no others."""
    page = (ROOT / "docs" / "limits.md").read_text(encoding="utf-8")
    rows = page.split("<!-- names -->")[1].split("<!-- /names -->")[0].splitlines()
    named: dict[str, set[str]] = {}
    for row in (one for one in rows if one.startswith("| `")):
        names, _, units = (cell.strip() for cell in row.strip().strip("|").split("|"))
        for name in names.split(", "):
            named[name.strip("`")] = {unit.strip("`") for unit in units.split(", ") if "`" in unit}
    assert named == {name: set(row.units) for name, row in TABLE.items()}
