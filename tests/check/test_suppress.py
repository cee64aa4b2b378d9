"""Exceptions in a draft and in the settings: what they accept, and what is said of them."""

from datetime import date
from pathlib import Path

import pytest

from channelwise.check.accepted import matches
from channelwise.check.model import Checked
from channelwise.check.suppress import read_exceptions
from channelwise.drafts.place import place_of
from channelwise.drafts.read import draft_from
from check.made_up import DAY, acme, draft, limit, run, settings
from known import engine

NETWORK = acme(
    {"text": {"max_chars": limit(10, "characters"), "hashtags_max": limit(0, "hashtags")}}
)
HEAD = "---\nnetworks: acme\nformat: text\n---\n"


def state(checked: Checked, code: str) -> list[str | None]:
    """The reasons that findings of a code were accepted with; None for those that stand."""
    return [one.suppressed for one in checked.findings if one.code == code]


def about(checked: Checked) -> list[tuple[str, str]]:
    return [(one.code, one.level) for one in checked.findings if one.code.startswith("core.supp")]


def of(text: str, file: str = "post.md") -> Checked:
    return run(draft_from(HEAD + text, file), NETWORK)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("A #tag <!-- channelwise: ignore acme.hashtags because we like it -->\n", "we like it"),
        ("<!-- channelwise: ignore acme.hashtags because old -->\nA #tag\n", "old"),
        ("<!-- channelwise: ignore acme.hashtags because old -->\n\nA #tag\n", "old"),
        ("<!-- channelwise: ignore acme.hashtags because old -->\nA\n#tag\n", None),
        ("A #tag\n\nB\n<!-- channelwise: ignore acme.hashtags because old -->\n", None),
        ("A #tag\n\nB\n<!-- channelwise: ignore-file acme.hashtags because old -->\n", "old"),
        ("<!-- channelwise: ignore acme.length, acme.hashtags because old -->\nA #tag\n", "old"),
        ("<!-- channelwise: ignore acme.* because old -->\nA #tag\n", "old"),
        ("<!-- channelwise: ignore acme.hash because old -->\nA #tag\n", None),
        ("<!--channelwise: ignore acme.hashtags because two\nlines -->\nA #tag\n", "two lines"),
    ],
)
def test_comment_is_for_its_line_or_the_next(text: str, reason: str | None) -> None:
    """A comment accepts what is on its line or the next one with words, `ignore-file` everywhere."""
    assert state(of(text), "acme.hashtags") == [reason]


def test_front_matter_is_for_the_whole_draft() -> None:
    """A comment in the front matter accepts a code anywhere in the draft."""
    text = "---\n# channelwise: ignore acme.hashtags because we like it\nnetworks: acme\nformat: text\n---\nA\n\n#b\n"
    assert state(run(draft_from(text, "post.md"), NETWORK), "acme.hashtags") == ["we like it"]


def test_accepted_findings_do_not_count() -> None:
    """What is accepted is kept with its reason, is not in the summary and fails nothing."""
    checked = of("<!-- channelwise: ignore acme.hashtags because we like it -->\nA #tag\n")
    assert checked.summary["error"] == 0
    assert checked.summary["suppressed"] == 1
    assert not checked.fails("error")
    assert of("A #tag\n").fails("error")


def test_comments_are_no_part_of_the_post() -> None:
    """Neither exceptions nor any other comments are counted."""
    ours = "One\n\n<!-- channelwise: ignore acme.length because x -->\n\nTwo <!-- channelwise: ignore a.b because x -->\n"
    assert read_exceptions(draft_from(HEAD + ours)).draft.text == "One\n\nTwo"
    other = "One <!-- a note -->\n"
    assert read_exceptions(draft_from(HEAD + other)).draft.text == "One"
    first = "<!-- channelwise: ignore a.b because x -->\n\nOne\n"
    assert read_exceptions(draft_from(HEAD + first)).draft.text == "One"
    last = "One\n\n<!-- channelwise: ignore a.b because x -->\n"
    assert read_exceptions(draft_from(HEAD + last)).draft.text == "One"


