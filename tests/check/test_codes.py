"""Every code that a check can report is described, and every described code can be reported."""

import ast
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import get_args

import pytest

import channelwise
from channelwise.check.codes import CORE_CODES, described, key_of
from channelwise.check.table import CODES, TABLE
from channelwise.render.check_sarif import sarif
from channelwise.text import Text
from channelwise.texts import load
from channelwise.tone.outcome import Missing
from channelwise.vocabulary import LANGS, Lang
from check.made_up import acme, draft, limit, picture, run, settings, video, weighty

ENGINE = Path(channelwise.__file__).parent
KEYS = (*CODES, *CORE_CODES)
PARTS = ("title", "what", "because", "instead", "levels")
ANY = ".+"


def written(node: ast.expr) -> str:
    """A code as a pattern: what stands in the source, with anything for what is filled in."""
    if isinstance(node, ast.Constant):
        return re.escape(node.value)
    assert isinstance(node, ast.JoinedStr)
    return "".join(
        re.escape(part.value) if isinstance(part, ast.Constant) else ANY for part in node.values
    )


def sites() -> Iterator[tuple[str, str]]:
    """Every place in the source where a code of the core is written, and its pattern."""
    for folder in ("check", "tone"):
        for file in sorted((ENGINE / folder).glob("*.py")):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                text = isinstance(node, ast.Constant) and isinstance(node.value, str)
                if text or isinstance(node, ast.JoinedStr):
                    pattern = written(node)
                    if re.match(r"core\\.[a-z]", pattern) and file.name != "codes.py":
                        yield f"{file.name}:{node.lineno}", pattern


def test_every_code_in_the_source_is_described() -> None:
    """What the source writes as a code of the core is one of those that are described."""
    found = list(sites())
    assert len({place for place, _ in found}) >= 10
    # Beginnings such as "core.suppression." are compared with, and are no codes.
    whole = [(place, pattern) for place, pattern in found if not pattern.endswith(r"\.")]
    for place, pattern in whole:
        assert any(re.fullmatch(pattern, code) for code in CORE_CODES), f"{place}: {pattern}"


