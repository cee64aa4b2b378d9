"""Labelled posts for the installed networks, and how often the networks' own tone rules are right.

`PYTHONPATH=tests python tests/tone/network_labelled.py` prints the table and every miss; with `--write` it renews
`network_precision.md` beside it. The core's rules judge these posts as well, so a post that is
fine must be fine for all of them together.
"""

import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

from channelwise.check.model import Finding
from channelwise.load.rulebook import load
from channelwise.networks.model import Network
from channelwise.tone.findings import tone_findings
from channelwise.tone.load import ToneBook, load_tone
from channelwise.tone.model import ToneRule
from channelwise.tone.trial import context, draft
from tone.labelled import DECENT, HEAD, UNKNOWN, Post, Score, misses, row

HERE: Final = Path(__file__).parent
POSTS: Final = HERE / "network_posts"
FIRST_SIGHT: Final = HERE / "network_first_sight.yaml"
TABLE: Final = HERE / "network_precision.md"
_KEPT: Final = ("text", "kind", "format", "voice", "topics", "reply")


@cache
def networks() -> Mapping[str, Network]:
    """The installed networks, by id."""
    return {network.id: network for network in load().networks}


@cache
def book() -> ToneBook:
    return load_tone(networks().values())


def own_rules() -> list[ToneRule]:
    """The rules that networks bring."""
    return [rule for rule in book().rules if rule.network is not None]


@cache
def posts() -> tuple[Post, ...]:
    """All labelled posts of networks."""
    return tuple(post for file in sorted(POSTS.glob("*.yaml")) for post in _of(file))


def _of(file: Path) -> Iterator[Post]:
    data = yaml.safe_load(file.read_text(encoding="utf-8"))
    for number, plain in enumerate(data["posts"], 1):
        situation = _situation(plain, networks()[data["network"]])
        finds = frozenset(plain.get("finds", ()))
        yield Post(file.parent.name, file.stem, number, situation, finds)


def _situation(plain: Mapping[str, Any], network: Network) -> dict[str, Any]:
    """A post of a business, with one picture where the network asks for some."""
    pictured = network.values.get("network.text_alone") is False
    number = plain.get("media", 1 if pictured else 0)
    return {
        "language": plain["lang"], "network": {"id": network.id}, "kind": "business",
        "media": [{"alt": "a table by the window"} for _ in range(number)],
        **{name: plain[name] for name in _KEPT if name in plain},
    }  # fmt: skip


@cache
def findings(post: Post) -> tuple[Finding, ...]:
    """What the core's rules and the network's own find in a post."""
    name = post.situation["network"]["id"]
    known = replace(context([post.situation]), networks={name: networks()[name]})
    return tuple(tone_findings(book().rules, [draft(post.situation)], known))


@cache
def found(post: Post) -> frozenset[str]:
    """The codes that were found; `unknown` where something was not evaluated.

    None of the posts declares a voice; that its rules wait for one is no mistake.
    """
    return frozenset(
        UNKNOWN if one.state == "not_evaluated" else one.code
        for one in findings(post)
        if one.code != "core.not-checked.voice"
    )


def score(codes: frozenset[str], some: tuple[Post, ...]) -> Score:
    """How often rules of these codes are right on some posts."""
    return Score(
        sum(len(found(post) & post.expected & codes) for post in some),
        sum(len((found(post) - post.expected) & codes) for post in some),
        sum(len((post.expected - found(post)) & codes) for post in some),
    )


def scores() -> dict[str, Score]:
    """The score of each rule of a network, by code."""
    return {rule.id: score(frozenset({rule.id}), posts()) for rule in own_rules()}


def overall(language: str) -> Score:
    """All rules of networks together, on the posts of a language."""
    some = tuple(post for post in posts() if post.language == language)
    return score(frozenset(scores()), some)


def of_core() -> Score:
    """The core's rules together, on all of these posts."""
    core = frozenset(rule.id for rule in book().rules if rule.network is None)
    return score(core, posts())


def first_sight() -> dict[str, Score]:
    """What each batch gave when it was first met, by batch and language."""
    kept = yaml.safe_load(FIRST_SIGHT.read_text(encoding="utf-8"))
    return {
        f"{batch} batch, {language}": Score(*three)
        for batch, by_language in kept.items()
        for language, three in by_language.items()
    }


def table() -> str:
    """The tables as they are kept in the repository."""
    fine = sum(1 for post in posts() if not post.expected)
    lines = [
        "# How often the networks' own tone rules are right", "",
        f"On {len(posts())} labelled posts for the networks, {fine} of them fine. Made by",
        "`PYTHONPATH=tests python tests/tone/network_labelled.py --write`; a test holds that it is up to date. Precision: of",
        "what is found, the share a reader agrees with. Recall: of what a reader sees, the share found. Both",
        f"in percent, rounded down. A rule under {DECENT} is in preview and only gives notes. All posts are",
        "invented.", "",
        "## At first sight", "",
        "Both batches were labelled before the rules were run on them, and wordings were mended after each.",
        "They were written by those who wrote the rules, who know the lists, so even this is an upper end:",
        "for the core's rules, writers who had not seen the lists found that about half of what depends on",
        "wording is missed (see precision.md). Counted things (lines, hashtags, links) do not depend on it.", "",
        *HEAD,
    ]  # fmt: skip
    lines += [row(name, one) for name, one in first_sight().items()]
    lines += ["", "## Now", "", *HEAD]
    lines += [row(f"`{code}`", one) for code, one in scores().items()]
    lines += [row(f"all, {language}", overall(language)) for language in ("en", "fa")]
    lines += [row("the core's rules on the same posts", of_core())]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    if "--write" in sys.argv:
        TABLE.write_text(table(), encoding="utf-8")
    print(table())
    print("\n".join(misses(posts(), found, findings)))
