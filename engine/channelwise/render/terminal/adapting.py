"""An adaptation on a terminal: the posts as they are, what was changed, what is left to do."""

import unicodedata
from collections.abc import Sequence
from typing import Final

from rich.console import Console

from channelwise.adapt.model import Adaptation, Adapted, Change, Fold, Task
from channelwise.files.show import HIDDEN
from channelwise.recommend.model import Ground
from channelwise.render.adapt_words import AdaptWords
from channelwise.render.phrases import Phrases
from channelwise.render.terminal.encoding import writable
from channelwise.render.terminal.line import Line
from channelwise.render.terminal.page import Page
from channelwise.render.terminal.sources import source
from channelwise.vocabulary import Lang

_MARKS: Final = "\u200e\u200f\u061c"
_RIGHT_TO_LEFT: Final = ("R", "AL")
_STRONG: Final = ("L", *_RIGHT_TO_LEFT)
# A line may be a whole text: its direction shows at its beginning.
_MOST: Final = 200


def adaptation(answer: Adaptation, lang: Lang, console: Console) -> None:
    """Prints each draft on each network.

    Example:
        >>> adaptation(engine.adapt(draft, "acme"), "fa", Console())  # doctest: +SKIP
    """
    page = Page.on(console, lang)
    for index, found in enumerate(answer.results):
        if index:
            page.gap()
        _adapted(page, found, answer)


def _adapted(page: Page, found: Adapted, answer: Adaptation) -> None:
    words = AdaptWords(Phrases(page.texts, page.lang), found, answer)
    page.say((words.title(), "bold"))
    if unchanged := words.unchanged():
        page.say((unchanged, "green" if found.met else ""))
    for index in range(len(found.parts)):
        _part(page, words, index)
    _changes(page, found.changes)
    _tasks(page, found.tasks)
    if found.fold:
        _fold(page, found.fold)
    _tone(page, found)


def _part(page: Page, words: AdaptWords, index: int) -> None:
    part = words.found.parts[index]
    page.heading(words.part(index))
    post(page, part.text or page.ui("adapt.part_empty"))
    if media := words.media(part):
        page.say(media, indent=2)
    for line in words.counts(part):
        page.say((line, "dim" if part.fits else "bold red"), indent=2)


def post(page: Page, text: str) -> None:
    """The words of a post, each line on the side where it begins; controls are not let through.

    A line without letters, such as the number of a part, stands where the one before it does.
    """
    rtl = False
    for line in text.split("\n"):
        rtl = _reads_from_right(line, rtl)
        shown = writable(_harmless(line), page.console.encoding)
        if rtl:
            page.show(Line(shown, direction="right_to_left"))
        else:
            page.code(shown, indent=4)


def _harmless(line: str) -> str:
    """Marks that only lean one way stay, as the words may be copied; other controls do not."""
    return HIDDEN.sub(lambda found: found[0] if found[0] in _MARKS else "", line)


def _reads_from_right(text: str, before: bool) -> bool:
    """The direction of the first letter that has one."""
    kinds = (unicodedata.bidirectional(sign) for sign in text[:_MOST])
    strong = next((kind for kind in kinds if kind in _STRONG), None)
    return before if strong is None else strong in _RIGHT_TO_LEFT


def _changes(page: Page, changes: Sequence[Change]) -> None:
    if not changes:
        return
    page.heading(page.ui("adapt.changes"))
    for change in changes:
        page.say("• ", page.text(change.text), " ", (page.text(change.because), "dim"), indent=2)
        _grounds(page, change.grounds)


def _tasks(page: Page, tasks: Sequence[Task]) -> None:
    if not tasks:
        return
    page.heading(page.ui("adapt.tasks"))
    for task in tasks:
        must = (f"[{page.ui('adapt.must')}] ", "bold red") if task.hard else ""
        because = f" {page.text(task.because)}" if task.because else ""
        page.say("• ", must, page.text(task.text), (because, "dim"), indent=2)
        _grounds(page, task.grounds)


def _grounds(page: Page, grounds: Sequence[Ground]) -> None:
    for ground in grounds:
        page.say((source(page, ground, old=ground.old), "dim"), indent=4)


def _fold(page: Page, fold: Fold) -> None:
    page.heading(page.ui("adapt.fold"))
    post(page, fold.shown.rstrip())
    page.say((page.ui("adapt.fold_cut", limit=fold.limit), "yellow"), indent=4)
    _grounds(page, fold.grounds)


def _tone(page: Page, found: Adapted) -> None:
    page.heading(page.ui("adapt.tone"))
    page.say(page.text(found.tone.summary), indent=2)
    page.say(page.text(found.tone.voice), indent=2)
    for key, lines in (("adapt.do", found.tone.do), ("adapt.avoid", found.tone.avoid)):
        page.say((page.ui(key), "bold"), indent=2)
        page.items((page.line(page.text(line)) for line in lines), indent=4)
    if found.format_note:
        page.say((page.ui("adapt.note"), "bold"), ": ", page.text(found.format_note), indent=2)