def test_every_missing_thing_can_be_missing() -> None:
    """Each thing that a tone rule can lack is named where rules are run, not only in the list."""
    texts = {
        node.value
        for file in (ENGINE / "tone").glob("*.py")
        if file.name != "outcome.py"
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert set(get_args(Missing)) <= texts


@pytest.mark.parametrize("key", KEYS)
def test_every_code_is_described(key: str) -> None:
    """Each has a title, what it does, why, the way out and its levels, in both languages."""
    about = described(key)
    for part in PARTS:
        text = getattr(about, part)
        assert isinstance(text, Text)
        assert all(text), part
    assert about.title.en not in (about.what.en, about.because.en)


def test_no_two_codes_share_a_title() -> None:
    for lang in ("en", "fa"):
        titles = [described(key).title.lang(lang) for key in KEYS]
        assert len(set(titles)) == len(titles)


def test_nothing_is_described_that_is_no_code() -> None:
    """Every text on a code belongs to a code that can be reported, or to a group of them."""
    groups = {key.rpartition(".")[0] for key in KEYS}
    for name in load().phrases:
        if name.startswith("check.rule."):
            key, _, part = name.removeprefix("check.rule.").rpartition(".")
            assert part in PARTS, name
            assert key in {*KEYS, *groups, "", "other"}, name


def test_a_key_is_told_from_the_code() -> None:
    """A network's code is known by its end, whatever the network, and only for known networks."""
    assert key_of("acme.media.size", {"acme"}) == "media.size"
    assert key_of("acme.media.size", {"other"}) == ""
    assert key_of("acme.media", {"acme"}) == ""
    assert key_of("core.suppression.many", ()) == "core.suppression.many"
    assert key_of("core.suppression", ()) == ""
    with pytest.raises(KeyError):
        described("core.suppression")


NETWORK = acme(
    {
        "text": {
            "max_chars": limit(20, "characters"),
            "visible_before_fold": limit(5, "characters", hard=False),
            "hashtags_max": limit(1, "hashtags"),
            "mentions_max": limit(1, "mentions"),
            "cashtags_max": limit(1, "cashtags"),
            "links_max": limit(1, "links"),
            "posts_a_day_max": limit(3, "posts"),
            "same_text_again": limit("refused"),
        },
        "article": {"title_max": limit(3, "characters")},
        "image": {
            "caption": limit("none"),
            "items": limit("2-3", "pictures"),
            "alt_max": limit(3, "characters"),
            "formats": limit(["JPEG"]),
            "max_file_kb": limit(1, "kB"),
            "aspect_ratio": limit("9:16", "width to height"),
            "min_width_px": limit(900, "pixels"),
        },
        "short_video": {
            "seconds": limit("3-90", "seconds"),
            "fps_min": limit(30, "frames a second"),
            "sound": limit("required"),
        },
        "poll": {"options": limit("3-4", "options"), "option_max_chars": limit(2, "characters")},
        "story": None,
    }
)  # fmt: skip
IGNORE = "<!-- channelwise: {} -->\n"
CONFIG = """
accounts: [{name: shop, network: acme}]
ignore: [{code: acme.length, reason: because, until: 2020-01-01}]
"""


def everything(folder: Path) -> set[str]:
    """The codes that drafts full of mistakes are reported with."""
    weighty(folder, "heavy.bmp", 5_000)
    film = video(folder, "film.mp4", 5)
    image = {"file": picture(folder, "a.png", (60, 60)), "alt": "a long description"}
    say = "We buy #a #b @ann @bob $ABC $DEF a.com b.com [URL] and so on and on."
    say += " **Bold**.\u202e"
    comments = ("ignore", "ignore acme.title", "ignore acme.title because I say so")
    drafts = [
        draft(say, folder, "a.md", format="text"),
        draft("", folder, "b.md", format="text", media=[image]),
        draft("Words.", folder, "c.md", media=[image, {"file": "lost.png"}], format="image"),
        draft("", folder, "d.md", media=[{"file": "heavy.bmp"}], format="image"),
        draft("", folder, "e.md", media=[{"file": film}], format="short_video"),
        draft("Which?", folder, "f.md", poll=["rye", "spelt"]),
        draft("Long.", folder, "g.md", format="article", title="A long title"),
        draft("Twice.", folder, "l.md", format="text"),
        draft("Twice.", folder, "m.md", format="text"),
        draft("Story.", folder, "h.md", format="story", account="nobody"),
        draft("Nowhere.", folder, "i.md", networks=["acne"]),
        draft("".join(IGNORE.format(one) for one in comments), folder, "j.md"),
        draft(IGNORE.format("ignore acme.title because x") * 101, folder, "k.md"),
    ]
    checked = run(drafts, NETWORK, config=settings(CONFIG, NETWORK), day=date(2026, 11, 1))
    return {finding.code for finding in checked.findings}


def test_every_described_code_can_be_reported(tmp_path: Path) -> None:
    """Drafts that are wrong in every way are reported with every code but those of tone rules."""
    wanted = {*(f"acme.{end}" for end in CODES), *CORE_CODES}
    wanted = {code for code in wanted if not code.startswith("core.not-checked.")}
    assert wanted <= everything(tmp_path)


@pytest.mark.parametrize("lang", LANGS)
def test_code_scanning_shows_the_same_words(lang: Lang) -> None:
    """The rules of a SARIF answer are described as everywhere, and name the command for more."""
    told = sarif(run(draft("Words.", networks=["acne"]), NETWORK), lang)
    rules = {one["id"]: one for one in told["runs"][0]["tool"]["driver"]["rules"]}
    one, about = rules["core.network"], described("core.network")
    assert one["shortDescription"]["text"] == about.title.lang(lang)
    assert one["help"]["text"] == f"{about.because.lang(lang)}\n{about.instead.lang(lang)}"
    why, instead, command = one["help"]["markdown"].split("\n\n")
    assert why.endswith(f":** {about.because.lang(lang)}")
    assert instead.endswith(f":** {about.instead.lang(lang)}")
    assert command == "`channelwise rules show core.network`"
    assert one["defaultConfiguration"]["level"] == "error"


def test_every_row_of_limits_has_a_known_code() -> None:
    """A limit that is checked has a code, but for prices that the counting unit knows."""
    for name, row in TABLE.items():
        assert bool(row.code) == (row.measure != "inside"), name
