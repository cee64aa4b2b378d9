"""Links leave a text without breaking its sentences."""

import pytest

from channelwise.adapt.links import Pointer, links_in, with_line, without_links

WORDS = Pointer("LINE", "LINES", "(INSIDE)")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Come by!\nhttps://acme.com/a\nSee you", "Come by!\nLINE\nSee you"),
        ("Come by!\n\n👉 https://acme.com/a\n\nSee you", "Come by!\n\n👉 LINE\n\nSee you"),
        ("Order here: https://acme.com/a", "Order here:\nLINE"),
        ("Come by! https://acme.com/a.\nBye", "Come by!\nLINE\nBye"),
        ("Bread 🥖 www.acme.com 🎉", "Bread 🥖 🎉\nLINE"),
        ("Order at https://acme.com/a", "Order at (INSIDE)"),
        ("Order at https://acme.com/a, or call", "Order at (INSIDE), or call"),
        ("https://acme.com/a is our shop", "(INSIDE) is our shop"),
        ("سفارش: https://acme.com/a", "سفارش:\nLINE"),
        ("سفارش از https://acme.com/a تا فردا", "سفارش از (INSIDE) تا فردا"),
        ("A: https://acme.com/a\nB: https://acme.com/b", "A: (INSIDE)\nB: (INSIDE)"),
        ("Order 👉 https://acme.com/a 👈", "Order 👉 LINE 👈"),
        ("Order below 👇\nhttps://acme.com/a", "Order below 👇\nLINE"),
        ("A\n\nhttps://acme.com/a\n\nB\n\nhttps://acme.com/b", "A\n\nB\n\nLINES"),
        ("See: https://acme.com/a https://acme.com/b", "See:\nLINES"),
        ("We like Acme.com a lot", "We like Acme.com a lot"),
        ("No link", "No link"),
        ("- https://acme.com/a", "- LINE"),
        ("1. https://acme.com/a\n2. https://acme.com/b", "1. (INSIDE)\n2. (INSIDE)"),
        ("۱) https://acme.com/a\n۲) https://acme.com/b", "۱) (INSIDE)\n۲) (INSIDE)"),
        ("Bread – https://acme.com/a", "Bread – LINE"),
        ("We open at 6. https://acme.com/a", "We open at 6.\nLINE"),
        ("https://acme.com/a", "LINE"),
    ],
)
def test_links_are_taken_out(text: str, expected: str) -> None:
    assert without_links(text, None, WORDS).text == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See [the menu](https://acme.com/a) today", "See the menu today\n\nLINE"),
        ('[Order here](<https://acme.com/a> "Shop")\n\n#rye', "Order here\n\nLINE\n\n#rye"),
        ("[a [b] c](https://acme.com/a_(b)) d", "a [b] c d\n\nLINE"),
        ("See ![our oven](https://acme.com/a.png) now", "See our oven now\n\nLINE"),
        ("[https://acme.com](https://acme.com/a)", "LINE"),
        ("See <https://acme.com> now", "See (INSIDE) now"),
        ("See (https://acme.com/a_(b)), ok?", "See (INSIDE), ok?"),
        ('See "https://acme.com/a" now', "See (INSIDE) now"),
        ("به «https://acme.com/a» سر بزنید", "به (INSIDE) سر بزنید"),
        ("See **<https://acme.com>** now", "See (INSIDE) now"),
        ("We (see https://acme.com/a now) bake", "We (see INSIDE now) bake"),
        ("Menu: <https://acme.com/a>", "Menu:\nLINE"),
        ("See https://acme.com,https://b.com now", "See (INSIDE) now"),
        ("See [the menu][1] and [it].\n\n[1]: https://acme.com/a\n\n#rye", "See the menu and [it].\n\nLINE\n\n#rye"),
        ("See [The Menu].\n\n[the menu]: <https://acme.com/a>", "See The Menu.\n\nLINE"),
        ("Bread.\n\n[1]: https://acme.com/a", "Bread.\n\nLINE"),
        ("[1]: not a link\nSee [a][1] at https://acme.com/a", "[1]: not a link\nSee [a][1] at (INSIDE)"),
        ("[1]: later\nSee [a][1] at https://acme.com/a", "[1]: later\nSee [a][1] at (INSIDE)"),
        ("See [a][1], [b][2] now\n\n[1]: https://acme.com/a\n[2]: https://b.com\n\nBye", "See a, b now\n\nBye\n\nLINES"),
        ("Hi [a][1]\n\n[1]: https://acme.com/a\n\nOrder: https://b.com\nBye", "Hi a\n\nOrder:\nLINES\nBye"),
        ("Go: [a](https://acme.com/a) https://b.com", "Go: a\nLINES"),
        ("Visit acme.com now", "Visit (INSIDE) now"),
        ("It is ](https://acme.com/a) or\n[x\ny](https://b.com)", "It is ](INSIDE) or\n[x\ny]\nLINES"),
    ],
)  # fmt: skip
def test_wrapping_goes_with_its_link_and_words_stay(text: str, expected: str) -> None:
    """No empty brackets or quotes are left, and no address that Markdown hides."""
    assert without_links(text, None, WORDS).text == expected


