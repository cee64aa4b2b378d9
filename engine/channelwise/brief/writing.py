"""A brief as a YAML file that people can go on editing."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from textwrap import wrap
from typing import Any, Final

import yaml

from channelwise.files.scalars import resolved
from channelwise.texts import Question, Texts, load
from channelwise.vocabulary import Lang

_NO_FOLDING: Final = 100_000
_INDENT: Final = "  "
_WIDTH: Final = 90


class _Dumper(yaml.SafeDumper):
    """Quotes whatever our reader would not take for text; PyYAML follows an older YAML."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        super().increase_indent(flow, indentless=False)


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = None if isinstance(resolved(text), str) else '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)


def to_yaml(brief: Mapping[str, Any], lang: Lang = "en") -> str:
    """The plain data of a brief as YAML, each answer under its question.

    A question without an answer is there as a comment, with the words to choose from, so
    that it can be answered later by taking the `#` away.

    Example:
        >>> "time:" in to_yaml({"time": {"hours_per_week": 5}}).splitlines()
        True
    """
    texts = load()
    roots = list(dict.fromkeys(_root(question) for question in texts.questions))
    questions = sorted(texts.questions, key=lambda question: roots.index(_root(question)))
    lines = _comment(texts.ui("file.header", lang))
    for root, group in groupby(questions, key=_root):
        lines += ["", *_part(root, list(group), brief, texts, lang)]
    others = {key: value for key, value in brief.items() if key not in roots}
    return "\n".join([*lines, *(["", *_dumped(others)] if others else [])]) + "\n"


def _root(question: Question) -> str:
    return question.field.partition(".")[0]


def _part(
    root: str, questions: Sequence[Question], brief: Mapping[str, Any], texts: Texts, lang: Lang
) -> Iterable[str]:
    """One top-level field: itself, or its fields one step further in."""
    if questions[0].field == root:
        return _entry(questions[0], root, brief, texts, lang)
    part = brief.get(root, {})
    entries = (
        _INDENT + line
        for question in questions
        for line in _entry(question, question.field.rpartition(".")[2], part, texts, lang)
    )
    return [f"{root}:" if part else f"# {root}:", *entries]


def _entry(
    question: Question, key: str, part: Mapping[str, Any], texts: Texts, lang: Lang
) -> list[str]:
    ask = _comment(question.ask.lang(lang))
    if key in part:
        return [*ask, *_dumped({key: part[key]})]
    return [*ask, *_choices(question, texts, lang), f"# {key}:"]


def _choices(question: Question, texts: Texts, lang: Lang) -> list[str]:
    if not question.group:
        return []
    words = ", ".join(texts.words[question.group])
    key = "file.choices" if question.kind == "word" else "file.several"
    return _comment(texts.ui(key, lang, words=words))


def _comment(text: str) -> list[str]:
    return [f"# {line}" for line in wrap(text, _WIDTH, break_on_hyphens=False)]


def _dumped(data: Mapping[str, Any]) -> list[str]:
    text: str = yaml.dump(
        dict(data), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_NO_FOLDING
    )
    return text.splitlines()
