"""Rules of every kind in files that a user names, to be checked and tried."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from channelwise.errors import BadInput, Problem
from channelwise.load import bundle
from channelwise.load.rulebook import Rulebook
from channelwise.rules import trial as scoring_trial
from channelwise.rules.build import rule
from channelwise.rules.model import Rule
from channelwise.tone.model import ToneRule
from channelwise.tone.own import Sorted, own_tone, several
from channelwise.tone.trial import Failure, trial


@dataclass(slots=True)
class Found:
    """Rules that are fine, how many lexicons are, and what is wrong with the others."""

    scoring: list[Rule] = field(default_factory=list)
    tone: list[ToneRule] = field(default_factory=list)
    lexicons: int = 0
    problems: list[Problem] = field(default_factory=list)

    @property
    def rules(self) -> int:
        return len(self.scoring) + len(self.tone)

    @property
    def examples(self) -> int:
        both = (*(one.examples for one in self.scoring), *(one.examples for one in self.tone))
        return sum(len(part) for examples in both for part in examples.values())

    def failures(self) -> list[scoring_trial.Failure | Failure]:
        """Examples that do not do what they say."""
        found = [one for rule in self.scoring for one in scoring_trial.failures(rule)]
        return [*found, *(one for rule in self.tone for one in trial(rule))]


def loaded(rulebook: Rulebook) -> Found:
    """All rules of a rulebook."""
    from channelwise.check.tone import Tone

    return Found(list(rulebook.rules), list(Tone(rulebook).book.rules))


def read(paths: Iterable[Path]) -> Found:
    """All that is in files and folders; of those that are wrong, every mistake."""
    found = Found()
    for files in several(paths):
        for path in files.scoring:
            _read_scoring(found, path)
        if files.has_tone:
            _read_tone(found, files)
    return found


def _read_scoring(found: Found, path: Path) -> None:
    try:
        plain = bundle.rules_to_check(path, bundle.core())
    except BadInput as error:
        found.problems += error.problems
    else:
        found.scoring += (rule(one, {}, str(path), None) for one in plain)


def _read_tone(found: Found, files: Sorted) -> None:
    try:
        own = own_tone(files)
    except BadInput as error:
        found.problems += error.problems
    else:
        found.tone += own
        found.lexicons += len(files.words)
