"""Every fact of a network with its source, date and confidence."""

from collections.abc import Mapping
from typing import Any

from channelwise.render.terminal.page import Page


def facts_list(page: Page, facts: Mapping[str, Any]) -> None:
    """The facts of a `facts.yaml`, and what was looked for and not found.

    Values are printed as the file has them: facts are data, in the language of their source.
    """
    page.heading(page.ui("terminal.facts", date=page.date(facts["compiled"])))
    for name, fact in facts["facts"].items():
        page.say((name, "bold"), ": ", page.data(f"{value(fact['value'])}{unit(fact)}"), indent=2)
        page.say((_source(page, fact, facts["sources"]), "dim"), indent=4)
        for other in fact.get("also", ()):
            page.say(page.ui("terminal.also", value=page.data(value(other["value"]))), indent=4)
            page.say((_source(page, other, facts["sources"]), "dim"), indent=4)
    if facts.get("unknowns"):
        page.heading(page.ui("terminal.unknowns"))
        page.items(page.line(line) for line in facts["unknowns"])


def value(found: Any) -> str:
    """A fact's value in one line."""
    if isinstance(found, bool):
        return "true" if found else "false"
    if isinstance(found, list):
        return ", ".join(map(value, found))
    if isinstance(found, dict):
        return ", ".join(f"{key}: {value(item)}" for key, item in found.items())
    return str(found)


def unit(fact: Mapping[str, Any]) -> str:
    """The unit after its value, or nothing."""
    return f" {fact['unit']}" if fact.get("unit") else ""


def _source(page: Page, claim: Mapping[str, Any], sources: Mapping[str, Any]) -> str:
    source = sources.get(claim["source"])
    title = source["title"] if source else claim["source"]
    confidence = page.word("Confidence", claim["confidence"])
    return " · ".join((title, page.date(str(claim["date"])), confidence))
