"""A plan as one self-contained HTML page: no script, and nothing loaded from anywhere.

Like the page of a recommendation it follows the reader's light or dark theme, prints on A4, fits
a phone, and runs from right to left in Persian, with Jalali dates.
"""

from channelwise.plan.model import Plan
from channelwise.texts import load as load_texts
from channelwise.vocabulary import Lang

# Jinja2 is imported by the function: a run that prints to the terminal never needs it.


def plan_html(answer: Plan, lang: Lang) -> str:
    """A plan as a page; equal plans give equal bytes.

    Args:
        answer: what `Engine.plan` gave; with its frontier, the page draws it.
        lang: the language of the page.

    Example:
        >>> from channelwise import Engine
        >>> plan_html(Engine.load().plan(brief), "en")  # doctest: +SKIP
    """
    from channelwise.render import plan_frontier, plan_page
    from channelwise.render.pages import page
    from channelwise.render.phrases import Phrases
    from channelwise.render.plan_charts import PlanCharts
    from channelwise.render.plan_page_words import PageWords
    from channelwise.render.plan_sentences import Sentences
    from channelwise.render.sources import Sources

    phrases = Phrases(load_texts(), lang)
    words = PageWords(answer, phrases)
    return page(
        "plan.html", p=phrases, a=answer, w=words, charts=PlanCharts(words), digest=plan_page,
        say=Sentences(answer, words), plan_steps=plan_frontier,
        sources=Sources(plan_page.grounds(answer)),
    )  # fmt: skip
