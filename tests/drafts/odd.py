"""Further drafts that were made to hurt, each of a kind of its own, for the command line.

Each is refused with code 2 and a message that begins with its place, or it is read, and then
an answer in any form stays well-formed. `test_hostile.py` has those that the reader refuses.
"""

import gzip
import json
from typing import Any, Final, NamedTuple

Content = str | bytes


class Refused(NamedTuple):
    """A draft that cannot be used: where that is said (0: of the whole file), and what."""

    name: str
    end: str
    content: Content
    line: int
    column: int
    says: str


class Read(NamedTuple):
    """A draft that is only strange: it is checked, and the answer stays whole."""

    name: str
    end: str
    content: Content


def front(yaml: str, text: str = "Hello\n") -> str:
    return f"---\n{yaml}\n---\n{text}"


def field(line: str) -> str:
    return front(f"networks: x\n{line}")


def post(**more: Any) -> str:
    return json.dumps({"text": "Hello", "networks": "x", **more})


_TO_UTF8: Final = "save the file as UTF-8"
_MOMENT: Final = "expected a day such as 2026-11-23, or a day and a time such as 2026-11-23T09:30"
_YEAR: Final = "this year cannot be meant"
_LINK: Final = "expected an address that begins with https:// or http://"
_NOTHING: Final = "there is nothing to post here"
_HIDDEN: Final = "holds a hidden character"

