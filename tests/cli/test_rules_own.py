"""`rules check` and `rules test` on tone rules and lexicons that somebody is writing."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from channelwise.cli.main import main

ACME = Path(__file__).parents[1] / "acme_network"

RULES = """\
api: 1
rules:
  - id: {code}
    kind: existence
    level: note
    title: {{en: Roses, fa: گل رز}}
    because: {{en: They wilt., fa: پژمرده می‌شود.}}
    instead: {{en: Say bread., fa: بگویید نان.}}
    find: {{{find}}}
    source: ["judgement: taste"]
    examples:
      fails:
        - {{language: en, text: Red roses.}}
        - {{language: fa, text: گل رز سرخ.}}
      passes:
        - {{language: en, text: Red bread.}}
        - {{language: fa, text: {passes}}}
"""
WORDS = "words: {en: [roses], fa: [گل رز]}"
LEXICON = """\
api: 1
lexicon:
  id: roses
  title: {en: Roses, fa: گل رز}
  licence: ours
  groups:
    - {language: en, note: all roses, words: [roses]}
    - {language: fa, note: all roses, words: [گل رز]}
"""
SCORING = """\
api: 1
rules:
  - id: time.tea-first
    title: {en: Tea, fa: چای}
    when: {brief.time.people: {is: 1}}
    then: {warn: {topic: time, text: {en: Tea, fa: چای}}}
    because: {en: Tea., fa: چای.}
    source: ["judgement: taste"]
    examples:
      fires: [{brief: {time: {people: 1}}}]
      silent: [{brief: {time: {people: 2}}}]
"""


def tone(code: str = "mine.signs.roses", find: str = WORDS, passes: str = "نان سرخ.") -> str:
    """A file with one tone rule."""
    return RULES.format(code=code, find=find, passes=passes)


def rules(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["rules", *map(str, arguments)])


def put(file: Path, text: str) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def fine(done: Result, says: str) -> None:
    assert (done.exit_code, done.output) == (0, f"{says}\n")


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A pack as a plugin ships it: tone rules in a folder, and a lexicon that they name."""
    put(tmp_path / "pack" / "tone" / "roses.yaml", tone(find="lexicons: [roses]"))
    put(tmp_path / "pack" / "lexicons" / "roses.yaml", LEXICON)
    return tmp_path / "pack"


@pytest.mark.parametrize("name", ["tone.yaml", "anything.yaml"])
def test_a_file_of_tone_rules(name: str, tmp_path: Path) -> None:
    """It is known by what is in it, whatever its name."""
    file = put(tmp_path / name, tone())
    fine(rules("check", file), "1 rule, no problem found.")
    fine(rules("test", file), "1 rule, 4 examples, 0 failed.")


@pytest.mark.parametrize("what", ["", "tone", "lexicons", "tone/roses.yaml", "lexicons/roses.yaml"])
def test_any_part_of_a_pack_is_read_with_the_whole(what: str, pack: Path) -> None:
    """Rules and the lexicons that they name belong together, whichever of them is given."""
    fine(rules("check", pack / what), "1 rule, 1 lexicon, no problem found.")
    fine(rules("test", pack / what), "1 rule, 4 examples, 0 failed.")


def test_parts_of_one_pack_are_read_once(pack: Path) -> None:
    """A pack that is named twice does not count twice."""
    done = rules("check", pack / "tone", pack / "lexicons" / "roses.yaml")
    fine(done, "1 rule, 1 lexicon, no problem found.")


def test_a_lexicon_alone(tmp_path: Path) -> None:
    """A lexicon that no rule names yet is checked all the same."""
    fine(
        rules("check", put(tmp_path / "roses.yaml", LEXICON)),
        "0 rules, 1 lexicon, no problem found.",
    )
    wrong = put(tmp_path / "wrong.yaml", LEXICON.replace("note: all roses, ", "", 1))
    done = rules("check", wrong)
    assert done.exit_code == 2
    assert f"{wrong}:7:7: lexicon.groups[0].note" in done.output


