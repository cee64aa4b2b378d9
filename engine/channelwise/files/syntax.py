"""From what a parser says to a message that an owner of a shop can act on."""

import re
from typing import Final

from channelwise.errors import BadInput
from channelwise.files.say import problem
from channelwise.files.show import printable
from channelwise.files.tree import Place

# The first pattern that is found in the parser's words names the message.
_KEYS: Final = tuple(
    (re.compile(pattern), key)
    for pattern, key in (
        # libyaml
        (r"mapping values are not allowed", "colon_in_text"),
        (r"did not find expected (?:key|'-' indicator)|block .* are not allowed", "indent"),
        (r"did not find expected ',' or", "comma_missing"),
        (r"could not find expected ':'", "colon_missing"),
        (r"unexpected end of stream|unexpected document indicator", "quote_open"),
        (r"cannot start any token", "text_quotes"),
        (r"unknown escape character|expected hexdecimal number", "escape"),
        (r"undefined tag handle|tag URI|parsing a tag", "tag"),
        (r"anchor|scanning an alias", "alias"),
        (r"expected node content", "value_missing"),
        (r"expected <document start>", "after_end"),
        # json
        (r"Illegal trailing comma", "comma_extra"),
        (r"Expecting property name", "key_quotes"),
        (r"Expecting ':'", "colon_missing"),
        (r"Expecting ','", "comma_missing"),
        (r"Expecting value", "value_missing"),
        (r"Unterminated string", "quote_open"),
        (r"Invalid \\", "escape"),
        (r"Invalid control character", "quote_open"),
        (r"Extra data", "after_end"),
        # tomllib
        (r"Expected '=' after", "equals_missing"),
        (r"Expected newline or end of document", "after_end"),
        (r"Unclosed|Expected '\]", "bracket_open"),
        (r"Unescaped '\\'|Invalid hex|Escaped character", "escape"),
        (r"Invalid date", "date"),
        (r"Invalid (?:value|initial character)", "value_missing"),
        (r"Illegal character|Expected ['\"]{3}", "quote_open"),
        (r"Cannot (?:overwrite|declare|mutate)|Duplicate inline|immutable", "declared_twice"),
    )
)


def syntax_error(reason: str, file: str, place: Place) -> BadInput:
    """The error to raise for what a parser said; an unknown reason is passed on in English."""
    for pattern, key in _KEYS:
        if pattern.search(reason):
            return BadInput([problem(key, file, place)])
    return BadInput([problem("syntax", file, place, reason=printable(reason))])