def test_places_hold_after_comments_were_taken_out() -> None:
    """Every letter of the cleaned text still leads to its place in the file."""
    text = "Ab <!-- channelwise: ignore a.b because x --> cd\n<!-- channelwise: ignore a.b because x -->\nef\n"
    cleaned = read_exceptions(draft_from(HEAD + text, "post.md")).draft
    lines = (HEAD + text).split("\n")
    assert cleaned.text == "Ab cd\nef"
    for offset, sign in enumerate(cleaned.text):
        spot = place_of(cleaned, offset)
        assert (lines[spot.line - 1] + "\n")[spot.column - 1] == sign


def test_tone_is_told_at_its_place_and_not_of_comments() -> None:
    """Words below a comment are found where they stand; those of the comment are not judged."""
    text = "Hello.\n\n<!-- channelwise: ignore a.b because Hurry! Act now!!! -->\nPlease tell us more!!!!!! Really!!!!!! Yes!!!!!!\n"
    checked = run(
        draft_from(HEAD.replace("text", "text\nlanguage: en", 1) + text, "post.md"), NETWORK
    )
    lines = {
        one.span.line for one in checked.findings if one.code.startswith("core.signs") and one.span
    }
    assert lines == {9}


def test_a_stretch_does_not_begin_in_an_exception() -> None:
    """What is found in a paragraph below an exception begins with the paragraph's words."""
    text = f"<!-- channelwise: ignore a.b because x -->\n{'and then ' * 60}it rose.\n"
    head = "---\nnetworks: linkedin\nformat: text\nlanguage: en\n---\n"
    found = {one.code: one.span for one in engine().check([draft_from(head + text)]).findings}
    for code in ("linkedin.shape.wall", "core.first-line.long"):
        assert (found[code].line, found[code].column) == (7, 1)


@pytest.mark.parametrize("file", ["post.txt", "post.json"])
def test_comments_are_words_where_there_is_no_markdown(file: str, tmp_path: Path) -> None:
    """In text files and JSON a comment is what will be posted, and accepts nothing."""
    from channelwise.drafts.read import read_drafts

    comment = "<!-- channelwise: ignore acme.hashtags because x --> #a"
    text = (
        HEAD + comment + "\n"
        if file.endswith("txt")
        else f'{{"text": "{comment}", "networks": "acme", "format": "text"}}'
    )
    (tmp_path / file).write_text(text, encoding="utf-8")
    assert state(run(read_drafts([str(tmp_path / file)]), NETWORK), "acme.hashtags") == [None]


@pytest.mark.parametrize(
    ("text", "code", "level"),
    [
        ("<!-- channelwise: ignore acme.hashtags -->\n#a\n", "core.suppression.reason", "warning"),
        (
            "<!-- channelwise: ignore acme.hashtags because ... -->\n#a\n",
            "core.suppression.reason",
            "warning",
        ),
        (
            "<!-- channelwise: ingore acme.hashtags because x -->\n#a\n",
            "core.suppression.form",
            "warning",
        ),
        ("<!-- channelwise: ignore ACME! because x -->\n#a\n", "core.suppression.form", "warning"),
        (
            "<!-- channelwise: ignore acme.length because x -->\nA\n",
            "core.suppression.unused",
            "note",
        ),
        (
            "<!-- channelwise: ignore acme.hashtags, acme.length because x -->\n#a\n",
            "core.suppression.unused",
            "note",
        ),
    ],
)
def test_exceptions_that_are_wrong_or_not_needed(text: str, code: str, level: str) -> None:
    """One without a reason or form is passed over with a warning, one not needed is noted."""
    checked = of(text)
    assert about(checked) == [(code, level)]
    [one] = [f for f in checked.findings if f.code == code]
    assert one.span
    assert (one.span.line, one.span.column) == (5, 1)
    if level == "warning":
        assert state(checked, "acme.hashtags") == [None]


CONFIG = """ignore:
  - {{code: acme.hashtags, reason: written before the rule{more}}}
"""


