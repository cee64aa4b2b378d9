"""`channelwise schema`."""

from typing import Any, Final

import click

from channelwise.cli.common import deliver, json_text

KINDS: Final = ("brief", "rules", "network", "facts", "recommendation", "explanation")


@click.command
@click.argument("kind", type=click.Choice(KINDS))
def schema(kind: str) -> None:
    """Print the JSON Schema of a brief, rule file, network file, facts file or answer."""
    deliver(json_text(_schema(kind)), None)


def _schema(kind: str) -> dict[str, Any]:
    if kind == "rules":
        from channelwise.rules.json_schema import rule_file_schema

        return rule_file_schema()
    if kind == "brief":
        from channelwise.brief.model import Brief

        return _finished(Brief.model_json_schema(), kind)
    if kind in ("network", "facts"):
        from channelwise.networks.schema import FactsFile, NetworkFile

        model = NetworkFile if kind == "network" else FactsFile
        return _finished(model.model_json_schema(), kind)
    from channelwise.recommend.model import Explanation, Recommendation

    answer = Recommendation if kind == "recommendation" else Explanation
    return _finished(answer.model_json_schema(mode="serialization"), kind)


def _finished(found: dict[str, Any], kind: str) -> dict[str, Any]:
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"channelwise {kind}",
    } | {key: value for key, value in found.items() if key != "title"}
