"""How rules and codes stand on a page of the reference, in Markdown and in one language."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import yaml

from channelwise.evidence import Evidence
from channelwise.reference.catalogue import Catalogue
from channelwise.reference.model import LimitLine, Sample, Sheet
from channelwise.reference.plain import full
from channelwise.reference.samples import chosen
from channelwise.render.escaping import escaped, link, table
from channelwise.render.phrases import capital
from channelwise.rules.model import Rule, Say
from channelwise.text import Text, day
from channelwise.texts import load as load_texts
from channelwise.vocabulary import Lang

_MADE: Final = "<!-- Made by `python docs/generate.py` from the rules; not to be edited. -->"
_OTHER: Final[Mapping[Lang, str]] = {"en": "فارسی", "fa": "English"}


@dataclass(frozen=True)
class Writer:
    """Writes in one language."""

    lang: Lang
    catalogue: Catalogue

    def ui(self, key: str, **values: object) -> str:
        return load_texts().ui(key, self.lang, **values)

    def word(self, group: str, name: str) -> str:
        return load_texts().word(group, name, self.lang)

    def text(self, text: Text | None) -> str:
        return escaped(text.lang(self.lang)) if text else ""

    def listed(self, parts: Iterable[str]) -> str:
        return ("، " if self.lang == "fa" else ", ").join(parts)

    # --- what stands on every page ---------------------------------------------------------

    def page(self, name: str, title: str, blocks: Iterable[str]) -> str:
        other = f"fa/{name}" if self.lang == "en" else f"../{name}"
        head = [_MADE, f"[{_OTHER[self.lang]}]({other})", f"# {title}"]
        body = "\n\n".join([*head, *blocks])
        return f'<div dir="rtl">\n\n{body}\n\n</div>\n' if self.lang == "fa" else f"{body}\n"

    def part(self, key: str, said: str) -> str:
        return f"**{self.ui(key)}:** {said}" if said else f"**{self.ui(key)}:**"

    def sources(self, some: Iterable[Evidence]) -> str:
        """A list in which a source stands once, whatever number of its claims is used."""
        claims: dict[str, list[Evidence]] = {}
        for one in some:
            claims.setdefault(self.titled(one), []).append(one)
        return "\n".join(f"- {self.cited(*ones)}" for ones in claims.values())

    def cited(self, *claims: Evidence) -> str:
        """One source with the ids of its claims; a judgement has none."""
        ids = [f"`{one.id}`" for one in claims if not one.id.startswith("judgement:")]
        return self.titled(claims[0]) + (f" ({self.listed(ids)})" if ids else "")

    def titled(self, one: Evidence) -> str:
        """A source with its date and how sure it is; a judgement with its reason."""
        sure = self.word("Confidence", one.confidence)
        if one.id.startswith("judgement:"):
            return escaped(f"{sure}: {one.id.removeprefix('judgement:').strip()}")
        linked = one.address.startswith(("https://", "http://")) and " " not in one.address
        title = link(one.title, one.address) if linked else escaped(one.title)
        dated = self.date(one.date) if one.date[:1].isdigit() else self.ui("fact.undated")
        return self.listed([title, escaped(dated), sure])

    def date(self, written: str) -> str:
        """A date in the digits of the language, which stay in order in any line."""
        return day(written).lang(self.lang)

    # --- tone rules and codes ---------------------------------------------------------------

    def sheet(self, one: Sheet, depth: int = 2) -> Iterator[str]:
        yield f"{'#' * depth} `{one.code}`"
        yield f"**{self.text(one.title)}**{self.standing(one)}"
        yield self.part("rules.what", self.text(one.what))
        if one.levels:
            yield self.part("rules.levels", self.text(one.levels))
        yield self.part("rules.why", self.text(one.because))
        if one.audience:
            lines = (f"- {self.text(line.label)}: {self.text(line.text)}" for line in one.audience)
            yield self.part("rules.for", "")
            yield "\n".join(lines)
        yield from self.sample("rules.example", "", chosen(one.fails, self.lang))
        instead = self.text(one.instead)
        if one.passes:
            yield from self.sample("rules.instead", instead, chosen(one.passes, self.lang))
        else:
            yield self.part("rules.instead", instead)
        if one.sources:
            yield self.part("sources", "")
            yield self.sources(one.sources)

    def standing(self, one: Sheet) -> str:
        level = [self.ui(f"check.level.{one.level}")] if one.level else []
        status = [self.word("Status", one.status)] if one.status else []
        return "".join(f" · {part}" for part in (*level, *status))

    def sample(self, key: str, said: str, sample: Sample | None) -> Iterator[str]:
        """An example: its drafts as they are written, and what is found in them."""
        if sample is None:
            return
        yield self.part(key, said)
        for draft in sample.drafts:
            if draft.given:
                yield self.ui("rules.given", what=self.text(draft.given))
            yield f"```text\n{draft.text.rstrip()}\n```"
        for found in sample.findings:
            message = found.message.fa if self.lang == "fa" else found.message.en
            yield self.ui("rules.found", message=escaped(message))

    def limits(self, one: Sheet) -> Iterator[str]:
        yield f"### `{one.code}`"
        yield f"{self.text(one.title)}. {self.text(one.levels)}"
        if one.counted:
            units = (unit.lang(self.lang) for unit in one.counted)
            yield "\n".join(escaped(self.ui("rules.counted", unit=unit)) for unit in units)
        heads = ("formats", "rules.page.limit", "rules.level", "source")
        titles = [capital(self.ui(head)) for head in heads]
        yield table(titles, [self.limit(line) for line in one.limits])

    def limit(self, line: LimitLine) -> list[str]:
        formats = self.listed(self.word("Format", name) for name in line.formats)
        parts = (self.text(line.amount), self.text(line.when))
        said = ". ".join(part.rstrip(".") for part in parts if part)
        level = self.ui(f"check.level.{line.level}") if line.level else ""
        return [formats, said, level, self.cited(line.source) if line.source else ""]

    # --- scoring rules ----------------------------------------------------------------------

    def scoring(self, rule: Rule, depth: int = 2) -> Iterator[str]:
        plain = full(rule, self.catalogue)
        yield f"{'#' * depth} `{rule.id}`"
        yield f"**{self.text(rule.title)}** · {self.word('Status', rule.status)}"
        yield self.part("rules.what", "")
        yield _yaml({"when": plain["when"], "then": plain["then"]})
        if isinstance(rule.then, Say):
            yield self.part("rules.page.advice", self.text(rule.then.text))
        yield self.part("rules.why", self.text(rule.because))
        for name, examples in rule.examples.items():
            for example in examples[:1]:
                yield self.part(f"terminal.{name}", "")
                yield _yaml(example)
        yield self.part("sources", "")
        yield self.sources(rule.sources)


def _yaml(data: Any) -> str:
    """Data as rule files have it; texts for people are told apart from it."""
    shown = {name: _without_text(part) for name, part in data.items()}
    text = yaml.safe_dump(shown, allow_unicode=True, sort_keys=False, width=90)
    return f"```yaml\n{text}```"


def _without_text(part: Any) -> Any:
    if not isinstance(part, dict):
        return part
    return {name: _without_text(inner) for name, inner in part.items() if name != "text"}
