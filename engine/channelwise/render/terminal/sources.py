"""What a reason rests on, in one line."""

from typing import Protocol

from channelwise.render.terminal.page import Page
from channelwise.vocabulary import Confidence

_JUDGED = "judgement:"


class Cited(Protocol):
    """A source: a ground of an answer, or the evidence of a rule."""

    @property
    def id(self) -> str: ...
    @property
    def date(self) -> str: ...
    @property
    def confidence(self) -> Confidence: ...


def source(page: Page, cited: Cited, *, old: bool = False) -> str:
    """Id, date and confidence. A judgement has no date; its reason stands in for the id."""
    confidence = page.word("Confidence", cited.confidence)
    if cited.id.startswith(_JUDGED):
        return f"{confidence}: {cited.id.removeprefix(_JUDGED).strip()}"
    marks = (page.ui("terminal.old"),) if old else ()
    dates = () if cited.confidence == "judgement" else (page.date(cited.date),)
    return " · ".join((cited.id, *dates, confidence, *marks))
