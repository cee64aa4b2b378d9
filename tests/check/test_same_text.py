"""The same text in several drafts, where a network takes it only once."""

from typing import Any

import pytest

from channelwise.check.model import Finding
from check.made_up import acme, draft, limit, run, settings, stated
from known import rulebook

AGAIN = acme({"text": {"same_text_again": limit("refused")}})
ELSEWHERE = acme({"text": {"same_text_on_other_accounts": limit("refused")}})
ACCOUNTS = settings("accounts: [{name: shop, network: acme}, {name: cafe, network: acme}]")
TEXT = "The rye is out at six."


def of(network: Any, *drafts: dict[str, Any]) -> list[Finding]:
    made = [
        draft(fields.pop("text", TEXT), file=f"{n}.md", **fields)
        for n, fields in enumerate(dict(one) for one in drafts)
    ]
    return stated(run(made, network, config=ACCOUNTS), "acme.same-text")


def at(when: str, **fields: Any) -> dict[str, Any]:
    return {"account": "shop", "schedule": when, **fields}


SOON = [
    ([at("2026-03-02T09:00"), at("2026-03-02T12:00")], ["1.md"]),
    ([at("2026-03-02T12:00"), at("2026-03-02T09:00")], ["0.md"]),
    ([at("2026-03-02T09:00"), at("2026-03-02T12:00"), at("2026-03-02T15:00")], ["1.md", "2.md"]),
    ([at("2026-03-02T09:00"), at("2026-03-03T09:00")], []),
    ([at("2026-03-02T09:00+03:30"), at("2026-03-02T12:00")], ["1.md"]),
    ([at("2026-03-02T09:00"), {"account": "shop"}], ["0.md"]),
    ([{}, {}], ["1.md"]),
    ([at("2026-03-02T09:00"), at("2026-03-02T12:00", account="cafe")], []),
    ([at("2026-03-02T09:00"), at("2026-03-02T12:00", text="The spelt is out at six.")], []),
    ([at("2026-03-02T09:00"), at("2026-03-02T12:00", text="The rye is\nout  at six.")], ["1.md"]),
    ([at("2026-03-02T09:00", reply=True), at("2026-03-02T12:00", reply=True)], []),
    ([at("2026-03-02T09:00"), at("2026-03-02T12:00", networks=["acne"])], []),
]  # fmt: skip


@pytest.mark.parametrize(("drafts", "files"), SOON)
def test_the_same_text_again_within_a_short_time(
    drafts: list[dict[str, Any]], files: list[str]
) -> None:
    """The later of two posts of one account is told, if less than a day is between them."""
    got = of(AGAIN, *drafts)
    assert sorted(one.file for one in got) == files
    assert {one.level for one in got} <= {"warning"}
    assert of(acme({"text": {}}), *drafts) == []


OTHER = [
    ([{"account": "shop"}, {"account": "cafe"}], ["1.md"]),
    ([at("2026-03-02T09:00"), at("2026-06-02T09:00", account="cafe")], ["1.md"]),
    ([{"account": "shop"}, {"account": "shop"}], []),
    ([{"account": "shop"}, {}], []),
    ([{"account": "shop", "reply": True}, {"account": "cafe", "reply": True}], []),
]  # fmt: skip


@pytest.mark.parametrize(("drafts", "files"), OTHER)
def test_the_same_text_on_another_account(drafts: list[dict[str, Any]], files: list[str]) -> None:
    """One text on two accounts is an error of the second, whenever the two are posted."""
    got = of(ELSEWHERE, *drafts)
    assert [one.file for one in got] == files
    for one in got:
        assert (one.level, bool(one.grounds)) == ("error", True)
        assert "0.md" in one.message.en
        assert "(shop)" in one.message.en


def test_the_networks_that_refuse_it() -> None:
    """Of the networks that are there, one refuses a text again and another on other accounts."""
    known = {network.id: network for network in rulebook().networks}
    text = "accounts: [{name: a, network: x}, {name: b, network: x}, {name: c, network: linkedin}]"
    drafts = [
        draft(TEXT, file="a.md", networks=["x"], account="a"),
        draft(TEXT, file="b.md", networks=["x"], account="b"),
        draft(TEXT, file="c.md", networks=["linkedin"], **at("2026-03-02T09:00", account="c")),
        draft(TEXT, file="d.md", networks=["linkedin"], **at("2026-03-02T12:00", account="c")),
    ]
    checked = run(drafts, *known.values(), config=settings(text, *known.values()))
    got = [(f.file, f.code, f.level) for f in checked.findings if f.code.endswith(".same-text")]
    assert [one for one in got if not one[1].startswith("core.")] == [
        ("b.md", "x.same-text", "error"), ("d.md", "linkedin.same-text", "warning"),
    ]  # fmt: skip
