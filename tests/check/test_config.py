"""`channelwise.yaml`: found upward, read strictly, every mistake with its place."""

from dataclasses import replace
from pathlib import Path

import pytest

from channelwise.check.config_read import Configs, config_from, find_config, read_config
from channelwise.check.say import field_span
from channelwise.drafts.read import read_drafts
from channelwise.errors import BadInput, UnknownName
from channelwise.files.say import localised
from check.made_up import acme, draft, limit, run, settings

TIERED = acme(
    {"text": {"max_chars": limit(9, "characters"), "premium_max_chars": limit(20, "characters")}}
)
WHOLE = """accounts:
  - name: shop
    network: acme
    kind: business
    topics: [bread, baking]
    voice: we
    tier: premium
    language: en
ignore:
  - code: acme.hashtags
    files: ["old/*.md"]
    reason: written before the rule
    until: 2026-12-31
fail_on: warning
"""


def test_everything_that_may_be_said() -> None:
    """Accounts, exceptions and the level that fails are read as they are written."""
    config = settings(WHOLE, TIERED)
    [account] = config.accounts
    assert (account.name, account.kind, account.voice, account.tier) == (
        "shop",
        "business",
        "we",
        "premium",
    )
    assert config.fail_on == "warning"
    assert config.ignore[0].until and config.ignore[0].until.isoformat() == "2026-12-31"


WRONG = [
    ("acounts: []\n", 1, "accounts"),
    ("accounts: [{name: a, kind: bussiness}]\n", 1, "business"),
    ("accounts: [{name: a, voice: us}]\n", 1, "i, we"),
    ("accounts:\n  - {name: a}\n  - {name: a}\n", 3, "taken"),
    ("accounts:\n  - {name: a, network: acne}\n", 2, "acme"),
    ("accounts:\n  - {name: a, network: acme, tier: premum}\n", 2, "premium"),
    ("accounts:\n  - {name: a, tier: premium}\n", 2, "needs the network"),
    ("ignore:\n  - {code: acme.length}\n", 2, "reason"),
    ("ignore:\n  - {code: ACME, reason: x}\n", 2, "acme.length"),
    ("ignore:\n  - {code: a.b, reason: x, until: 2026-02-31}\n", 2, "2026-11-23"),
    ("ignore:\n  - {code: a.b, reason: x, files: []}\n", 2, "must not be empty"),
    ("fail_on: erorr\n", 1, "error"),
    ("accounts: [\n", 2, "a value is expected"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "says"), WRONG)
def test_mistakes_have_a_place(text: str, line: int, says: str) -> None:
    """Each mistake is told with its line, what was expected, and in Persian as well."""
    with pytest.raises(BadInput) as caught:
        settings(text, TIERED)
    problem = caught.value.problems[0]
    assert (problem.file, problem.line) == ("channelwise.yaml", line)
    assert says in str(problem)
    assert localised(problem, "fa") != str(problem)


def test_all_mistakes_at_once() -> None:
    """Mistakes are told together, in the order of the file."""
    text = "accounts:\n  - {name: a, network: no}\n  - {name: a}\n  - {name: b, tier: x}\n"
    with pytest.raises(BadInput) as caught:
        settings(text, TIERED)
    assert [one.line for one in caught.value.problems] == [2, 3, 4]


def test_tier_where_the_network_has_none() -> None:
    """A tier that changes nothing is a mistake, not silence."""
    with pytest.raises(BadInput, match="no limit of this network depends on a tier"):
        settings("accounts:\n  - {name: a, network: acme, tier: premium}\n", acme())


def test_nearest_file_counts(tmp_path: Path) -> None:
    """Each draft has the settings beside it or the next above it; a given file is for all."""
    (tmp_path / "in").mkdir()
    (tmp_path / "channelwise.yaml").write_text("fail_on: note\n", encoding="utf-8")
    for name in ("a.md", "in/b.md"):
        (tmp_path / name).write_text("x\n", encoding="utf-8")
    drafts = read_drafts([str(tmp_path)])
    configs = Configs(())
    assert [configs.of(one).fail_on for one in drafts] == ["note", "note"]
    (tmp_path / "in" / "channelwise.yaml").write_text("fail_on: never\n", encoding="utf-8")
    nearer = Configs(())
    assert [nearer.of(one).fail_on for one in drafts] == ["note", "never"]
    given = Configs((), tmp_path / "channelwise.yaml")
    assert [given.of(one).fail_on for one in drafts] == ["note", "note"]
    assert find_config(tmp_path / "in") == tmp_path / "in" / "channelwise.yaml"


def test_account_brings_its_network() -> None:
    """A draft that names no network is checked for that of its account."""
    one = draft("much too long", format="text", networks=None, account="shop")
    config = settings("accounts: [{name: shop, network: acme}]\n", TIERED)
    codes = [f.code for f in run(one, TIERED, config=config).findings]
    assert "acme.length" in codes
    assert "core.network" not in codes


