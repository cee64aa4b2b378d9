"""`channelwise schema`."""

from typing import TYPE_CHECKING, Any, Final

import click

from channelwise.cli.common import deliver, json_text

if TYPE_CHECKING:
    from pydantic import BaseModel

KINDS: Final = (
    "brief", "rules", "tone", "lexicon", "network", "facts", "recommendation", "explanation",
    "plan", "check", "check-config", "count", "adaptation", "draft",
)  # fmt: skip


@click.command
@click.argument("kind", type=click.Choice(KINDS))
def schema(kind: str) -> None:
    """Print the JSON Schema of a file, of settings or of an answer.

    Files are a brief, rules, tone rules, a lexicon, a network and its facts, and drafts in JSON.
    """
    deliver(json_text(_schema(kind)), None)


def _schema(kind: str) -> dict[str, Any]:
    if kind == "rules":
        from channelwise.rules.json_schema import rule_file_schema

        return rule_file_schema()
    if kind in ("tone", "lexicon"):
        from channelwise.tone.json_schema import lexicon_file_schema, tone_file_schema

        return tone_file_schema() if kind == "tone" else lexicon_file_schema()
    if kind == "brief":
        from channelwise.brief.model import Brief

        return _finished(Brief.model_json_schema(), kind)
    if kind in ("network", "facts"):
        from channelwise.networks.schema import FactsFile, NetworkFile

        model = NetworkFile if kind == "network" else FactsFile
        return _finished(model.model_json_schema(), kind)
    if kind in ("draft", "check-config"):
        return _finished(_checked(kind), kind)
    return _finished(_answer(kind).model_json_schema(mode="serialization"), kind)


def _checked(kind: str) -> dict[str, Any]:
    """What `channelwise check` reads."""
    if kind == "draft":
        from channelwise.drafts.schema import draft_schema

        return draft_schema()
    from channelwise.check.config import ConfigFile

    return ConfigFile.model_json_schema()


def _answer(kind: str) -> "type[BaseModel]":
    if kind == "plan":
        from channelwise.plan.model import Plan

        return Plan
    if kind == "check":
        from channelwise.check.model import Checked

        return Checked
    if kind == "count":
        from channelwise.count.answer import Counted

        return Counted
    if kind == "adaptation":
        from channelwise.adapt.model import Adaptation

        return Adaptation
    from channelwise.recommend.model import Explanation, Recommendation

    return Recommendation if kind == "recommendation" else Explanation


def _finished(found: dict[str, Any], kind: str) -> dict[str, Any]:
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"channelwise {kind}",
    } | {key: value for key, value in found.items() if key != "title"}
