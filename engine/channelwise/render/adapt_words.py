"""Sentences of an adaptation that every face of it shows."""

from channelwise.adapt.model import Adaptation, Adapted, PartCount, PostPart
from channelwise.render.phrases import Phrases
from channelwise.text import grouped


class AdaptWords:
    """What is said of one draft on one network, in one language.

    Where the answer is of several drafts of a file, their lines tell them apart.
    """

    def __init__(self, phrases: Phrases, found: Adapted, answer: Adaptation) -> None:
        self.p, self.found = phrases, found
        lines = {one.line for one in answer.results if one.file == found.file}
        self._lined = len(lines) > 1

    def title(self) -> str:
        p, found = self.p, self.found
        file = p.isolated(found.file)
        if self._lined:
            file = p.ui("adapt.file_line", file=file, line=found.line)
        names = {"file": file, "network": p.say(found.name)}
        if found.format is None:
            return p.ui("adapt.title_formless", **names)
        return p.ui("adapt.title", format=p.word("Format", found.format), **names)

    def unchanged(self) -> str | None:
        if not self.found.unchanged:
            return None
        filled = not any(task.kind == "placeholder" for task in self.found.tasks)
        fits = filled and self.found.met and all(part.fits for part in self.found.parts)
        return self.p.ui("adapt.unchanged" if fits else "adapt.unchanged_over")

    def part(self, index: int) -> str:
        """The heading of a part, with where it was cut."""
        p, part = self.p, self.found.parts[index]
        if part.kind == "comment":
            return p.ui("adapt.part_comment")
        posts = sum(one.kind == "post" for one in self.found.parts)
        if posts == 1:
            return p.ui("adapt.part_only")
        name = p.ui("adapt.part", number=index + 1, all=posts)
        ends = "" if part.ends_at == "end" else f" · {p.ui(f'adapt.ends.{part.ends_at}')}"
        return name + ends

    def media(self, part: PostPart) -> str | None:
        """The files that go with a part, if any do."""
        if not part.media:
            return None
        files = self.p.comma.join(self.p.isolated(file) for file in part.media)
        return self.p.ui("adapt.part_media", files=files)

    def counts(self, part: PostPart) -> list[str]:
        """The length of a part: beside its limits, and what it is made of."""
        return [
            self._standing(one) + ("" if one.plain else f" · {self.p.say(one.made)}")
            for one in part.counts
        ]

    def _standing(self, one: PartCount) -> str:
        p, total = self.p, grouped(one.total, self.p.lang)
        if one.limit is None or one.left is None:
            return p.ui("adapt.count_free", total=total)
        limit, left = grouped(one.limit, p.lang), grouped(abs(one.left), p.lang)
        if one.left < 0:
            return p.ui("adapt.count_over", total=total, limit=limit, over=left)
        return p.ui("adapt.count", total=total, limit=limit, left=left)
