"""The fingerprint of a check: it changes with all that findings rest on, and with nothing else."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from channelwise import Engine
from channelwise.check.fingerprint import fingerprint
from channelwise.load import bundle
from channelwise.load.rulebook import load
from channelwise.plugins.model import Plugin
from channelwise.tone.load import tone_book
from helpers_pack import FACTS, LEXICON, RULES, pack_files
from helpers_site import Site, acme_files

Write = Callable[..., Plugin]

COUNTER = """from pathlib import Path

from channelwise.count import Counter, Measured, Piece
from channelwise.plugins import NetworkFolder, hookimpl
from channelwise.text import Text

PRICE = int(Path(__file__).with_name("price.txt").read_text())


def measure(text):
    return Measured((Piece("character", 0, len(text), PRICE),) if text else ())


@hookimpl
def channelwise_register_networks():
    return [NetworkFolder(__name__)]


@hookimpl
def channelwise_register_counters():
    return [Counter("acme_prices", measure, Text("prices", "بها"))]
"""


def of_checks(*rules: Path) -> str:
    rulebook = load(plugins=(), rules=rules)
    return fingerprint(rulebook, tone_book(rulebook.tone))


def lay(place: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(text, encoding="utf-8")
    return place


FACTUAL = RULES.replace('"judgement: a pack for tests"', '"fact:own#noise.heard"')


@pytest.mark.parametrize(
    "changed",
    [
        {"lexicon": LEXICON.replace("[racket]", "[racket, din]")},
        {"tone": FACTUAL.replace("level: warning", "level: note")},
        {"facts": FACTS.replace("value: 4", "value: 5")},
    ],
    ids=lambda one: next(iter(one)),
)
def test_tone_data_of_others_counts(changed: dict[str, str], tmp_path: Path) -> None:
    """A changed word, rule or fact changes the fingerprint of checks, and of nothing else."""
    same = {"tone": FACTUAL, "facts": FACTS}
    one = lay(tmp_path / "one", pack_files(**same))
    moved = lay(tmp_path / "elsewhere" / "two", pack_files(**same))
    other = lay(tmp_path / "three", pack_files(**{**same, **changed}))
    assert of_checks(one) == of_checks(moved)
    assert of_checks(one) != of_checks(other)
    assert of_checks(one) != of_checks()
    assert len({load(rules=[place], plugins=()).fingerprint for place in (one, other)}) == 1


@pytest.mark.parametrize("file", ["lexicons/slang.yaml", "tone/selling.yaml"])
def test_tone_data_of_the_core_counts(
    file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A changed lexicon or rule of the core changes it, while plans keep theirs."""
    before, plans = of_checks(), load(plugins=()).fingerprint
    copy = tmp_path / "rules"
    shutil.copytree(bundle.folder(bundle.CORE_PACKAGE), copy)
    monkeypatch.setattr(bundle, "folder", lambda _: copy)
    assert (of_checks(), load(plugins=()).fingerprint) == (before, plans)
    (copy / file).write_text((copy / file).read_text(encoding="utf-8") + "# x\n", encoding="utf-8")
    assert of_checks() != before
    assert load(plugins=()).fingerprint == plans


def test_counting_data_counts(site: Site, tmp_path: Path) -> None:
    """The data by which a plugin's unit counts is part of it, and so is its code."""
    draft = tmp_path / "post.md"
    draft.write_text("Fair on Friday.\n", encoding="utf-8")
    files = {**acme_files(), "__init__.py": COUNTER, "price.txt": "1"}
    site.add("acme-channelwise", "1.0", "acme_plugin", files)

    def seen(**changed: str) -> str:
        lay(site.place / "acme_plugin", {**files, **changed})
        return str(json.loads(site.run("check", draft, "--format", "json").stdout)["rulebook"])

    first = seen()
    assert seen() == first
    assert seen(**{"price.txt": "2"}) != first
    assert seen(**{"__init__.py": COUNTER + "# another way\n"}) != first


def test_answers_name_it(write: Write) -> None:
    """`Checked.rulebook` is this fingerprint, and stays the same from run to run."""
    engine = Engine.load(plugins=[write("acme_tone", pack_files())])
    book = tone_book(engine.rulebook.tone)
    assert engine.check([]).rulebook == fingerprint(engine.rulebook, book)
    assert engine.check([]).rulebook != engine.rulebook.fingerprint
