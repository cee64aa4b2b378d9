"""Sets of drafts with what a reader of the whole list would say, and how often rules agree.

`python tests/tone/labelled_sets.py` prints the table and every miss; with `--write` it renews
`sets.md` beside it. The sets were written by others than the rules, and no rule is tuned to
one of them: what goes wrong is written down.
"""

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import yaml

from channelwise.check.model import Finding
from channelwise.tone.findings import tone_findings
from channelwise.tone.trial import context, draft
from tone.labelled import HERE, NETWORKS, Score, book

FILE: Final = HERE / "held_out" / "sets.yaml"
TABLE: Final = HERE / "sets.md"
_KEPT: Final = ("text", "kind", "account", "schedule", "reply")


@dataclass(frozen=True, eq=False)
class DraftSet:
    """Drafts that go out together, and the codes that a reader would want to be told."""

    number: int
    language: str
    who: str
    situations: tuple[Mapping[str, Any], ...]
    expected: frozenset[str]

    def __str__(self) -> str:
        return f"set {self.number} ({self.who})"


@cache
def sets() -> tuple[DraftSet, ...]:
    """All labelled sets."""
    data = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return tuple(_set(number, plain) for number, plain in enumerate(data["sets"], 1))


def _set(number: int, plain: Mapping[str, Any]) -> DraftSet:
    language = plain["language"]
    situations = tuple(_situation(one, language) for one in plain["drafts"])
    expected = frozenset(plain.get("finds", ()))
    return DraftSet(number, language, plain["who"], situations, expected)


def _situation(plain: Mapping[str, Any], language: str) -> dict[str, Any]:
    network = {"id": plain["net"], **NETWORKS[plain["net"]]}
    kept = {name: plain[name] for name in _KEPT if name in plain}
    return {"language": language, "network": network, **kept}


@cache
def findings(one: DraftSet) -> tuple[Finding, ...]:
    """What the rules over sets find in a set."""
    rules = [rule for rule in book().rules if rule.id.startswith("core.set.")]
    drafts = [draft(situation, number) for number, situation in enumerate(one.situations)]
    return tuple(tone_findings(rules, drafts, context(one.situations)))


def found(one: DraftSet) -> frozenset[str]:
    return frozenset(finding.code for finding in findings(one))


def scores() -> dict[str, Score]:
    """The score of each rule over sets, by code."""
    codes = sorted(rule.id for rule in book().rules if rule.id.startswith("core.set."))
    return {code: _score(code) for code in codes}


def _score(code: str) -> Score:
    pairs = [(code in found(one), code in one.expected) for one in sets()]
    return Score(pairs.count((True, True)), pairs.count((True, False)), pairs.count((False, True)))


def table() -> str:
    """The table as it is kept in the repository, with every mistake that is left."""
    fine = sum(1 for one in sets() if not one.expected)
    lines = [
        "# How often the rules over several drafts are right", "",
        f"On {len(sets())} labelled sets, {fine} of them fine. Made by",
        "`python tests/tone/labelled_sets.py --write`; a test holds that it is up to date. The sets were",
        "written by others than the rules, and no rule is tuned to one of them. They are few, so read a",
        "number as what happened and not as a rate. Columns as in precision.md.", "",
        "| rule | right | false alarms | missed | precision | recall |", "| --- | --- | --- | --- | --- | --- |",
        *(_row(code, score) for code, score in scores().items()),
    ]  # fmt: skip
    wrong = list(misses())
    lines += ["", "What is still wrong:", "", *wrong] if wrong else ["", "Nothing is wrong."]
    return "\n".join(lines) + "\n"


def _row(code: str, score: Score) -> str:
    shown = ["-" if one is None else str(one) for one in (score.precision, score.recall)]
    cells = [f"`{code}`", str(score.hits), str(score.false), str(score.missed), *shown]
    return f"| {' | '.join(cells)} |"


def misses() -> Iterator[str]:
    """Every set on which rules and label disagree."""
    for one in sets():
        for word, codes in (("found", found(one) - one.expected), ("missed", one.expected - found(one))):  # fmt: skip
            yield from (f"- {word} `{code}`: {one}" for code in sorted(codes))


if __name__ == "__main__":
    if "--write" in sys.argv:
        TABLE.write_text(table(), encoding="utf-8")
    print(table())
    for each in sets():
        for finding in findings(each):
            print(each.number, finding.code, finding.state, finding.message.en)
