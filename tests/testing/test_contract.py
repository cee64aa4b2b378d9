"""Every installed network keeps the contract, and every part of the contract can fail."""

import subprocess
import sys
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from channelwise.load.rulebook import load
from channelwise.plugins.discover import CHOICE
from channelwise.plugins.model import Plugin
from channelwise.recommend import standing
from channelwise.scaffold.write import write
from channelwise.testing import (
    SAMPLE_BRIEFS,
    ContractWarning,
    NetworkContract,
    check_network,
    contract_problems,
    contract_warnings,
    judged,
    subject,
)
from channelwise.testing.contract import topics

# One class for each installed network, so that each topic is a test of its own.
INSTALLED = load().networks
for _network in INSTALLED:
    _name = f"Test_{_network.id}"
    globals()[_name] = type(_name, (NetworkContract,), {"package": _network.package})


def test_there_are_networks_to_try() -> None:
    """The classes above are made in a loop; without networks there would be none."""
    assert len(INSTALLED) > 1


@pytest.mark.parametrize("network", INSTALLED, ids=lambda network: network.id)
def test_installed_networks_keep_the_contract(network) -> None:
    """All topics at once, as without pytest."""
    check_network(network.package)


# --- a made-up network that is broken in one place ------------------------------------------


@dataclass
class Folder:
    """A network on disk; `package` is importable while the test runs."""

    root: Path
    network: str

    @property
    def package(self) -> str:
        return f"{self.network}_network"

    def file(self, name: str) -> Path:
        return self.root / "src" / self.package / name

    def change(self, name: str, old: str, new: str) -> None:
        """Replaces a text that must be there."""
        text = self.file(name).read_text(encoding="utf-8")
        assert old in text, f"{name} does not hold {old!r}"
        self.file(name).write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator:
    """Makes a network folder that keeps the contract, under any id."""
    packages = []

    def make(network: str) -> Folder:
        folder = Folder(tmp_path / network, network)
        write(network, folder.root, date(2026, 3, 31))
        monkeypatch.delitem(sys.modules, folder.package, raising=False)
        monkeypatch.syspath_prepend(str(folder.root / "src"))
        packages.append(folder.package)
        return folder

    yield make
    for package in packages:
        sys.modules.pop(package, None)


@pytest.fixture
def acme(made) -> Folder:
    return made("acme")


def failing_tests(package: str) -> set[str]:
    """Names of the contract's tests that fail for a package."""
    contract = type("TestIt", (NetworkContract,), {"package": package})
    contract.setup_class()
    failed = set()
    for name in (name for name in dir(contract) if name.startswith("test_")):
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", ContractWarning)
                getattr(contract(), name)()
        except AssertionError:
            failed.add(name)
    return failed


ALL_TESTS = {name for name in dir(NetworkContract) if name.startswith("test_")}
ADVICE = "test_recommendations"

# What is changed in which file, the problem that must be told, and the test that must fail.
Edits = Sequence[tuple[str, str, str]]
NETWORK, FACTS, RULES = "network.yaml", "facts.yaml", "rules.yaml"
PERSIAN_NAME = "fa: شبکهٔ نمونه"
FIRES = "fires:\n        - {brief: {business: {local: true}}}"

FILES: dict[str, tuple[Edits, str]] = {
    "a text without Persian": ([(NETWORK, f", {PERSIAN_NAME}", "")], "name.fa"),
    "an empty Persian text": ([(NETWORK, PERSIAN_NAME, 'fa: " "')], "name.fa"),
    "a cadence on nothing": (
        [(NETWORK, ', judgement: "Example: more would tire the neighbours."', "")],
        "give exactly one of",
    ),
    "minutes on two things": (
        [(NETWORK, "    high: 20\n", "    high: 20\n    fact: post.pictures\n")],
        "give exactly one of",
    ),
    "a metric on nothing": (
        [(NETWORK, '      judgement: "Example: no figure to compare with; your own trend is what tells."\n', "")],
        "give exactly one of",
    ),
    "minutes that fall": (
        [(NETWORK, "    low: 5\n", "    low: 15\n")],
        "low, typical and high must rise",
    ),
    "a hard limit on a judgement": (
        [(NETWORK, "hard: false", "hard: true")], "a hard limit needs an official or encoded fact",
    ),
    "a hard limit on a blog": (
        [(NETWORK, "hard: false", "hard: true"), (FACTS, "confidence: judgement", "confidence: blog")],
        "this one is 'blog'",
    ),
    "a fact that does not exist": (
        [(NETWORK, "fact: post.needs_picture", "fact: post.need_picture")],
        "no fact 'post.need_picture' in facts.yaml",
    ),
    "a fact without a source": (
        [(FACTS, "    source: example\n    date: YYYY-MM\n".replace("YYYY-MM", "2026-03"), "    date: 2026-03\n")],
        "source",
    ),
    "a fact without a date": ([(FACTS, "    date: 2026-03\n", "")], "date"),
    "a date that is none": ([(FACTS, "date: 2026-03", "date: lately")], "write a date such as"),
    "a fact without a confidence": ([(FACTS, "    confidence: judgement\n", "")], "confidence"),
    "a source that is not listed": ([(FACTS, "source: example", "source: exampel")], "exampel"),
    "a cadence that falls": ([(NETWORK, "steps: [1, 2, 4]", "steps: [4, 2, 1]")], "rise"),
    "a metric without a formula": (
        [(NETWORK, "formula:\n        en: (reactions", "formulas:\n        en: (reactions")], "formula",
    ),
    "no metric at all": ([(NETWORK, "  metrics:\n", "  metricses:\n")], "metricses"),
    "a tone rule in another's name": ([("tone.yaml", "id: acme.", "id: beta.")], "is named 'acme.something'"),
    "a rule in another's name": ([(RULES, "id: acme.", "id: beta.")], "is named 'acme.something'"),
    "a rule without a silent example": (
        [(RULES, "      silent:\n        - {brief: {business: {local: false}}}\n", "")], "silent",
    ),
}  # fmt: skip

