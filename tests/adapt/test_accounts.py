"""Limits of the account that a draft is posted as: those of its tier stand in place of others."""

from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from adapt.posts import AS_OF, ENGLISH, tasks
from adapt.test_adapt import drafted, limited
from channelwise.adapt.model import Adapted
from channelwise.check.config import Account, Config, tier_on
from channelwise.check.config_read import config_from
from channelwise.cli.main import main
from channelwise.engine import Engine
from channelwise.errors import UnknownName
from known import engine

SETTINGS = """accounts:
  - {name: shop, network: x, tier: premium}
  - {name: plain, network: x}
  - {name: firm, network: linkedin}
"""


def config() -> Config:
    return config_from(SETTINGS, "channelwise.yaml", Path(), engine().rulebook.networks)


def adapted(text: str, front: str = "", network: str = "x", account: str | None = None) -> Adapted:
    draft = drafted(text, front)
    answer = engine().adapt(draft, network, account=account, config=config(), as_of=AS_OF)
    return answer.results[0]


def test_a_longer_text_of_a_paying_account_is_not_cut() -> None:
    """The account may be asked for or named in the draft; its own limit stands beside the count."""
    for found in (adapted(ENGLISH, account="shop"), adapted(ENGLISH, "account: shop\n")):
        assert found.unchanged and found.met
        assert [one.limit for one in found.parts[0].counts] == [25_000]


@pytest.mark.parametrize("account", ["plain", "firm", None])
def test_other_accounts_keep_to_the_general_limit(account: str | None) -> None:
    """An account without a tier, or of another network, gets the general limit."""
    assert len(adapted(ENGLISH, account=account).parts) == 2


def test_a_limit_of_tools_is_none_for_those_who_post_by_hand() -> None:
    """The way of posting counts as it does in a check."""
    text, front = "Word word word. " * 700, "format: article\ntitle: Words\n"
    by_hand, by_tool = (
        config_from(f"accounts: [{{name: shop, network: x, posts_with: {way}}}]", "channelwise.yaml",
                    Path(), engine().rulebook.networks)
        for way in ("app", "tool")
    )  # fmt: skip
    for settings, met in ((by_hand, True), (by_tool, False)):
        draft = drafted(text, front)
        answer = engine().adapt(draft, "x", account="shop", config=settings, as_of=AS_OF)
        assert answer.met is met


def test_what_an_own_server_allows_stands_in_place_of_the_limit() -> None:
    """The text is not cut, and the count rests on the settings, not on a fact."""
    few = limited("x", "text", max_chars=280)
    network = few.rulebook.network("x")
    spec = network.plain["formats"]["text"]
    ours = {**spec["limits"], "max_chars": {**spec["limits"]["max_chars"], "server": True}}
    formats = {**network.plain["formats"], "text": {**spec, "limits": ours}}
    plain = replace(network, plain={**network.plain, "formats": formats})
    others = (one for one in few.rulebook.networks if one is not network)
    engine_of_server = Engine(replace(few.rulebook, networks=(plain, *others)))
    account = Account(name="shop", network="x", limits={"max_chars": 500})
    settings = Config(accounts=(account,))

    def adapted_there(text: str) -> Adapted:
        draft = drafted(text)
        answer = engine_of_server.adapt(draft, "x", account="shop", config=settings, as_of=AS_OF)
        return answer.results[0]

    fits = adapted_there("Fresh bread. " * 30)
    assert fits.unchanged and [one.limit for one in fits.parts[0].counts] == [500]
    cut = adapted_there("Fresh bread. " * 60)
    assert len(cut.parts) == 2 and all(part.fits for part in cut.parts)
    grounds = [ground.id for ground in cut.changes[0].grounds]
    assert grounds == ["formats.article_thread.available"]


def test_a_tier_counts_on_its_own_network_alone() -> None:
    account = Account(name="shop", network="x", tier="premium")
    assert (tier_on(account, "x"), tier_on(account, "linkedin"), tier_on(None, "x")) == (
        "premium", None, None,
    )  # fmt: skip


def test_the_account_asked_for_stands_before_that_of_the_draft() -> None:
    assert len(adapted(ENGLISH, "account: shop\n", account="plain").parts) == 2


