"""A draft is counted for its account and as what it is, as the check judges it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from channelwise import Engine
from channelwise.check.config import Account, Config
from channelwise.cli.main import main
from channelwise.drafts.read import draft_from
from channelwise.vocabulary import PostsWith
from check import made_up
from known import AS_OF, engine

SETTINGS = """accounts:
  - {name: shop, network: x, tier: premium}
  - {name: owner, network: linkedin}
  - {name: anywhere}
"""


def run(command: str, *arguments: str) -> Result:
    return CliRunner().invoke(main, [command, *arguments], catch_exceptions=False)


def write(folder: Path, front: str, text: str) -> str:
    (folder / "channelwise.yaml").write_text(SETTINGS, encoding="utf-8")
    path = folder / "post.md"
    path.write_text(f"---\n{front}\n---\n{text}\n", encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(
    ("front", "length", "network", "code"),
    [
        ("account: shop", 630, "x", 0),
        ("account: owner", 630, "x", 1),
        ("account: shop", 25_001, "x", 1),
        ("reply: true", 1500, "linkedin", 1),
        ("reply: true", 1250, "linkedin", 0),
        ("reply: false", 1500, "linkedin", 0),
        ("poll: [Rye, Spelt]", 141, "linkedin", 1),
        ("poll: [Rye, Spelt]", 140, "linkedin", 0),
        ("format: article", 5000, "x", 0),
    ],
)
def test_the_check_says_the_same(
    front: str, length: int, network: str, code: int, tmp_path: Path
) -> None:
    """Both commands have the same exit code, with the settings beside the draft."""
    name = write(tmp_path, front, "a" * length)
    assert run("count", name, "--network", network).exit_code == code
    findings = run("check", name, "--network", network, "--format", "json").stdout
    errors = [
        one["code"] for one in json.loads(findings)["findings"] if one["level"] == "error"
    ]  # fmt: skip
    assert (f"{network}.length" in errors) == bool(code)


def test_what_is_asked_for_stands_in_place_of_what_is_written(tmp_path: Path) -> None:
    """An account, a tier or settings given with the command."""
    name = write(tmp_path, "account: owner", "a" * 300)
    assert run("count", name, "--network", "x").exit_code == 1
    assert run("count", name, "--network", "x", "--account", "shop").exit_code == 0
    assert run("count", name, "--network", "x", "--tier", "premium").exit_code == 0
    other = tmp_path / "other.yaml"
    other.write_text("accounts: [{name: owner, network: x, tier: premium}]", encoding="utf-8")
    assert run("count", name, "--network", "x", "--config", str(other)).exit_code == 0


def test_an_account_brings_its_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a text too, with the settings of this folder."""
    write(tmp_path, "account: shop", "a")
    monkeypatch.chdir(tmp_path)
    done = run("count", "a" * 300, "--account", "shop")
    assert done.exit_code == 0
    assert "Your text on X" in done.stdout and "account shop" in done.stdout
    assert "length, tier premium: fits: 300 of 25,000" in done.stdout
    nowhere = run("count", "a", "--account", "anywhere")
    assert nowhere.exit_code == 2
    assert "which network the account 'anywhere' is on" in nowhere.stderr


@pytest.mark.parametrize("lang", ["en", "fa"])
def test_an_account_that_the_settings_do_not_have_is_told(tmp_path: Path, lang: str) -> None:
    name = write(tmp_path, "account: shpo", "a")
    page = run("count", name, "--network", "x", "--lang", lang).stdout
    assert "shpo" in page
    assert run("count", name, "--network", "x", "--account", "shpo").exit_code == 2


