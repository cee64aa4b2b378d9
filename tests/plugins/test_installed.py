"""Installed distributions and the command line: who is found, chosen, named and left out."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from channelwise.plugins.discover import OWN, chosen, installed
from channelwise.plugins.model import Plugin
from helpers_site import NETWORK_INIT, Site, acme_files

DAY = ("--as-of", "2026-11-01")
HOOK = "from channelwise.plugins import NetworkFolder, hookimpl\n\n\n@hookimpl\n"


def _recommend(site: Site, brief: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return site.run("recommend", brief, "--format", "json", *DAY, **environment)


def _rows(site: Site, **environment: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(site.run("plugins", "--json", **environment).stdout)
    return rows


def _broken(site: Site) -> dict[str, tuple[str, str]]:
    """Six broken distributions; for each name the stage and a part of the message."""
    bad_yaml = acme_files() | {
        "network.yaml": "api: 1\nnetwork:\n  id: acme\n  nmae: {en: a, fa: b}\n"
    }
    code = {
        "importing": {"__init__.py": "import no_such_module_anywhere\n"},
        "exiting": {"__init__.py": "raise SystemExit(7)\n"},
        "misspelling": {
            "__init__.py": f"{HOOK}def channelwise_register_netwroks():\n    return []\n"
        },
        "futuristic": {"__init__.py": f"channelwise_api = 99\n{NETWORK_INIT}"},
        "squatting": acme_files("snapchat"),
        "scribbling": bad_yaml,
    }
    for number, (name, files) in enumerate(code.items(), 1):
        site.add(f"{name}-channelwise", f"0.{number}", f"{name}_plugin", files, name=name)
    return {
        "importing (importing-channelwise 0.1)": ("import", "no_such_module_anywhere"),
        "exiting (exiting-channelwise 0.2)": ("import", "SystemExit: 7"),
        "misspelling (misspelling-channelwise 0.3)": (
            "hooks",
            "Did you mean 'channelwise_register_networks'?",
        ),
        "futuristic (futuristic-channelwise 0.4)": ("hooks", "99"),
        "squatting (squatting-channelwise 0.5)": ("data", "'snapchat' is taken by channelwise"),
        "scribbling (scribbling-channelwise 0.6)": ("data", "network.yaml:4:3: network.nmae"),
    }


def test_six_broken_plugins(site: Site, brief_file: Path) -> None:
    """Six broken plugins are each named with stage and reason, and cost not one byte else."""
    alone = _recommend(site, brief_file)
    assert alone.returncode == 0, alone.stderr
    assert alone.stderr == ""
    wrong = _broken(site)
    result = _recommend(site, brief_file)
    assert result.returncode == 0
    assert result.stdout == alone.stdout
    assert "Traceback" not in result.stderr
    for who, (stage, says) in wrong.items():
        (line,) = [part for part in result.stderr.split("Warning: ") if f"plugin {who}" in part]
        assert f"plugin {who}: {stage}: " in line
        assert says in line
    assert result.stderr.count("Warning: ") == len(wrong)


def test_check(site: Site) -> None:
    """`plugins --check` ends with 0 while all is well, and with 1 once something is not."""
    site.add("acme-channelwise", "1.0", "acme_plugin", acme_files())
    fine = site.run("plugins", "--check")
    assert (fine.returncode, fine.stderr) == (0, "")
    assert "acme_plugin  (acme-channelwise 1.0)  networks: acme" in fine.stdout
    wrong = _broken(site)
    failed = site.run("plugins", "--check")
    assert failed.returncode == 1
    for stage, says in wrong.values():
        assert f"{stage}: " in failed.stdout
        assert says in failed.stdout
    assert site.run("plugins").returncode == 0


def test_problems_in_json(site: Site) -> None:
    """`plugins --json` has each plugin once, with its problem or its networks."""
    _broken(site)
    rows = {row["name"]: row for row in _rows(site)}
    assert rows["exiting"]["problem"] == {"stage": "import", "message": "SystemExit: 7"}
    assert rows["exiting"]["networks"] == []
    assert rows["snapchat"]["problem"] is None
    assert rows["snapchat"]["networks"] == ["snapchat"]


def test_strict(site: Site) -> None:
    """`Engine.load(strict=True)` raises BrokenPlugins with all six, in the order of loading."""
    import os
    import sys

    _broken(site)
    code = (
        "from channelwise import BrokenPlugins, Engine\n"
        "try: Engine.load(strict=True)\n"
        "except BrokenPlugins as e: print(len(e.problems), *sorted(p.stage for p in e.problems))\n"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (str(site.place), os.environ.get("PYTHONPATH"))))}  # fmt: skip
    result = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    assert result.stdout.split() == ["6", "data", "data", "hooks", "hooks", "import", "import"]


def test_third_party_network(site: Site, brief_file: Path) -> None:
    """A network of another distribution is listed, shown and ranked like a built-in one."""
    site.add("acme-channelwise", "1.0", "acme_plugin", acme_files())
    listed = json.loads(site.run("networks", "--json").stdout)
    assert [(row["id"], row["origin"]) for row in listed if row["id"] == "acme"] == [
        ("acme", "acme-channelwise")
    ]
    assert "limit.items" in site.run("networks", "show", "acme", "--json").stdout
    ranked = json.loads(_recommend(site, brief_file).stdout)["ranking"]
    (acme,) = [place for place in ranked if place["id"] == "acme"]
    assert acme["verdict"] in ("recommended", "possible")
    proof = site.run("explain", brief_file, "acme", "--format", "json")
    assert proof.returncode == 0
    assert "acme.makers-at-home" in proof.stdout
    assert site.run("rules", "test").returncode == 0


MARKER = "from pathlib import Path\nPath(__file__).with_name('imported').touch()\n"


@pytest.mark.parametrize(
    ("choice", "names"),
    [
        ("acme_plugin", ["acme_plugin"]),
        ("acme_plugin,beta_plugin", ["acme_plugin", "beta_plugin"]),
        (" beta_plugin , acme_plugin ,,", ["acme_plugin", "beta_plugin"]),
        ("beta_plugin,beta_plugin", ["beta_plugin"]),
        ("", []),
        (" , ", []),
    ],
)
def test_choice(choice: str, names: list[str], site: Site) -> None:
    """`CHANNELWISE_PLUGINS` names those to load; the others are not even imported."""
    for network in ("acme", "beta"):
        files = acme_files(network)
        files["__init__.py"] = MARKER + files["__init__.py"]
        site.add(f"{network}-channelwise", "1.0", f"{network}_plugin", files)
    assert [row["name"] for row in _rows(site, CHANNELWISE_PLUGINS=choice)] == names
    for module in ("acme_plugin", "beta_plugin"):
        assert (site.place / module / "imported").exists() == (module in names)


def test_choice_of_none_ranks_nothing(site: Site, brief_file: Path) -> None:
    """An empty choice loads no network; the command still answers without a crash."""
    result = _recommend(site, brief_file, CHANNELWISE_PLUGINS="")
    assert "Traceback" not in result.stderr
    assert result.returncode == 0
    assert json.loads(result.stdout)["ranking"] == []


def test_unknown_choice(site: Site, brief_file: Path) -> None:
    """A chosen name that is not installed is a warning with the nearest one; the rest load."""
    result = _recommend(site, brief_file, CHANNELWISE_PLUGINS="snapchat,snapchatt")
    assert result.returncode == 0
    assert "snapchatt" in result.stderr
    assert "Did you mean 'snapchat'?" in result.stderr
    assert [place["id"] for place in json.loads(result.stdout)["ranking"]] == ["snapchat"]
    assert site.run("plugins", "--check", CHANNELWISE_PLUGINS="snapchatt").returncode == 1


def test_help_imports_no_plugin(site: Site) -> None:
    """`--help`, `--version` and `schema` import no plugin."""
    site.add(
        "acme-channelwise",
        "1.0",
        "acme_plugin",
        {**acme_files(), "__init__.py": MARKER + NETWORK_INIT},
    )
    for arguments in (["--help"], ["--version"], ["schema", "brief"], ["recommend", "--help"]):
        assert site.run(*arguments).returncode == 0
    assert not (site.place / "acme_plugin" / "imported").exists()


COMMAND = """import click