def test_an_account_that_no_settings_have_is_refused_with_the_nearest() -> None:
    with pytest.raises(UnknownName, match="shop"):
        adapted(ENGLISH, account="shpo")
    with pytest.raises(UnknownName):
        engine().adapt(drafted(ENGLISH), "x", account="shop")
    assert len(adapted(ENGLISH, "account: nobody\n").parts) == 2


def test_a_format_may_depend_on_the_tier() -> None:
    """A video that only a paying account may post as a long one leaves a doubt there alone."""
    front = "media: {file: none.mp4, alt: Rye}\n"
    for account, doubt in (("shop", True), ("plain", False)):
        found = adapted("Bread.", front, account=account)
        assert found.format == "short_video"
        assert ("format" in [kind for kind, _ in tasks(found)]) == doubt


def test_what_is_too_long_for_the_tier_is_told_by_its_own_limit() -> None:
    """A chain, or what is told of a length, is by the limit of the tier, with its case."""
    for hard, kind in ((True, "split"), (False, "length")):
        paying = limited("x", "text", hard=hard, premium_max_chars=300)
        draft = drafted(ENGLISH, "account: shop\n")
        (found,) = paying.adapt(draft, "x", config=config(), as_of=AS_OF).results
        (told,) = [one for one in (*found.changes, *found.tasks) if one.kind == kind]
        assert told.because and "300" in told.text.en + told.because.en
        assert "Premium" in told.because.en
        assert {one.limit for part in found.parts for one in part.counts} == {300}


def test_every_limit_may_depend_on_the_tier() -> None:
    """Hashtags, the fold and what a person has to mind are judged by the tier as well."""
    tight = limited("x", "text", premium_hashtags_recommended="0-1", visible_before_fold=200,
                    premium_visible_before_fold=20)  # fmt: skip
    draft = drafted("Fresh bread at six, and rye.\n#a #b #c", "account: shop\n")
    (paying,) = tight.adapt(draft, "x", config=config(), as_of=AS_OF).results
    (other,) = tight.adapt(draft, "x", as_of=AS_OF).results
    assert paying.parts[0].text.endswith("\n#a") and other.parts[0].text.endswith("#a #b #c")
    assert paying.fold and paying.fold.limit == 20 and other.fold is None
    items = limited("x", "image", items=4, premium_items=6)
    entries = "".join(f"- {{file: {at}.jpg, alt: Rye}}\n" for at in range(6))
    draft = drafted("Bread.", f"account: shop\nformat: image\nmedia:\n{entries}")
    (paying,) = items.adapt(draft, "x", config=config(), as_of=AS_OF).results
    (other,) = items.adapt(draft, "x", as_of=AS_OF).results
    assert ("media", True) not in tasks(paying) and ("media", True) in tasks(other)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with settings above a draft."""
    (tmp_path / "channelwise.yaml").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "post.md").write_text(ENGLISH, encoding="utf-8")
    return tmp_path


def run(folder: Path, *arguments: str) -> Result:
    draft = str(folder / "drafts" / "post.md")
    return CliRunner().invoke(
        main, ["adapt", draft, "--to", "x", *arguments, "--as-of", "2026-11-01"]
    )


def test_the_command_finds_the_settings_as_a_check_does(folder: Path) -> None:
    """In the nearest file above the draft, or where `--config` says."""
    assert "Post 1 of 2" in run(folder).output
    assert "of 25,000" in run(folder, "--account", "shop").output
    (folder / "other.yaml").write_text("accounts: [{name: mine, network: x, tier: premium}]")
    other = ("--config", str(folder / "other.yaml"))
    assert "of 25,000" in run(folder, "--account", "mine", *other).output
    refused = run(folder, "--account", "shop", *other)
    assert (refused.exit_code, refused.stdout) == (2, "") and "shop" in refused.stderr


def test_settings_with_a_mistake_are_told_with_their_place(folder: Path) -> None:
    (folder / "channelwise.yaml").write_text("acounts: []\n")
    refused = run(folder)
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "channelwise.yaml:1:1: " in refused.stderr and "accounts" in refused.stderr