def test_accounts_that_are_not_described() -> None:
    """An account missing among others is a warning; without any accounts nothing is claimed."""
    one = draft("x", format="text", account="shpo")
    some = settings("accounts: [{name: shop}]\n", TIERED)
    [wrong] = [f for f in run(one, TIERED, config=some).findings if f.code == "core.account"]
    assert (wrong.level, wrong.state) == ("warning", "found")
    assert wrong.fix and "shop" in wrong.fix.text.en
    [unknown] = [f for f in run(one, TIERED).findings if f.code == "core.account"]
    assert unknown.state == "not_evaluated"


def test_an_account_on_another_network() -> None:
    """An account is not taken for one of another network without a word."""
    config = settings("accounts: [{name: shop, network: acme}, {name: ann}]\n", TIERED)
    other = replace(TIERED, id="other", plain={**TIERED.plain, "id": "other"})
    for account, networks, expected in (
        ("shop", ["other"], ["warning"]), ("shop", ["acme"], []), ("ann", ["other"], []),
    ):  # fmt: skip
        one = draft("x", format="text", account=account, networks=networks)
        found = [
            f for f in run(one, TIERED, other, config=config).findings if f.code == "core.account"
        ]
        assert [f.level for f in found] == expected, account
        assert all(f.span == field_span(one, "account", 4) for f in found)


def test_settings_may_be_empty(tmp_path: Path) -> None:
    """Everything in the file is optional, so that an empty one, or comments alone, is fine."""
    for text in ("", "\n", "# nothing yet\n"):
        (tmp_path / "channelwise.yaml").write_text(text)
        assert read_config(tmp_path / "channelwise.yaml").accounts == ()


def test_what_is_asked_for_goes_before_the_draft() -> None:
    """`networks` and `account` of a call stand in place of those in the draft; both must exist."""
    other = draft("much too long", format="text", networks=["nowhere"], account="nobody")
    config = settings("accounts: [{name: shop, network: acme, tier: premium}]\n", TIERED)
    checked = run(other, TIERED, config=config, only=("acme",), account="shop")
    assert [
        f.code for f in checked.findings if f.code.startswith(("acme.len", "core.net", "core.acc"))
    ] == []
    with pytest.raises(UnknownName, match="acme"):
        run(other, TIERED, only=("acne",))
    with pytest.raises(UnknownName, match="shop"):
        run(other, TIERED, config=config, account="shpo")


def test_settings_reach_the_tone_rules() -> None:
    """What the settings say of an account is what tone rules judge by."""
    one = draft(
        "I baked this loaf myself, and I love it.", format="text", account="shop", language="en"
    )
    voices = (
        "accounts: [{{name: shop, network: acme, kind: business, topics: [bread], voice: {}}}]\n"
    )
    of = {
        voice: run(one, TIERED, config=settings(voices.format(voice), TIERED))
        for voice in ("i", "we")
    }
    wrong = {
        voice: {f.code for f in checked.findings if "voice" in f.code and f.stands}
        for voice, checked in of.items()
    }
    assert wrong["i"] == set()
    assert wrong["we"]


def test_settings_are_told_apart() -> None:
    """Two drafts under different settings are each judged by their own."""
    from channelwise.check.run import Asked, check
    from check.made_up import DAY, book

    strict = config_from("{}\n", "a/channelwise.yaml", Path("a"))
    lenient = config_from(
        "ignore: [{code: acme.length, reason: archive}]\n", "b/channelwise.yaml", Path("b")
    )
    drafts = [draft("much too long", file=f"{name}/post.md", format="text") for name in ("a", "b")]
    asked = Asked((), None, lambda one: strict if one.file.startswith("a") else lenient, DAY)
    checked = check(book(TIERED), drafts, asked)
    lengths = [(f.file, f.suppressed) for f in checked.findings if f.code == "acme.length"]
    assert lengths == [("a/post.md", None), ("b/post.md", "archive")]


def test_accounts_of_one_name_under_different_settings() -> None:
    """Tone rules judge each draft by the accounts of its own settings."""
    from channelwise.check.run import Asked, check
    from check.made_up import DAY, book

    line = "accounts: [{{name: shop, network: acme, kind: business, topics: [bread], voice: {}}}]\n"
    of = {name: config_from(line.format(voice), f"{name}/channelwise.yaml", Path(name)) for name, voice in (("a", "i"), ("b", "we"))}  # fmt: skip
    text = "I baked this loaf myself, and I love it."
    drafts = [draft(text, file=f"{name}/post.md", format="text", account="shop", language="en") for name in of]  # fmt: skip
    checked = check(book(TIERED), drafts, Asked((), None, lambda one: of[one.file[0]], DAY))
    assert {f.file for f in checked.findings if "voice" in f.code and f.stands} == {"b/post.md"}
