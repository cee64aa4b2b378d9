"""The charts of a report, each with its caption in the reader's language."""

from markupsafe import Markup

from channelwise.load.policy import Policy
from channelwise.recommend.model import CriterionResult, NetworkAnswer, Recommendation
from channelwise.render import svg
from channelwise.render.digest import Share, shares
from channelwise.render.phrases import Phrases


class Charts:
    """Draws for one page. Without a policy the score bars carry no thresholds."""

    def __init__(self, phrases: Phrases, policy: Policy | None) -> None:
        self._p = phrases
        self._marks = (policy.possible, policy.recommended) if policy else ()

    def icon(self, verdict: str) -> Markup:
        return svg.icon(verdict)

    def score(self, network: NetworkAnswer) -> Markup:
        """A network's score against the thresholds."""
        p = self._p
        desc = ""
        if self._marks:
            desc = p.ui("chart.marks", possible=self._marks[0], recommended=self._marks[1])
        name = f"{p.say(network.name)}: {p.ui('chart.score', score=network.score)}"
        return svg.score_bar(
            network.score, self._marks, svg.Caption(f"score-{network.id}", name, desc), rtl=p.rtl
        )

    def criterion(self, page_name: str, result: CriterionResult) -> Markup:
        """One criterion's base, points and floor."""
        p = self._p
        word = p.word("Criterion", result.criterion)
        title = p.ui("chart.criterion", criterion=word, score=result.score)
        parts = {"base": p.n(result.base), "points": p.signed(result.points)}
        desc = p.ui("chart.parts", **parts, floor=p.n(result.floor))
        caption = svg.Caption(f"chart-{page_name}-{result.criterion}", title, desc)
        return svg.criterion_bar(result, caption, rtl=p.rtl)

    def hours(self, answer: Recommendation) -> Markup:
        """The minutes that the networks take together, against those there are."""
        p, parts = self._p, shares(answer)
        title = p.ui("hours.chart", used=answer.together.minutes, minutes=answer.minutes_a_week)
        desc = p.comma.join(self._said(share) for share in parts)
        drawn = [svg.Part(p.n(place), share.minutes) for place, share in enumerate(parts, 1)]
        return svg.hours_bar(
            drawn, answer.minutes_a_week, svg.Caption("hours", title, desc), rtl=p.rtl
        )

    def _said(self, share: Share) -> str:
        return self._p.ui("hours.part", name=self._p.say(share.network.name), minutes=share.minutes)
