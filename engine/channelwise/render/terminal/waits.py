"""Which answer a rule waits for, in words."""

from channelwise.recommend.model import Waiting
from channelwise.render.terminal.page import Page


def waits_for(page: Page, line: Waiting) -> str:
    """The open questions, and a figure of the network if one is missing."""
    words = [page.text(page.texts.label(field)) for field in line.answers]
    if line.figures:
        words.append(page.ui("terminal.fact"))
    return page.listed(words)
