"""The answer of a check in every form: for people, for machines, and safe for both."""

import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft7Validator
from rich.console import Console
from syrupy.assertion import SnapshotAssertion

from channelwise.check.config import Config
from channelwise.check.model import LEVELS, Checked, Finding, Fix, Ground, Said, Span
from channelwise.check.run import Asked, check
from channelwise.drafts.model import Draft
from channelwise.drafts.read import draft_from
from channelwise.render.check_concise import concise
from channelwise.render.check_github import github
from channelwise.render.check_junit import junit
from channelwise.render.check_sarif import sarif
from channelwise.render.terminal.check import checked as page
from channelwise.render.terminal.paper import recorded
from channelwise.vocabulary import LANGS, Lang
from check.made_up import DAY, acme, book, draft, limit, picture, run

SCHEMA = json.loads((Path(__file__).parent / "data" / "sarif-schema-2.1.0.json").read_text("utf-8"))
NETWORK = acme(
    {
        "text": {
            "max_chars": limit(40, "characters"),
            "premium_max_chars": limit(99, "characters"),
            "hashtags_recommended": limit("1-3", "hashtags", hard=False),
            "smells_max": limit(1, "roses"),
        },
        "story": None,
    },
    {"unit": "utf16_units"},
)
langs = pytest.mark.parametrize("lang", LANGS)


def quiet(checked: Checked) -> Checked:
    """Without the findings of tone rules, which grow with their lists and have tests of their own."""
    kept = [
        one for one in checked.findings if one.code.startswith(("acme.", "core.supp", "core.place"))
    ]
    numbers = {
        level: sum(one.stands and one.level == level for one in kept)
        for level in ("error", "warning", "note")
    }
    others = {
        "not_evaluated": sum(
            one.state == "not_evaluated" and one.suppressed is None for one in kept
        ),
        "suppressed": sum(one.suppressed is not None for one in kept),
        "drafts": checked.summary["drafts"],
    }
    known = {one.code for one in kept}
    rules = [one for one in checked.rules if one.code in known]
    return checked.model_copy(
        update={"findings": kept, "summary": {**numbers, **others}, "rules": rules}
    )


DRAFTS = [
    draft("Fresh bread from six 🥖🥖, and the last loaf at {{hour}}.", file="bread.md", format="text"),
    draft("<!-- channelwise: ignore acme.hashtags because nobody looks -->\nShort.", file="short.md", format="text"),
    draft("نان تازهٔ امروز ساعت شش از تنور بیرون می‌آید، زود بیایید! #نان", file="fa.md", format="text"),
    draft("A story", file="story.md", format="story"),
]  # fmt: skip
SOURCES = {one.file: one.source for one in DRAFTS}
CHECKED = quiet(run(DRAFTS, NETWORK))


def shown(
    checked: Checked, sources: dict[str, str], lang: Lang = "en", *, verbose: bool = False
) -> str:
    return recorded(lambda console: page(checked, sources, lang, console, verbose=verbose))


@langs
@pytest.mark.parametrize("verbose", [False, True])
def test_text(lang: Lang, verbose: bool, snapshot: SnapshotAssertion) -> None:
    """What people read: place, level, code, the line with carets, count, reason, fix, source."""
    assert shown(CHECKED, SOURCES, lang, verbose=verbose) == snapshot


@langs
def test_nothing_found(lang: Lang, snapshot: SnapshotAssertion) -> None:
    """A fine draft gets one line that says so."""
    one = draft("Bread. #rye", format="text")
    checked = quiet(run(one, acme({"text": {"max_chars": limit(40, "characters")}})))
    assert shown(checked, {one.file: one.source}, lang) == snapshot


LONG_FIX = "Say what is different from today on, and for whom, and what it costs."


def repeated(times: int = 3, **fields: Any) -> Checked:
    """The same finding in several drafts."""
    fix = Fix(text=Said(en=LONG_FIX, fa=LONG_FIX))
    because = Said(en="People stop reading.", fa="مردم دیگر نمی‌خوانند.")
    files = [f"{n}.md" for n in range(times)]
    return answer(*(made(file=file, fix=fix, because=because, **fields) for file in files))


def test_advice_is_told_once() -> None:
    """Of many drafts with one mistake the first has reason and advice, the others where it is."""
    text = shown(repeated(), {})
    assert text.count("People stop reading.") == 1
    assert text.count("Say what is different") == 1
    assert text.count("fix: as at 0.md") == 2


