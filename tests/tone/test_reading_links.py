"""Where links begin and end, in step with the finder that counts them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from channelwise.count.links import LinkRules
from channelwise.tone.links import links

COUNTED = LinkRules(frozenset(("com", "org", "ir", "uk", "shop")))


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in links(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Menu: https://example.com/a_(b)", ["https://example.com/a_(b)"]),
        ("(https://en.example.org/wiki/Rye_(bread)) ok", ["https://en.example.org/wiki/Rye_(bread)"]),
        ("https://a.com/x_(y_(z)) b", ["https://a.com/x_(y_(z))"]),
        ("https://a.com/x(see this)", ["https://a.com/x"]),
        ("https://a.com,https://b.com x", ["https://a.com", "https://b.com"]),
        ("https://a.com/x,https://b.com/y", ["https://a.com/x", "https://b.com/y"]),
        ("https://a.com/x|www.b.com;https://c.com", ["https://a.com/x", "www.b.com", "https://c.com"]),
        ("https://a.com/1,2;3", ["https://a.com/1,2;3"]),
        ("https://a.com/old/https://b.com/x", ["https://a.com/old/https://b.com/x"]),
        ("[https://a.com/x](https://a.com/y)", ["https://a.com/x", "https://a.com/y"]),
        ("https://a.com/?f[]=1&g={id}.", ["https://a.com/?f[]=1&g={id}"]),
        ("<https://a.com> **https://b.com/x**, 'c.com'", ["https://a.com", "https://b.com/x", "c.com"]),
        ("https://example.ir/منو؟ را ببینید", ["https://example.ir/منو"]),
        ("سایتexample.comبخرید", ["example.com"]),
        ("سایتhttps://a.comبخرید", ["https://a.com"]),
        ("https://سایت.ایران/منو", ["https://سایت.ایران/منو"]),
        ("\u2066https://a.com/x\u2069 https://b.com/y\u200cها", ["https://a.com/x", "https://b.com/y"]),
        ("a.com:8080/x?y#z https://me:pw@a.com/x http://10.0.0.1/", ["a.com:8080/x?y#z", "https://me:pw@a.com/x", "http://10.0.0.1/"]),
        ("https://a.com#top https://b.com# x", ["https://a.com#top", "https://b.com"]),
        ("HTTPS://A.COM Www.a.zz Example.COM", ["HTTPS://A.COM", "Www.a.zz", "Example.COM"]),
        ("sho.rt/x1 sho.rt e.g./x 3.5/4 and/or.it", ["sho.rt/x1"]),
        ("a.community b.com-x https://a.com/?a=1& https://b.com/x& y", ["https://a.com/?a=1&", "https://b.com/x"]),
        ("us@acme.com first.last@a.com #a.com $a.com /a.com -a.com http://localhost", []),
    ],
)  # fmt: skip
def test_links_of_a_text(text: str, expected: list[str]) -> None:
    assert found(text) == expected


WORD = st.text("abcXYZ019", min_size=1, max_size=6)
HOST = st.builds("{}.{}".format, WORD, st.sampled_from(sorted(COUNTED.endings)))
PART = st.one_of(
    WORD,
    st.builds("{}_({})".format, WORD, WORD),
    st.builds("{},{}".format, WORD, WORD),
    st.builds("{}-{}".format, WORD, WORD),
    st.builds("{}.{}".format, WORD, WORD),
)
QUERY = st.one_of(st.just(""), st.builds("?{}={}".format, WORD, WORD))
PATH = st.lists(PART, max_size=3).map(lambda parts: "/" + "/".join(parts))
PORT = st.sampled_from(["", "", ":8080"])
SCHEME = st.sampled_from(["https://", "http://", "HTTP://"])
# Of a bare host, a counting finder takes what is behind it only where there is a path.
LINK = st.one_of(
    HOST,
    st.tuples(HOST, PORT, PATH, QUERY).map("".join),
    st.tuples(SCHEME, HOST, PORT, st.one_of(st.just(""), PATH), QUERY).map("".join),
)
CONTEXT = st.sampled_from(
    [
        "{}", "see {} now", "{}.", "{}, and", "({})", "(see {})", "[words]({})", "<{}>", '"{}"', "«{}»", "“{}”",
        "'{}'", "**{}**", "{}!?", "{}:", "{}…", "نان: {}؟", "«{}»،", "{}\u200cها", "👉 {} 👈", "{}\n", "\u2066{}\u2069", "{} 🎉",
    ]
)  # fmt: skip


@settings(max_examples=500)
@given(st.lists(st.tuples(LINK, CONTEXT), min_size=1, max_size=4))
def test_both_finders_agree(given_links: list[tuple[str, str]]) -> None:
    """A link in brackets, quotes or marks, in either language, is the same for tone and for count."""
    text = " ".join(context.format(link) for link, context in given_links)
    assert found(text) == [text[start:end] for start, end in COUNTED.spans(text)]
    assert found(text) == [link for link, _ in given_links]


@settings(max_examples=300)
@given(st.lists(st.sampled_from(["https://", "a.com", ",", "/", "(", ")", "[", "]", "{", "}", "x", "?", "#", " ", ".", "@", "نان", "\u200c"]), max_size=30))  # fmt: skip
def test_links_are_in_order_and_stand_apart(pieces: list[str]) -> None:
    """Whatever surrounds them, they do not overlap, and none is empty or ends with a mark."""
    text, past = "".join(pieces), 0
    for start, end in links(text):
        assert past <= start < end <= len(text)
        assert not text[end - 1].isspace() and text[end - 1] not in ".,?(["
        past = end
