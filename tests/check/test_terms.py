"""What a limit depends on besides the format: tier, way of posting, server; and its source."""

from typing import Any

import pytest

from channelwise.check.limits import Terms, limits_of
from channelwise.check.subject import Subject
from channelwise.errors import BadInput
from check.made_up import acme, claimed, draft, limit, run, settings, stated

ACCOUNTS = """accounts:
  - {name: hand, network: acme, posts_with: app}
  - {name: tool, network: acme, posts_with: tool}
  - {name: plain, network: acme}
"""


@pytest.mark.parametrize("through", ["app", "tool"])
@pytest.mark.parametrize("account", [None, "plain", "hand", "tool"])
def test_a_limit_of_one_way_of_posting(through: str, account: str | None) -> None:
    """It holds for that way. Where the way is not known it is a warning that names both ways and
    says what to write down.
    """
    network = acme({"text": {"max_chars": limit(5, "characters", through=through)}})
    fields = {"account": account} if account else {}
    one = draft("123456", format="text", **fields)
    got = stated(run(one, network, config=settings(ACCOUNTS, network)))
    known = {"hand": "app", "tool": "tool"}.get(account or "")
    assert bool(got) is (known in (None, through))
    for finding in got:
        assert finding.level == ("error" if known else "warning")
        ways = {"app": "in the app", "tool": "with a publishing tool"}
        other = ways["app" if through == "tool" else "tool"]
        said = f" (refused {ways[through]}; {other} it may be fine)"
        assert finding.message.en.endswith(said) is (known is None)
        assert finding.fix is not None
        assert ("posts_with" in finding.fix.text.en) is (known is None)
        assert "kind" not in finding.fix.text.en  # it makes no difference here


def test_a_limit_that_holds_in_any_case_goes_first() -> None:
    """Of two firm limits on the same thing, one is told: that which holds for both ways."""
    limits = {
        "hashtags_max": limit(1, "hashtags", through="tool"),
        "links_max": limit(0, "links"),
    }
    network = acme({"text": limits})
    assert [f.code for f in stated(run(draft("#a1 #b1 acme.com", format="text"), network))] == [
        "acme.hashtags", "acme.links",
    ]  # fmt: skip
    sizes = {
        "max_seconds": limit(9, "seconds", through="tool"), "max_minutes": limit(1, "minutes"),
    }  # fmt: skip
    assert [one.name for one in limits_of(acme({"short_video": sizes}), "short_video").known] == [
        *sizes
    ]


SERVED = {
    "text": {"max_chars": limit(5, "characters", server=True), "links_max": limit(1, "links")},
    "image": {"caption_max": limit(5, "characters", server=True)},
}
OWN = "accounts: [{name: mine, network: acme, limits: {max_chars: 8}}]"


def test_the_limit_of_ones_own_server() -> None:
    """A limit that each server sets is the one that the account names, larger or smaller."""
    network = acme(SERVED)
    for own, fine in ((8, 8), (3, 3)):
        config = settings(OWN.replace("8", str(own)), network)
        for length, expected in ((fine, []), (fine + 1, [("acme.length", "error")])):
            one = draft("x" * length, format="text", account="mine")
            assert claimed(run(one, network, config=config)) == expected
    [one] = stated(run(draft("x" * 6, format="text"), network))
    assert "max_chars" in one.because.en
    loose = settings(OWN.replace("max_chars", "links_max"))  # as for a network not known here
    three = draft("a.com b.com", format="text", account="mine")
    assert "acme.links" in dict(claimed(run(three, network, config=loose)))
    config = settings(OWN, network)
    [two] = stated(run(draft("x" * 9, format="text", account="mine"), network, config=config))
    assert ("8" in two.because.en, two.grounds) == (True, [])


WRONG = [
    ("{name: a, network: acme, limits: {links_max: 3}}", "caption_max, max_chars"),
    ("{name: a, network: acme, limits: {max_char: 3}}", "did you mean 'max_chars'"),
    ("{name: a, limits: {max_chars: 3}}", "need the network"),
    ("{name: a, network: acme, limits: {max_chars: 0}}", "1"),
    ("{name: a, network: acme, limits: {max_chars: many}}", "max_chars"),
    ("{name: a, network: acme, posts_with: phone}", "app, tool"),
]


@pytest.mark.parametrize(("account", "says"), WRONG)
def test_wrong_terms_of_an_account(account: str, says: str) -> None:
    """Limits that no server sets, and other slips, are told with their place."""
    with pytest.raises(BadInput) as caught:
        settings(f"accounts:\n  - {account}\n", acme(SERVED))
    [problem] = caught.value.problems
    assert (problem.line, says in str(problem)) == (2, True), str(problem)


def test_a_network_without_servers() -> None:
    """Where no limit is set by servers, an account cannot give any."""
    with pytest.raises(BadInput) as caught:
        settings(OWN, acme({"text": {"max_chars": limit(5, "characters")}}))
    assert "set by each server" in str(caught.value.problems[0])


FIRM = [
    ({}, "official", "Acme refuses"),
    ({}, "encoded-in-code", "Publishing tools that post to Acme"),
    ({"through": "tool"}, "official", "where a publishing tool posts"),
    ({"through": "app"}, "official", "in the app of Acme"),
    ({"hard": False}, "blog", "advice"),
    ({"hard": False}, "encoded-in-code", "others take it"),
]


@pytest.mark.parametrize(("more", "confidence", "says"), FIRM)
def test_why_a_limit_counts(more: dict[str, Any], confidence: str, says: str) -> None:
    """The reason says who enforces a limit: the network, tools, one way of posting, nobody."""
    from dataclasses import replace

    network = acme({"text": {"max_chars": {**limit(5, "characters"), **more}}})
    [one] = limits_of(network, "text", Terms()).known
    one = replace(one, evidence=one.evidence.__class__("f", "", "", "", confidence))
    subject = Subject(None, network, "text", (), None, None)  # type: ignore[arg-type]
    assert says in subject.because(one).en
    assert subject.because(one).fa