from channelwise.plugins import hookimpl


@click.command("greet")
@click.argument("name")
def greet(name):
    click.echo(f"Hello, {name}.")


@hookimpl
def channelwise_register_commands():
    return [greet]
"""


def test_command_of_a_plugin(site: Site) -> None:
    """A plugin's command is reachable, with its own arguments, help and exit code."""
    site.add("greeting", "1.0", "greeting_plugin", {"__init__.py": COMMAND})
    result = site.run("greet", "Mina")
    assert (result.returncode, result.stdout) == (0, "Hello, Mina.\n")
    assert "NAME" in site.run("greet", "--help").stdout
    assert site.run("greet").returncode == 2
    assert site.run("greeet", "Mina").returncode == 2
    assert site.run("greet", "Mina", CHANNELWISE_PLUGINS="").returncode == 2


def test_command_cannot_take_a_built_in_name(site: Site, brief_file: Path) -> None:
    """A plugin's command with the name of a built-in one never replaces it."""
    site.add(
        "greeting",
        "1.0",
        "greeting_plugin",
        {"__init__.py": COMMAND.replace('"greet"', '"recommend"')},
    )
    assert _recommend(site, brief_file).stdout.startswith("{")


def test_command_beside_broken_plugins(site: Site) -> None:
    """Broken plugins do not keep another plugin's command away."""
    _broken(site)
    site.add("greeting", "1.0", "greeting_plugin", {"__init__.py": COMMAND})
    assert site.run("greet", "Mina").stdout == "Hello, Mina.\n"


