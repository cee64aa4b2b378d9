"""Reads the HTML pages that the tests look at."""

import re
from html.parser import HTMLParser

VOID = {"meta", "br", "hr", "img", "input", "link"}
# Attributes by which a page would load something.
LOADING = {"src", "srcset", "data", "poster", "action", "background", "xlink:href"}


class Page(HTMLParser):
    """Reads a page into its elements, each with the texts inside it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[int] = []
        self.wrong: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[list[str]] = []
        self.all: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self.texts.append([])
        if tag not in VOID:
            self.open.append(len(self.elements) - 1)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self.texts.append([])

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.elements[self.open.pop()][0] != tag:
            self.wrong.append(tag)

    def handle_data(self, data: str) -> None:
        if self.open and self.elements[self.open[-1]][0] == "style":
            return
        self.all.append(data)
        for place in self.open:
            self.texts[place].append(data)

    @property
    def text(self) -> str:
        return plain("".join(self.all))

    def tags(self) -> set[str]:
        return {tag for tag, _ in self.elements}

    def values(self, name: str) -> list[str]:
        return [value for _, attrs in self.elements if (value := attrs.get(name))]

    def whole(self) -> bool:
        """True if ids are unique, and links and labels lead to the web or to one of them."""
        ids = self.values("id")
        named = {name for label in self.values("aria-labelledby") for name in label.split()}
        links = [
            link for link in self.values("href") if not link.startswith(("https://", "http://"))
        ]
        inside = {link.removeprefix("#") for link in links}
        return len(ids) == len(set(ids)) and named | inside <= set(ids)

    def of_class(self, name: str) -> list[str]:
        """The text of each element of a class."""
        return [
            plain("".join(text))
            for (_, attrs), text in zip(self.elements, self.texts, strict=True)
            if name in (attrs.get("class") or "").split()
        ]

    def of_tag(self, name: str) -> list[str]:
        return [
            plain("".join(text))
            for (tag, _), text in zip(self.elements, self.texts, strict=True)
            if tag == name
        ]


def plain(text: str) -> str:
    """Without isolates, with single blanks."""
    return " ".join(re.sub("[\u2066-\u2069]", "", text).split())
