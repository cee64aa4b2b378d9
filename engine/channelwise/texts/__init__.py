"""The fixed texts for people, in English and Persian: labels, questions, headings.

They are data: `words.yaml`, `questions.yaml` and the files of phrases beside this file.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any, Final

from channelwise.text import Text
from channelwise.texts.model import Phrase, Question, Texts

__all__ = ["Phrase", "Question", "Texts", "load"]

# Files of phrases; no two of them share a key.
_PHRASES: Final = (
    "ui.yaml",
    "report.yaml",
    "plan.yaml",
    "plan_ui.yaml",
    "plan_html.yaml",
    "calendar.yaml",
    "count.yaml",
    "drafts.yaml",
    "tone.yaml",
    "check.yaml",
    "codes.yaml",
    "rules.yaml",
    "adapt.yaml",
)
_FILES: Final = ("words.yaml", "questions.yaml", *_PHRASES)
_QUESTION_TEXTS: Final = ("ask", "help", "label")


@lru_cache(maxsize=1)
def load() -> Texts:
    """The texts; read once, and shared since nothing can change them."""
    from channelwise.load import cache
    from channelwise.version import VERSION

    here = files("channelwise.texts")
    contents = [(name, here.joinpath(name).read_bytes()) for name in _FILES]
    key = cache.key(VERSION, [("salt", b"texts"), *contents])
    return _texts(cache.remembered(key, lambda: _read(contents)))


def _read(contents: Iterable[tuple[str, bytes]]) -> dict[str, Any]:
    # Parsing is not needed where the result is kept.
    from channelwise.files.read import parse_document

    return {name: parse_document(body, name, "yaml").data for name, body in contents}


def _texts(plain: Mapping[str, Any]) -> Texts:
    words, questions = plain["words.yaml"], plain["questions.yaml"]
    return Texts(
        words={
            group: {word: Text.of(label) for word, label in labels.items()}
            for group, labels in words["words"].items()
        },
        questions=tuple(_question(entry) for entry in questions["questions"]),
        phrases={
            key: Phrase(Text.of(entry), entry.get("one"))
            for name in _PHRASES
            for key, entry in plain[name]["ui"].items()
        },
    )


def _question(entry: Mapping[str, Any]) -> Question:
    return Question(
        field=entry["field"],
        section=entry["section"],
        needed=entry["needed"],
        kind=entry["kind"],
        group=entry.get("group", ""),
        example=Text.of(entry["example"]) if "example" in entry else None,
        **{name: Text.of(entry[name]) for name in _QUESTION_TEXTS},
    )
