"""The labelled posts, and how often the core's tone rules are right on them.

`python tests/tone/labelled.py` prints the table and every miss; with `--write` it renews
`precision.md` beside it. The posts were written before the rules; `*_hard_cases` came after the
first table, to mislead the rules, and a few words were taken out of lexicons for them.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

from channelwise.check.model import Finding
from channelwise.tone.findings import tone_findings
from channelwise.tone.load import ToneBook, load_tone
from channelwise.tone.trial import context, draft

HERE: Final = Path(__file__).parent
TABLE: Final = HERE / "precision.md"
DECENT: Final = 90  # percent that a stable rule must be right in
FEW: Final = 3  # below so many labelled cases, a number says little
UNKNOWN: Final = "unknown"

NETWORKS: Final[Mapping[str, Mapping[str, Any]]] = {
    "business": {"register": "business", "text_alone": True, "links": "costly"},
    "timely": {"register": "timely", "text_alone": True, "links": "clickable"},
    "visual": {"register": "visual", "text_alone": False, "links": "not_clickable"},
    "playful": {"register": "playful", "text_alone": False, "links": "clickable"},
    "conversational": {"register": "conversational", "text_alone": True, "links": "clickable"},
}
_NEEDS_PICTURE: Final = ("visual", "playful")


@dataclass(frozen=True, eq=False)
class Post:
    """One labelled post: the situation it stands in and the codes that a reader would find."""

    file: str
    number: int
    situation: Mapping[str, Any]
    expected: frozenset[str]

    @property
    def language(self) -> str:
        return str(self.situation["language"])

    def __str__(self) -> str:
        return f"{self.file}#{self.number}"


@cache
def posts() -> tuple[Post, ...]:
    """All labelled posts."""
    return tuple(post for file in sorted((HERE / "posts").glob("*.yaml")) for post in _of(file))


def _of(file: Path) -> Iterator[Post]:
    data = yaml.safe_load(file.read_text(encoding="utf-8"))
    for number, plain in enumerate(data["posts"], 1):
        yield Post(
            file.stem, number, _situation(plain, data["language"]),
            frozenset(plain.get("finds", ())),
        )  # fmt: skip


def _situation(plain: Mapping[str, Any], language: str) -> dict[str, Any]:
    kept = ("text", "kind", "voice", "topics", "reply")
    pictured = plain["net"] in _NEEDS_PICTURE and not plain.get("reply", False)
    number = plain.get("media", 1 if pictured else 0)
    alt = plain.get("alt", "four round loaves")
    return {
        "language": language, "network": NETWORKS[plain["net"]],
        "media": [{"alt": None if alt == "none" else alt} for _ in range(number)],
        "kind": "business", **{name: plain[name] for name in kept if name in plain},
    }  # fmt: skip


@cache
def book() -> ToneBook:
    return load_tone()


def findings(post: Post) -> list[Finding]:
    """What all core rules find in a post."""
    known = context([post.situation])
    return tone_findings(book().rules, [draft(post.situation)], known)


@cache
def found(post: Post) -> frozenset[str]:
    """The codes that were found; `unknown` where something was not evaluated.

    Few of the posts declare a voice; that its rules wait for one is no mistake.
    """
    return frozenset(
        UNKNOWN if one.state == "not_evaluated" else one.code
        for one in findings(post)
        if one.code != "core.not-checked.voice"
    )


@dataclass(frozen=True)
class Score:
    """How often a rule was right: hits, false alarms, and cases it missed."""

    hits: int
    false: int
    missed: int

    @property
    def precision(self) -> int | None:
        return 100 * self.hits // (self.hits + self.false) if self.hits + self.false else None

    @property
    def recall(self) -> int | None:
        return 100 * self.hits // (self.hits + self.missed) if self.hits + self.missed else None


def scores() -> dict[str, Score]:
    """The score of each rule for single drafts, by code."""
    hits, false, missed = Counter[str](), Counter[str](), Counter[str]()
    for post in posts():
        hits.update(found(post) & post.expected)
        false.update(found(post) - post.expected)
        missed.update(post.expected - found(post))
    codes = {rule.id for rule in book().rules if not rule.id.startswith("core.set.")}
    return {code: Score(hits[code], false[code], missed[code]) for code in sorted(codes)}


def overall(language: str) -> Score:
    """All rules together on the posts of a language."""
    some = [post for post in posts() if post.language == language]
    return Score(
        sum(len(found(post) & post.expected) for post in some),
        sum(len(found(post) - post.expected) for post in some),
        sum(len(post.expected - found(post)) for post in some),
    )


def table() -> str:
    """The table as it is kept in the repository."""
    fine = sum(1 for post in posts() if not post.expected)
    lines = [
        "# How often the tone rules are right", "",
        f"On {len(posts())} labelled posts, {fine} of them fine. Made by `python tests/tone/labelled.py --write`;",
        "a test holds that it is up to date. The posts were written before the rules, but for the two files",
        "of hard cases: they were written to mislead the first rules, some words were then taken out of the",
        "lexicons, and what still misleads is counted here. All posts are invented, and the same people wrote",
        "posts and rules, so read the numbers as an upper end. Precision: of what is found, the share a reader",
        "agrees with. Recall: of what a reader sees, the share found. Both in percent, rounded down. A rule",
        f"under {DECENT} is in preview and only gives notes.", "",
        "| rule | right | false alarms | missed | precision | recall |", "| --- | --- | --- | --- | --- | --- |",
    ]  # fmt: skip
    lines += [_row(f"`{code}`", score) for code, score in scores().items()]
    lines += [_row(f"all, {language}", overall(language)) for language in ("en", "fa")]
    return "\n".join(lines) + "\n"


def _row(name: str, score: Score) -> str:
    shown = ["-" if one is None else str(one) for one in (score.precision, score.recall)]
    cells = [name, str(score.hits), str(score.false), str(score.missed), *shown]
    return f"| {' | '.join(cells)} |"


def misses() -> Iterator[str]:
    """Every post on which rules and label disagree."""
    for post in posts():
        for sign, codes in (
            ("false", found(post) - post.expected),
            ("missed", post.expected - found(post)),
        ):
            for code in sorted(codes):
                why = [one.message.en for one in findings(post) if one.code == code]
                yield f"{sign:7} {code:32} {post}  {post.situation['text'][:90]!r} {why[:1]}"


if __name__ == "__main__":
    if "--write" in sys.argv:
        TABLE.write_text(table(), encoding="utf-8")
    print(table())
    print("\n".join(misses()))
