"""The classes of characters that decide where a link begins and ends, for use inside `[...]`."""

from typing import Final

_LINE_ENDS_AND_BLANKS: Final = (
    r"\x09-\x0d\x20\x85\xa0\u1680\u180e\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
)
_NO_CHARACTERS: Final = r"\ufffe\ufeff\uffff"
_DIRECTIONS: Final = r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_PUNCTUATION: Final = r"!'#%&()*+,\\/:;<=>?@\[\]\^{|}~$"
_ACCENTED: Final = (
    r"\xc0-\xd6\xd8-\xf6\xf8-\xff\u0100-\u024f\u0253\u0254\u0256\u0257\u0259\u025b\u0263\u0268"
    r"\u026f\u0272\u0289\u028b\u02bb\u0300-\u036f\u1e00-\u1eff"
)
_CYRILLIC: Final = r"\u0400-\u04ff"

# No part of a host name, whatever the script.
OUTSIDE_HOST: Final = _PUNCTUATION + _LINE_ENDS_AND_BLANKS + _NO_CHARACTERS + _DIRECTIONS
# A link cannot begin right after one of these.
NOT_BEFORE: Final = rf"A-Za-z0-9@\uff20$#\uff03{_NO_CHARACTERS}"
# Labels of a host name that may stand without a scheme.
LATIN_LABEL: Final = rf"\-a-z0-9{_ACCENTED}"
PATH: Final = rf"a-z{_CYRILLIC}0-9!*';:=+,.$/%#\[\]\-\u2013_~@|&{_ACCENTED}"
PATH_END: Final = rf"+\-a-z{_CYRILLIC}0-9=_#/{_ACCENTED}"
QUERY: Final = r"a-z0-9!?*'@();:&=+$/%#\[\]\-_.,~|"
QUERY_END: Final = r"a-z0-9\-_&=#/"
