"""The contract of a network: its topics, and the faces that check them."""

import warnings
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any, ClassVar, Final

from channelwise.errors import BadInput
from channelwise.testing import counters, door, grounds, judged, makeup, wording
from channelwise.testing.briefs import SAMPLE_BRIEFS
from channelwise.testing.subject import Subject, subject

Briefs = Sequence[Mapping[str, Any]]
Topic = Callable[[Subject], Iterable[str]]

_ADVISORY: Final[dict[str, Topic]] = {
    "plugin": door.registered,
    "facts": grounds.example_sources,
    "limits": grounds.slips_of_limits,
    "strategies": makeup.number_of_strategies,
    "rhythms": makeup.open_ended,
}


class ContractWarning(UserWarning):
    """Something that a good network has and this one lacks."""


def topics(briefs: Briefs) -> dict[str, Topic]:
    """What is checked once the files are valid, by the name that problems carry."""
    return {
        "plugin": door.admitted,
        "ids": judged.ids,
        "facts": grounds.facts,
        "values": grounds.values,
        "texts": wording.texts,
        "strategies": makeup.strategies,
        "metrics": makeup.metrics,
        "counters": counters.counters,
        "rules": judged.examples,
        "neighbours": partial(judged.neighbours, briefs=briefs),
        "fits": partial(judged.fits, briefs=briefs),
    }


def contract_problems(package: str, *, briefs: Briefs = ()) -> list[str]:
    """Everything in which a network breaks the contract, each with its topic.

    Args:
        package: the importable package with the network's files.
        briefs: plain briefs to try beside the sample ones, for a network that they do not reach.

    Returns:
        An empty list for a network that keeps the contract. If its files are wrong, only what
        is wrong with them: the rest can be told when they are mended.

    Example:
        ["metrics: no metric of the kind 'engagement'"]
    """
    found, problems = _read(package)
    if found is None:
        return [f"files: {problem}" for problem in problems]
    return _said(found, topics((*SAMPLE_BRIEFS, *briefs)))


def contract_warnings(package: str) -> list[str]:
    """What a good network would have and this one lacks; empty if its files are wrong."""
    found, _ = _read(package)
    return _said(found, _ADVISORY) if found else []


def check_network(package: str, *, briefs: Briefs = ()) -> None:
    """Raises AssertionError with every problem if a network breaks the contract."""
    _nothing(contract_problems(package, briefs=briefs))


def _said(found: Subject, about: Mapping[str, Topic]) -> list[str]:
    return [f"{name}: {said}" for name, topic in about.items() for said in topic(found)]


def _read(package: str) -> tuple[Subject | None, list[str]]:
    try:
        return subject(package), []
    except BadInput as error:
        return None, [str(problem) for problem in error.problems]
    except ImportError as error:
        return None, [f"the package '{package}' cannot be imported: {error}"]


def _nothing(problems: Iterable[str]) -> None:
    """Fails with the problems; an `assert` would vanish under `python -O`."""
    __tracebackhide__ = True
    if lines := list(problems):
        raise AssertionError("\n".join(["the network breaks its contract:", *lines]))


class NetworkContract:
    """One test for each topic. Subclass it in a test file and name the package.

    Attributes:
        package: the importable package with the network's files.
        briefs: plain briefs to try beside the sample ones; set it if the network suits a kind
            of business that is not among them.

    Example:
        class TestAcme(NetworkContract):
            package = "acme_network"
    """

    package: ClassVar[str]
    briefs: ClassVar[Briefs] = ()
    _subject: ClassVar[Subject | None] = None
    _file_problems: ClassVar[list[str]] = []

    @classmethod
    def setup_class(cls) -> None:
        """Reads the network once for all tests of the class."""
        if not hasattr(cls, "package"):
            example = 'package = "acme_network"'
            raise AssertionError(f"{cls.__name__} must name its package, as in: {example}")
        cls._subject, cls._file_problems = _read(cls.package)

    def _check(self, name: str) -> None:
        __tracebackhide__ = True
        if self._subject is None:
            raise AssertionError("not checked: the files are wrong, see test_files_are_valid")
        _nothing(topics((*SAMPLE_BRIEFS, *self.briefs))[name](self._subject))

    def test_files_are_valid(self) -> None:
        """The files load: known keys and words, facts that exist, hard limits from the platform."""
        _nothing(self._file_problems)

    def test_plugin_is_admitted(self) -> None:
        """If it is installed, its entry point and hooks are right."""
        self._check("plugin")

    def test_ids_are_free(self) -> None:
        """Nobody else has the id of the network or of one of its rules."""
        self._check("ids")

    def test_facts_are_complete(self) -> None:
        """Every fact has a source with title and address, a date and a confidence."""
        self._check("facts")

    def test_values_rest_on_something(self) -> None:
        """No value rests on an unknown fact; cadences and metrics name a fact or a judgement."""
        self._check("values")

    def test_texts_are_in_both_languages(self) -> None:
        """Every text is there in English and in Persian, with Persian letters."""
        self._check("texts")

    def test_every_account_kind_has_a_strategy(self) -> None:
        """Whichever kind of account a business has, there is something to do with it."""
        self._check("strategies")

    def test_growth_and_engagement_can_be_measured(self) -> None:
        """There are metrics of both kinds, and an engagement rate names its denominator."""
        self._check("metrics")

    def test_counting_units_hold(self) -> None:
        """The units that the network counts in price every part of a text, and in good time."""
        self._check("counters")

    def test_rule_examples_hold(self) -> None:
        """The network's own rules, those of tone as well, do as their examples say."""
        self._check("rules")

    def test_other_networks_are_untouched(self) -> None:
        """Adding this network changes no other one's points, verdict or order."""
        self._check("neighbours")

    def test_suits_some_and_not_all(self) -> None:
        """Some brief would have the network, and some would not."""
        self._check("fits")

    def test_recommendations(self) -> None:
        """Warns, and does not fail, about what a good network has and this one lacks."""
        for line in _said(self._subject, _ADVISORY) if self._subject else ():
            warnings.warn(f"{self.package}: {line}", ContractWarning, stacklevel=1)
