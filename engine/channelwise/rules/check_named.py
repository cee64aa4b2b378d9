"""Checks named conditions: no cycles, and no growth beyond measure once names are replaced."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from typing import Any, Final

from channelwise.files.show import shortened
from channelwise.files.tree import Path
from channelwise.rules.check_condition import KEYWORDS, check_tree
from channelwise.rules.checking import Check

MOST_TESTS: Final = 1000
MOST_LEVELS: Final = 100
MOST_CYCLES: Final = 20


def check_named(check: Check, own: Any, shared: Mapping[str, Any]) -> bool:
    """Checks the named conditions; False if the rules cannot be judged for lack of them."""
    if not isinstance(own, dict):
        return True
    for name, tree in own.items():
        if name in shared and shared[name] is not tree:
            message = f"the core has a condition '{shortened(name)}' already"
            check.report(("conditions", name), message, key=True)
        check_tree(check, tree, ("conditions", name))
    order = _order(check)
    return order is not None and not _swollen(check, own, order)


def _order(check: Check) -> list[str] | None:
    """Names, each after those that it uses; None, and a report, where some lead back."""
    uses = {name: set(used(tree)) & check.named.keys() for name, tree in check.named.items()}
    for round_ in range(MOST_CYCLES):
        cycle, order = _sorted_by_use(uses)
        if not cycle:
            return order if round_ == 0 else None
        for name in sorted(cycle):
            message = f"the condition '{shortened(name)}' leads back to itself"
            check.report(("conditions", name), message, key=True)
        uses = {name: used - cycle for name, used in uses.items() if name not in cycle}
    return None


def _sorted_by_use(uses: Mapping[str, set[str]]) -> tuple[set[str], list[str]]:
    """The names of one cycle; or none, and all names, each after those that it uses."""
    try:
        return set(), list(TopologicalSorter(uses).static_order())
    except CycleError as error:
        return set(error.args[1]), []


@dataclass(frozen=True, slots=True)
class Size:
    """Of a condition once names are replaced: its tests, and how deep they are nested."""

    tests: int
    levels: int

    @property
    def fits(self) -> bool:
        return self.tests <= MOST_TESTS and self.levels <= MOST_LEVELS


def _swollen(check: Check, own: Mapping[str, Any], order: Iterable[str]) -> bool:
    """Reports named conditions that grow beyond measure once the names in them are replaced."""
    sizes: dict[str, Size] = {}
    for name in order:
        sizes[name] = size(check.named[name], sizes)
        if name in own and not sizes[name].fits:
            report_size(check, f"the condition '{shortened(name)}'", ("conditions", name))
    check.sizes = sizes
    return not all(one.fits for one in sizes.values())


def report_size(check: Check, what: str, path: Path) -> None:
    limits = f"{MOST_TESTS} tests or {MOST_LEVELS} levels"
    check.report(path, f"{what} has more than {limits} once names are replaced")


def size(tree: Any, sizes: Mapping[str, Size]) -> Size:
    """Numbers are cut off above the limits, since they can double with each name."""
    if not isinstance(tree, dict | list):
        return Size(0, 0)
    parts = [size(part, sizes) for part in tree] if isinstance(tree, list) else [
        _part_size(key, value, sizes) for key, value in tree.items()
    ]  # fmt: skip
    tests = sum(part.tests for part in parts)
    levels = 1 + max((part.levels for part in parts), default=0)
    return Size(min(tests, MOST_TESTS + 1), min(levels, MOST_LEVELS + 1))


def _part_size(key: str, value: Any, sizes: Mapping[str, Size]) -> Size:
    if key == "condition":
        return sizes.get(value, Size(1, 1)) if isinstance(value, str) else Size(1, 1)
    if key in KEYWORDS:
        return size(value, sizes)
    return Size(len(value) if isinstance(value, dict) else 1, 1)


def used(tree: Any) -> Iterator[str]:
    if isinstance(tree, dict):
        for key, value in tree.items():
            if key == "condition" and isinstance(value, str):
                yield value
            else:
                yield from used(value)
    elif isinstance(tree, list):
        for part in tree:
            yield from used(part)
