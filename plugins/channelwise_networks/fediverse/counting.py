"""Mastodon's count, from the data in `counting.yaml`."""

from functools import lru_cache
from pathlib import Path
from typing import Final

from channelwise.count.links import LinkRules
from channelwise.count.model import Measured
from channelwise.count.weighted import Weighted

_DATA: Final = Path(__file__).with_name("counting.yaml")


def measured(text: str) -> Measured:
    """The pieces of a text by Mastodon's rule; a content warning is counted with it."""
    return unit()(text)


@lru_cache(maxsize=1)
def unit() -> Weighted:
    """The rule, read from its file on the first call. Known endings are those of X's data."""
    from channelwise.files.read import read_document
    from channelwise_networks.x.counting import unit as of_x

    data = read_document(_DATA).data
    links = LinkRules(of_x().links.endings, bare=data["bare_links"], most=data["longest_link"])
    return Weighted(
        graphemes=data["graphemes"], link=data["link"], links=links,
        far_mentions=data["servers_of_mentions_are_free"],
    )  # fmt: skip
