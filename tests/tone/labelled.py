"""The labelled posts, and how often the core's tone rules are right on them.

`python tests/tone/labelled.py` prints the tables and every miss; with `--write` it renews
`precision.md` beside it. The sets:

- `posts`: by those who wrote the rules, before these; `*_hard_cases` came after the first table,
  to mislead the rules.
- `held_out`, then `unseen`, then `third`: by writers who knew only what each rule says to people, and saw
  neither words nor patterns. What the rules found in them at first sight is kept in
  `first_sight.yaml`; lexicons were mended after each, so only those numbers are blind.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
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
FIRST_SIGHT: Final = HERE / "first_sight.yaml"
SETS: Final = ("posts", "held_out", "unseen", "third")
# Drafts that belong together are judged elsewhere.
_TOGETHER: Final = "sets"
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

    set: str
    file: str
    number: int
    situation: Mapping[str, Any]
    expected: frozenset[str]

    @property
    def language(self) -> str:
        return str(self.situation["language"])

    def __str__(self) -> str:
        return f"{self.set}/{self.file}#{self.number}"


@cache
def posts() -> tuple[Post, ...]:
    """All labelled posts."""
    files = [file for name in SETS for file in sorted((HERE / name).glob("*.yaml"))]
    return tuple(post for file in files if file.stem != _TOGETHER for post in _of(file))


def _of(file: Path) -> Iterator[Post]:
    data = yaml.safe_load(file.read_text(encoding="utf-8"))
    for number, plain in enumerate(data["posts"], 1):
        yield Post(
            file.parent.name, file.stem, number, _situation(plain, data["language"]),
            frozenset(plain.get("finds", ())),
        )  # fmt: skip


def _situation(plain: Mapping[str, Any], language: str) -> dict[str, Any]:
    kept = ("text", "kind", "voice", "topics", "reply", "link")
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


def scores(sets: tuple[str, ...] = SETS) -> dict[str, Score]:
    """The score of each rule for single drafts on these sets, by code."""
    hits, false, missed = Counter[str](), Counter[str](), Counter[str]()
    for post in posts():
        if post.set in sets:
            hits.update(found(post) & post.expected)
            false.update(found(post) - post.expected)
            missed.update(post.expected - found(post))
    codes = {rule.id for rule in book().rules if not rule.id.startswith("core.set.")}
    return {code: Score(hits[code], false[code], missed[code]) for code in sorted(codes)}


def overall(language: str, name: str) -> Score:
    """All rules together on the posts of a language in a set."""
    some = [post for post in posts() if post.language == language and post.set == name]
    return Score(
        sum(len(found(post) & post.expected) for post in some),
        sum(len(found(post) - post.expected) for post in some),
        sum(len(post.expected - found(post)) for post in some),
    )


def first_sight() -> dict[str, dict[str, Score]]:
    """What the blind sets gave when they were first met, by set and code."""
    kept = yaml.safe_load(FIRST_SIGHT.read_text(encoding="utf-8"))
    return {
        name: {code: Score(*three) for code, three in one.items()} for name, one in kept.items()
    }


def table() -> str:
    """The tables as they are kept in the repository."""
    fine = sum(1 for post in posts() if not post.expected)
    sizes = {name: sum(1 for post in posts() if post.set == name) for name in SETS}
    lines = [
        "# How often the tone rules are right", "",
        f"On {len(posts())} labelled posts, {fine} of them fine. Made by `python tests/tone/labelled.py --write`;",
        "a test holds that it is up to date. Precision: of what is found, the share a reader agrees with.",
        "Recall: of what a reader sees, the share found. Both in percent, rounded down. A rule under",
        f"{DECENT}, in all posts or at first sight, is in preview and only gives notes. All posts are invented.", "",
        "## At first sight", "",
        f"Three sets ({sizes['held_out']}, {sizes['unseen']} and {sizes['third']} posts) were written one after the other by others, who knew of",
        "each rule what it says to people and not one of its words. This is what the rules found before",
        "anybody looked at the posts. Read it as what to expect of the rules on new texts: what they point at",
        "is mostly right, and where wording decides they see half to two thirds of what a reader sees. They",
        "are a list of known wordings, not a judge; signs, links, pictures and lengths are counted and do not",
        "depend on wording.", "",
        *HEAD,
    ]  # fmt: skip
    for name, found_first in first_sight().items():
        lines.append(row(f"all, `{name}`", _sum(found_first.values())))
    lines += [row(f"`{code}`", score) for code, score in sorted(together(first_sight()).items())]
    lines += [
        "", "## Now", "",
        "The same sets, after wordings that they showed were added and false alarms mended, and the",
        f"{sizes['posts']} posts by those who wrote the rules: an upper end.", "",
        *HEAD,
    ]  # fmt: skip
    lines += [row(f"`{code}`", score) for code, score in scores().items()]
    lines += [
        row(f"all, `{name}`, {language}", overall(language, name))
        for name in SETS
        for language in ("en", "fa")
    ]
    return "\n".join(lines) + "\n"


HEAD: Final = (
    "| rule | right | false alarms | missed | precision | recall |",
    "| --- | --- | --- | --- | --- | --- |",
)


def _sum(scored: Iterable[Score]) -> Score:
    some = list(scored)
    return Score(
        sum(one.hits for one in some),
        sum(one.false for one in some),
        sum(one.missed for one in some),
    )


def together(sets: Mapping[str, Mapping[str, Score]]) -> dict[str, Score]:
    """The scores of several sets added up, by code."""
    codes = {code for one in sets.values() for code in one}
    return {code: _sum(one[code] for one in sets.values() if code in one) for code in codes}


def row(name: str, score: Score) -> str:
    shown = ["-" if one is None else str(one) for one in (score.precision, score.recall)]
    cells = [name, str(score.hits), str(score.false), str(score.missed), *shown]
    return f"| {' | '.join(cells)} |"


def misses(
    posts: Iterable[Post], found: Callable[[Post], frozenset[str]],
    findings: Callable[[Post], list[Finding]],
) -> Iterator[str]:  # fmt: skip
    """Every post on which rules and label disagree."""
    for post in posts:
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
    print("\n".join(misses(posts(), found, findings)))