_ENCODINGS: Final = [
    Refused("English in UTF-16 without a mark, the other order", "md", "Hello there".encode("utf-16-be"), 0, 0, "UTF-16"),
    Refused("Persian in UTF-16 without a mark", "md", "سلام دنیا".encode("utf-16-le"), 1, 15, _TO_UTF8),
    Refused("UTF-32 with a mark of the other order", "md", b"\0\0\xfe\xff" + "Hi".encode("utf-32-be"), 0, 0, "UTF-32"),
    Refused("UTF-32 without a mark", "md", "Hi".encode("utf-32-le"), 1, 2, "U+0000"),
    Refused("a front matter in ASCII above Windows-1256", "md", front("networks: x").encode() + "نان تازه".encode("cp1256", "replace"), 5, 1, "byte 0xE4"),
    Refused("EBCDIC", "md", "Hello there\n".encode("cp500"), 1, 2, _TO_UTF8),
    Refused("Shift JIS", "txt", "今日はパン".encode("shift_jis"), 1, 1, _TO_UTF8),
    Refused("GB 18030", "txt", "面包".encode("gb18030"), 1, 1, _TO_UTF8),
    Refused("KOI8-R", "txt", "хлеб".encode("koi8-r"), 1, 1, _TO_UTF8),
    Refused("ISO 2022", "txt", "今日".encode("iso2022_jp"), 1, 1, "U+001B"),
    Refused("an overlong NUL", "md", b"a\xc0\x80", 1, 2, "byte 0xC0"),
    Refused("a sequence of five bytes", "md", b"a\xf8\x88\x80\x80\x80", 1, 2, "byte 0xF8"),
    Refused("a point beyond Unicode", "md", b"a\xf4\x90\x80\x80", 1, 2, "byte 0xF4"),
    Refused("an emoji as two surrogates", "md", b"a\xed\xa0\xbd\xed\xb8\x80", 1, 2, "byte 0xED"),
    Refused("something compressed", "md", gzip.compress(b"Hello" * 9, mtime=0), 1, 2, "byte 0x8B"),
    Refused("a document of an office, renamed", "md", b"PK\x03\x04\x14\0\x06\0" + bytes(range(128, 200)), 1, 9, _TO_UTF8),
    Refused("a PDF, renamed", "txt", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", 2, 2, _TO_UTF8),
    Read("UTF-7", "md", "+/v8-Hello +BkUGRg-"),
    Read("two byte order marks above a front matter", "md", b"\xef\xbb\xbf\xef\xbb\xbf" + field("title: a").encode()),
    Read("a byte order mark in the middle", "md", "Hello\ufeffthere"),
    Refused("a byte order mark below the first line", "md", "---\n\ufeffnetworks: x\n---\nA", 2, 1, "U+FEFF"),
]  # fmt: skip

_LINES: Final = [
    Refused("line ends of three kinds", "md", "A\r\nB\rC\n", 2, 2, "U+000D"),
    Refused("line ends doubled by a copy", "md", "A\r\r\nB", 1, 2, "U+000D"),
    Refused("line ends the wrong way round", "md", "A\n\rB\n\r", 2, 1, "U+000D"),
    Refused("a next line in the front matter", "md", field("title: a\x85b"), 3, 9, "U+0085"),
    Refused("a separator of lines in the front matter", "md", field("title: a\u2028b"), 3, 9, "U+2028"),
    Refused("a separator of paragraphs in a JSON title", "json", post(title="a\u2029b"), 1, 45, "U+2029"),
    Refused("a JSON file of an old Macintosh", "json", '{\r"text":\r"a"\r}', 1, 2, "U+000D"),
    Read("Windows line ends above, Unix ones below", "md", b"---\r\nnetworks: x\n---\r\nA\nB\r\n"),
    Read("a separator of lines in a JSON text", "json", '{"text": "a\\u2028b"}'),
]  # fmt: skip

_SIGNS: Final = [
    Refused("nothing but joiners", "md", "\u200c\u200d\u200c", 1, 1, _NOTHING),
    Refused("nothing but marks of direction", "md", "\u200f\u200e\u202e", 1, 1, _NOTHING),
    Refused("nothing but soft hyphens", "txt", "\xad\xad", 1, 1, _NOTHING),
    Refused("nothing but a letter without ink", "md", front("networks: x", "\u3164"), 1, 1, _NOTHING),
    Refused("nothing but empty braille", "txt", "\u2800\u2800", 1, 1, _NOTHING),
    Refused("nothing but invisible tags", "md", "\U000e0048\U000e0069", 1, 1, _NOTHING),
    Refused("nothing but joiners in JSON", "json", post(text="\u200b\u2060"), 1, 10, _NOTHING),
    Refused("a sequence of a terminal in eight bits", "md", "a\x9b31mb", 1, 2, "U+009B"),
    Refused("a hidden link of a terminal", "md", "a\x1b]8;;http://a\x07x", 1, 2, "U+001B"),
    Refused("a control in a JSON text", "json", '{"text": "a\\u001b[2J"}', 1, 10, "U+001B"),
    Refused("a delete in a JSON text", "json", '{"text": "a\\u007fb"}', 1, 10, "U+007F"),
    Refused("two first halves of an emoji", "json", '{"text": "\\ud83d\\ud83d"}', 1, 10, "U+D83D"),
    Refused("half an emoji in an answer of a poll", "json", '{"text": "a", "poll": ["\\udc00", "b"]}', 1, 24, "U+DC00"),
    Refused("a control in the name of a picture", "md", field('media: "a\\e[2Jb.png"'), 3, 8, "U+001B"),
    Refused("an override in a description", "md", field('media: [{file: a.png, alt: "a\\u202eb"}]'), 3, 28, "U+202E"),
    Refused("an override in an answer of a poll", "md", field('poll: ["a\\u202eb", b]'), 3, 8, "U+202E"),
    Refused("an override in a link", "md", field("link: https://a\u202e"), 3, 16, "U+202E"),
    Refused("a mark of direction in a schedule", "md", field("schedule: 2026-11-23T09:00\u200f"), 3, 27, "U+200F"),
    Read("a name turned round", "md", "Open abc\u202egpj.exe\u202c now"),
    Read("isolates that are never closed", "md", "\u2066" * 5_000 + "Hello"),
    Read("points for private use", "md", "A\ue000B\U000f0000"),
    Read("points that are no characters", "md", "A\ufdd0B\U0001ffff"),
    Read("points without a meaning", "md", "A\u0378B"),
    Read("invisible tags between letters", "md", "A\U000e0041\U000e007fB"),
    Read("a letter under a hundred thousand accents", "md", "a" + "\u0301" * 100_000),
    Read("fifty thousand selectors of a form", "md", "a\ufe0f" * 50_000),
    Read("a chain of a hundred thousand joined people", "md", "👩\u200d" * 100_000),
    Read("a flag of a region by tags", "md", "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"),
]  # fmt: skip

_FRONT: Final = [
    Refused("settings between lines of plus signs", "md", "+++\ntitle = 'a'\n+++\nHello\n", 1, 1, "written between lines of +++"),
    Refused("a front matter of a hundred thousand lines without an end", "md", "---\n" + "a: b\n" * 100_000, 1, 1, "have no end"),
    Refused("a directive of YAML", "md", "---\n%YAML 1.2\n---\nnetworks: x\n---\nA", 3, 1, "nothing may follow here"),
    Refused("a set of YAML", "md", field("title: !!set {a}"), 3, 8, "tags"),
    Refused("bytes in YAML", "md", field("title: !!binary aGk="), 3, 8, "tags"),
    Refused("an anchor on a list", "md", field("poll: &p [a, b]"), 3, 7, "anchors"),
    Refused("a placeholder without quotes", "md", field("media: {{picture}}"), 3, 9, "a key must be text"),
    Refused("an address part that begins with a percent sign", "md", field("media: %2e%2e/a.png"), 3, 8, "put it in quotes"),
    Refused("a dash for a picture", "md", field("media: -"), 3, 8, "check the indent"),
    Read("a front matter in JSON", "md", '---\n{"networks": ["x"], "title": "a"}\n---\nA'),
    Read("a second front matter is text", "md", front("networks: x", "---\ntitle: b\n---\nA")),
    Read("dots of YAML above the closing mark", "md", "---\nnetworks: x\n...\n---\nA"),
    Read("a title that is a time", "md", field("title: 12:30:45")),
    Read("a title that is a day", "md", field("title: 2026-01-01")),
    Read("plus signs that close nothing", "md", "+++\nHello"),
]  # fmt: skip

_NAMES: Final = [
    Refused("a network that is null", "md", front("networks: [null]"), 2, 12, "networks[0]: expected text; found nothing"),
    Refused("networks in a list of lists", "md", front("networks: [[x]]"), 2, 12, "networks[0]: expected text; found a list"),
    Refused("a network that is a mapping in a list", "md", front("networks: [{id: x}]"), 2, 12, "networks[0]: expected text"),
    Refused("a network that is a flag", "md", front("networks: [true]"), 2, 12, "found true"),
    Refused("a network that is a fraction", "md", front("networks: 1.5"), 2, 11, "found 1.5"),
    Refused("networks as a mapping in JSON", "json", post(networks={"x": {}}), 1, 31, "networks: expected text or a list"),
    Read("a network that is a path", "md", front("networks: ../../etc/passwd")),
    Read("a network that is no", "md", front("networks: no")),
    Read("a network in Persian", "md", front("networks: اینستاگرام")),
    Read("a network with a letter of another alphabet", "md", front("networks: \u0445")),
    Read("a network over two lines", "md", front('networks: "x\\nlinkedin"')),
    Read("a network by its address", "md", front("networks: https://x.com")),
    Refused("an account that is a list", "md", field("account: [a, b]"), 3, 10, "account: expected text; found a list"),
    Refused("an account that is a mapping", "md", field("account: {name: a}"), 3, 10, "account: expected text"),
    Refused("an account of 5,000 letters", "md", field("account: " + "a" * 5_000), 3, 10, "account: has more than 600"),
    Read("an account with markup", "md", field("account: '[bold]a[/bold]'")),
    Read("an account with braces", "md", field("account: '{name}'")),
    Read("an account over two lines", "md", field('account: "a\\n::error::b"')),
]  # fmt: skip

_POLLS: Final = [
    Refused("a poll of a thousand answers", "md", field("poll: [" + "a, " * 1_000 + "]"), 3, 7, "poll: has more than 100"),
    Refused("a poll of lists", "md", field("poll: [[a], [b]]"), 3, 8, "poll[0]: expected text"),
    Refused("a poll of numbers", "md", field("poll: [1, 2]"), 3, 8, "poll[0]: expected text; found 1"),
    Refused("a poll of nothings", "md", field("poll: [null, a]"), 3, 8, "poll[0]: expected text; found nothing"),
    Refused("a poll as a mapping", "md", field("poll: {a: 1}"), 3, 7, "poll: expected a list"),
    Refused("an answer of 20,000 letters", "md", field("poll: [" + "a" * 20_000 + ", b]"), 3, 8, "poll[0]: has more than 10000"),
    Read("an answer of 9,000 letters", "md", field("poll: [" + "a" * 9_000 + ", b]")),
    Read("an answer over two lines", "md", field('poll: ["a\\nb", b]')),
]  # fmt: skip

_SCHEDULES: Final = [
    *(
        Refused(f"the schedule {written}", "md", field(f"schedule: {written}"), 3, 11, _MOMENT)
        for written in (
            "2026-13-01T10:00", "2026-00-10T10:00", "2026-11-23T24:00", "2026-11-23T09:60", "2026-11-23 9:00",
            "26-11-23T09:00", "2026-11-23T0900", "20261123T090000Z", "2026-11-23T09:00+0330", "2026-11-23T09:00+24:00",
            "2026-11-23T09:00:00.123", "2026-11-23T09:00 Asia/Tehran", "99999-01-01T00:00",
            "2026-02-29T10:00", "Mon, 23 Nov 2026 09:00", "1795424400", "1e9", "[2026-11-23T09:00]", "{at: now}",
            "true", "''", "2026/11/23 09:00", "23.11.2026 09:00", "2026-327T09:00", "P1D", "2026-11-23T09",
            "２０２６-11-23T09:00",
        )
    ),
    *(
        Refused(f"the schedule {written}", "md", field(f"schedule: {written}"), 3, 11, _YEAR)
        for written in ("1405-09-02T09:00", "1405/9/2", "۱۴۰۵-۰۹-۰۲T۰۹:۰۰", "1405-09-02", "2569-11-23T09:00", "9999-12-31T23:59-14:00", "0001-01-01T00:00+14:00")
    ),
    Read("a leap day", "md", field("schedule: 2024-02-29T10:00")),
    Read("a zone of fourteen hours", "md", field("schedule: 2026-11-23T09:00-14:01")),
]  # fmt: skip

_LINKS: Final = [
    *(
        Refused(f"the link {written}", "md", field(f"link: {written}"), 3, 7, _LINK)
        for written in ("https://", "http:///a", "ftp://a", "//a.b/c", "file:///etc/passwd", "data:text/html,x", "'https://a\n'")
    ),
    Refused("a link that is a list", "md", field("link: [https://a.b]"), 3, 7, "link: expected text; found a list"),
    Read("a link of 20,000 letters", "md", field("link: https://" + "a" * 20_000)),
    Read("a link with half an address", "md", field("link: https://[::1")),
    Read("a link with a port that is none", "md", field("link: https://a:99999/")),
    Read("a link with a password", "md", field("link: https://user:pw@h/")),
    Read("a link in Persian letters", "md", field("link: https://مثال.ایران/نان")),
]  # fmt: skip

_MEDIA: Final = [
    Refused("a hundred and one pictures", "md", field("media: [" + "a.png, " * 101 + "]"), 3, 8, "media: has more than 100"),
    Refused("pictures in a list of lists", "md", field("media: [[a.png]]"), 3, 9, "media[0]: expected text or a mapping"),
    Refused("a picture whose file is a list", "md", field("media: [{file: [a.png]}]"), 3, 16, "media[0].file: expected text"),
    Refused("a description that is a number", "md", field("media: [{file: a.png, alt: 5}]"), 3, 28, "media[0].alt: expected text"),
    Refused("a description of 20,000 letters", "md", field("media: [{file: a.png, alt: " + "a" * 20_000 + "}]"), 3, 28, "more than 10000"),
    Refused("a picture without a file in JSON", "json", post(media={"alt": "b"}), 1, 45, "media.file: is missing"),
    *(
        Read(f"the picture {written}", "md", field(f"media: {written}"))
        for written in (
            "../../etc/passwd", "../../../../../../../../etc/passwd", "/etc/passwd", "/dev/zero", "/dev/stdin",
            "/proc/self/environ", "~/.ssh/id_rsa", "$HOME/a.png", "folder", "pipe", "empty.png", "loop.png", "nowhere.png",
            "socket", "C:\\a.png", "\\\\srv\\a.png", "a/../../b.png", ".", "..", "/", "a\\u0000b", "'*.png'", "nul.png",
            "file.png/", "'[bold]x.png'", "--help", "a.png?x=1", "'a,b:c%0A.png'", "'{{picture}}'",
        )
    ),
    Read("a hundred pictures that are not there", "md", field("media: [" + "a.png, " * 100 + "]")),
    Read("one picture twice", "md", field("media: [a.png, a.png]")),
]  # fmt: skip

_IGNORED: Final = [
    Refused("an exception in words", "md", field("ignore: x.hashtags"), 3, 9, "ignore: expected a list"),
    Refused("an exception without a list", "md", field("ignore: {code: a.b, reason: c}"), 3, 9, "ignore: expected a list"),
    Refused("an exception that is a text", "md", field("ignore: [a.b]"), 3, 10, "ignore[0]: expected a mapping"),
    Refused("an exception without a code", "md", field("ignore: [{reason: c}]"), 3, 10, "ignore[0].code: is missing"),
    Refused("an exception for other files", "md", field("ignore: [{code: a.b, reason: c, files: [d]}]"), 3, 33, "ignore[0].files: is not a known field"),
    Refused("an exception until the 31st of February", "md", field("ignore: [{code: a.b, reason: c, until: 2026-02-31}]"), 3, 40, "write a day such as 2026-11-23"),
    Refused("an exception until a number", "json", post(ignore=[{"code": "a.b", "reason": "c", "until": 5}]), 1, 87, "write a day such as"),
    Refused("a hundred and one exceptions", "json", post(ignore=[{"code": "a.b", "reason": "c"}] * 101), 1, 46, "ignore: has more than 100"),
    Refused("a reason of 700 letters", "md", field("ignore: [{code: a.b, reason: " + "c" * 700 + "}]"), 3, 30, "more than 600"),
    Refused("a reason with an override", "md", field("ignore: [{code: a.b, reason: c\u202ed}]"), 3, 31, "U+202E"),
    Read("an exception for a code that is none", "md", field("ignore: [{code: '<b> ::error::', reason: c}]")),
    Read("a reason over two lines", "md", field('ignore: [{code: x.hashtags, reason: "a\\n::error::b"}]')),
]  # fmt: skip

_JSON: Final = [
    Refused("a list of 60,000 drafts", "json", "[" + ",".join(['{"text":"a"}'] * 60_000) + "]", 0, 0, "more than 20000 drafts"),
    Refused("a list of 20,001 drafts", "json", json.dumps([{"text": "a"}] * 20_001), 0, 0, "more than 20000 drafts"),
    Refused("a list of everything but drafts", "json", '[{"text":9},5,"b",null,true,[],{}]', 1, 10, "[0].text: expected text"),
    Refused("infinity", "json", '{"text":"a","title":Infinity}', 1, 21, "not a number that can be used"),
    Refused("less than nothing", "json", '{"text":"a","title":-Infinity}', 1, 21, "not a number that can be used"),
    Refused("a number beyond all", "json", '{"text":"a","title":1e999}', 1, 21, "not a number that can be used"),
    Refused("a schedule of 400 digits", "json", '{"text":"a","schedule":' + "9" * 400 + "}", 1, 24, "more than 15 digits"),
    Refused("a picture with two files", "json", '{"text":"a","media":[{"file":"a","file":"b"}]}', 1, 34, "media[0].file: is given twice"),
    Refused("a key of a program", "json", '{"text":"a","__proto__":{}}', 1, 13, "__proto__: is not a known field"),
    Refused("a title in 5,000 brackets", "json", '{"text":"a","title":' + "[" * 5_000 + "]" * 5_000 + "}", 1, 52, "32 levels deep"),
    Refused("a text that is a number", "json", '{"text":5}', 1, 9, "text: expected text; found 5"),
    Refused("a text in two languages", "json", '{"text":{"en":"a"}}', 1, 9, "text: expected text"),
    Refused("NUL behind the end", "json", '{"text":"a"}\0', 1, 13, "U+0000"),
    Refused("a byte order mark behind the end", "json", '{"text":"a"}\ufeff', 1, 13, "U+FEFF"),
    Refused("a blank that is none", "json", '{\xa0"text": "a"}', 1, 2, "a key in double quotes"),
    Refused("one draft a line", "json", '{"text":"a"}\n{"text":"b"}\n', 2, 1, "nothing may follow here"),
    Refused("JSON of a program", "json", "{text: 'a'}", 1, 2, "a key in double quotes"),
    Refused("a word of Python", "json", '{"text": True}', 1, 10, "a value is expected"),
    Refused("a number that begins with zeros", "json", '{"text":"a","title":007}', 1, 22, "a comma or a closing bracket"),
    Refused("a number that begins with a plus", "json", '{"text":"a","title":+1}', 1, 21, "a value is expected"),
    Refused("a bracket alone", "json", "{", 1, 2, "a key in double quotes"),
    Refused("a quote alone", "json", '"', 1, 1, "a closing quote is missing"),
    Refused("quotes of a word processor", "json", "{“text”: “a”}", 1, 2, "a key in double quotes"),
    Refused("keys in Persian", "json", '{"متن": "سلام"}', 1, 1, "text: is missing"),
    Refused("drafts below another key", "json", '{"posts":[{"text":"a"}]}', 1, 1, "text: is missing"),
    Refused("a key without letters", "json", '{"text":"a","":1}', 1, 13, "is not a known field"),
    Refused("fifty thousand keys", "json", "{" + ",".join(f'"k{n}":1' for n in range(50_000)) + "}", 1, 1, "text: is missing"),
    Refused("a key of half a million letters", "json", '{"' + "k" * 500_000 + '":1}', 1, 1, "text: is missing"),
    Refused("a tab in a text", "json", '{"text":"a\tb"}', 1, 11, "a closing quote is missing"),
    Read("a list of 200 drafts", "json", json.dumps([{"text": f"Hello {n}", "networks": "x"} for n in range(200)])),
    Read("a text of a hundred thousand escapes", "json", '{"text":"' + "\\u0041" * 100_000 + '"}'),
]  # fmt: skip

_SIZES: Final = [
    Refused("a line of ten million letters", "md", "x" * 10_000_000, 0, 0, "larger than 1 MiB"),
    Read("a line of a million letters in words", "md", "word " * 200_000),
    Read("a line of half a million Persian letters", "md", "سلام " * 110_000),
    Read("a hundred thousand lines", "md", "a line\n" * 100_000),
    Read("a hundred thousand hashtags", "md", "#a " * 100_000),
    Read("fifty thousand links", "md", "https://a.co " * 50_000),
    Read("a hundred thousand beginnings of links", "md", "http://" * 100_000),
    Read("a million dots", "md", "." * 1_000_000),
    Read("a million hash signs", "md", "#" * 1_000_000),
    Read("half a million braces", "md", "{" * 500_000),
    Refused("two hundred thousand comments that never end", "md", "<!-- " * 200_000, 1, 1, "comment has no end"),
    Read("ten thousand exceptions", "md", "<!-- channelwise: ignore a because b -->\n" * 10_000 + "A"),
    Read("nine hundred thousand blanks", "md", "a" + " " * 900_000 + "b"),
    Read("a name of a site of a million letters", "md", "a." * 400_000),
    Read("a hundred thousand addresses of mail", "md", "a@b.c " * 100_000),
    Read("a hundred thousand shouts", "md", "ABC " * 100_000),
]  # fmt: skip

_TRICKS: Final = [
    Read("places for values", "md", front("networks: nope", "%s %n {0} {name} %(a)s ${x}")),
    Read("markup of a terminal", "md", front("networks: '[bold red]x[/]'", "[link=http://a]b[/link]")),
    Read("the end of a piece of XML", "md", front("networks: ']]></failure><a/>&amp;'", "]]>&lt;")),
    Read("a command of a build server", "md", front("networks: '::error file=x::pwned'", "::set-output name=a::b")),
    Read("the end of a JSON text", "md", front("""networks: '"}],"results":[{'""", '"}]')),
    Read("a page", "md", front("networks: '<script>alert(1)</script>'", "<script>alert(1)</script>")),
    Read("a rich text", "md", r"{\rtf1\ansi Hello \u1587? }"),
]  # fmt: skip

_ALL: Final = (
    *_ENCODINGS, *_LINES, *_SIGNS, *_FRONT, *_NAMES, *_POLLS, *_SCHEDULES, *_LINKS, *_MEDIA, *_IGNORED,
    *_JSON, *_SIZES, *_TRICKS,
)  # fmt: skip
REFUSED: Final = [one for one in _ALL if isinstance(one, Refused)]
READ: Final = [one for one in _ALL if isinstance(one, Read)]

# Names of files, each of a draft that names a network that there is not.
NAMES: Final = (
    "a\nb.md", "a\x1b[2Jb.md", "\u202egpj.md", "a b.md", " .md", "-x.md", ".hidden.md", "a\tb.md", "\u2066x.md", "100%.md",
    "a:b,c.md", "::error::.md", "[bold]a.md", "]]>.md", '<a>&".md', "نان.md", "a'b.md", "x" * 250 + ".md", "{f}.md",
    "~.md", "$HOME.md", "*.md", "C:.md", "a\u2028b.md", "\ufeff.md", "🥖.md", "a\\b.md", "e\u0301.md", "UPPER.MD",
    "\udcff\udcfe.md", "folder.md/in.md",
)  # fmt: skip
