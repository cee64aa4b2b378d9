"""Each strategy of a plan in full: what to post, and where its value comes from."""

from channelwise.plan.model import PlannedAccount, PlannedStrategy
from channelwise.render.plan_sentences import Sentences
from channelwise.render.terminal.page import Page


def strategies(page: Page, say: Sentences) -> None:
    """Material, tone, an example and the sum of every strategy, account by account."""
    if not say.plan.accounts:
        return
    page.heading(page.ui("plan.ui.strategies"))
    for account in say.plan.accounts:
        for strategy in account.strategies:
            _strategy(page, say, account, strategy)
    page.heading(page.ui("plan.ui.proof"))
    page.items(page.line(line) for line in say.proofs())
    page.say((page.ui("plan.ui.proof.note"), "dim"), indent=2)


def _strategy(
    page: Page, say: Sentences, account: PlannedAccount, strategy: PlannedStrategy
) -> None:
    name = say.words.account(account.network, account.kind)
    page.say((page.text(strategy.name), "bold"), (f" · {name}", "dim"), indent=2)
    posts = say.words.cadence(strategy.posts)
    if strategy.adapted:
        made = page.ui("plan.ui.made.parts", made=strategy.made, adapted=strategy.adapted)
        posts = page.listed((posts, made))
    rows = [
        ("cadence.title", posts),
        ("needs", page.words("Ingredient", strategy.needs)),
        ("plan.ui.gather", page.words("Ingredient", strategy.gather)),
        ("tone", page.text(strategy.tone)),
        ("terminal.first_post", page.text(strategy.example)),
    ]
    page.pairs([(page.ui(key), text) for key, text in rows if text], indent=4)
