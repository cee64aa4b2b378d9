"""Packs of tone rules and lexicons: they need no network, keep to their own names, and fail alone."""

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from channelwise import BrokenPlugins, Engine
from channelwise.check.model import Checked
from channelwise.drafts.read import read_drafts
from channelwise.errors import BadInput
from channelwise.load import bundle
from channelwise.load.rulebook import load
from channelwise.plugins.model import Plugin
from channelwise.tone.load import tone_book
from channelwise.tone.trial import trial
from helpers_pack import DRAFT, FACTS, INIT, LEXICON, RULES, pack_files
from helpers_site import Site, acme_files

Write = Callable[..., Plugin]
CODE = "acme_tone.noise"


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "fair.md").write_text(DRAFT, encoding="utf-8")
    return tmp_path / "drafts"


@pytest.fixture
def packed(site: Site) -> Site:
    site.add("acme-tone-pack", "1.4", "acme_tone", pack_files())
    return site


def checked(site: Site, *arguments: str | Path, **environment: str) -> dict[str, Any]:
    done = site.run("check", *arguments, "--format", "json", **environment)
    assert done.returncode in (0, 1), done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def codes(answer: dict[str, Any]) -> list[str]:
    return [one["code"] for one in answer["findings"] if one["state"] == "found"]


def test_a_pack_finds_what_it_looks_for(packed: Site, drafts: Path) -> None:
    """A check reports the pack's finding with its code, place, reason and way out."""
    answer = checked(packed, drafts)
    (finding,) = [one for one in answer["findings"] if one["code"] == CODE]
    assert (finding["level"], finding["span"]["line"], finding["span"]["column"]) == (
        "warning",
        1,
        8,
    )
    assert finding["because"]["en"] == "Nobody can hear you over it."
    assert finding["because"]["fa"] == "با این سروصدا کسی حرفتان را نمی‌شنود."
    (about,) = [one for one in answer["rules"] if one["code"] == CODE]
    assert about["instead"]["en"] == "Say it quietly."
    shown = packed.run("check", drafts, "--lang", "fa")
    assert CODE in shown.stdout
    assert CODE not in codes(checked(packed, drafts, CHANNELWISE_PLUGINS=""))


def test_it_may_use_the_words_of_the_core(packed: Site, drafts: Path) -> None:
    """A lexicon of the core is called by its name, beside those of the pack."""
    (drafts / "fair.md").write_text("We are gonna be there.\n", encoding="utf-8")
    assert CODE in codes(checked(packed, drafts))


def test_it_can_be_accepted_by_its_code(packed: Site, drafts: Path) -> None:
    """An exception in a draft accepts the code, and one in the settings all codes of the pack."""
    text = f"<!-- channelwise: ignore {CODE} because the fair was loud -->\n{DRAFT}"
    (drafts / "fair.md").write_text(text, encoding="utf-8")
    (finding,) = [one for one in checked(packed, drafts)["findings"] if one["code"] == CODE]
    assert (finding["suppressed"], finding["suppressed_in"]) == ("the fair was loud", "source")
    (drafts / "fair.md").write_text(DRAFT, encoding="utf-8")
    settings = "ignore: [{code: acme_tone.*, reason: all of it is a test}]\n"
    (drafts / "channelwise.yaml").write_text(settings, encoding="utf-8")
    (finding,) = [one for one in checked(packed, drafts)["findings"] if one["code"] == CODE]
    assert finding["suppressed_in"] == "config"


def test_plugins_lists_what_it_brings(packed: Site) -> None:
    """The list names the lexicons and counts the rules, of a pack that brings no network."""
    packed.add("acme-channelwise", "1.0", "acme_plugin", acme_files())
    rows = {row["name"]: row for row in json.loads(packed.run("plugins", "--json").stdout)}
    assert rows["acme_tone"]["tone_rules"] == [CODE]
    assert rows["acme_tone"]["lexicons"] == ["acme-noise"]
    assert (rows["acme_tone"]["networks"], rows["acme_tone"]["rules"]) == ([], [])
    assert rows["acme_plugin"]["rules"] == ["acme.makers-at-home"]
    counting = [row["counters"] for row in rows.values() if row["counters"]]
    assert counting, "no built-in plugin brings a counting unit any more: test another one"
    listed = packed.run("plugins").stdout
    assert "acme_tone  (acme-tone-pack 1.4)  1 tone rule  lexicons: acme-noise\n" in listed
    assert f"counting units: {counting[0][0]}" in listed
    assert "۱ قاعدهٔ لحن" in packed.run("plugins", "--lang", "fa").stdout