def test_kinds_of_files_may_lie_in_one_folder(tmp_path: Path) -> None:
    """Rules that give points and tone rules are each checked as what they are."""
    put(tmp_path / "a.yaml", SCORING)
    put(tmp_path / "b.yaml", tone(find="lexicons: [roses]"))
    put(tmp_path / "roses.yaml", LEXICON)
    fine(rules("check", tmp_path), "2 rules, 1 lexicon, no problem found.")
    fine(rules("test", tmp_path), "2 rules, 6 examples, 0 failed.")


def test_a_network_with_tone_rules(tmp_path: Path) -> None:
    """The `tone.yaml` beside a `network.yaml` is that network's own, and named after it."""
    home = Path(shutil.copytree(ACME, tmp_path / "acme"))
    put(
        home / "tone.yaml",
        tone("acme.signs.roses").replace("- {language", "- {network: {}, language"),
    )
    for path in (home, home / "tone.yaml"):
        count = 2 if path == home else 1
        done = rules("check", path)
        assert (done.exit_code, done.output.partition(",")[0]) == (
            0, f"{count} rule{'s' if count > 1 else ''}",
        )  # fmt: skip
        assert rules("test", path).exit_code == 0
    put(home / "tone.yaml", tone("other.signs.roses"))
    done = rules("check", home)
    assert done.exit_code == 2
    assert f"{home / 'tone.yaml'}:3:9: rules[0].id" in done.output


def test_every_mistake_of_every_file(tmp_path: Path) -> None:
    """Mistakes of tone rules, lexicons and other rules are told together, each with its place."""
    bad = tone().replace("level: note", "level: nit").replace("kind: existence", "kind: existense")
    put(tmp_path / "pack" / "tone" / "a.yaml", bad)
    put(tmp_path / "words" / "roses.yaml", LEXICON.replace("licence: ours", "license: ours"))
    put(tmp_path / "scoring.yaml", SCORING.replace("is: 1", "ist: 1"))
    done = rules("check", tmp_path / "pack", tmp_path / "words", tmp_path / "scoring.yaml")
    assert done.exit_code == 2
    for place in ("a.yaml:4:11", "roses.yaml:5:3", "scoring.yaml:5:32"):
        assert place in done.output
    assert "did you mean 'existence'" in done.output
    assert "did you mean 'licence'" in done.output
    persian = rules("check", tmp_path / "pack", "--lang", "fa")
    assert "\u2068" in persian.output
    assert persian.exit_code == 2


def test_a_code_of_the_core_cannot_be_taken(tmp_path: Path) -> None:
    """Files of one's own name their rules as they like, but not as the core does."""
    done = rules("check", put(tmp_path / "tone.yaml", tone("core.signs.roses")))
    assert done.exit_code == 2
    assert "tone.yaml:3:9: rules[0].id" in done.output


def test_a_failing_example(tmp_path: Path) -> None:
    """`rules test` names the example and its rule, and ends with 1."""
    file = put(tmp_path / "tone.yaml", tone(passes="گل رز."))
    fine(rules("check", file), "1 rule, no problem found.")
    done = rules("test", file)
    assert done.exit_code == 1
    assert "mine.signs.roses: example 2 under 'passes': the rule finds: Roses" in done.output
    assert done.output.endswith("1 rule, 4 examples, 1 failed.\n")


@pytest.mark.parametrize("name", ["tone/gone.yaml", "lexicons/gone.yaml", "gone.yaml", "tone.yaml"])
@pytest.mark.parametrize("command", ["check", "test"])
def test_a_path_that_leads_nowhere(name: str, command: str, pack: Path) -> None:
    """A file that is not there is a mistake, beside whatever files are."""
    done = rules(command, pack / name)
    assert done.exit_code == 2
    assert f"{pack / name}: there is no such file" in done.output


def test_the_rules_of_the_core_can_be_checked() -> None:
    """Whoever changes the core's tone rules checks them as any others."""
    from channelwise.load import bundle

    place = bundle.folder(bundle.CORE_PACKAGE) / "tone"
    done = rules("check", place)
    assert "rules[0].id" not in done.output
    assert "is there already" not in done.output
