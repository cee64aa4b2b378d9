"""The plugin door: each way to be wrong is refused by name, at the stage where it shows."""

import sys
from collections.abc import Callable
from typing import Any

import pytest

from channelwise import BrokenPlugins, Engine
from channelwise.load.rulebook import Rulebook
from channelwise.plugins.model import Plugin
from helpers_site import acme_files

Write = Callable[..., Plugin]

HEAD = "from channelwise.plugins import NetworkFolder, RulePack, hookimpl\n\n\n"
GOOD = "@hookimpl\ndef channelwise_register_networks():\n    return [NetworkFolder(__name__)]\n"


def _hook(body: str, name: str = "channelwise_register_networks", takes: str = "") -> str:
    return f"{HEAD}@hookimpl\ndef {name}({takes}):\n    {body}\n"


# name -> (module, stage, part of the message)
WRONG = {
    "missing-import": ("import no_such_module_anywhere\n", "import", "no_such_module_anywhere"),
    "syntax": ("def broken(:\n", "import", "SyntaxError"),
    "nul-byte": ("x = 1\0\n", "import", ""),
    "raises": ("raise RuntimeError('boom')\n", "import", "RuntimeError: boom"),
    "exits": ("raise SystemExit(3)\n", "import", "SystemExit: 3"),
    "sys-exit": ("import sys\nsys.exit('bye')\n", "import", "bye"),
    "recursion": ("def f():\n    f()\nf()\n", "import", "RecursionError"),
    "unprintable": (
        "class Odd(Exception):\n    def __str__(self): raise ValueError\nraise Odd\n", "import", "Odd",
    ),
    "misspelt": (_hook("return []", "channelwise_register_network"), "hooks", "Did you mean 'channelwise_register_networks'?"),
    "misspelt-and-unmarked": ("def channelwise_register_rule(): return []\n", "hooks", "channelwise_register_rules"),
    "unmarked": ("def channelwise_register_networks(): return []\n", "hooks", "not marked"),
    "argument": (_hook("return []", takes="config"), "hooks", "takes no arguments"),
    "argument-with-default": (_hook("return []", takes="config=None"), "hooks", "takes no arguments"),
    "star-arguments": (_hook("return []", takes="*a, **k"), "hooks", "takes no arguments"),
    "no-hook": ("x = 1\n", "hooks", "no hook found"),
    "empty": ("", "hooks", "no hook found"),
    "api-two": (f"channelwise_api = 2\n{HEAD}{GOOD}", "hooks", "2"),
    "api-text": (f"channelwise_api = '1'\n{HEAD}{GOOD}", "hooks", "'1'"),
    "wrapper": (
        f"{HEAD}@hookimpl(wrapper=True)\ndef channelwise_register_networks():\n    return (yield)\n", "hooks", "",
    ),
    "old-wrapper": (
        f"{HEAD}@hookimpl(hookwrapper=True)\ndef channelwise_register_networks():\n    yield\n", "hooks", "",
    ),
    "wrapper-without-yield": (
        f"{HEAD}@hookimpl(wrapper=True)\ndef channelwise_register_networks():\n    return []\n", "hooks", "",
    ),
    "another-specification": (
        f"{HEAD}@hookimpl(specname='channelwise_register_anything')\ndef channelwise_register_networks():\n    return []\n", "hooks", "specname",
    ),
    "module-that-answers-badly": (
        f"{HEAD}{GOOD}\ndef __getattr__(name):\n    raise RuntimeError(name)\n", "hooks", "RuntimeError",
    ),
    "hook-raises": (_hook("raise KeyError('x')"), "call", "KeyError"),
    "hook-exits": (_hook("raise SystemExit"), "call", "SystemExit"),
    "returns-nothing": (_hook("pass"), "call", "must return a list of NetworkFolder"),
    "returns-one": (_hook("return NetworkFolder(__name__)"), "call", "must return a list"),
    "returns-text": (_hook("return 'acme'"), "call", "must return a list"),
    "returns-empty-text": (_hook("return ''"), "call", "must return a list"),
    "returns-names": (_hook("return [__name__]"), "call", "must return a list"),
    "returns-another-thing": (_hook("return [RulePack(__name__)]"), "call", "must return a list"),
    "returns-generator": (_hook("return (n for n in [])"), "call", "must return a list"),
    "returns-coroutine": (f"{HEAD}@hookimpl\nasync def channelwise_register_networks():\n    return []\n", "call", "must return a list"),
    "yields": (_hook("yield NetworkFolder(__name__)"), "call", "must return a list"),
    "returns-a-trap": (
        f"{HEAD}class Trap(list):\n    def __iter__(self): raise RuntimeError('trap')\n\n\n@hookimpl\ndef channelwise_register_networks():\n    return Trap([1])\n", "call", "trap",
    ),
    "commands-of-text": (_hook("return ['hello']", "channelwise_register_commands"), "call", "Command"),
    "folder-not-installed": (_hook("return [NetworkFolder('no_such_package_anywhere')]"), "data", "no_such_package_anywhere"),
    "folder-of-a-module": (_hook("return [NetworkFolder('json.decoder')]"), "data", "json.decoder"),
    "folder-without-files": (_hook("return [NetworkFolder('json')]"), "data", "network.yaml"),
    "folder-of-number": (_hook("return [NetworkFolder(5)]"), "data", ""),
    "folder-empty-name": (_hook("return [NetworkFolder('')]"), "data", ""),
    "folder-relative": (_hook("return [NetworkFolder('.acme')]"), "data", ""),
    "pack-not-installed": (_hook("return [RulePack('no_such_package_anywhere')]", "channelwise_register_rules"), "data", "no_such_package_anywhere"),
    "data-unprintable": (_hook("return [NetworkFolder(__name__ + '.odd')]"), "data", "Odd"),
    "empty-pack": (_hook("return [RulePack(__name__ + '.empty')]", "channelwise_register_rules"), "data", "no rule file"),
    "nameless-command": (
        _hook("import click; return [click.Command(None)]", "channelwise_register_commands"), "data", "no name",
    ),
    "pack-that-exits": (_hook("return [RulePack(__name__ + '.exits')]", "channelwise_register_rules"), "data", "SystemExit"),
}  # fmt: skip


