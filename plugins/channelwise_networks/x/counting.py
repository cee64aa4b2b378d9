"""X's own weighted count, from the data in `counting.yaml`."""

from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from channelwise.count.links import LinkRules, Short
from channelwise.count.model import Measured
from channelwise.count.units import Range
from channelwise.count.weighted import Weighted

_DATA: Final = Path(__file__).with_name("counting.yaml")


def measured(text: str) -> Measured:
    """The pieces of a text by X's rule, version 3."""
    return unit()(text)


@lru_cache(maxsize=1)
def unit() -> Weighted:
    """The rule, read from its file on the first call."""
    from channelwise.files.read import read_document

    data = read_document(_DATA).data
    return Weighted(
        default=data["default_weight"], scale=data["scale"], emoji=data["emoji_weight"],
        ranges=tuple(Range(one["start"], one["end"], one["weight"]) for one in data["ranges"]),
        link=data["link"], links=_links(data), nfc=True, line_ends=True,
        refused="".join(map(chr, data["refused"])),
    )  # fmt: skip


def _links(data: dict[str, Any]) -> LinkRules:
    endings = f"{data['generic_endings']} {data['country_endings']}".split()
    short = Short(data["short_links"]["host"], data["short_links"]["longest"])
    return LinkRules(frozenset(endings), most=data["longest_link"], short=(short,))