@pytest.mark.parametrize(
    ("more", "file", "accepted"),
    [
        ("", "post.md", True),
        (", files: ['old/*']", "old/post.md", True),
        (", files: ['old/*']", "old/deep/post.md", True),
        (", files: ['old/*']", "new/post.md", False),
        (", files: ['*.txt', 'new/*']", "new/post.md", True),
        (", until: 2026-11-01", "post.md", True),
        (", until: 2026-10-31", "post.md", False),
    ],
)
def test_settings_accept(more: str, file: str, accepted: bool) -> None:
    """The settings accept a code for files that match, until the day that they name."""
    config = settings(CONFIG.format(more=more), NETWORK)
    checked = run(draft_from(HEAD + "#a\n", file), NETWORK, config=config)
    expected = ["written before the rule"] if accepted else [None]
    assert state(checked, "acme.hashtags") == expected
    kinds = [one.suppressed_in for one in checked.findings if one.code == "acme.hashtags"]
    assert kinds == (["config"] if accepted else [None])


def test_settings_that_ended_or_are_not_needed() -> None:
    """An exception past its day is noted at its place in the settings, as is one without use."""
    ended = settings(CONFIG.format(more=", until: 2026-10-31"), NETWORK)
    [one] = [f for f in run(draft_from(HEAD + "#a\n", "post.md"), NETWORK, config=ended).findings if f.code.endswith("expired")]  # fmt: skip
    assert (one.file, one.level, one.span and one.span.line) == ("channelwise.yaml", "note", 2)
    assert "ended on 2026-10-31" in one.message.en
    assert "\u2066۲۰۲۶-۱۰-۳۱\u2069" in one.message.fa
    useless = settings(CONFIG.format(more=", files: ['post.md']"), NETWORK)
    [two] = [f for f in run(draft_from(HEAD + "a\n", "post.md"), NETWORK, config=useless).findings if f.code.endswith("unused")]  # fmt: skip
    assert two.file == "channelwise.yaml"
    elsewhere = settings(CONFIG.format(more=", files: ['other.md']"), NETWORK)
    assert about(run(draft_from(HEAD + "a\n", "post.md"), NETWORK, config=elsewhere)) == []
    everywhere = settings(CONFIG.format(more=""), NETWORK)  # for drafts that are not here
    assert about(run(draft_from(HEAD + "a\n", "post.md"), NETWORK, config=everywhere)) == []


def test_nobody_can_accept_notes_on_exceptions() -> None:
    """An exception cannot hide that another one gives no reason."""
    text = "<!-- channelwise: ignore-file core.* because x -->\n\n<!-- channelwise: ignore a.b -->\nA\n"
    [one] = [f for f in of(text).findings if f.code == "core.suppression.reason"]
    assert one.suppressed is None


def test_pattern_of_codes() -> None:
    """`.*` stands for all codes below, and no others."""
    assert matches("acme.media.*", "acme.media.size")
    assert not matches("acme.media.*", "acme.mediation")
    assert not matches("acme.media.*", "acme.media")


@pytest.mark.parametrize("number", [2_000, 4_000])
def test_many_comments_take_little_time(number: int) -> None:
    """A text full of beginnings of comments is read in a moment."""
    import time

    text = HEAD + "<!-- channelwise: ignore a.b because x --> " * number + "\n"
    before = time.process_time()
    read_exceptions(draft_from(text))
    assert time.process_time() - before < 5


def test_day_of_the_run_decides() -> None:
    """The end of an exception is judged on the day of the check."""
    config = settings(CONFIG.format(more=", until: 2026-11-01"), NETWORK)
    one = draft("#a", format="text")
    assert state(run(one, NETWORK, config=config, day=DAY), "acme.hashtags") != [None]
    assert state(run(one, NETWORK, config=config, day=date(2026, 11, 2)), "acme.hashtags") == [None]


# --- the field `ignore` ------------------------------------------------------------------------


