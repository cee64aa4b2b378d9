"""Files of tone rules and lexicons: every mistake has its place, and packs come in by the same door."""

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from channelwise.errors import BadInput
from channelwise.files.read import parse_document
from channelwise.tone.check import lexicon_file, tone_file
from channelwise.tone.context import Context
from channelwise.tone.findings import tone_findings
from channelwise.tone.load import load_tone
from channelwise.tone.trial import draft
from known import rulebook

GOOD = """api: 1
rules:
  - id: acme.loud
    kind: existence
    level: note
    title: {en: Loud, fa: بلند}
    because: {en: Because., fa: چون.}
    instead: {en: Instead., fa: به‌جایش.}
    find: {words: {en: [loud]}}
    source: ["judgement: a test"]
    examples:
      fails: [{language: en, text: loud}, {language: en, text: so loud}]
      passes: [{language: en, text: low}, {language: en, text: aloud}]
"""
LEXICON = """api: 1
lexicon:
  id: noise
  title: {en: noise, fa: سروصدا}
  licence: Ours.
  groups:
    - {language: en, note: noise, forms: [plural], words: [bang, big bang]}
  exempt:
    - {language: en, note: no noise, words: [bang on]}
"""
NOISE = "language: en, note: noise, forms: [plural], words: [bang, big bang]"


def problems(text: str, owner: str | None = None) -> list[str]:
    """The problems of a rule file, without its name."""
    try:
        tone_file(parse_document(text, "t.yaml", "yaml"), {"noise": {}}, {}, owner)
    except BadInput as error:
        return [str(one).removeprefix("t.yaml:") for one in error.problems]
    return []


def test_a_good_file_has_no_problem() -> None:
    """The file that the wrong ones below start from is right."""
    assert problems(GOOD) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("kind: existence", "kind: existance", ["4:11:", "did you mean 'existence'"]),
        ("    kind: existence\n", "", ["3:5:", "'kind' is missing"]), ("kind: existence", "kind: [a]", ["4:11:"]),
        ("    level: note", "    levle: note", ["did you mean 'level'"]),
        ("level: note", "level: error", ["an error needs a fact as its source"]),
        ("level: note", "level: warning\n    status: preview", ["a rule in preview has the level note"]),
        ("{words: {en: [loud]}}", "{lexicons: [nosie]}", ["9:23:", "did you mean 'noise'"]),
        ("{words: {en: [loud]}}", "{}", ["9:11:", "give at least one of"]),
        ("{words: {en: [loud]}}", "{patterns: {en: ['a+']}}", ["9:28:", "is not allowed"]),
        ("{words: {en: [loud]}}", "{words: {en: ['!']}}", ["9:25:", "must have"]),
        ("{words: {en: [loud]}}", "{words: {en: [بلند]}}", ["is not English"]),
        ("{words: {en: [loud]}}", "{words: {en: [loud]}}\n    for: {networks: {network.regster: {is: business}}}",
         ["10:22:", "did you mean 'network.register'"]),
        ("{words: {en: [loud]}}", "{words: {en: [loud]}}\n    for: {networks: {network.register: {is: busness}}}",
         ["did you mean 'business'"]),
        ("{words: {en: [loud]}}", "{words: {en: [loud]}}\n    for: {networks: {brief.time.people: {is: 1}}}",
         ["fields of the network only"]),
        ("{words: {en: [loud]}}", "{words: {en: [loud]}}\n    for: {networks: {network.id: {is: acme}}}", ["network.id"]),
        ("{words: {en: [loud]}}", "{words: {en: [loud]}}\n    scope: first line", ["10:12:", "first_line"]),
        ("{en: Loud,", "{en: 'Loud {count}',", ["have no braces"]),
        ("[{language: en, text: low}, {language: en, text: aloud}]", "[{language: en, text: low}]", ["13:"]),
        ("text: low}", "text: low, network: {register: busness}}", ["did you mean 'business'"]),
        ("{words: {en: [loud]}}", "{words: {en: [loud]}}\n    for: {outside_quotes: false}", ["10:"]),
        ("text: low}", "text: low, network: {regster: business}}", ["did you mean 'register'"]),
        ("acme.loud", "core.loud", ["names that begin with 'core.' are the core's"]),
        ("acme.loud", "Loud", ["3:9:"]),
        ('"judgement: a test"', '"somebody said"', ["10:14:"]),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_place(old: str, new: str, said: list[str]) -> None:
    """Each mistake is refused, at its line and column, with the word that was meant."""
    assert old in GOOD
    found = problems(GOOD.replace(old, new, 1))
    assert found
    for part in said:
        assert any(part in one for one in found), found