def _loose(*plugins: Plugin) -> Rulebook:
    return Engine.load(plugins=plugins, strict=False).rulebook


@pytest.mark.parametrize("name", WRONG)
@pytest.mark.filterwarnings("ignore:coroutine")
def test_refused(name: str, write: Write) -> None:
    """A wrong plugin is refused with stage and reason; the plugin after it is not touched."""
    code, stage, says = WRONG[name]
    inner = {
        "exits/__init__.py": "raise SystemExit(9)\n", "empty/__init__.py": "",
        "odd/__init__.py": "class Odd(Exception):\n    def __str__(self): raise ValueError\nraise Odd\n",
    }  # fmt: skip
    wrong = write("wrong_plugin", {"__init__.py": code, **inner})
    good = write("acme_plugin", acme_files())
    rulebook = _loose(wrong, good)
    (problem,) = rulebook.problems
    assert (problem.plugin, problem.stage) == (wrong, stage)
    assert says in problem.message
    assert "wrong_plugin (wrong_plugin-dist 1.2.3)" in str(problem)
    assert rulebook.plugins == (good,)
    assert [network.id for network in rulebook.networks] == ["acme"]
    with pytest.raises(BrokenPlugins) as caught:
        Engine.load(plugins=[wrong, good])
    assert caught.value.problems == (problem,)


@pytest.mark.parametrize(
    ("value", "says"),
    [
        ("acme_plugin:channelwise_register_networks", "not a module"),
        ("acme_plugin:nothing", "nothing"),
        ("acme_plugin:NetworkFolder", "not a module"),
        ("acme plugin", ""),
        (".acme_plugin", ""),
        ("acme_plugin.", ""),
    ],
)
def test_entry_point_that_is_no_module(value: str, says: str, write: Write) -> None:
    """An entry point must name a module; anything else is refused at import."""
    (problem,) = _loose(write("acme_plugin", acme_files(), value=value)).problems
    assert problem.stage == "import"
    assert says in problem.message


def test_module_attribute(write: Write) -> None:
    """An entry point `package:module` is fine where the attribute is a module."""
    files = {"__init__.py": "from outer_plugin import inner\n"}
    files |= {f"inner/{name}": text for name, text in acme_files().items()}
    rulebook = _loose(write("outer_plugin", files, value="outer_plugin:inner"))
    assert not rulebook.problems
    assert [network.id for network in rulebook.networks] == ["acme"]


def test_taken_name(write: Write) -> None:
    """The first plugin of a name stays; a second and a third of it are refused."""
    first = write("acme_plugin", acme_files(), name="acme")
    second = write("beta_plugin", acme_files("beta"), name="acme")
    third = write("gamma_plugin", acme_files("gamma"), name="acme")
    rulebook = _loose(first, second, third)
    assert [network.id for network in rulebook.networks] == ["acme"]
    assert [(p.plugin, p.stage) for p in rulebook.problems] == [(second, "hooks"), (third, "hooks")]
    assert all("taken" in problem.message for problem in rulebook.problems)


def test_name_of_a_refused_plugin(write: Write) -> None:
    """A plugin that was refused does not keep its name from the next one."""
    wrong = write("wrong_plugin", {"__init__.py": _hook("raise KeyError('x')")}, name="acme")
    good = write("acme_plugin", acme_files(), name="acme")
    rulebook = _loose(wrong, good)
    assert [(problem.plugin, problem.stage) for problem in rulebook.problems] == [(wrong, "call")]
    assert rulebook.plugins == (good,)


def test_one_module_twice(write: Write) -> None:
    """Two entry points to one module: the second is refused, the first stays."""
    first = write("acme_plugin", acme_files(), name="acme")
    second = Plugin("again", "acme_plugin", "other", "1")
    rulebook = _loose(first, second)
    assert rulebook.plugins == (first,)
    assert [problem.stage for problem in rulebook.problems] == ["hooks"]


