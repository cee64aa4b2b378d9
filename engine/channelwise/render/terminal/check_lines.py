"""What is told below a finding: the sum, the reason, the way out; no long text twice."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from channelwise.check.codes import key_of
from channelwise.check.model import Finding
from channelwise.files.show import printable
from channelwise.recommend.model import Ground
from channelwise.render.terminal.isolates import FSI, PDI
from channelwise.render.terminal.page import Page

_JUDGED = "judgement:"
_ARTICLE = "seed#"


@dataclass(slots=True)
class Told:
    """What a page has told so far. In full (`verbose`) nothing is left out."""

    page: Page
    verbose: bool
    _reasons: dict[str, str] = field(default_factory=dict)
    _fixes: dict[str, str] = field(default_factory=dict)

    def lines(self, finding: Finding) -> Iterator[tuple[str, str]]:
        """Labels and texts, in order.

        A sum is shown where it proves how long something is; how dense a tone is, only in full.
        """
        text = self.page.text
        if finding.count and (self.verbose or self._is_limit(finding)):
            yield "count", text(finding.count)
        place = place_of(self.page, finding)
        if reason := self._reason(finding, place):
            yield "why", reason
        if finding.fix:
            yield "fix", self._shortened(text(finding.fix.text), place, self._fixes)
        if self.verbose:
            sources = (source(self.page, ground) for ground in finding.grounds)
            yield from (("source", one) for one in dict.fromkeys(sources))
        if finding.covered_by is not None:
            yield "covered", self.page.data(printable(finding.covered_by))
        if finding.suppressed is not None:
            yield "accepted", finding.suppressed

    def _is_limit(self, finding: Finding) -> bool:
        return bool(key_of(finding.code, (finding.network,)))

    def _reason(self, finding: Finding, place: str) -> str:
        """Why: again only for an error, which nobody should have to take without a reason."""
        text = self.page.text(finding.because)
        new = self.verbose or text not in self._reasons
        told = self._shortened(text, place, self._reasons)
        return told if new or finding.level == "error" else ""

    def _shortened(self, text: str, place: str, told: dict[str, str]) -> str:
        """The text, or where it stands already; what is as short as such a pointer is repeated."""
        first = told.setdefault(text, place)
        pointer = self.page.ui("check.as_at", place=first)
        again = first != place and not self.verbose and len(pointer) < len(text)
        return pointer if again else text


def place_of(page: Page, finding: Finding) -> str:
    """File, line and column, as editors follow them, kept in one piece in Persian."""
    place = plain_place(finding)
    return place if page.lang == "en" and place.isascii() else f"{FSI}{place}{PDI}"


def plain_place(finding: Finding) -> str:
    """The same without marks of direction."""
    place = printable(finding.file)
    return f"{place}:{finding.span.line}:{finding.span.column}" if finding.span else place


def source(page: Page, ground: Ground) -> str:
    """The title of a source for people, with its date and how far it goes.

    Our own reasons are written in English alone.
    """
    if ground.id.startswith(_ARTICLE):
        return page.ui("check.from_article")
    confidence = page.word("Confidence", ground.confidence)
    if ground.id.startswith(_JUDGED):
        return f"{confidence}: {ground.id.removeprefix(_JUDGED).strip()}"
    marks = (page.ui("terminal.old"),) if ground.old else ()
    dates = () if ground.confidence == "judgement" else (page.date(ground.date),)
    return " · ".join((ground.title or ground.id, *dates, confidence, *marks))