def test_own_distribution_first(site: Site) -> None:
    """Built-in plugins come first, so that nobody can take their names or ids by sorting earlier."""
    site.add("aaa", "1.0", "aaa_plugin", acme_files("snapchat"), name="snapchat")
    rows = _rows(site)
    own = [row["distribution"] == OWN for row in rows if row["problem"] is None]
    assert own == sorted(own, reverse=True)
    assert [row["distribution"] for row in rows if row["problem"]] == ["aaa"]
    listed = json.loads(site.run("networks", "--json").stdout)
    assert {row["origin"] for row in listed if row["id"] == "snapchat"} == {OWN}


def test_order_of_installed() -> None:
    """Entry points are sorted by distribution and name, ours first."""
    found = installed()
    assert found == tuple(
        sorted(found, key=lambda p: (p.distribution != OWN, p.distribution, p.name))
    )
    assert found[0].distribution == OWN


def test_chosen_keeps_the_order() -> None:
    """The order of loading is the same whatever the order of the wish."""
    plugins = tuple(Plugin(name, name, "d", "1") for name in ("a", "b", "c"))
    assert chosen(plugins, {"CHANNELWISE_PLUGINS": "c,a"}) == ((plugins[0], plugins[2]), ())
    assert chosen(plugins, {}) == (plugins, ())


@pytest.mark.parametrize("metadata", ["", "Metadata-Version: 2.1\n", "Name:\nVersion:\n", None])
def test_distribution_with_broken_metadata(
    metadata: str | None, site: Site, brief_file: Path
) -> None:
    """A distribution whose metadata is damaged costs itself at most, never a command."""
    alone = _recommend(site, brief_file)
    site.add("acme-channelwise", "1.0", "acme_plugin", acme_files())
    file = site.place / "acme_channelwise-1.0.dist-info" / "METADATA"
    if metadata is None:
        file.unlink()
    else:
        file.write_text(metadata, encoding="utf-8")
    result = _recommend(site, brief_file)
    assert result.returncode == 0, result.stderr
    ours = [place["id"] for place in json.loads(alone.stdout)["ranking"]]
    ranked = [place["id"] for place in json.loads(result.stdout)["ranking"]]
    assert [one for one in ranked if one != "acme"] == ours


