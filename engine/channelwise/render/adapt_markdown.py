"""An adaptation as GitHub-flavoured Markdown; the posts stand in blocks, ready to copy.

Whatever comes from a draft or a plugin is escaped, so that no name can become markup.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from channelwise.adapt.model import Adaptation, Adapted, Change, Fold, Task
from channelwise.recommend.model import Ground, Said
from channelwise.render.adapt_words import AdaptWords
from channelwise.render.escaping import escaped
from channelwise.render.markdown_parts import Writer
from channelwise.render.phrases import Phrases
from channelwise.render.sources import Sources
from channelwise.texts import load as load_texts
from channelwise.vocabulary import Lang

_FENCES: Final = re.compile("`{3,}")


def adapt_markdown(answer: Adaptation, lang: Lang) -> str:
    """The adaptation as a document.

    Example:
        >>> adapt_markdown(engine.adapt(draft, "acme"), "fa")  # doctest: +SKIP
    """
    phrases = Phrases(load_texts(), lang)
    write = Writer(phrases, Sources(_grounds(answer)))
    blocks = [block for found in answer.results for block in _blocks(write, found, answer)]
    blocks += write.source_list()
    blocks.append(write.foot(answer.version, answer.rulebook, answer.as_of))
    return write.document(blocks)


def _grounds(answer: Adaptation) -> Iterator[Ground]:
    for found in answer.results:
        for change in found.changes:
            yield from change.grounds
        for task in found.tasks:
            yield from task.grounds
        if found.fold:
            yield from found.fold.grounds


def _blocks(write: Writer, found: Adapted, answer: Adaptation) -> Iterator[str]:
    words = AdaptWords(write.p, found, answer)
    yield f"# {escaped(words.title())}"
    if unchanged := words.unchanged():
        yield escaped(unchanged)
    for index, part in enumerate(found.parts):
        yield f"## {escaped(words.part(index))}"
        yield block(part.text) if part.text else escaped(write.p.ui("adapt.part_empty"))
        if media := words.media(part):
            yield escaped(media)
        yield write.items(escaped(line) for line in words.counts(part))
    yield from _changes(write, found.changes)
    yield from _tasks(write, found.tasks)
    if found.fold:
        yield from _fold(write, found.fold)
    yield from _tone(write, found)


def block(text: str) -> str:
    r"""A text kept as it is, in a fence that is longer than any in it.

    Example:
        >>> block("a ``` b").splitlines()[0]
        '````text'
    """
    longest = max((len(found) for found in _FENCES.findall(text)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}text\n{text}\n{fence}"


def _changes(write: Writer, changes: Sequence[Change]) -> Iterator[str]:
    if changes:
        yield write.heading(2, "adapt.changes")
        yield write.items(
            f"{_said(write, one.text)} *{_said(write, one.because)}*{write.cites(one.grounds)}"
            for one in changes
        )


def _tasks(write: Writer, tasks: Sequence[Task]) -> Iterator[str]:
    if tasks:
        yield write.heading(2, "adapt.tasks")
        yield write.items(_task(write, task) for task in tasks)


def _task(write: Writer, task: Task) -> str:
    must = f"**{escaped(write.p.ui('adapt.must'))}**: " if task.hard else ""
    because = f" *{_said(write, task.because)}*" if task.because else ""
    return f"[ ] {must}{_said(write, task.text)}{because}{write.cites(task.grounds)}"


def _fold(write: Writer, fold: Fold) -> Iterator[str]:
    yield write.heading(2, "adapt.fold")
    cut = write.p.ui("adapt.fold_cut", limit=write.p.n(fold.limit))
    yield block(f"{fold.shown.rstrip()}{cut}")
    if cites := write.cites(fold.grounds):
        yield cites.strip()


def _tone(write: Writer, found: Adapted) -> Iterator[str]:
    yield write.heading(2, "adapt.tone")
    yield _said(write, found.tone.summary)
    yield _said(write, found.tone.voice)
    for key, lines in (("adapt.do", found.tone.do), ("adapt.avoid", found.tone.avoid)):
        yield f"**{escaped(write.p.cap(key))}**"
        yield write.items(_said(write, line) for line in lines)
    if found.format_note:
        yield f"**{escaped(write.p.cap('adapt.note'))}**: {_said(write, found.format_note)}"


def _said(write: Writer, said: Said) -> str:
    return escaped(write.p.say(said))
