"""The steps of an adaptation that change a text: format, links, hashtags."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Final

from channelwise.adapt.hashtags import hashtags_in, with_hashtags
from channelwise.adapt.links import Moved, Pointer, all_links, links_in, with_line, without_links
from channelwise.adapt.post import Work
from channelwise.adapt.say import plain, said, with_case
from channelwise.check.replies import are_posts
from channelwise.check.say import labels
from channelwise.check.table import REFUSED
from channelwise.check.values import between, number
from channelwise.count.counting import count
from channelwise.count.placeholders import placeholders
from channelwise.text import Text
from channelwise.text import number as digits
from channelwise.texts import load
from channelwise.vocabulary import FORMATS, Format, Lang

# What is read as a page of its own keeps its links.
_PAGES: Final[frozenset[Format]] = frozenset(("article", "event"))
_PLACES: Final = {"costly": "comment", "not_clickable": "profile"}


def change_format(work: Work) -> None:
    """Says what becomes of a format that the network does not carry."""
    form, network = work.form, work.network
    if work.draft.reply and not are_posts(network):
        return
    carried = labels("Format", [name for name in FORMATS if name in network.carries])
    names: dict[str, Any] = {"network": network.name, "carried": carried}
    if form.asked is None and form.given:
        given = labels("Format", [form.given])
        work.task("format", said("task.format_unsure", given=given))
    if not form.changed and form.given:
        return
    path = f"formats.{form.asked}.available"
    if form.given is None:
        work.task("format", said("task.format_none", **names), path, hard=True)
        return
    names |= {"asked": labels("Format", [form.asked or form.given]),
              "given": labels("Format", [form.given])}  # fmt: skip
    because = said("because.format", **names)
    if form.lacks:
        key = "task.format_media" if not work.draft.media else "task.format"
        work.task("format", said(key, **names), path, because=because, hard=form.firm)
    else:
        work.change("format", said("change.format", **names), because, path)


def move_links(work: Work) -> None:
    """Takes links to where the network wants them; a declared link is never lost."""
    links = links_in(work.text)
    declared = work.draft.link
    if declared and declared not in links:
        links.append(declared)
    trait = work.network.plain["traits"].get("links", {}).get("value")
    place = _PLACES.get(trait)
    in_answer = trait == "costly" and work.draft.reply
    if place is None or work.form.given in _PAGES or in_answer:
        if links:
            _keep_links(work, known=trait is not None)
        if trait == "charged" and work.terms.posts_with == "tool":
            _tell_price(work)
        return
    if links and work.lang:
        _move(work, place, _pointer(place, work.lang))
    elif links:
        _leave_to_move(work, place, links)
    if trait == "costly":
        _tell_names(work, links)


def _leave_to_move(work: Work, place: str, links: Sequence[str]) -> None:
    """Where the text is in a language that no words can be put into."""
    text = said(f"task.link_{place}_by_hand", links=" ".join(links))
    work.task("link", text, "traits.links", because=said(f"because.links_{place}"))
    if work.language is None:
        work.task("link", said("task.link_language"))


def _move(work: Work, place: str, pointer: Pointer) -> None:
    moved = without_links(work.text, work.draft.link, pointer)
    work.text = moved.text
    because = said(f"because.links_{place}")
    text = said(f"change.links_{place}", number=len(moved.links))
    work.change("links", text, because, "traits.links", items=moved.links)
    if place == "comment":
        work.comment = "\n".join(_listed(moved, work.lang or "en"))
    else:
        key = "task.link_profile" if len(moved.links) == 1 else "task.links_profile"
        work.task("link", said(key, links=" ".join(moved.links)))
    if moved.inside:
        work.task("link", said("task.link_sentence", pointer=_joined(moved.inside)))


def _tell_price(work: Work) -> None:
    """Where a tool pays for each link, a comment would pay as well: nothing is gained by moving."""
    if any(_as_counted(work)):
        text = said("task.link_charged", network=work.network.name)
        work.task("link", text, "traits.links")


def _tell_names(work: Work, moved: Sequence[str]) -> None:
    """Tells of names of sites that stay in the text, which the network takes for links too."""
    found = dict.fromkeys(_as_counted(work))
    names = [one for one in found if not any(one in link for link in moved)]
    if names:
        text = said("task.link_names", links=" ".join(names), network=work.network.name)
        work.task("link", text, "traits.links")


def _as_counted(work: Work) -> Iterator[str]:
    """The links of the text, and what the network's own unit prices as one."""
    yield from all_links(work.text)
    for offset, measured in count(work.text, work.room.own).measured:
        for piece in measured.pieces:
            start, end = measured.original(piece.start), measured.original(piece.end)
            written = work.text[offset + start : offset + end]
            if piece.kind == "link" and "." in written:
                yield written


