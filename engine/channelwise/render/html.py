"""Reports as one self-contained HTML page: no script, and nothing loaded from anywhere.

A page follows the reader's light or dark theme, prints on A4, fits a phone, and runs from right
to left in Persian. Equal input gives equal bytes.
"""

from channelwise.load.policy import Policy
from channelwise.recommend.model import Explanation, Recommendation
from channelwise.texts import load as load_texts
from channelwise.vocabulary import Lang

# Jinja2 is imported by the functions: a run that prints to the terminal never needs it.


def html(answer: Recommendation, lang: Lang, policy: Policy | None = None) -> str:
    """A recommendation as a page.

    Args:
        answer: what `Engine.recommend` gave.
        lang: the language of the page.
        policy: the rulebook's policy; with it the page shows the thresholds of the verdicts and
            what the ends of each scale mean.

    Example:
        >>> from channelwise import Engine
        >>> engine = Engine.load()  # doctest: +SKIP
        >>> html(engine.recommend(brief), "en", engine.rulebook.policy)  # doctest: +SKIP
    """
    from channelwise.render import digest, sources
    from channelwise.render.charts import Charts
    from channelwise.render.pages import page
    from channelwise.render.phrases import Phrases

    phrases = Phrases(load_texts(), lang)
    return page(
        "recommendation.html", p=phrases, a=answer, policy=policy, digest=digest,
        charts=Charts(phrases, policy), sources=sources.of_recommendation(answer),
    )  # fmt: skip


def explanation_html(proof: Explanation, lang: Lang) -> str:
    """The proof of one network's place as a page."""
    from channelwise.render import sources
    from channelwise.render.charts import Charts
    from channelwise.render.pages import page
    from channelwise.render.phrases import Phrases

    phrases = Phrases(load_texts(), lang)
    return page(
        "explanation.html", p=phrases, a=proof, charts=Charts(phrases, None),
        sources=sources.of_explanation(proof),
    )  # fmt: skip
