"""What the tests on real rules share: the installed rulebook, engines and example briefs."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

from channelwise.brief.model import Brief
from channelwise.brief.read import read_brief
from channelwise.engine import Engine
from channelwise.load.rulebook import Rulebook, load
from channelwise.recommend.standing import Judge

ROOT: Final = Path(__file__).parents[1]
AS_OF: Final = date(2026, 11, 1)
NAMES: Final = ("instagram", "linkedin", "snapchat", "x")


@cache
def rulebook() -> Rulebook:
    """The core rules with the networks of this distribution, and of no other."""
    from channelwise.plugins.discover import installed

    return load(plugins=[plugin for plugin in installed() if plugin.name in NAMES])


@cache
def engine(executor: str = "index") -> Engine:
    """An engine on the shared rulebook."""
    return Engine(rulebook(), executor=executor)


@cache
def judge() -> Judge:
    """A judge on the shared rulebook."""
    return Judge(rulebook())


@cache
def examples() -> Mapping[str, Brief]:
    """The example briefs by name."""
    files = sorted((ROOT / "examples").glob("*.yaml"))
    return {file.stem: read_brief(file) for file in files}


def answer(brief: Brief, executor: str = "index") -> str:
    """The recommendation as JSON, with the age of facts judged on one fixed day."""
    return engine(executor).recommend(brief, as_of=AS_OF).model_dump_json()


def plain(brief: Brief) -> dict[str, Any]:
    """The brief as plain data, to be changed."""
    return brief.model_dump(mode="json", exclude_none=True)


def changed(brief: Brief, **changes: Any) -> Brief:
    """The brief with fields replaced; `business__looks="plain"` for `business.looks`."""
    return brief.with_changes({name.replace("__", "."): value for name, value in changes.items()})


def ranks(brief: Brief) -> dict[str, int]:
    """The rank of each network, from 1."""
    return {place.id: rank for rank, place in enumerate(judge().standing(brief).places, 1)}


def verdicts(brief: Brief) -> dict[str, str]:
    """The verdict of each network."""
    return {place.id: place.best.verdict for place in judge().standing(brief).places}


def texts_in(tree: Any) -> Iterable[str]:
    """Every text for people in dumped data."""
    if isinstance(tree, dict):
        if set(tree) == {"en", "fa"}:
            yield from tree.values()
        else:
            for part in tree.values():
                yield from texts_in(part)
    elif isinstance(tree, list):
        for part in tree:
            yield from texts_in(part)