TOPICS: dict[str, tuple[Edits, str, str]] = {
    "a source without a title": (
        [(FACTS, "title: An example source; replace it by the page that you read", 'title: " "')],
        "facts: the source 'example' has no title", "test_facts_are_complete",
    ),
    "a source without an address": (
        [(FACTS, "address: https://example.com/replace-me", 'address: ""')],
        "facts: the source 'example' has no address", "test_facts_are_complete",
    ),
    "a trait on an unknown fact": (
        [(FACTS, "value: 20\n", "value: unknown\n")],
        "values: audience.use.US: the fact 'use.US.all' is unknown", "test_values_rest_on_something",
    ),
    "Persian that is English": (
        [(NETWORK, PERSIAN_NAME, "fa: Acme")],
        "texts: network.name: the Persian text is the English one", "test_texts_are_in_both_languages",
    ),
    "Persian without Persian": (
        [(NETWORK, PERSIAN_NAME, "fa: The Acme")],
        "texts: network.name: the Persian text has no Persian letter", "test_texts_are_in_both_languages",
    ),
    "an Arabic kaf": (
        [(NETWORK, PERSIAN_NAME, "fa: شبكهٔ نمونه")],
        "texts: network.name: the Persian text has the Arabic letter 'ك'", "test_texts_are_in_both_languages",
    ),
    "an Arabic yeh in a rule": (
        [(RULES, "fa: همسایه‌ها", "fa: همسايه‌ها")],
        "texts: rules[acme.neighbours-ask-here].title: the Persian text has the Arabic letter 'ي'",
        "test_texts_are_in_both_languages",
    ),
    "an Arabic alef maksura": (
        [(NETWORK, PERSIAN_NAME, "fa: شبکه‌اى")],
        "texts: network.name: the Persian text has the Arabic letter 'ى'", "test_texts_are_in_both_languages",
    ),
    "an Arabic yeh in a tone rule": (
        [("tone.yaml", "fa: انگار از دور نوشته شده", "fa: انگار از بيرون نوشته شده")],
        "texts: tone[acme.far-away].title: the Persian text has the Arabic letter 'ي'",
        "test_texts_are_in_both_languages",
    ),
    "Arabic digits": (
        [(NETWORK, PERSIAN_NAME, "fa: شبکهٔ ٤")],
        "texts: network.name: the Persian text has Arabic digits", "test_texts_are_in_both_languages",
    ),
    "English that is Persian": (
        [(NETWORK, 'en: "Acme"', 'en: "شبکه"')],
        "texts: network.name: the English text has no Latin letter", "test_texts_are_in_both_languages",
    ),
    "an account kind without a strategy": (
        [(NETWORK, "account: personal", "account: business")],
        "strategies: no strategy is posted from a personal account", "test_every_account_kind_has_a_strategy",
    ),
    "no engagement metric": (
        [(NETWORK, "kind: engagement", "kind: reach")],
        "metrics: no metric of the kind 'engagement'", "test_growth_and_engagement_can_be_measured",
    ),
    "no growth metric": (
        [(NETWORK, "kind: growth", "kind: reach")],
        "metrics: no metric of the kind 'growth'", "test_growth_and_engagement_can_be_measured",
    ),
    "a rate without its denominator": (
        [(NETWORK, "      denominator: {en: views of the post, fa: بازدید پست}\n", "")],
        "metrics: engagement-by-views: an engagement rate needs its denominator",
        "test_growth_and_engagement_can_be_measured",
    ),
    "a benchmark without a fact": (
        [(NETWORK, "      denominator: {en: views", "      benchmark: {en: About 3 %, fa: حدود ۳ درصد}\n      denominator: {en: views")],
        "metrics: engagement-by-views: a benchmark needs a fact", "test_growth_and_engagement_can_be_measured",
    ),
    "two metrics of one id": (
        [(NETWORK, "- id: engagement-by-views", "- id: follower-growth")],
        "metrics: follower-growth: 2 metrics have this id", "test_growth_and_engagement_can_be_measured",
    ),
    "an example on which the rule stays silent": (
        [(RULES, FIRES, FIRES.replace("true", "false"))],
        "example 1 under 'fires': the rule stays silent", "test_rule_examples_hold",
    ),
    "a draft in which the tone rule finds nothing": (
        [("tone.yaml", "deliver nationwide!", "deliver here!")],
        "example 1 under 'fails': the rule finds nothing", "test_rule_examples_hold",
    ),
    "an example that leaves out a field": (
        [(RULES, FIRES, "fires:\n        - {brief: {first_goal: sales}}")],
        "the rule cannot be told", "test_rule_examples_hold",
    ),
    "a network for nobody": (
        [(RULES, "points: {criterion: audience, add: 5}", "exclude: true"),
         (RULES, "brief.business.local: {is: true}", "brief.time.hours_per_week: {above: 0}"),
         (RULES, FIRES, "fires:\n        - {brief: {time: {hours_per_week: 1}}}"),
         (RULES, "- {brief: {business: {local: false}}}", "- {brief: {time: {hours_per_week: 0}}}")],
        "fits: none of", "test_suits_some_and_not_all",
    ),
}  # fmt: skip


