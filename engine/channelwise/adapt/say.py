"""Phrases of `adapt.yaml` in both languages, and the facts that stand behind them."""

from typing import Any

from channelwise.evidence import evidence
from channelwise.files.show import printable
from channelwise.networks.model import Network
from channelwise.recommend.grounds import Clock
from channelwise.recommend.model import Ground, Said
from channelwise.text import Text, grouped
from channelwise.texts import load
from channelwise.texts.direction import isolated
from channelwise.vocabulary import Lang

Value = str | int | Text | Said


def said(key: str, **values: Value) -> Said:
    """The phrase `adapt.KEY`. Words from outside are escaped, and isolated where needed."""
    return Said(en=_filled(key, "en", values), fa=_filled(key, "fa", values))


def _filled(key: str, lang: Lang, values: dict[str, Value]) -> str:
    shown = {name: _shown(value, lang) for name, value in values.items()}
    return load().ui(f"adapt.{key}", lang, **shown)


def _shown(value: Value, lang: Lang) -> str:
    if isinstance(value, Text | Said):
        return value.fa if lang == "fa" else value.en
    return isolated(printable(value), lang) if isinstance(value, str) else grouped(value, lang)


def plain(text: Text | None) -> Said | None:
    """A text of a checked file, as it is."""
    return Said(en=text.en, fa=text.fa) if text else None


def with_case(because: Said, when: Text | None) -> Said:
    """A reason, and the case that its limit holds for."""
    if when is None:
        return because
    return Said(en=f"{because.en} {when.en}", fa=f"{because.fa} {when.fa}")


def grounds_of(network: Network, path: str, clock: Clock) -> list[Ground]:
    """What the value at a path of the network's file rests on: its fact, or the judgement."""
    found = network.evidence.get(path)
    if found is None:
        part = _part_at(network.plain, path)
        if not isinstance(part, dict) or not part.get("judgement"):
            return []
        found = evidence(f"judgement: {part['judgement']}", None)
    return [clock.ground(found)]


def _part_at(tree: Any, path: str) -> Any:
    for step in path.split("."):
        tree = tree.get(step) if isinstance(tree, dict) else None
    return tree