def test_all_mistakes_come_at_once() -> None:
    """A file with two wrong rules tells both."""
    rules = GOOD.partition("rules:\n")[2].replace("level: note", "level: loud")
    assert len(problems(GOOD.replace("level: note", "level: quiet") + rules)) >= 3


def test_a_network_names_its_own_rules() -> None:
    """The code of a network's rule begins with the network's id, that of the core with `core`."""
    assert problems(GOOD, "acme") == []
    assert "is named 'other.something'" in problems(GOOD, "other")[0]
    assert "is named 'core.something'" in problems(GOOD, "core")[0]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("bang, big bang", "bang, bangs", "is on line 7 already"),
        ("[bang on]", "[big  bang]", "is on line 7 already"),
        ("[plural]", "[degree]", "is no form of this language"),
        ("id: noise", "id: sound", "a lexicon has the name of its file"),
        ("bang, big bang", "'...'", "must have"),
        ("note: noise, ", "", "note"),
        ("words: [bang, big bang]", "person: i", "give exactly one of: words, verbs"),
        ("words: [bang, big bang]", "verbs: [{past: پخت}], person: i", "verbs are Persian"),
        (NOISE, "language: fa, note: noise, verbs: [{past: پخت}]", "need a `person`"),
        (NOISE, "language: fa, note: noise, person: i, verbs: [{}]", "give `past`, `present`"),
        (NOISE, "language: fa, note: noise, person: i, verbs: [{past: پخت}, {past: پخت}]",
         "'پختم' is on line 7 already"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_lexicon_is_told(old: str, new: str, said: str) -> None:
    """Doubles, wrong forms and unusable entries are refused when the file is loaded."""
    lexicon_file(parse_document(LEXICON, "noise.yaml", "yaml"))
    with pytest.raises(BadInput) as caught:
        lexicon_file(parse_document(LEXICON.replace(old, new, 1), "noise.yaml", "yaml"))
    assert said in str(caught.value)
    assert all(one.line for one in caught.value.problems)


def test_a_pack_brings_rules_and_words(tmp_path: Path) -> None:
    """A folder with `tone` and `lexicons` comes in beside the core, and may use its lexicons."""
    (tmp_path / "tone").mkdir()
    (tmp_path / "lexicons").mkdir()
    (tmp_path / "lexicons" / "noise.yaml").write_text(LEXICON, encoding="utf-8")
    rules = GOOD.replace("{words: {en: [loud]}}", "{lexicons: [noise, slang]}")
    (tmp_path / "tone" / "a.yaml").write_text(rules, encoding="utf-8")
    loaded = load_tone(packs=[tmp_path])
    assert loaded.rule("acme.loud").origin == str(tmp_path)
    assert len(loaded.rules) == len(load_tone().rules) + 1


def test_two_packs_cannot_share_a_code(tmp_path: Path) -> None:
    """A code that somebody has already is refused by name."""
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text(GOOD, encoding="utf-8")
    with pytest.raises(BadInput, match=r"the id 'acme\.loud' is taken by"):
        load_tone(packs=[tmp_path / "a.yaml", tmp_path / "b.yaml"])


def test_an_empty_pack_says_so(tmp_path: Path) -> None:
    """A folder without rules is a mistake, not silence."""
    with pytest.raises(BadInput):
        load_tone(packs=[tmp_path])


def test_a_network_brings_rules_for_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A `tone.yaml` in a network's folder may name the network, and judges drafts for it alone."""
    home = tmp_path / "acme_tone_package"
    home.mkdir()
    (home / "__init__.py").write_text("", encoding="utf-8")
    own = "{words: {en: [loud]}}\n    for: {networks: {network.id: {is: acme}}}"
    (home / "tone.yaml").write_text(GOOD.replace("{words: {en: [loud]}}", own), encoding="utf-8")
    text = (home / "tone.yaml").read_text(encoding="utf-8")
    text = text.replace(
        "{language: en, text:", "{language: en, network: {register: playful}, text:"
    )
    (home / "tone.yaml").write_text(text, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    network = SimpleNamespace(id="acme", package="acme_tone_package", origin="acme-dist")
    rule = load_tone([network]).rule("acme.loud")
    assert (rule.network, rule.origin) == ("acme", "acme-dist")
    one = replace(draft({"language": "en", "text": "loud"}), networks=("other",))
    assert tone_findings([rule], [one], Context({"other": SimpleNamespace(values={})})) == []
    one = replace(one, networks=("acme",))
    values = {"network.id": "acme"}
    (found,) = tone_findings([rule], [one], Context({"acme": SimpleNamespace(values=values)}))
    assert found.network == "acme"


def test_installed_networks_load_with_the_core() -> None:
    """Networks without tone rules of their own cost nothing."""
    assert len(load_tone(rulebook().networks).rules) >= len(load_tone().rules)