def _joined(words: Sequence[str]) -> str:
    return ", ".join(words)


def _listed(moved: Moved, lang: Lang) -> Iterator[str]:
    """The links, with their numbers where the text names these."""
    for index, link in enumerate(moved.links, 1):
        yield f"{digits(index, lang)}. {link}" if moved.numbered else link


def _pointer(place: str, lang: Lang) -> Pointer:
    phrases = load().phrases
    words: list[Text] = [
        phrases[f"adapt.pointer.{place}.{part}"].text for part in ("line", "lines", "inside")
    ]
    line, lines, inside = (one.lang(lang) for one in words)
    if place != "comment":
        return Pointer(line, lines, inside)
    return Pointer(line, lines, inside, partial(_numbered, lang))


def _numbered(lang: Lang, index: int) -> str:
    return load().ui("adapt.pointer.comment.numbered", lang, number=index)


def _keep_links(work: Work, *, known: bool) -> None:
    if known:
        _with_declared(work)
        return
    declared = work.draft.link
    if declared and declared not in all_links(work.text):
        work.task("link", said("task.link_unplaced", network=work.network.name, link=declared))
    else:
        work.task("link", said("task.link_unknown", network=work.network.name))


def _with_declared(work: Work) -> None:
    """Puts a declared link into the text, where it is not there yet."""
    link = work.draft.link
    if link and link not in all_links(work.text):
        work.text = with_line(work.text, link)
        because = said("because.link_added")
        work.change("link_added", said("change.link_added"), because, "traits.links", items=(link,))


def trim_hashtags(work: Work) -> None:
    """Keeps the first hashtags, as many as are taken; never adds one. Advice is for a person."""
    found = sorted(_most_hashtags(work), key=lambda one: one[0])
    firm = next((one for one in found if one[2]["hard"]), None)
    if firm:
        _drop_hashtags(work, *firm)
    if found and not found[0][2]["hard"]:
        _advise_fewer(work, *found[0])
    _ask_for_hashtags(work)


def _drop_hashtags(work: Work, most: int, name: str, limit: Mapping[str, Any]) -> None:
    trimmed = with_hashtags(work.text, most)
    work.text = trimmed.text
    key = "none" if most == 0 else "hard"
    because = said(f"because.hashtags_{key}", network=work.network.name, most=most)
    if limit.get("when"):
        because = with_case(because, Text.of(limit["when"]))
    for change, items in (("dropped", trimmed.dropped), ("plain", trimmed.plain)):
        if items:
            text = said(f"change.hashtags_{change}", number=len(items), tags=" ".join(items))
            work.change("hashtags", text, because, work.limit_path(name), items=items)


def _advise_fewer(work: Work, most: int, name: str, limit: Mapping[str, Any]) -> None:
    had = len(hashtags_in(work.text))
    if had > most:
        because = plain(Text.of(limit["when"])) if limit.get("when") else None
        text = said("task.hashtags_many", most=most, had=had)
        work.task("hashtags", text, work.limit_path(name), because=because)


def _most_hashtags(work: Work) -> Iterator[tuple[int, str, Mapping[str, Any]]]:
    """What hashtags are limited to, by the limit that says so; advice is not for answers."""
    for name in ("hashtags_max", "hashtags_recommended"):
        limit = work.limits.get(name)
        if limit is None or (work.draft.reply and not limit["hard"]):
            continue
        bounds, one = between(limit["value"]), number(limit["value"])
        if limit["value"] in REFUSED:
            yield 0, name, limit
        elif bounds and bounds.most is not None:
            yield int(bounds.most), name, limit
        elif one is not None:
            yield int(one), name, limit


def _ask_for_hashtags(work: Work) -> None:
    limit = work.limits.get("hashtags_recommended")
    bounds = between(limit["value"]) if limit and not work.draft.reply else None
    had = len(hashtags_in(work.text))
    if limit and bounds and work.text.strip() and bounds.below(had):
        text = said("task.hashtags_few", least=int(bounds.least or 0), most=int(bounds.most or 0),
                    had=had)  # fmt: skip
        because = plain(Text.of(limit["when"])) if limit.get("when") else None
        work.task("hashtags", text, work.limit_path("hashtags_recommended"), because=because)


def note_placeholders(work: Work) -> None:
    """Tells what is still to be filled in, since every count changes with it."""
    found = (work.text[one.start : one.end] for one in placeholders(work.text))
    if names := list(dict.fromkeys(found)):
        work.task("placeholder", said("task.placeholders", names=", ".join(names)))
