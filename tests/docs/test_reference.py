"""docs/reference: made from the rules, fresh, whole, and with links that lead somewhere."""

import re
import sys
from pathlib import Path

import pytest

from channelwise.check.codes import CORE_CODES
from channelwise.check.table import CODES
from channelwise.vocabulary import LANGS

DOCS = Path(__file__).parents[2] / "docs"
sys.path.insert(0, str(DOCS))

import generate  # noqa: E402 - a script beside the pages

REFERENCE = DOCS / "reference"
_LINK = re.compile(r"\]\((?!<?https?:)([^)<>]+)\)")


@pytest.fixture(scope="module")
def wanted() -> dict[str, str]:
    """The pages as they would be written now."""
    return generate.pages(generate.catalogue())


def test_no_page_is_stale(wanted: dict[str, str]) -> None:
    """What is kept is what would be written: run `python docs/generate.py` where this fails."""
    assert generate.stale(wanted) == []


def test_a_source_stands_once_under_a_rule(wanted: dict[str, str]) -> None:
    """Claims of one source are ids behind its title, not lines of their own."""
    for page in (page for name, page in wanted.items() if "tone-" in name):
        for part in page.split("\n## "):
            titles = [line.rpartition(" (`")[0] for line in part.split("\n") if line.endswith("`)")]
            assert len(set(titles)) == len(titles)
    assert "(`seed#S5`, `seed#S6`)" in wanted["tone-reply.md"]


def test_the_check_names_what_is_stale(
    wanted: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    """A page that was changed, is missing, or is of a rule that is gone is named, with code 1."""
    generate.write(wanted, tmp_path)
    assert generate.stale(wanted, tmp_path) == []
    changed, missing = sorted(wanted)[:2]
    (tmp_path / changed).write_text("by hand", encoding="utf-8")
    (tmp_path / missing).unlink()
    (tmp_path / "fa" / "gone.md").write_text("old", encoding="utf-8")
    names = sorted([changed, missing, "fa/gone.md"])
    assert generate.stale(wanted, tmp_path) == names
    monkeypatch.setattr(generate, "FOLDER", tmp_path)
    monkeypatch.setattr(generate.stale, "__defaults__", (tmp_path,))
    monkeypatch.setattr(generate.write, "__defaults__", (tmp_path,))
    assert generate.main(["--check"]) == 1
    told = capsys.readouterr().err
    assert all(f"docs/reference/{name} is stale" in told for name in names)
    assert generate.main([]) == 0
    assert generate.main(["--check"]) == 0
    assert not (tmp_path / "fa" / "gone.md").exists()


@pytest.mark.parametrize("lang", LANGS)
def test_every_rule_and_code_has_a_heading(wanted: dict[str, str], lang: str) -> None:
    """Each rule that is shipped and each code stands on exactly one page of each language."""
    pages = [text for name, text in wanted.items() if name.startswith("fa/") is (lang == "fa")]
    headings = [one for text in pages for one in re.findall(r"^##+ `(.+)`$", text, re.MULTILINE)]
    assert len(set(headings)) == len(headings)
    catalogue = generate.catalogue()
    rules = [rule.id for rule in (*catalogue.tone, *catalogue.rulebook.rules)]
    codes = [code.id for code in catalogue.codes]
    ends = [f"NETWORK.{end}" for end in CODES]
    assert sorted({*rules, *codes, *ends, *CORE_CODES}) == sorted(headings)


def test_a_tone_rule_is_a_whole_unit(wanted: dict[str, str]) -> None:
    """What it does, why, for which drafts, an example with what is found, instead, sources."""
    page = wanted["tone-signs.md"]
    entry = page.partition("## `core.signs.emoji-row`\n")[2].partition("\n## ")[0]
    parts = ("What it does", "Why", "Which drafts it is for", "Example", "Instead", "Sources")
    places = [entry.index(f"**{part}:**") for part in parts]
    assert places == sorted(places)
    assert "more than 3 emoji in a row" in entry
    assert "Chocolate week 🍫🍫🍫🍫" in entry
    assert "found: 4 emoji in a row" in entry


def anchors(page: str) -> set[str]:
    """The anchors of a page's headings, as code hosts make them."""
    headings = re.findall(r"^#+ (.*)$", page, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", one).lower().replace(" ", "-") for one in headings}


def test_links_lead_somewhere(wanted: dict[str, str]) -> None:
    """Every link of every page leads to a page and, if it names one, to a heading of it."""
    for name, text in wanted.items():
        for link in _LINK.findall(text):
            file, _, anchor = link.partition("#")
            target = (REFERENCE / name).parent / file
            key = target.resolve().relative_to(REFERENCE.resolve()).as_posix()
            assert key in wanted, f"{name}: {link}"
            assert not anchor or anchor in anchors(wanted[key]), f"{name}: {link}"


def test_the_page_on_checks_leads_to_the_reference(wanted: dict[str, str]) -> None:
    """docs/checks.md repeats no code's description, and its links lead to pages and headings."""
    page = (DOCS / "checks.md").read_text(encoding="utf-8")
    links = _LINK.findall(page)
    assert "reference/README.md" in links
    for link in links:
        file, _, anchor = link.partition("#")
        if not file.startswith("reference/"):
            assert (DOCS / file).is_file()
            continue
        name = file.removeprefix("reference/")
        assert name in wanted
        assert not anchor or anchor in anchors(wanted[name]), link
