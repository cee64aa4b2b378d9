"""What reports say beside the answer itself: phrases, numbers and dates of one language."""

import re
from collections.abc import Sequence
from typing import Final

from channelwise.recommend.model import Ground, Said, Waiting
from channelwise.text import Text, number, persian_digits
from channelwise.texts import Texts
from channelwise.texts.direction import isolated
from channelwise.vocabulary import MINUTES_PER_HOUR, Lang

_DATE: Final = re.compile(r"(?P<year>\d{4})-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d{2}))?")
_MINUS: Final = "\N{MINUS SIGN}"
_NO_CONTROLS: Final = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])


def capital(text: str) -> str:
    """The text with its first letter as a capital; Persian has none and stays as it is."""
    return text[:1].upper() + text[1:]


class Phrases:
    """The texts of one language, ready for templates."""

    def __init__(self, texts: Texts, lang: Lang) -> None:
        self._texts, self.lang = texts, lang

    @property
    def rtl(self) -> bool:
        return self.lang == "fa"

    @property
    def comma(self) -> str:
        """What stands between the parts of a list."""
        return "، " if self.rtl else ", "

    @property
    def pause(self) -> str:
        """What stands between parts that hold commas themselves."""
        return "؛ " if self.rtl else "; "

    def say(self, said: Said | Text) -> str:
        return said.fa if self.rtl else said.en

    def ui(self, key: str, **values: str | float) -> str:
        return self._texts.ui(key, self.lang, **values)

    def cap(self, key: str, **values: str | float) -> str:
        """A phrase as a heading or label: with a capital where the script has them."""
        return capital(self.ui(key, **values))

    def isolated(self, name: str) -> str:
        """A name that keeps its own direction inside a sentence and cannot turn what follows."""
        return isolated(name.translate(_NO_CONTROLS), self.lang)

    def word(self, group: str, word: str) -> str:
        return self._texts.word(group, word, self.lang)

    def label(self, group: str, word: str) -> str:
        """A word that stands alone."""
        return capital(self.word(group, word))

    def words(self, group: str, words: Sequence[str]) -> str:
        """Labels in a row, or `nothing`."""
        return self.comma.join(self.word(group, word) for word in words) or self.ui("nothing")

    def n(self, value: float) -> str:
        """A number in the digits of the language, with a true minus."""
        return number(value, self.lang).replace("-", _MINUS)

    def signed(self, value: int) -> str:
        """Points as they are added: +40 or −20."""
        return f"+{self.n(value)}" if value > 0 else self.n(value)

    def tenths(self, value: int) -> str:
        """Tenths of a point as points: 215 is 21.5."""
        return self.n(value // 10 if value % 10 == 0 else value / 10)

    def hours(self, minutes: int) -> int | float:
        """Minutes as hours, whole if they can be."""
        hours = round(minutes / MINUTES_PER_HOUR, 2)
        return int(hours) if hours == int(hours) else hours

    def date(self, written: str) -> str:
        """A source's date with the month in words; what is no date stays as it is written."""
        if not written:
            return ""
        text = written.replace("undated", self.ui("fact.undated")).replace("/", " – ")
        spelt = _DATE.sub(self._spelt, text)
        return persian_digits(spelt) if self.rtl else spelt

    def _spelt(self, found: re.Match[str]) -> str:
        month = self.ui(f"month.{found['month']}")
        day = f"{int(found['day'])} " if found["day"] else ""
        return f"{day}{month} {found['year']}"

    def source(self, ground: Ground) -> str:
        """The title of a source; a claim or a judgement has none, so it is named by its kind."""
        if ground.title:
            return ground.title
        kind, _, rest = ground.id.partition("#")
        if kind == "seed":
            return self.ui("source.claim", id=rest)
        return self.label("Confidence", ground.confidence)

    def waiting(self, line: Waiting) -> str:
        """What a rule waits for, in words: open questions, and a figure that is missing."""
        words = [self.say(self._texts.label(field)) for field in line.answers]
        return self.comma.join([*words, *([self.ui("terminal.fact")] if line.figures else [])])