def test_plugin_that_prints(site: Site, brief_file: Path) -> None:
    """What a plugin prints while it loads does not end up in the answer."""
    files = acme_files()
    files["__init__.py"] = "print('loading acme')\n" + files["__init__.py"].replace(
        "    return", "    print('hook')\n    return"
    )
    site.add("acme-channelwise", "1.0", "acme_plugin", files)
    result = _recommend(site, brief_file)
    assert result.stdout.startswith("{")
    assert json.loads(result.stdout)["ranking"]


def test_reserved_ids(site: Site) -> None:
    """Nobody may take the id of a built-in network, not even where that one was not chosen."""
    site.add("evil", "1.0", "evil_plugin", acme_files("snapchat"), name="evil")
    (row,) = _rows(site, CHANNELWISE_PLUGINS="evil")
    assert row["problem"] == {
        "stage": "data", "message": "the network id 'snapchat' is taken by channelwise",
    }  # fmt: skip
    assert json.loads(site.run("networks", "--json", CHANNELWISE_PLUGINS="evil").stdout) == []


@pytest.mark.parametrize("taken", ["greet", "recommend"])
def test_command_names_are_given_once(taken: str, site: Site) -> None:
    """Of two commands of a name the earlier one stays; the other plugin is told of by name."""
    site.add("aaa-greeting", "1.0", "greeting_plugin", {"__init__.py": COMMAND})
    second = COMMAND.replace('"greet"', f'"{taken}"').replace("Hello", "Bye")
    site.add("bbb-greeting", "1.0", "second_plugin", {"__init__.py": second})
    result = site.run("greet", "Mina")
    assert (result.returncode, result.stdout) == (0, "Hello, Mina.\n")
    who = "plugin second_plugin (bbb-greeting 1.0): data: "
    assert f"{who}the command name '{taken}' is taken" in result.stderr
    assert site.run("plugins", "--check").returncode == 1


def test_command_of_a_plugin_with_broken_data(site: Site) -> None:
    """A command is not run where the plugin's data is broken: all of a plugin, or nothing."""
    code = COMMAND + (
        "\n\n@hookimpl\ndef channelwise_register_networks():\n    return [NetworkFolder(__name__)]\n"
    ).replace("NetworkFolder", "__import__('channelwise.plugins').plugins.NetworkFolder")
    files = {**acme_files(), "__init__.py": code}
    site.add("greeting", "1.0", "greeting_plugin", {**files, "facts.yaml": "a: 1\n"})
    result = site.run("greet", "Mina")
    assert (result.returncode, result.stdout) == (2, "")
    assert "plugin greeting_plugin (greeting 1.0): data: " in result.stderr


def test_unknown_command_names_broken_plugins(site: Site) -> None:
    """The command that is not there may be that of a plugin which is broken."""
    wrong = _broken(site)
    result = site.run("greet", "Mina")
    assert result.returncode == 2
    assert "No such command 'greet'" in result.stderr
    for who in wrong:
        assert f"plugin {who}: " in result.stderr


def test_problems_in_persian(site: Site) -> None:
    """Warnings, the list of plugins and what is not found are said in the language asked for."""
    _broken(site)
    warned = site.run("networks", "show", "snapchatt", "--lang", "fa")
    assert warned.returncode == 2
    assert warned.stderr.count("هشدار: افزونهٔ") == 6
    assert "شبکه‌ای به نام" in warned.stderr
    assert "Error: " not in warned.stderr.splitlines()[-1]
    listed = site.run("plugins", "--lang", "fa")
    assert listed.stdout.count("[خراب]") == 6
    assert "هیچ افزونه‌ای" in site.run("plugins", "--lang", "fa", CHANNELWISE_PLUGINS="").stdout
