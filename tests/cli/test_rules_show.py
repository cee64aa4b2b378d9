"""`rules show` and `rules list` know every rule and every code, in both languages."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from rich.cells import cell_len
from syrupy.assertion import SnapshotAssertion

from channelwise.cli.main import main
from channelwise.load.rulebook import Rulebook, load
from channelwise.reference.catalogue import Catalogue
from channelwise.render.terminal.isolates import CONTROLS
from channelwise.texts.direction import isolated
from channelwise.tone.load import load_tone
from channelwise.vocabulary import LANGS, Lang
from check.made_up import acme, limit
from tone_of_acme import ACME_RULES, with_acme_tone

langs = pytest.mark.parametrize("lang", LANGS)
WIDTH = 80


@pytest.fixture(autouse=True)
def _loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    """A made-up network beside the core: its limits and rules change only with this file."""
    monkeypatch.setattr("channelwise.cli.rules.load_rulebook", lambda **_: RULEBOOK)


NETWORK = acme(
    {
        "text": {
            "max_chars": limit(
                280, "characters",
                when={"en": "Without a subscription.", "fa": "برای حساب بدون اشتراک."},
            ),
            "premium_max_chars": limit(2500, "characters", hard=False),
        },
        "image": {
            "max_chars": limit(280, "characters"),
            "max_file_mb": limit(8, "MB"),
            "hashtags_recommended": limit("1-3", "hashtags", hard=False),
            "roses_max": limit(1, "roses"),
        },
        "poll": {"max_chars": limit(140, "characters")},
        "story": None,
    },
    {"unit": "utf16_units"},
)  # fmt: skip
RULEBOOK: Rulebook = with_acme_tone(replace(load(plugins=()), networks=(NETWORK,)))


def rules(*arguments: str) -> Result:
    return CliRunner(env={"COLUMNS": str(WIDTH)}).invoke(main, ["rules", *arguments])


def test_a_source_is_named_once() -> None:
    """Two claims of one article read the same, so its title stands once."""
    assert len(load_tone().rule("core.set.same-text").sources) == 3
    page = rules("show", "core.set.same-text").stdout
    assert page.count("Seed article") == 1


CODES = (
    "acme.signs.roses", "acme.wording.two-ways", "acme.set.tea", "acme.length", "acme.media.size",
    "acme.format", "acme.limits", "acme.title", "core.file", "core.not-checked.voice",
)  # fmt: skip


@langs
@pytest.mark.parametrize("code", CODES)
def test_page(code: str, lang: Lang, snapshot: SnapshotAssertion) -> None:
    """What people read of a tone rule, a code of a network, and a code of the core."""
    shown = rules("show", code, "--lang", lang)
    assert shown.exit_code == 0, shown.output
    assert shown.output == snapshot


@langs
def test_every_page_fits_eighty_columns(lang: Lang) -> None:
    """Whatever has a name has a page in both languages, and no line is wider than 80 cells."""
    catalogue = Catalogue(RULEBOOK)
    names = [one.id for one in (*catalogue.tone, *catalogue.codes)]
    assert len(names) > 60
    for name in names:
        shown = rules("show", name, "--lang", lang)
        assert shown.exit_code == 0, f"{name}: {shown.output}{shown.exception!r}"
        for line in shown.output.splitlines():
            bare = "".join(sign for sign in line if sign not in CONTROLS)
            assert cell_len(bare) <= WIDTH or "|" in bare, f"{name}: {bare}"


def test_every_code_has_data() -> None:
    """`--json` gives the same of each as data, and no field is an object of ours."""
    catalogue = Catalogue(RULEBOOK)
    for one in (*catalogue.tone, *catalogue.codes, *RULEBOOK.rules[:9]):
        data = json.loads(rules("show", one.id, "--json").stdout)
        assert data["id"] == one.id
        assert data["kind"] in ("scoring", "tone", "check")
        assert data["title"]["fa"]
        assert data["because"]["en"]


def test_the_data_of_a_tone_rule() -> None:
    """What it does, for whom, examples with what is found, sources."""
    data = json.loads(rules("show", "acme.signs.roses", "--json").stdout)
    assert (data["kind"], data["level"], data["network"]) == ("tone", "warning", "acme")
    assert data["what"]["en"] == "Finds more than 2 emoji in a row in the post."
    assert [one["label"]["en"] for one in data["for"]] == ["language", "drafts", "networks"]
    [first, _] = data["examples"]["fails"]
    assert first["drafts"][0]["text"] == "Bread 🌹🌹🌹"
    assert first["found"][0]["en"].startswith("A row of roses: 3 emoji in a row")
    assert all(one["found"] == [] for one in data["examples"]["passes"])
    assert data["sources"][0]["confidence"] == "judgement"


def test_the_data_of_a_limit() -> None:
    """Value, unit, formats, tier, level and source, as the check uses them."""
    data = json.loads(rules("show", "acme.length", "--json").stdout)
    assert [(one["value"], one["formats"], one["tier"], one["level"]) for one in data["limits"]] == [
        (280, ["text"], None, "error"), (2500, ["text"], "premium", "note"),
        (280, ["image"], None, "error"), (140, ["poll"], None, "error"),
    ]  # fmt: skip
    source = data["limits"][0]["source"]
    assert (source["title"], source["date"], source["confidence"]) == (
        "Acme manual", "2026-01", "official",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("acme.lenght", "acme.length"),
        ("acme.media.sise", "acme.media.size"),
        ("core.signs.emojis", "core.signs.emoji"),
        ("core.not-checked.voic", "core.not-checked.voice"),
        ("time.share-of-hours", "time.share-of-the-hours"),
        ("acme.signs.rose", "acme.signs.roses"),
    ],
)
def test_a_misspelt_code(name: str, meant: str) -> None:
    """The nearest rule or code of any kind is named, and the exit code is 2."""
    shown = rules("show", name)
    assert shown.exit_code == 2
    assert f"no rule or code named '{name}'. Did you mean '{meant}'?" in shown.output
    assert isolated(meant, "fa") in rules("show", name, "--lang", "fa").output


def test_the_list_has_every_kind() -> None:
    """All three kinds under headings; one kind alone without; the same as data."""
    whole = rules("list").output
    places = [
        whole.index(title) for title in ("Rules that give points", "Tone rules", "Codes of checks")
    ]
    assert places == sorted(places)
    assert "NETWORK.length" in whole
    assert "acme.signs.roses" in whole
    tone = rules("list", "--kind", "tone").output
    assert "acme.signs.roses" in tone
    assert "NETWORK.length" not in tone
    data = json.loads(rules("list", "--json").output)
    kinds = [one["kind"] for one in data]
    assert kinds == sorted(kinds, key=["scoring", "tone", "check"].index)
    assert set(kinds) == {"scoring", "tone", "check"}
    only = json.loads(rules("list", "--kind", "check", "--json").output)
    assert only == [one for one in data if one["kind"] == "check"]
    assert "acme.title" not in [one["id"] for one in only]


@langs
def test_lists(lang: Lang, snapshot: SnapshotAssertion) -> None:
    """The list of codes, which only changes with the codes."""
    assert rules("list", "--kind", "check", "--lang", lang).output == snapshot


def test_examples_of_tone_rules_are_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """`rules test` without a path runs the examples of tone rules too, and names those that fail."""
    roses, *others = ACME_RULES
    examples = {**roses["examples"], "passes": roses["examples"]["fails"]}
    broken = with_acme_tone(RULEBOOK, [{**roses, "examples": examples}, *others], "broken")
    monkeypatch.setattr("channelwise.cli.rules.load_rulebook", lambda **_: broken)
    done = rules("test")
    assert done.exit_code == 1
    for number in (1, 2):
        assert f"acme.signs.roses: example {number} under 'passes': the rule finds" in done.output
    summary = done.output.splitlines()[-1]
    assert summary.startswith(f"{len(RULEBOOK.rules) + len(Catalogue(RULEBOOK).tone)} rules, ")


def test_the_made_up_rules_are_a_file(tmp_path: Path) -> None:
    """The rules of these pages are fine by themselves."""
    file = tmp_path / "tone.yaml"
    file.write_text(
        json.dumps({"api": 1, "rules": ACME_RULES}, ensure_ascii=False), encoding="utf-8"
    )
    assert rules("check", str(file)).output == "3 rules, no problem found.\n"
