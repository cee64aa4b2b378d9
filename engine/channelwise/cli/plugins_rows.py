"""The rows of `channelwise plugins`: each plugin once, with what it brings or what is wrong."""

from collections.abc import Iterator
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any, Final

from channelwise.cli.common import said
from channelwise.plugins.model import Brought, Plugin, PluginProblem
from channelwise.vocabulary import Lang

if TYPE_CHECKING:
    from channelwise.load.rulebook import Rulebook

Row = dict[str, Any]

KINDS: Final = tuple(field.name for field in fields(Brought))


def rows(rulebook: "Rulebook") -> list[Row]:
    """Plain data: the plugins that take part, then those that are left out."""
    good = [_row(plugin, rulebook.brought.get(plugin.name)) for plugin in rulebook.plugins]
    return [*good, *(_row(one.plugin, None, one) for one in rulebook.problems)]


def _row(plugin: Plugin, brought: Brought | None, problem: PluginProblem | None = None) -> Row:
    return {
        "name": plugin.name, "distribution": plugin.distribution, "version": plugin.version,
        "module": plugin.module,
        **{kind: list(names) for kind, names in asdict(brought or Brought()).items()},
        "problem": {"stage": problem.stage, "message": problem.message} if problem else None,
    }  # fmt: skip


def table(found: list[Row], lang: Lang) -> str:
    """The rows as lines for people."""
    return "\n".join(_line(row, lang) for row in found) or said("cli.no_plugin", lang)


def _line(row: Row, lang: Lang) -> str:
    from channelwise.texts.direction import isolated

    head = isolated(f"{row['name']}  ({row['distribution']} {row['version']})", lang)
    fine, broken = (f"[{said(f'cli.plugin_{state}', lang)}]" for state in ("fine", "broken"))
    if row["problem"]:
        problem = f"{row['problem']['stage']}: {row['problem']['message']}"
        return f"{broken} {head}\n    {isolated(problem, lang)}"
    return "  ".join([f"{fine:<{len(broken)}} {head}", *_brought(row, lang)])


def _brought(row: Row, lang: Lang) -> Iterator[str]:
    """What a plugin brings: by name, and of rules how many."""
    from channelwise.texts.direction import isolated

    for kind in KINDS:
        if row[kind]:
            names = isolated(", ".join(row[kind]), lang)
            yield said(f"cli.brings.{kind}", lang, names=names, count=len(row[kind]))