def test_taken_network_id(write: Write) -> None:
    """The first network of an id stays, and the message names who has it."""
    first = write("acme_plugin", acme_files())
    second = write("beta_plugin", acme_files())
    rulebook = _loose(first, second)
    (problem,) = rulebook.problems
    assert (problem.plugin, problem.stage) == (second, "data")
    assert "'acme' is taken by acme_plugin-dist" in problem.message


def test_undone(write: Write) -> None:
    """A plugin whose second network is broken leaves nothing of its first, nor any rule."""
    files = {f"good/{name}": text for name, text in acme_files("beta").items()}
    files |= {f"bad/{name}": text for name, text in acme_files().items()}
    files["bad/network.yaml"] = files["bad/network.yaml"].replace("value: light", "value: lite")
    files["__init__.py"] = _hook(
        "return [NetworkFolder(__name__ + '.good'), NetworkFolder(__name__ + '.bad')]"
    )
    wrong = write("wrong_plugin", files)
    rulebook, bare = _loose(wrong), _loose()
    assert [problem.stage for problem in rulebook.problems] == ["data"]
    assert (rulebook.networks, rulebook.rules) == (bare.networks, bare.rules)
    assert rulebook.fingerprint == bare.fingerprint
    assert not rulebook.plugins


def test_undone_commands(write: Write) -> None:
    """A plugin with broken data brings no command to the rulebook either."""
    code = HEAD + "import click\n\n\n" + GOOD + (
        "\n\n@hookimpl\ndef channelwise_register_commands():\n    return [click.Command('hello')]\n"
    )  # fmt: skip
    wrong = write("wrong_plugin", {**acme_files(), "__init__.py": code, "facts.yaml": "a: 1\n"})
    assert _loose(wrong).commands == ()
    files = {**acme_files(), "__init__.py": code}
    good = write("good_plugin", files)
    assert [command.name for command in _loose(good).commands] == ["hello"]


RULE = """api: 1
rules:
  - id: time.of-a-pack
    title: {en: a, fa: ا}
    when: {network.upkeep: {is: light}}
    then: {points: {criterion: time, add: 3}}
    because: {en: a, fa: ا}
    source: ["judgement: why"]
    examples: {fires: [{network: {upkeep: light}}], silent: [{network: {upkeep: heavy}}]}
"""


def test_rule_pack(write: Write) -> None:
    """A rule pack's rules are loaded under the name of its distribution."""
    files = {
        "__init__.py": _hook("return [RulePack(__name__)]", "channelwise_register_rules"),
        "a.yaml": RULE,
    }
    rulebook = _loose(write("pack_plugin", files))
    assert not rulebook.problems
    assert rulebook.rule("time.of-a-pack").origin == "pack_plugin-dist"


@pytest.mark.parametrize("taken", ["time.beyond-the-hours", "time.of-a-pack"])
def test_rule_pack_with_a_taken_id(taken: str, write: Write) -> None:
    """A pack cannot take the id of a core rule or of another pack's rule."""
    init = _hook("return [RulePack(__name__)]", "channelwise_register_rules")
    first = write("first_plugin", {"__init__.py": init, "a.yaml": RULE})
    second = RULE.replace("time.of-a-pack", taken)
    pack = write("pack_plugin", {"__init__.py": init, "a.yaml": second})
    rulebook = _loose(first, pack)
    assert [(problem.plugin, problem.stage) for problem in rulebook.problems] == [(pack, "data")]
    assert taken in rulebook.problems[0].message
    assert rulebook.rule(taken).origin != "pack_plugin-dist"


def test_bad_yaml_has_its_place(write: Write) -> None:
    """A broken file of a plugin is told with file, line, column and the nearest word."""
    files = acme_files()
    line = files["network.yaml"][: files["network.yaml"].index("value: light")].count("\n") + 1
    files["network.yaml"] = files["network.yaml"].replace("value: light", "value: ligth")
    (problem,) = _loose(write("acme_plugin", files)).problems
    assert f"acme_plugin/network.yaml:{line}:21: " in problem.message
    assert "'light'" in problem.message


def test_nothing_is_kept_between_loads(write: Write) -> None:
    """Loading twice gives equal rulebooks: no plugin is remembered from before."""
    plugins = (
        write("acme_plugin", acme_files()),
        write("wrong_plugin", {"__init__.py": "x = 1\n"}),
    )
    once, twice = _loose(*plugins), _loose(*plugins)
    assert once.fingerprint == twice.fingerprint
    assert once.problems == twice.problems
    assert not _loose().networks


def test_interrupt_is_not_swallowed(write: Write) -> None:
    """Ctrl-C while a plugin is imported stops the program: it is no fault of the plugin."""
    slow = write("slow_plugin", {"__init__.py": "raise KeyboardInterrupt\n"})
    with pytest.raises(KeyboardInterrupt):
        _loose(slow)
    assert "slow_plugin" not in sys.modules


def test_engine_is_loaded_without_plugins() -> None:
    """No plugin at all is fine: a rulebook of the core alone, and an empty ranking."""
    engine: Any = Engine.load(plugins=())
    assert engine.rulebook.networks == ()