def test_a_plan_is_not_touched_by_a_pack(packed: Site, brief_file: Path) -> None:
    """Tone rules are no part of a recommendation, nor of the fingerprint that it names."""
    day = ("--format", "json", "--as-of", "2026-11-01")
    with_pack = packed.run("recommend", brief_file, *day)
    without = packed.run("recommend", brief_file, *day, CHANNELWISE_PLUGINS=_built_in(packed))
    assert with_pack.stdout == without.stdout


def _built_in(site: Site) -> str:
    rows = json.loads(site.run("plugins", "--json").stdout)
    return ",".join(row["name"] for row in rows if row["distribution"] == "channelwise")


WRONG = {
    "core-code": ({"tone": RULES.replace(CODE, "core.noise")}, "'acme_tone.something'"),
    "code-of-a-network": ({"tone": RULES.replace(CODE, "linked.noise")}, "'acme_tone.something'"),
    "code-of-a-limit": ({"tone": RULES.replace(CODE, "acme_tone.length")}, "checks of formats"),
    "unknown-lexicon": ({"tone": RULES.replace("acme-noise", "acme-nose")}, "did you mean 'acme-noise'"),
    "names-a-network": (
        {"tone": RULES.replace("    source:", "    for: {networks: {network.id: {is: acme}}}\n    source:")},
        "network.id",
    ),
    "empty-value": ({"tone": RULES.replace("    source:", "    languages:\n    source:")}, "is empty"),
    "broken-yaml": ({"tone": "api: 1\nrules: [\n"}, "noise.yaml:"),
    "broken-lexicon": ({"lexicon": LEXICON.replace("plural", "plurall")}, "acme-noise.yaml:"),
    "lexicon-of-the-core": (
        {"lexicon": LEXICON.replace("id: acme-noise", "id: slang")}, "the name of its file",
    ),
    "error-without-a-fact": ({"tone": RULES.replace("level: warning", "level: error")}, "needs a fact"),
    "unknown-fact": (
        {"tone": RULES.replace('"judgement: a pack for tests"', '"fact:own#noise.herd"'), "facts": FACTS},
        "did you mean 'noise.heard'",
    ),
    "broken-facts": ({"facts": FACTS.replace("source: study", "source: stduy")}, "facts.yaml:"),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_a_broken_pack_costs_itself(name: str, write: Write) -> None:
    """It is told with file and reason and left out; strict loading refuses; others are untouched."""
    changed, says = WRONG[name]
    pack = write("acme_tone", pack_files(**changed))
    other = write("acme_plugin", acme_files())
    rulebook = load(plugins=[pack, other], strict=False)
    (problem,) = rulebook.problems
    assert (problem.plugin, problem.stage) == (pack, "data")
    assert says in problem.message
    assert str(problem).startswith("plugin acme_tone (acme_tone-dist 1.2.3): data: ")
    assert [one.id for one in rulebook.networks] == ["acme"]
    assert rulebook.tone == ()
    with pytest.raises(BrokenPlugins, match="acme_tone-dist"):
        Engine.load(plugins=[pack, other])


def test_a_lexicon_of_the_core_cannot_be_taken(write: Write) -> None:
    """A pack's lexicon with the name of one of the core is refused, so that names mean one thing."""
    files = pack_files(tone=RULES.replace("acme-noise, slang", "slang"))
    files["lexicons/slang.yaml"] = files.pop("lexicons/acme-noise.yaml").replace(
        "acme-noise", "slang"
    )
    (problem,) = load(plugins=[write("acme_tone", files)], strict=False).problems
    assert "slang.yaml:3:7: lexicon.id: the core has a lexicon 'slang' already" in problem.message


def test_the_command_line_warns_of_it(site: Site, drafts: Path) -> None:
    """A check goes on without the broken pack, and names it on the standard error."""
    alone = checked(site, drafts)
    site.add("acme-tone-pack", "1.4", "acme_tone", pack_files(tone="api: 1\nrules: 3\n"))
    done = site.run("check", drafts, "--format", "json")
    assert json.loads(done.stdout) == alone
    assert "Warning: plugin acme_tone (acme-tone-pack 1.4): data: " in done.stderr
    assert site.run("plugins", "--check").returncode == 1


def test_codes_of_others_are_taken(write: Write) -> None:
    """What a pack's codes begin with is one plugin's alone; the other is told whose they are."""
    network = write("acme_plugin", acme_files("acme_tone"), dist="acme-network")
    pack = write("acme_tone", pack_files(), dist="zeta-pack")
    (problem,) = load(plugins=[network, pack], strict=False).problems
    assert problem.plugin == pack
    assert problem.message == "codes that begin with 'acme_tone.' are those of acme-network"
    (problem,) = load(plugins=[pack, network], strict=False).problems
    assert problem.plugin == network
    assert problem.message == "codes that begin with 'acme_tone.' are those of zeta-pack"


def test_codes_of_the_core_and_of_built_in_networks_are_taken(write: Write) -> None:
    """A plugin cannot get them by its name, not even where that network was not chosen."""
    pack = write("acme_tone", pack_files())
    for name in ("core", *(network.id for network in load().networks)):
        (problem,) = load(plugins=[replace(pack, name=name)], strict=False).problems
        assert problem.message == f"codes that begin with '{name}.' are those of channelwise"


def test_the_name_of_a_plugin_becomes_a_code(write: Write) -> None:
    """Signs that codes do not have become underscores; a name without a letter first is refused."""
    pack = write("acme_tone", pack_files(), name="Acme-Tone")
    assert load(plugins=[pack]).brought["Acme-Tone"].tone_rules == (CODE,)
    (problem,) = load(plugins=[write("acme_tone", pack_files(), name="3d")], strict=False).problems
    assert "no code can begin with the plugin's name '3d'" in problem.message


def test_a_pack_of_both_kinds(write: Write) -> None:
    """Scoring rules and tone rules may lie in one folder, with facts that both may cite."""
    scoring = """api: 1
rules:
  - id: time.of-a-pack
    title: {en: A, fa: ب}
    when: {network.upkeep: {is: light}}
    then: {points: {criterion: time, add: 1}}
    because: {en: A., fa: ب.}
    source: ["fact:own#noise.heard"]
    examples:
      fires: [{network: {upkeep: light}}]
      silent: [{network: {upkeep: heavy}}]
"""
    tone = RULES.replace('"judgement: a pack for tests"', '"fact:own#noise.heard"')
    files = pack_files(tone=tone.replace("level: warning", "level: error"), facts=FACTS)
    rulebook = load(plugins=[write("acme_tone", {**files, "time.yaml": scoring})])
    assert rulebook.rule("time.of-a-pack").sources[0].title == "A study of noise"
    (source,) = tone_book(rulebook.tone).rule(CODE).sources
    assert (source.title, source.confidence) == ("A study of noise", "vendor-study")


def test_a_judgement_in_facts_makes_no_error(write: Write) -> None:
    """A fact that is a judgement itself does not earn the level error."""
    tone = RULES.replace('"judgement: a pack for tests"', '"fact:own#noise.heard"')
    files = pack_files(
        tone=tone.replace("level: warning", "level: error"),
        facts=FACTS.replace("vendor-study", "judgement"),
    )
    (problem,) = load(plugins=[write("acme_tone", files)], strict=False).problems
    assert "noise.yaml:5:12: rules[0].level: an error needs a fact" in problem.message


def test_rules_may_stand_in_one_file(write: Write) -> None:
    """`tone.yaml` in the folder does as well as a folder of files."""
    files = pack_files()
    files["tone.yaml"] = files.pop("tone/noise.yaml")
    assert load(plugins=[write("acme_tone", files)]).brought["acme_tone"].tone_rules == (CODE,)


def test_lexicons_alone_are_a_mistake(write: Write) -> None:
    """Words that no rule can use are told, and not passed over."""
    files = {"__init__.py": INIT, "lexicons/acme-noise.yaml": LEXICON}
    (problem,) = load(plugins=[write("acme_tone", files)], strict=False).problems
    assert "tone: no rule file" in problem.message


def test_words_of_a_pack_are_its_own(write: Write) -> None:
    """Another pack cannot name them, and may have a lexicon of the same name."""
    first = write("acme_tone", pack_files())
    second = write("beta_tone", {"__init__.py": INIT, "tone.yaml": RULES.replace("acme_", "beta_")})
    (problem,) = load(plugins=[first, second], strict=False).problems
    assert problem.plugin == second
    assert "no lexicon is named 'acme-noise'" in problem.message
    files = pack_files(
        tone=RULES.replace("acme_", "beta_"), lexicon=LEXICON.replace("racket", "din")
    )
    book = tone_book(load(plugins=[first, write("gamma", files, name="beta_tone")]).tone)
    assert list(trial(book.rule(CODE))) == []
    assert list(trial(book.rule("beta_tone.noise")))  # its examples speak of rackets


def test_a_network_brings_tone_rules_with_words(write: Write) -> None:
    """`tone.yaml` beside `network.yaml` cites the network's facts and uses its lexicons."""
    tone = RULES.replace(CODE, "acme.noise").replace("level: warning", "level: error")
    tone = tone.replace('"judgement: a pack for tests"', '"fact:own#limit.items"')
    files = {**acme_files(), "tone.yaml": tone, "lexicons/acme-noise.yaml": LEXICON}
    rulebook = load(plugins=[write("acme_plugin", files)])
    assert rulebook.brought["acme_plugin"].lexicons == ("acme-noise",)
    rule = tone_book(rulebook.tone).rule("acme.noise")
    assert (rule.network, rule.sources[0].confidence) == ("acme", "official")
    assert list(trial(rule)) == []


def test_a_broken_tone_file_costs_its_network(write: Write) -> None:
    """All of a plugin or nothing: the network is left out, with the place of the mistake."""
    plugin = write("acme_plugin", {**acme_files(), "tone.yaml": RULES})
    rulebook = load(plugins=[plugin], strict=False)
    assert rulebook.networks == ()
    assert "tone.yaml:3:9: rules[0].id: a rule of this file is named 'acme." in str(
        rulebook.problems[0]
    )


def test_folders_of_a_user(tmp_path: Path, drafts: Path) -> None:
    """`Engine.load(rules=[folder])` takes tone rules as well, and names a code that is taken."""
    for place in ("one", "two"):
        for name, text in pack_files().items():
            (tmp_path / place / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / place / name).write_text(text, encoding="utf-8")
    engine = Engine.load(rules=[tmp_path / "one"], plugins=())
    found: Checked = engine.check(read_drafts([str(drafts)]))
    assert CODE in [one.code for one in found.findings]
    with pytest.raises(BadInput, match=rf"the code '{CODE}' is taken by .*one"):
        Engine.load(rules=[tmp_path / "one", tmp_path / "two"], plugins=())


def test_a_loose_file_of_a_user(tmp_path: Path, drafts: Path) -> None:
    """A single file of tone rules is taken too, with the lexicons beside it."""
    (tmp_path / "lexicons").mkdir()
    (tmp_path / "lexicons" / "acme-noise.yaml").write_text(LEXICON, encoding="utf-8")
    (tmp_path / "loud.yaml").write_text(RULES, encoding="utf-8")
    for place in (tmp_path / "loud.yaml", tmp_path):
        engine = Engine.load(rules=[place], plugins=())
        assert [one.owner.origin for one in engine.rulebook.tone] == [str(tmp_path)]
        found = engine.check(read_drafts([str(drafts)])).findings
        assert CODE in [one.code for one in found]


def test_what_was_checked_is_checked_again(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A pack that was fine is refused once the core has lost a lexicon that it names."""
    pack, copy, folder = write("acme_tone", pack_files()), tmp_path / "rules", bundle.folder
    assert load(plugins=[pack]).brought["acme_tone"].tone_rules == (CODE,)
    shutil.copytree(folder(bundle.CORE_PACKAGE), copy)
    (copy / "lexicons" / "slang.yaml").unlink()
    core = {bundle.CORE_PACKAGE: copy}
    monkeypatch.setattr(bundle, "folder", lambda name: core.get(name) or folder(name))
    (problem,) = load(plugins=[pack], strict=False).problems
    assert "no lexicon is named 'slang'" in problem.message