def test_an_error_is_never_without_its_reason() -> None:
    """Where the reason was told before, it says where; of lesser findings it is left out."""
    text = shown(repeated(level="error"), {})
    assert text.count("why: People stop reading.") == 1 or len("as at 0.md") > 20
    assert text.count("why:") == 3
    assert shown(repeated(level="note"), {}).count("why:") == 1


def test_what_was_not_checked_is_named() -> None:
    """The last lines name the codes that were not checked, and how many there were."""
    open_ = [made(code=f"acme.{name}", state="not_evaluated", level="note") for name in "abcdef"]
    text = shown(answer(*open_[:2], open_[0]), {})
    assert "3 things could not be checked (acme.a, acme.b); --verbose tells why." in text
    assert "(acme.a, acme.b, acme.c, acme.d, …)" in shown(answer(*open_), {})


def test_advice_as_short_as_its_place_is_repeated() -> None:
    """Nobody is sent to another draft for two words."""
    fix = Fix(text=Said(en="Cut it.", fa="کوتاهش کنید."))
    text = shown(answer(*(made(file=f"{n}.md", fix=fix) for n in range(2))), {})
    assert text.count("fix: Cut it.") == 2


def test_in_full_nothing_is_left_out() -> None:
    """`--verbose` tells each reason, way out and source with each finding."""
    text = shown(repeated(grounds=grounds()), {}, verbose=True)
    assert text.count("why: People stop reading.") == 3
    assert text.count("source: from the article") == 3
    assert "as at" not in text


def grounds() -> list[Ground]:
    """Two claims of the article, a study and a judgement, as findings carry them."""
    plain = {"title": "", "address": "", "date": "", "old": False}
    return [
        Ground(**plain, id="seed#S5", confidence="blog"),
        Ground(**plain, id="seed#S6", confidence="blog"),
        Ground(**{**plain, "title": "A survey", "date": "2016", "old": True}, id="fact:surveys#a.b",
               confidence="vendor-study"),
        Ground(**plain, id="judgement: three are enough", confidence="judgement"),
    ]  # fmt: skip


@langs
def test_sources_have_names_for_people(lang: Lang) -> None:
    """No id is shown: the article once, a study by its title, a judgement by its reason."""
    finding = made(grounds=grounds())
    assert "A survey" not in shown(answer(finding), {}, lang)
    text = shown(answer(finding), {}, lang, verbose=True)
    assert "seed#" not in text
    assert "fact:" not in text
    label = "source:" if lang == "en" else "منبع:"
    assert text.count(label) == 3
    assert "A survey" in text
    assert "three are enough" in text


def test_a_sum_proves_a_length_and_no_tone() -> None:
    """How long a text is, is shown with its sum; how often words occur, only in full."""
    count = Said(en="5 in 27 words", fa="۵ بار")
    length, tone = made(count=count), made(code="core.selling.hard", network=None, count=count)
    assert "count: 5 in 27 words" in shown(answer(length), {})
    assert "count:" not in shown(answer(tone), {})
    assert "count: 5 in 27 words" in shown(answer(tone), {}, verbose=True)


def test_what_another_finding_says_is_left_out() -> None:
    """It neither fails nor counts, is in no form for people, and `--verbose` names the other."""
    covered = answer(made(code="core.selling.opens-with-offer", covered_by="core.selling.hard"))
    assert not covered.fails("note")
    assert "opens-with-offer" not in shown(covered, {})
    assert "also said by: core.selling.hard" in shown(covered, {}, verbose=True)
    assert github(covered, "en") == concise(covered, "en") == ""
    [result] = sarif(covered, "en")["runs"][0]["results"]
    assert (result["kind"], result["level"]) == ("informational", "none")
    [case] = ET.fromstring(junit(covered, "en")).iter("testcase")
    assert case.find("skipped") is not None


def test_quotes_are_isolated_once() -> None:
    """A Persian line keeps the order of what it quotes, digits and all, and no mark stands twice."""
    from channelwise.tone.load import load_tone
    from channelwise.tone.trial import judged

    text = "Buy now, 20% off, free shipping on all orders."
    example = {"text": text, "language": "en", "account": "shop", "kind": "business"}
    found = judged(load_tone().rule("core.selling.hard"), example)
    line = shown(answer(*found), {}, "fa")
    assert "«\u206820% off\u2069»" in line
    assert not re.search("\u2068[^\u2069]*\u2068", line.replace("\u2067", ""))