def test_settings_that_cannot_matter_are_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A mistake in them does not keep a text without an account from being counted."""
    (tmp_path / "channelwise.yaml").write_text("accounts: 5", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert run("count", "Bread", "--network", "x").exit_code == 0
    assert run("count", "Bread", "--account", "shop").exit_code == 2


def test_mentions_that_begin_an_answer() -> None:
    """Where the network puts them itself they are not counted, and that it does is not sure."""
    draft = draft_from("---\nreply: true\n---\n@ann @bob " + "a" * 275 + " more", "post.md")
    on_x, elsewhere = engine().count(draft, network=["x", "linkedin"], as_of=AS_OF).results
    assert (on_x.total, on_x.not_counted, on_x.fits) == (280, 10, True)
    assert (elsewhere.total, elsewhere.not_counted) == (290, 0)
    (limit,) = on_x.limits
    assert (limit.unsure, limit.left) == (True, 0)
    longer = draft_from(f"---\nreply: true\n---\n{draft.text}!", "post.md")
    (limit,) = engine().count(longer, network="x", as_of=AS_OF).results[0].limits
    assert (limit.fits, limit.too_long_from.offset, limit.too_long_from.column) == (
        False, 290, 291,
    )  # fmt: skip


def test_the_limit_of_ones_own_server_holds() -> None:
    """It has no source, since it is not the network's."""
    limits = {"max_chars": made_up.limit(5, "characters", server=True)}
    own = Engine(made_up.book(made_up.acme({"text": limits})))
    account = Account(name="mine", network="acme", limits={"max_chars": 8})
    found = own.count("x" * 8, account="mine", config=Config(accounts=(account,)), as_of=AS_OF)
    (limit,) = found.results[0].limits
    assert (limit.limit, limit.fits, limit.ground) == (8, True, None)
    assert not own.count("x" * 8, network="acme", as_of=AS_OF).fits


@given(
    st.sampled_from(["a", "سلام ", "🙂", "@ann ", "example.org ", "e\u0301"]),
    st.sampled_from([10, 93, 140, 281, 630, 1251, 2201, 3001]), st.booleans(),
    st.sampled_from([None, "text", "poll", "article"]),
    st.sampled_from([None, "shop", "owner"]), st.sampled_from(["x", "linkedin", "instagram"]),
)  # fmt: skip
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_counting_and_checking_never_disagree(
    part: str, times: int, reply: bool, format_: str | None, account: str | None, network: str
) -> None:
    """A length that the one refuses is an error of the other, whatever a draft says of itself."""
    front = f"reply: {str(reply).lower()}"
    front += f"\nformat: {format_}" * bool(format_) + f"\naccount: {account}" * bool(account)
    draft = draft_from(f"---\n{front}\n---\n{part * times}", "post.md")
    config = Config(accounts=(
        Account(name="shop", network="x", tier="premium"), Account(name="owner"),
    ))  # fmt: skip
    checked = engine().check([draft], networks=[network], config=config, as_of=AS_OF)
    if any(one.code == f"{network}.format" for one in checked.findings):
        return  # the network has no such format
    refused = any(
        one.code == f"{network}.length" and one.level == "error" for one in checked.findings
    )
    assert engine().count(draft, network=network, config=config, as_of=AS_OF).fits != refused


def test_a_format_that_the_network_has_not_is_not_counted_as_another() -> None:
    """Nothing decides then, the answer names the format, and the check says the same of it."""
    draft = draft_from(f"---\nnetworks: x\nformat: carousel\n---\n{'a' * 340}", "post.md")
    (found,) = engine().count(draft, network="x", as_of=AS_OF).results
    assert (found.format, found.not_carried, found.fits) == (None, "carousel", True)
    assert not any(limit.decides for limit in found.limits)
    codes = [one.code for one in engine().check([draft], as_of=AS_OF).findings]
    assert "x.format" in codes and "x.length" not in codes


@pytest.mark.parametrize("way", ["tool", "app", None])
def test_it_is_said_that_a_limit_holds_for_some_ways_of_posting(way: PostsWith | None) -> None:
    """Beyond a limit of tools alone a text is refused for sure only where a tool posts it."""
    account = Account(name="shop", network="x", posts_with=way)
    draft = draft_from(f"---\naccount: shop\nformat: article\n---\n{'a' * 10_001}", "post.md")
    config = Config(accounts=(account,))
    (found,) = engine().count(draft, network="x", config=config, as_of=AS_OF).results
    sure = [limit.refused_for_sure for limit in found.limits if limit.decides and not limit.fits]
    assert sure == {"tool": [True], "app": [], None: [False]}[way]
    assert found.fits is (way != "tool")


def test_an_answer_that_is_a_post_is_judged_alike_everywhere() -> None:
    """Where answers are posts, one with a format is held against that format by all three."""
    text = "Rye and spelt. " * 22
    draft = draft_from(f"---\nnetworks: x\nformat: article\nreply: true\n---\n{text}", "post.md")
    assert engine().count(draft, network="x", as_of=AS_OF).fits
    (adapted,) = engine().adapt(draft, "x", as_of=AS_OF).results
    assert adapted.met and not any(task.kind == "length" for task in adapted.tasks)
    findings = engine().check([draft], as_of=AS_OF).findings
    assert not [one for one in findings if one.code == "x.length" and one.level == "error"]