def test_of_several_links_the_words_of_one_get_its_number() -> None:
    words = Pointer("LINE", "LINES", "(INSIDE)", "(LINK {})".format)
    moved = without_links("Read [the menu](https://a.co/1) or (https://a.co/2) now", None, words)
    assert moved.text == "Read the menu (LINK 1) or (LINK 2) now"
    assert (moved.links, moved.numbered) == (("https://a.co/1", "https://a.co/2"), True)
    assert moved.inside == ("(LINK 2)",), (
        "a sentence that keeps the words of its link needs no second look"
    )
    single = without_links("(see https://a.co/1 now)", None, words)
    assert (single.text, single.numbered) == ("(see INSIDE now)", False)


def test_of_several_links_the_text_says_which_is_meant() -> None:
    """By their numbers in the list, where there is one; the same link has the same number."""
    words = Pointer("LINE", "LINES", "(INSIDE)", "(LINK {})".format)
    text = "Read https://a.co/1 now.\nRecipe: https://a.co/2\nAgain: https://a.co/1\nShop 👉 https://a.co/3"
    moved = without_links(text, None, words)
    assert moved.text == "Read (LINK 1) now.\nRecipe: (LINK 2)\nAgain: (LINK 1)\nShop 👉 (LINK 3)"
    assert moved.numbered and len(moved.links) == 3
    assert not without_links("Read https://a.co/1 now.", None, words).numbered
    assert without_links("Read https://a.co/1 now.", None, words).text == "Read (INSIDE) now."
    aside = without_links("A https://a.co/1 https://a.co/2 b", None, words)
    assert (aside.text, aside.numbered) == ("A (INSIDE) b", False)


def test_a_list_whose_items_lose_their_links_says_which_is_meant() -> None:
    """No item ends in a colon that announces nothing, and no line falls into the list."""
    words = Pointer("LINE", "LINES", "(INSIDE)", "(LINK {})".format)
    text = "Today:\n- Bread: https://example.com/b\n- Cake: https://example.com/c\n- Tea"
    assert without_links(text, None, words).text == (
        "Today:\n- Bread: (LINK 1)\n- Cake: (LINK 2)\n- Tea"
    )
    bare = without_links("1. https://acme.com/b\n2. https://acme.com/c", "https://d.com", words)
    assert bare.text == "1. (LINK 1)\n2. (LINK 2)\n\nLINES", "one link is named by no item"
    assert bare.numbered and bare.links[2] == "https://d.com"


def test_a_link_that_stands_twice_side_by_side_has_one_number() -> None:
    words = Pointer("LINE", "LINES", "(INSIDE)", "(LINK {})".format)
    moved = without_links("See https://a.co/1, https://a.co/1 and https://a.co/2 now", None, words)
    assert moved.text == "See (LINK 1) and (LINK 2) now"
    assert moved.inside == ("(LINK 1)", "(LINK 2)")


def test_links_are_told_in_order_and_each_once() -> None:
    moved = without_links(
        "A: https://b.com/1\nB: https://a.com/2\nC: https://b.com/1", "https://c.com", WORDS
    )
    assert moved.links == ("https://b.com/1", "https://a.com/2", "https://c.com")
    assert moved.inside == ()


def test_a_declared_link_is_pointed_to_above_closing_hashtags() -> None:
    assert (
        without_links("Bread\n\n#rye #fresh", "https://a.com", WORDS).text
        == "Bread\n\nLINE\n\n#rye #fresh"
    )
    assert without_links("", "https://a.com", WORDS).text == "LINE"


def test_one_line_is_enough_for_all_links() -> None:
    assert without_links("Here: https://b.com/1", "https://c.com", WORDS).text == "Here:\nLINES"


def test_the_last_word_of_a_sentence_that_is_a_hashtag_is_no_closing_one() -> None:
    assert with_line("We love #bread", "LINE") == "We love #bread\n\nLINE"


def test_mail_addresses_and_names_of_sites_are_no_links() -> None:
    assert links_in("Write to us@acme.com, we beat Booking.com easily") == []