def test_concise_is_one_line_a_finding() -> None:
    """Place, level, code and message, in the order of findings, and nothing else."""
    lines = concise(CHECKED, "en").splitlines()
    assert len(lines) == sum(one.stands for one in CHECKED.findings)
    assert re.fullmatch(r"bread\.md:6:\d+: error acme\.length The text is too long by .*", lines[1])


@langs
def test_concise_cannot_be_forged(lang: Lang) -> None:
    """A hostile draft adds no line, and the place stands bare at the beginning."""
    [line] = concise(hostile(), lang).splitlines()
    assert "\x1b" not in line
    [plain] = concise(answer(made(span=Span(line=2, column=3, end_line=2, end_column=4))), lang).splitlines()  # fmt: skip
    assert plain.startswith("post.md:2:3: ")


def excerpt_of(text: str, find: str) -> list[str]:
    """The two lines of an excerpt whose stretch is `find`."""
    one = draft(text, format="text")
    at = one.source.split("\n").index(text) + 1
    start = text.index(find) + 1
    finding = made(span=Span(line=at, column=start, end_line=at, end_column=start + len(find)))
    lines = shown(answer(finding), {"post.md": one.source}).split("\n")
    return lines[2:4]


def made(
    code: str = "acme.length", file: str = "post.md", message: str = "m", **fields: Any
) -> Finding:
    """A finding with what a test needs."""
    base: dict[str, Any] = {
        "code": code, "level": "error", "file": file, "network": "acme", "span": None,
        "message": Said(en=message, fa=message), "because": Said(en="b", fa="b"), "fix": None,
    }  # fmt: skip
    return Finding(**{**base, **fields})


def answer(*findings: Finding) -> Checked:
    """A result with these findings."""
    numbers = {
        "error": len(findings),
        "warning": 0,
        "note": 0,
        "not_evaluated": 0,
        "suppressed": 0,
        "drafts": 1,
    }
    files = list(dict.fromkeys(one.file for one in findings))
    return Checked(
        version="0",
        rulebook="f",
        as_of="2026-11",
        files=files,
        findings=list(findings),
        summary=numbers,
    )


@pytest.mark.parametrize(
    ("text", "find", "under"),
    [
        ("plain bread here", "bread", "      " + "^^^^^"),
        ("面包 bread", "bread", "     ^^^^^"),
        ("🥖🥖 bread", "bread", "     ^^^^^"),
        ("a\tbread", "bread", "     ^^^^^"),
        ("cafe\u0301 bread", "bread", "     ^^^^^"),
        ("面包 bread", "面包", "^^^^"),
        ("bread", "bread", "^^^^^"),
    ],
)  # fmt: skip
def test_carets_stand_under_the_stretch(text: str, find: str, under: str) -> None:
    """Wide characters, tabs and combining marks do not move the carets."""
    line, carets = excerpt_of(text, find)
    assert line.startswith("    6 | ")
    assert carets == "      | " + under


def test_long_lines_are_cut_around_the_place() -> None:
    """Of a long line, what is around the place is shown, and the carets still fit."""
    line, carets = excerpt_of("word " * 60 + "HERE" + " word" * 60, "HERE")
    assert line[carets.index("^") : carets.rindex("^") + 1] == "HERE"
    assert len(line) < 100
    assert "…" in line


def test_right_to_left_is_quoted() -> None:
    """A line with Persian has no carets, which nothing could place, but the stretch in quotes."""
    line, quoted = excerpt_of("سلام bread دنیا", "bread")
    assert "\u2068سلام bread دنیا\u2069" in line
    assert quoted.strip() == "here: “\u2068bread\u2069”"
    assert "^" not in line + quoted


def test_a_lone_sign_is_quoted_with_the_words_around_it() -> None:
    """Of many marks nobody knows which is meant by “!”, so two words on each side go with it."""
    _, quoted = excerpt_of("نان تازه داریم! همین امروز زود بیایید!", "!")
    assert quoted.strip() == "here: “\u2068تازه داریم! همین امروز\u2069”"
    _, quoted = excerpt_of("نان!", "!")
    assert quoted.strip() == "here: “\u2068نان!\u2069”"