def test_the_made_up_network_keeps_the_contract(acme: Folder) -> None:
    """What every change below starts from is right."""
    assert contract_problems(acme.package) == []
    assert failing_tests(acme.package) == set()


@pytest.mark.parametrize("case", FILES)
def test_wrong_files(acme: Folder, case: str) -> None:
    """Files that do not load are told with their places, and no topic passes unchecked."""
    edits, said = FILES[case]
    for edit in edits:
        acme.change(*edit)
    problems = contract_problems(acme.package)
    assert any(said in problem for problem in problems), problems
    assert all(problem.startswith("files: ") for problem in problems), problems
    assert failing_tests(acme.package) == ALL_TESTS - {ADVICE}
    assert contract_warnings(acme.package) == []


@pytest.mark.parametrize("case", TOPICS)
def test_broken_topics(acme: Folder, case: str) -> None:
    """Each topic fails for what it is about, and no other one does."""
    edits, said, test = TOPICS[case]
    for edit in edits:
        acme.change(*edit)
    problems = contract_problems(acme.package)
    assert any(said in problem for problem in problems), problems
    assert len({problem.partition(":")[0] for problem in problems}) == 1
    assert failing_tests(acme.package) == {test}
    with pytest.raises(AssertionError, match="the network breaks its contract"):
        check_network(acme.package)


def test_a_missing_file(acme: Folder) -> None:
    acme.file(FACTS).unlink()
    (problem,) = contract_problems(acme.package)
    assert "facts.yaml: there is no such file" in problem


def test_no_such_package() -> None:
    (problem,) = contract_problems("no_such_network")
    assert problem.startswith("files: the package 'no_such_network' cannot be imported")


def test_a_module_is_no_package() -> None:
    (problem,) = contract_problems("json.decoder")
    assert problem.startswith("files: json.decoder: is a module; a network is a package")


def test_a_network_id_that_is_taken(made) -> None:
    """A copy of an installed network's id is refused by name."""
    folder = made(INSTALLED[0].id)
    problems = contract_problems(folder.package)
    assert f"ids: the network id '{INSTALLED[0].id}' is taken by {INSTALLED[0].origin}" in problems
    assert "test_ids_are_free" in failing_tests(folder.package)


def test_a_rule_id_that_is_taken(made) -> None:
    """A network named like a theme can clash with a core rule."""
    core = next(rule.id for rule in load().rules if rule.origin == "core")
    folder = made(core.partition(".")[0])
    folder.change(RULES, f"id: {folder.network}.neighbours-ask-here", f"id: {core}")
    assert f"ids: the rule id '{core}' is taken by core" in contract_problems(folder.package)


