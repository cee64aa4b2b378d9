"""What a person has to do: pictures and videos, descriptions, titles, what is left of limits."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from channelwise.adapt.model import Task, TaskKind
from channelwise.adapt.post import Work
from channelwise.adapt.say import said
from channelwise.check.formats import Formats
from channelwise.check.markdown import markdown_findings
from channelwise.check.model import Finding
from channelwise.check.subject import Post
from channelwise.count.counting import count
from channelwise.drafts.media import NotSeen, why
from channelwise.files.show import code_point
from channelwise.recommend.model import Said

# Findings of a check that an adaptation cannot mend, by how their codes end or begin. Lengths,
# hashtags and formats are dealt with before.
_KINDS: Final[Mapping[str, TaskKind]] = {
    "media": "media", "items": "media", "poll": "poll", "alt": "alt", "title": "title",
    "caption": "text", "mentions": "text", "cashtags": "text", "links": "link",
}  # fmt: skip
_TITLED: Final = frozenset(("article", "event", "long_video"))


def add_tasks(work: Work) -> None:
    """Adds what the limits on everything beside the text leave to do."""
    _take_out_refused(work)
    if work.form.given is None:
        return
    draft = replace(work.draft, format=work.form.given, text=work.text, runs=())
    post = Post(draft)
    for finding in Formats(work.units, work.clock).findings(post, work.network, work.terms):
        _add_finding(work, finding)
    _describe_pictures(work)
    for media, seen in post.media:
        if isinstance(seen, NotSeen) and seen.reason == "no_file":
            work.task("media", said("task.media_missing", file=media.written))
        elif isinstance(seen, NotSeen):
            work.task("media", said("task.media_unseen", file=media.written, why=why(seen)))
    for finding in markdown_findings(post, [work.network]):
        work.task("text", _text(finding), because=finding.because)
    if draft.title and work.form.given not in _TITLED:
        work.task("title", said("task.title", title=draft.title))


def _take_out_refused(work: Work) -> None:
    """Characters that the network takes in no text, whatever its length."""
    for one in count(work.text, work.room.own).refused:
        text = said("task.refused", number=one.number, code=code_point(one.sign))
        work.task("text", text, "counting", hard=True)


def _add_finding(work: Work, finding: Finding) -> None:
    kind = _KINDS.get(finding.code.removeprefix(f"{work.network.id}.").partition(".")[0])
    no_media_yet = kind == "media" and not work.draft.media and work.form.lacks
    if work.shared and finding.code == f"{work.network.id}.items":
        return
    if kind is None or finding.state != "found" or no_media_yet:
        return
    work.tasks.append(
        Task(kind=kind, text=_text(finding), because=finding.because,
             hard=finding.level == "error", grounds=finding.grounds)
    )  # fmt: skip


def _text(finding: Finding) -> Said:
    if finding.fix is None:
        return finding.message
    return said("task.finding", message=finding.message, fix=finding.fix.text)


def _describe_pictures(work: Work) -> None:
    for media in work.draft.media:
        if not media.alt:
            work.task("alt", said("task.alt", file=media.written))