@pytest.mark.parametrize(
    ("find", "quote"),
    [("صف صبح", "صف صبح"), ("صف صب", "صف صب…"), ("شود اما", "…شود اما"), ("ح می‌", "…ح می…")],
)
def test_a_quote_that_is_cut_within_a_word_says_so(find: str, quote: str) -> None:
    """A mark stands on the side on which letters of the same word were left out, ZWNJ or not."""
    _, quoted = excerpt_of("صف صبح می‌شود اما نان هست", find)
    assert quoted.strip() == f"here: “\u2068{quote}\u2069”"


def test_what_the_message_quotes_is_not_quoted_again() -> None:
    """Where the words stand above the line already, they do not stand below it as well."""
    at = Span(line=1, column=6, end_line=1, end_column=11)
    for message, lines in (("“\u2068bread\u2069”", 0), ("too long", 1)):
        finding = made(message=message, span=at)
        page_ = shown(answer(finding), {"post.md": "سلام bread دنیا"})
        assert page_.count("here:") == lines


@langs
def test_sarif_is_valid(lang: Lang) -> None:
    """The log fits the schema of the standard, with fixes, suppressions and hostile names."""
    fixed = made(
        span=Span(line=1, column=2, end_line=1, end_column=4),
        fix=Fix(text=Said(en="a", fa="b"), replacement="x"),
    )
    odd = made(file="a b/پیش:نویس%.md", suppressed="why not", suppressed_in="config")
    for checked in (CHECKED, answer(fixed, odd), answer()):
        assert [
            error.message for error in Draft7Validator(SCHEMA).iter_errors(sarif(checked, lang))
        ] == []


