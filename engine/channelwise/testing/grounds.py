"""Facts: each has a source, a date and a confidence, and values rest only on what is known."""

import re
from collections.abc import Iterator
from typing import Final

from channelwise.check.slips import slips
from channelwise.networks.build import grounded
from channelwise.testing.subject import Subject

_UNKNOWN: Final = "unknown"
# What a value may say where nothing is known.
_OPEN_VALUES: Final = (_UNKNOWN, False)
# Addresses that stand for "put yours here" (RFC 2606).
_EXAMPLE: Final = re.compile(r"\bexample\.(com|org|net)\b")


def facts(subject: Subject) -> Iterator[str]:
    """Sources with title and address; that claims are whole, the check of the file has told."""
    for name, source in subject.facts["sources"].items():
        for key in ("title", "address"):
            if not source[key].strip():
                yield f"the source '{name}' has no {key}"


def values(subject: Subject) -> Iterator[str]:
    """Nothing rests on a fact that says "unknown"."""
    known = subject.facts["facts"]
    for path, _, part in grounded(subject.plain["network"]):
        name = part.get("fact")
        unsure = name and known[name]["value"] == _UNKNOWN
        if unsure and part.get("value") not in _OPEN_VALUES:
            yield f"{path}: the fact '{name}' is unknown, so nothing may rest on it"


def slips_of_limits(subject: Subject) -> Iterator[str]:
    """Limits that no check knows: misspelt, or not said to be for people alone."""
    yield from (slip.en for slip in slips(subject.network))


def example_sources(subject: Subject) -> Iterator[str]:
    """Sources that a scaffold left behind."""
    for name, source in subject.facts["sources"].items():
        if _EXAMPLE.search(source["address"]):
            yield f"the source '{name}' is an example; name the page that you read"