def test_a_misspelt_hook(acme: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """If the package is installed, what the plugin door says of it counts."""
    plugin = Plugin("acme", acme.package, "acme-network", "0.1.0")
    acme.change("__init__.py", "channelwise_register_networks", "channelwise_register_network")
    monkeypatch.setattr(subject, "installed", lambda: (plugin,))
    problems = contract_problems(acme.package)
    assert len(problems) == 1
    assert problems[0].startswith("plugin: plugin acme (acme-network 0.1.0): hooks:")
    assert failing_tests(acme.package) == {"test_plugin_is_admitted"}


class Normalising(standing.Judge):
    """What the engine must never do: scores that depend on who else is there."""

    def standing(self, brief):
        found = super().standing(brief)
        crowd = len(self.networks)
        places = [
            standing.Place(standing.replace(p.best, total=p.best.total // crowd), p.candidates)
            for p in found.places
        ]
        return standing.Standing(brief, found.weights, tuple(places), found.spoken)


def test_neighbours_that_are_touched(acme: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a judge that compares networks, adding one shows at the others."""
    from dataclasses import replace

    monkeypatch.setattr(standing, "replace", replace, raising=False)
    monkeypatch.setattr(judged, "Judge", Normalising)
    problems = [p for p in contract_problems(acme.package) if p.startswith("neighbours: ")]
    assert len(problems) == len(SAMPLE_BRIEFS)
    assert "without it" in problems[0]
    assert "test_other_networks_are_untouched" in failing_tests(acme.package)


def test_a_network_for_everybody(acme: Folder) -> None:
    """A network that suits every brief is as suspicious as one that suits none."""
    found = subject.subject(acme.package)
    (problem,) = judged.fits(found, SAMPLE_BRIEFS[:1])
    assert problem.startswith("all of 1 briefs")


def test_briefs_of_the_author(acme: Folder) -> None:
    """A network that suits no sample brief can bring one that it suits."""
    for edit in (
        ("points: {criterion: audience, add: 5}", "exclude: true"),
        ("brief.business.local: {is: true}", "brief.business.people: {at_most: 99}"),
        (FIRES, "fires:\n        - {brief: {business: {people: 1}}}"),
        ("- {brief: {business: {local: false}}}", "- {brief: {business: {people: 100}}}"),
    ):
        acme.change(RULES, *edit)
    acme.change(NETWORK, "default: {value: open", "default: {value: filtered")
    silent = [b for b in SAMPLE_BRIEFS if "people" not in b["business"]]
    large = {**SAMPLE_BRIEFS[0], "business": {**SAMPLE_BRIEFS[0]["business"], "people": 100}}
    found = subject.subject(acme.package)
    known = [b for b in SAMPLE_BRIEFS if b not in silent]
    assert list(judged.fits(found, known))
    assert not list(judged.fits(found, [*known, large]))
    assert contract_problems(acme.package, briefs=[large]) == []


def test_warnings(acme: Folder) -> None:
    """What is merely not good enough warns and does not fail."""
    acme.change(NETWORK, "typical: 2,", "typical: 4,")
    found = contract_warnings(acme.package)
    about = [line.partition(":")[0] for line in found]
    assert about == ["plugin", "facts", "strategies", "rhythms"]
    assert "strategies: 2 strategies; 4 to 8 are recommended" in found
    contract = type("TestIt", (NetworkContract,), {"package": acme.package})
    contract.setup_class()
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        contract().test_recommendations()
    assert [str(one.message) for one in told] == [f"acme_network: {line}" for line in found]
    assert {one.category for one in told} == {ContractWarning}
    assert contract_problems(acme.package) == []


def test_installed_networks_need_no_warning() -> None:
    """What we recommend, we do."""
    assert {n.id: w for n in INSTALLED if (w := contract_warnings(n.package))} == {}


def test_a_class_without_a_package() -> None:
    contract = type("TestNothing", (NetworkContract,), {})
    with pytest.raises(AssertionError, match="TestNothing must name its package"):
        contract.setup_class()


def test_every_topic_has_a_test() -> None:
    """Each topic beside the files has one method, and each method one topic."""
    asked = set()

    class Recorder(NetworkContract):
        package = INSTALLED[0].package

        def _check(self, name: str) -> None:
            asked.add(name)

    for name in ALL_TESTS - {ADVICE}:
        getattr(Recorder(), name)()
    assert asked == set(topics(()))
    assert len(ALL_TESTS) == len(asked) + 2


def test_the_environment_hides_no_neighbour(acme: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """CHANNELWISE_PLUGINS chooses what a command uses, not what a network is tested beside."""
    monkeypatch.setenv(CHOICE, "")
    assert len(subject.subject(acme.package).others.networks) == len(INSTALLED)


def test_pytest_is_not_needed() -> None:
    """The module serves people who use another test runner, or none."""
    code = "import sys, channelwise.testing; sys.exit('pytest' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