def test_sarif_says_the_same() -> None:
    """Rules, kinds, levels, places and suppressions are those of the findings."""
    [log] = sarif(CHECKED, "en")["runs"]
    rules = log["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted({one.code for one in CHECKED.findings})
    assert all(rule["help"]["text"] and rule["shortDescription"]["text"] for rule in rules)
    titles = {rule["id"]: rule["shortDescription"]["text"] for rule in rules}
    assert titles["acme.length"] == "Length and characters of the text"
    assert titles["core.placeholder"] == "Placeholder"
    assert log["columnKind"] == "unicodeCodePoints"
    for one, result in zip(CHECKED.findings, log["results"], strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == one.code
        open_ = one.state == "not_evaluated"
        assert (result["kind"], result["level"]) == (
            ("open", "none") if open_ else ("fail", one.level)
        )
        region = result["locations"][0]["physicalLocation"].get("region")
        assert region == (one.span and {
            "startLine": one.span.line, "startColumn": one.span.column,
            "endLine": one.span.end_line, "endColumn": one.span.end_column,
        })  # fmt: skip
    [accepted] = [one for one in log["results"] if "suppressions" in one]
    assert accepted["suppressions"] == [{"kind": "inSource", "justification": "nobody looks"}]


def test_sarif_addresses() -> None:
    """Names of files are references: escaped, with slashes, and standard input has one too."""
    uris = [
        sarif(answer(made(file=name)), "en")["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for name in ("a b/c#d.md", "a:b.md", "<stdin>", "/tmp/x y.md")
    ]  # fmt: skip
    assert uris == ["a%20b/c%23d.md", "a%3Ab.md", "stdin", "file:///tmp/x%20y.md"]


COMMAND = re.compile(r"::(error|warning|notice) ((?:[A-Za-z]+=[^,:\n]*,?)+)::([^\n]*)")


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """As GitHub reads them; every line must be one."""
    found = []
    for line in text.splitlines():
        match = COMMAND.fullmatch(line)
        assert match, line
        pairs = [part.split("=", 1) for part in match[2].split(",")]
        properties = {name: value for name, value in pairs}
        assert len(properties) == len(pairs), line
        found.append((match[1], properties, match[3]))
    return found


def test_github_points_at_the_right_place() -> None:
    """Line and column of a command lead to the stretch in the file that the finding is about."""
    [command] = [
        one
        for one in commands(github(CHECKED, "en"))
        if one[1]["title"] == "acme.length" and one[1]["file"] == "bread.md"
    ]
    line = SOURCES["bread.md"].split("\n")[int(command[1]["line"]) - 1]
    rest = line[int(command[1]["col"]) - 1 : int(command[1]["endColumn"]) - 1]
    kept = line[: int(command[1]["col"]) - 1]
    assert line == kept + rest
    assert len(kept.encode("utf-16-le")) // 2 == 40
    assert command[0] == "error"


def test_github_leaves_out_what_does_not_stand() -> None:
    """What was accepted or not checked is no annotation; without findings nothing is printed."""
    titles = [(one[1]["file"], one[1]["title"]) for one in commands(github(CHECKED, "en"))]
    assert ("short.md", "acme.hashtags") not in titles
    assert "acme.limits" not in {title for _, title in titles}
    assert github(answer(), "en") == ""


def test_github_columns_are_for_one_line() -> None:
    """A stretch over several lines has no columns, which GitHub would take for one line's."""
    over = made(span=Span(line=2, column=3, end_line=4, end_column=5))
    [(_, properties, _)] = commands(github(answer(over), "en"))
    assert properties["line"] == "2"
    assert properties["endLine"] == "4"
    assert "col" not in properties


HOSTILE = "x\r\n::error file=a.md::forged%0A\x1b[31m\x00\u202e,title=z: ]]> <b>&amp;</b>\u2028"


def hostile() -> Checked:
    """A result that quotes a draft that wants to forge the answer."""
    from channelwise.check.say import said

    text = said("placeholder", text=HOSTILE)
    return answer(made(
        file=f"{HOSTILE}.md", message="m", code="acme.length",
        because=text, fix=Fix(text=text), count=text,
        grounds=[Ground(id=HOSTILE, title="t", address="", date="2026", confidence="blog", old=False)],
        suppressed=None,
    ).model_copy(update={"message": text}))  # fmt: skip


@langs
def test_nothing_can_forge_a_github_command(lang: Lang) -> None:
    """Line ends, colons and escapes of a name or text stay inside their own command."""
    [(kind, properties, message)] = commands(github(hostile(), lang))
    assert kind == "error"
    assert set(properties) == {"file", "title"}
    assert "\x1b" not in message
    assert "\\u2068" not in message


@langs
def test_nothing_can_act_on_the_terminal(lang: Lang) -> None:
    """Escapes, controls and overrides of direction are written out, and add no line of their own."""
    text = shown(hostile(), {HOSTILE + ".md": HOSTILE}, lang, verbose=True)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2028]", text)
    assert not re.search("^::", text, re.MULTILINE)


@langs
def test_junit_is_xml_whatever_is_in_it(lang: Lang) -> None:
    """The document can be parsed and holds the texts, with what XML cannot hold written out."""
    root = ET.fromstring(junit(hostile(), lang))
    [failure] = root.iter("failure")
    assert failure.get("type") == "error"
    raw = made(message="a\x00b\ufffe\x1b", file="\x01.md")
    [case] = ET.fromstring(junit(answer(raw), lang)).iter("testcase")
    assert case.get("classname") == "\\x01.md"


def test_junit_counts() -> None:
    """What fails the check is a failure, what was accepted or not checked is skipped."""
    for fail_on, failing in (
        ("error", {"error"}),
        ("note", {"error", "warning", "note"}),
        ("never", set()),
    ):
        root = ET.fromstring(junit(CHECKED, "en", fail_on))  # type: ignore[arg-type]
        failed = sum(one.stands and one.level in failing for one in CHECKED.findings)
        skipped = sum(not one.stands for one in CHECKED.findings)
        assert (root.get("failures"), root.get("skipped")) == (str(failed), str(skipped))
        assert root.get("tests") == str(len(list(root.iter("testcase"))))
    fine = answer().model_copy(update={"files": ["fine.md"]})
    [case] = ET.fromstring(junit(fine, "en")).iter("testcase")
    assert (case.get("classname"), len(case)) == ("fine.md", 0)


def test_order_and_bytes_are_the_same_every_time() -> None:
    """Equal input gives equal bytes; findings come by file, place, level, code and network."""
    again = quiet(run(DRAFTS, NETWORK))
    assert again.model_dump_json() == CHECKED.model_dump_json()
    files = [one.file for one in DRAFTS]
    keys = [
        (
            files.index(one.file),
            (one.span.line, one.span.column) if one.span else (0, 0),
            LEVELS.index(one.level),
            one.code,
            one.network or "",
        )
        for one in CHECKED.findings
    ]
    assert keys == sorted(keys)
    assert CHECKED.files == files


def test_errors_come_first_in_a_place() -> None:
    """What is about the whole draft, or one place, begins with what keeps it from going out."""
    limits = {
        "items": limit("1-3", "pictures"),
        "hashtags_recommended": limit("1-3", "hashtags", hard=False),
    }
    checked = run(draft("Rye.", format="image"), acme({"image": limits}))
    levels = [one.level for one in checked.findings if one.stands and one.span is None]
    assert levels == sorted(levels, key=LEVELS.index)
    assert set(levels) > {"note"}


def test_summary_is_the_sum() -> None:
    """The summary counts what stands, by level, and what was accepted or not checked apart."""
    checked = run(DRAFTS, NETWORK)
    for level in ("error", "warning", "note"):
        assert checked.summary[level] == sum(
            f.stands and f.level == level for f in checked.findings
        )
    assert checked.summary["suppressed"] == 1
    assert checked.summary["drafts"] == len(DRAFTS)


@pytest.mark.parametrize(
    ("level", "fails"),
    [("error", {"error", "warning", "note"}), ("warning", {"warning", "note"}), ("note", {"note"})],
)
def test_levels_that_fail(level: str, fails: set[str]) -> None:
    """A finding fails a check at its own level and at all below it, and never at `never`."""
    checked = answer(made(level=level))
    for fail_on in ("error", "warning", "note", "never"):
        assert checked.fails(fail_on) is (fail_on in fails)  # type: ignore[arg-type]
    assert not answer(made(level=level, suppressed="x")).fails("note")
    assert not answer(made(level=level, state="not_evaluated")).fails("note")


def test_many_drafts_in_little_time() -> None:
    """A thousand drafts on a network are checked in seconds."""
    import time

    drafts = [draft_from(DRAFTS[0].source, f"{n}.md") for n in range(1000)]
    before = time.process_time()
    checked = check(book(NETWORK), drafts, Asked((), None, lambda _: Config(), DAY))
    assert time.process_time() - before < 30
    assert sum(one.code == "acme.length" for one in checked.findings) == 1000


@pytest.mark.parametrize(
    "text",
    [
        "#a " * 100_000,
        "{{a}} " * 50_000,
        "@bob " * 60_000,
        "a.com " * 50_000,
        "<!-- channelwise: ignore a.b because x -->\n" * 20_000,
        "$ABC " * 60_000,
    ],
    ids=["hashtags", "placeholders", "mentions", "links", "comments", "cashtags"],
)
def test_hostile_texts_take_linear_time(text: str) -> None:
    """A text of nothing but signs of one kind is checked in seconds."""
    import time

    limits = {
        f"{name}_max": limit(3, name) for name in ("hashtags", "mentions", "links", "cashtags")
    }
    network = acme({"text": limits})
    one = draft_from("---\nnetworks: acme\nformat: text\n---\nx" + text + "\n", "post.md")
    before = time.process_time()
    run(one, network)
    assert time.process_time() - before < 20


def test_several_drafts_of_one_file(tmp_path: Path) -> None:
    """Drafts of one JSON file each have their findings at their own place."""
    from channelwise.drafts.read import read_drafts

    picture(tmp_path, "a.png", (9, 9))
    text = '[{"text": "Much too long for a text of forty signs, you see"},\n {"text": "fine #a"},\n {"text": "Again much too long for a text of forty signs"}]'
    (tmp_path / "posts.json").write_text(text, encoding="utf-8")
    checked = run(read_drafts([str(tmp_path / "posts.json")]), NETWORK, only=("acme",))
    spans = [one.span and one.span.line for one in checked.findings if one.code == "acme.length"]
    assert spans == [1, 3]


def test_wide_terminals_and_ascii_ones() -> None:
    """The page can be written on a terminal that knows ASCII alone."""
    from io import BytesIO, TextIOWrapper

    raw = BytesIO()
    stream = TextIOWrapper(raw, encoding="ascii")
    page(CHECKED, SOURCES, "en", Console(file=stream, width=80), verbose=True)
    stream.flush()
    assert b"acme.length" in raw.getvalue()


def test_draft_built_by_hand() -> None:
    """A draft that was never in a file can be checked as well."""
    one = Draft(
        file="made", source="", text="x" * 41, text_at=None, networks=("acme",), format="text"
    )
    assert "acme.length" in [f.code for f in run(one, NETWORK).findings]
