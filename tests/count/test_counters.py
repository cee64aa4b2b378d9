"""Counting units of plugins: what is let in, what is refused, and what a broken one costs."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from channelwise import Engine
from channelwise.count import Counter, CounterFailed, Measured, Piece, count
from channelwise.load.rulebook import Rulebook
from channelwise.plugins.discover import OWN, installed
from channelwise.plugins.model import Plugin
from channelwise.testing.counters import counter_problems
from channelwise.text import Text
from helpers_site import acme_files

OURS = tuple(plugin for plugin in installed() if plugin.distribution == OWN)
HEAD = """from channelwise.count import Counter, Measured, Piece
from channelwise.plugins import NetworkFolder, hookimpl
from channelwise.text import Text

WORDS = Text("signs", "نشانه")


def each_one(text):
    return Measured((Piece("character", 0, len(text), 1),) if text else ())


"""
NETWORK = (
    "@hookimpl\ndef channelwise_register_networks():\n    return [NetworkFolder(__name__)]\n\n\n"
)


def hook(body: str) -> str:
    return f"{HEAD}@hookimpl\ndef channelwise_register_counters():\n    {body}\n"


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator:
    """Writes a plugin and gives its entry point."""
    place = tmp_path / "modules"
    monkeypatch.syspath_prepend(place)
    before = set(sys.modules)

    def writer(module: str, files: dict[str, str]) -> Plugin:
        for name, text in files.items():
            (place / module / name).parent.mkdir(parents=True, exist_ok=True)
            (place / module / name).write_text(text, encoding="utf-8")
        return Plugin(module, module, f"{module}-dist", "1.2.3")

    yield writer
    for name in set(sys.modules) - before:
        if (place / name.partition(".")[0]).exists():
            del sys.modules[name]


def loose(*plugins: Plugin) -> Rulebook:
    return Engine.load(plugins=plugins, strict=False).rulebook


WRONG = {
    "text": ("return 'acme'", "call", "must return a list of Counter"),
    "another thing": ("return [each_one]", "call", "must return a list of Counter"),
    "raises": ("raise KeyError('x')", "call", "KeyError"),
    "capitals": ("return [Counter('Acme', each_one, WORDS)]", "data", "cannot be named 'Acme'"),
    "no text as name": ("return [Counter(7, each_one, WORDS)]", "data", "cannot be named 7"),
    "too long a name": ("return [Counter('a' * 41, each_one, WORDS)]", "data", "cannot be named"),
    "no function": ("return [Counter('acme_signs', 5, WORDS)]", "data", "not a function"),
    "no words": ("return [Counter('acme_signs', each_one, None)]", "data", "no text in 'en'"),
    "no persian": ("return [Counter('acme_signs', each_one, Text('signs', ' '))]", "data", "no text in 'fa'"),
    "link of text": ("return [Counter('acme_signs', each_one, WORDS, link='23')]", "data", "'link'"),
    "link below zero": ("return [Counter('acme_signs', each_one, WORDS, link=-1)]", "data", "'link'"),
    "link of truth": ("return [Counter('acme_signs', each_one, WORDS, link=True)]", "data", "'link'"),
    "name of the core": ("return [Counter('graphemes', each_one, WORDS)]", "data", "'graphemes' is taken"),
    "name of ours": ("return [Counter('x_weighted', each_one, WORDS)]", "data", "'x_weighted' is taken"),
    "name that begins as ours": ("return [Counter('linkedin_signs', each_one, WORDS)]", "data", "is taken"),
    "twice": ("return [Counter('acme_signs', each_one, WORDS)] * 2", "data", "'acme_signs' is taken"),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_refused(name: str, write) -> None:
    """A wrong unit costs its plugin, with stage and reason; ours and the next are untouched."""
    body, stage, says = WRONG[name]
    wrong = write("wrong_plugin", {"__init__.py": hook(body)})
    good = write("acme_plugin", acme_files())
    rulebook = loose(*OURS, wrong, good)
    (problem,) = rulebook.problems
    assert (problem.plugin, problem.stage) == (wrong, stage)
    assert says in problem.message
    assert {counter.name for counter in rulebook.counters} == {
        "code_points",
        "utf16_units",
        "utf8_bytes",
        "graphemes",
        "mastodon",
        "x_weighted",
    }
    assert "acme" in {network.id for network in rulebook.networks}


def test_a_name_of_ours_stays_taken_where_ours_is_left_out(write) -> None:
    wrong = write(
        "wrong_plugin", {"__init__.py": hook("return [Counter('x_weighted', each_one, WORDS)]")}
    )
    assert "is taken" in loose(wrong).problems[0].message


def test_of_two_strangers_the_first_keeps_the_name(write) -> None:
    body = hook("return [Counter('acme_signs', each_one, WORDS)]")
    first, second = (
        write("first_plugin", {"__init__.py": body}),
        write("second_plugin", {"__init__.py": body}),
    )
    rulebook = loose(first, second)
    assert [problem.plugin for problem in rulebook.problems] == [second]
    assert rulebook.counter("acme_signs").description == Text("signs", "نشانه")


def counted(unit: str, counters: str = "[]") -> dict[str, str]:
    """The files of a network that counts in a unit, and the units that its plugin brings."""
    files = acme_files()
    files["__init__.py"] = hook(f"return {counters}") + "\n\n" + NETWORK
    counting = f"  counting: {{unit: {unit}, judgement: it says so}}\n\n  formats:\n"
    assert files["network.yaml"].count("  formats:\n") >= 1
    files["network.yaml"] = files["network.yaml"].replace("  formats:\n", counting, 1)
    return files


def test_a_network_may_count_in_a_unit_of_its_own_plugin(write) -> None:
    plugin = write("acme_plugin", counted("acme_signs", "[Counter('acme_signs', each_one, WORDS)]"))
    rulebook = loose(plugin)
    assert rulebook.problems == ()
    assert count("abc", rulebook.counter("acme_signs")).total == 3


@pytest.mark.parametrize(("unit", "hint"), [("grapheme", "graphemes"), ("x_weighted", None)])
def test_a_unit_that_nobody_brings(unit: str, hint: str | None, write) -> None:
    """An unknown unit is told with file, line and column, and the nearest known one.

    A unit of another plugin is unknown as well: without that plugin the network would break.
    """
    plugin = write("acme_plugin", counted(unit))
    (problem,) = loose(*OURS, plugin).problems
    assert problem.stage == "data"
    lines = counted(unit)["network.yaml"].splitlines()
    line = next(number for number, text in enumerate(lines, 1) if "counting:" in text)
    column = lines[line - 1].index(unit) + 1
    assert (
        f"network.yaml:{line}:{column}: network.counting.unit: no counting unit '{unit}'"
        in problem.message
    )
    assert (f"did you mean '{hint}'?" in problem.message) == (hint is not None)


def raising(text: str) -> Measured:
    raise RuntimeError("boom")


BROKEN = {
    "raises": (raising, "RuntimeError: boom"),
    "gives a number": (len, "it gave int, not Measured"),
    "leaves the end out": (lambda text: Measured((Piece("character", 0, 1, 1),)), "end at 1 of 3"),
    "leaves a gap": (lambda text: Measured((Piece("character", 1, 3, 1),)), "gap at 0"),
    "overlaps": (lambda text: Measured((Piece("character", 0, 2, 1), Piece("character", 1, 3, 1))), "gap at 2"),
    "is empty": (lambda text: Measured(()), "end at 0 of 3"),
    "costs less than nothing": (lambda text: Measured((Piece("character", 0, 3, -1),)), "no piece may be"),
    "is of no kind": (lambda text: Measured((Piece("sign", 0, 3, 1),)), "no piece may be"),
    "goes too far": (lambda text: Measured((Piece("character", 0, 9, 1),)), "end at 9 of 3"),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_unit_ends_its_count_alone(name: str) -> None:
    """What a stranger's function does wrong is told with its name, and is never a wrong number."""
    measure, says = BROKEN[name]
    with pytest.raises(CounterFailed, match="acme_signs") as caught:
        count("abc", Counter("acme_signs", measure, Text("signs", "نشانه")))
    assert says in str(caught.value)


def test_the_contract_tells_what_is_wrong_with_a_unit() -> None:
    def good(text: str) -> Measured:
        return Measured((Piece("character", 0, len(text), 1),) if text else ())

    words = Text("signs", "نشانه")
    assert counter_problems(Counter("acme_signs", good, words)) == []
    assert "no text in 'fa'" in counter_problems(Counter("acme_signs", good, Text("signs", "")))[0]
    assert "boom" in counter_problems(Counter("acme_signs", raising, words))[0]


def test_the_contract_tells_of_a_slow_unit(monkeypatch: pytest.MonkeyPatch) -> None:
    from channelwise.testing import counters

    def slow(text: str) -> Measured:
        for _ in range(len(text) // 50):
            text.count("b")
        return Measured((Piece("character", 0, len(text), 1),) if text else ())

    monkeypatch.setattr(counters, "_MOST_SECONDS", 0.005)
    found = counter_problems(Counter("acme_signs", slow, Text("signs", "نشانه")))
    assert any("takes" in line for line in found)