def declaring(*entries: str, more: str = "", text: str = "A #tag") -> Checked:
    """A check of a draft whose front matter has these exceptions."""
    lines = "".join(f"  - {entry}\n" for entry in entries)
    source = f"---\nnetworks: acme\nformat: text\nignore:\n{lines}{more}---\n{text}\n"
    return run(draft_from(source, "post.md"), NETWORK)


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        ("{code: acme.hashtags, reason: we like it}", "we like it"),
        ("{code: acme.*, reason: we like it}", "we like it"),
        ('{code: acme.hashtags, reason: "  two\\nlines "}', "two lines"),
        ("{code: acme.hashtags, reason: x, until: 2026-11-01}", "x"),
        ("{code: acme.hashtags, reason: x, until: 2026-10-31}", None),
        ("{code: acme.length, reason: x}", None),
        ("{code: acme.hashtags}", None),
        ("{code: acme.hashtags, reason: ...}", None),
        ("{code: ACME!, reason: x}", None),
    ],
)
def test_a_declared_exception_is_for_the_whole_draft(entry: str, reason: str | None) -> None:
    """It accepts its code anywhere, with a reason, until its last day, as those in settings do."""
    checked = declaring(entry, text="A\n\nlong\n\n#tag")
    assert state(checked, "acme.hashtags") == [reason]
    kinds = {one.suppressed_in for one in checked.findings if one.code == "acme.hashtags"}
    assert kinds == {"source" if reason else None}


@pytest.mark.parametrize(
    ("entry", "code", "level", "column", "end"),
    [
        ("{code: acme.hashtags}", "reason", "warning", 12, 25),
        ("{code: acme.hashtags, reason: '...'}", "reason", "warning", 35, 38),
        ("{code: ACME!, reason: x}", "form", "warning", 12, 17),
        ("{code: acme.a.*.b, reason: x}", "form", "warning", 12, 22),
        ("{code: acme.length, reason: x}", "unused", "note", 12, 23),
        ("{code: acme.hashtags, reason: x, until: 2026-10-31}", "expired", "note", 12, 25),
    ],
)
def test_a_declared_exception_that_is_wrong_is_told_at_its_place(
    entry: str, code: str, level: str, column: int, end: int
) -> None:
    """With the same codes as one in a comment, where its code or reason stands."""
    [one] = [one for one in declaring(entry).findings if one.code.startswith("core.supp")]
    assert (one.code, one.level) == (f"core.suppression.{code}", level)
    assert one.span and (one.span.line, one.span.column, one.span.end_column) == (5, column, end)
    assert one.fix and one.fix.text.fa
    assert ("no code that could be read" in one.message.en) == (code == "form")


def test_declared_and_commented_exceptions_stand_together() -> None:
    """Each accepts its own findings; a finding that both would accept needs the declared one."""
    checked = declaring(
        "{code: acme.hashtags, reason: declared}",
        text="<!-- channelwise: ignore-file acme.length because commented -->\nMore than ten #tag",
    )
    assert state(checked, "acme.hashtags") == ["declared"]
    assert state(checked, "acme.length") == ["commented"]
    assert about(checked) == []


def test_an_exception_of_a_list_is_for_its_own_draft_alone(tmp_path: Path) -> None:
    """In JSON lists each draft has its own, also for what is about the draft as a whole."""
    from channelwise.drafts.read import read_drafts

    least = acme({"text": {"hashtags_max": limit(0, "hashtags"), "hashtags_recommended": limit("1-3", "hashtags", hard=False)}})  # fmt: skip
    accepting = '"ignore": [{"code": "acme.hashtags", "reason": "mine"}]'
    draft_of = '{{"networks": "acme", "format": "text", "text": "{0}"{1}}}'
    (tmp_path / "a.json").write_text(
        f"[{draft_of.format('#a', '')}, {draft_of.format('#b', ', ' + accepting)},\n"
        f"{draft_of.format('c', ', ' + accepting)}, {draft_of.format('d', '')}]"
    )
    checked = run(read_drafts([str(tmp_path / "a.json")]), least)
    assert state(checked, "acme.hashtags") == [None, "mine", "mine", None]
    spans = [one.span for one in checked.findings if one.code == "acme.hashtags"]
    places = [(one.line, one.column) for one in spans if one]
    line = (tmp_path / "a.json").read_text().split("\n")[1]
    begins = line.index(draft_of.format("d", "")) + 1
    assert places[2:] == [(2, 1), (2, begins)]  # what is about a whole draft: where it begins
    assert about(checked) == []


def test_a_declared_exception_is_no_part_of_an_adapted_post() -> None:
    """What is posted is the text alone."""
    source = "---\nignore: [{code: acme.hashtags, reason: x}]\n---\nA\n"
    assert read_exceptions(draft_from(source, "post.md")).draft.text == "A"
