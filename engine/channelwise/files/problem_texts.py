"""What is said about a mistake in a file, in both languages, by key.

Names in braces are filled in: `{found}` is what stands in the file, `{what}` a kind of
value from WHAT, `{words}` a list of words to choose from.
"""

from typing import Final

from channelwise.text import Text

_OF_FILES: Final = {
    "no_file": Text("there is no such file", "چنین فایلی پیدا نشد"),
    "folder": Text("is a folder, not a file", "پوشه است، نه فایل"),
    "no_rule_file": Text(
        "no rule file (*.yaml) in this folder",
        "در این پوشه هیچ فایل قاعده‌ای (\u2066*.yaml\u2069) نیست",
    ),
    "no_permission": Text("you may not read this file", "اجازهٔ خواندن این فایل را ندارید"),
    "unreadable": Text("cannot be read ({reason})", "خوانده نمی‌شود ({reason})"),
    "suffix": Text(
        "the name of the file must end in .yaml, .yml, .json or .toml",
        "نام فایل باید به یکی از این‌ها ختم شود: "
        "\u2066.yaml\u2069، \u2066.yml\u2069، \u2066.json\u2069، \u2066.toml\u2069",
    ),
    "too_big": Text("is larger than {limit} MiB", "از {limit} مگابایت بزرگ‌تر است"),
    "empty": Text("the file is empty", "فایل خالی است"),
    "not_utf8": Text(
        "is not UTF-8 text here (byte {byte}); save the file as UTF-8",
        "متن اینجا UTF-8 نیست (بایت {byte})؛ فایل را با کدگذاری UTF-8 ذخیره کنید",
    ),
    "hidden": Text(
        "holds a hidden character ({code}); delete it",
        "کاراکتری پنهان ({code}) دارد؛ آن را پاک کنید",
    ),
    "too_deep": Text(
        "is nested more than {limit} levels deep",
        "بیش از {limit} لایه تودرتو شده است",
    ),
    "long_number": Text(
        "has more than {limit} digits; put it in quotes if it is text",
        'بیش از {limit} رقم دارد؛ اگر متن است آن را در گیومهٔ \u2066"\u2069 بگذارید',
    ),
    "not_finite": Text(
        "is not a number that can be used",
        "عددی نیست که بشود به کار برد",
    ),
    "date": Text(
        "dates are not used here; put it in quotes if it is text",
        'اینجا تاریخ به کار نمی‌رود؛ اگر متن است آن را در گیومهٔ \u2066"\u2069 بگذارید',
    ),
    "duplicate_key": Text(
        "is given twice; the first is on line {first}",
        "دو بار آمده است؛ بار اول در خط {first}",
    ),
}  # fmt: skip

_OF_YAML: Final = {
    "alias": Text(
        "anchors and aliases (& and *) are not used here; write the value out",
        "نشانه‌های \u2066&\u2069 و \u2066*\u2069 اینجا کاربردی ندارند؛ خود مقدار را بنویسید",
    ),
    "tag": Text(
        "tags (words that begin with !) are not used here; delete it",
        "برچسب (واژه‌ای که با \u2066!\u2069 آغاز می‌شود) اینجا کاربردی ندارد؛ آن را پاک کنید",
    ),
    "merge": Text(
        "merging with << is not used here; write the fields out",
        "ادغام با \u2066<<\u2069 اینجا کاربردی ندارد؛ خود فیلدها را بنویسید",
    ),
    "key_in_quotes": Text(
        'a key must be text; put it in quotes: "{name}"',
        'کلید باید متن باشد؛ آن را در گیومه بگذارید: "{name}"',
    ),
    "key_missing": Text("a key is missing before the colon", "پیش از دونقطه کلیدی نیامده است"),
    "key_is_collection": Text(
        "a key must be text, not a list or a mapping",
        "کلید باید متن باشد، نه فهرست یا مجموعه‌ای از فیلدها",
    ),
    "documents": Text(
        "a second document begins here; keep one in the file",
        "از اینجا سند دومی آغاز می‌شود؛ در هر فایل فقط یک سند بگذارید",
    ),
}  # fmt: skip

# Mistakes of writing that a parser stopped at.
_OF_SYNTAX: Final = {
    "syntax": Text(
        "cannot be read from here on: {reason}",
        "از اینجا به بعد خوانده نمی‌شود: {reason}",
    ),
    "colon_in_text": Text(
        "a colon stands where none is expected; check the indent, or put the text in quotes",
        "دونقطه‌ای نابه‌جا آمده است؛ فاصلهٔ اول خط را ببینید یا متن را در گیومه بگذارید",
    ),
    "indent": Text(
        "does not line up with the lines above; check the indent",
        "با خط‌های بالا هم‌تراز نیست؛ فاصلهٔ اول خط را ببینید",
    ),
    "tab": Text("indent with spaces, not with a tab", "اول خط به‌جای Tab، فاصله بگذارید"),
    "colon_missing": Text("a colon is missing after the key", "پس از کلید، دونقطه نیامده است"),
    "comma_missing": Text(
        "a comma or a closing bracket is missing",
        "ویرگول یا کروشه یا آکولاد پایانی جا افتاده است",
    ),
    "comma_extra": Text(
        "the last comma is one too many; delete it",
        "ویرگول آخر زیادی است؛ آن را پاک کنید",
    ),
    "quote_open": Text("a closing quote is missing", "گیومهٔ پایانی جا افتاده است"),
    "key_quotes": Text(
        "a key in double quotes is expected",
        'اینجا کلیدی در گیومهٔ \u2066"\u2069 لازم است',
    ),
    "value_missing": Text("a value is expected here", "اینجا مقداری لازم است"),
    "text_quotes": Text(
        "this cannot begin a text; put it in quotes",
        "متن بدون گیومه نمی‌تواند این‌طور آغاز شود؛ آن را در گیومه بگذارید",
    ),
    "escape": Text(
        "this backslash escape is not known; write \\\\ for a backslash",
        "این ترکیب با بک‌اسلش شناخته‌شده نیست؛ برای خود بک‌اسلش \u2066\\\\\u2069 بنویسید",
    ),
    "after_end": Text("nothing may follow here", "پس از اینجا نباید چیزی بیاید"),
    "equals_missing": Text("= is missing after the key", "پس از کلید، \u2066=\u2069 نیامده است"),
    "bracket_open": Text("a closing bracket is missing", "کروشه یا آکولاد پایانی جا افتاده است"),
    "declared_twice": Text("is given twice", "دو بار آمده است"),
}  # fmt: skip

# Mistakes of content, found against a model.
_OF_CONTENT: Final = {
    "missing": Text("is missing", "نیامده است"),
    "unknown_key": Text("is not a known field", "فیلد شناخته‌شده‌ای نیست"),
    "unknown_key_of": Text(
        "is not a known field; known here: {known}",
        "فیلد شناخته‌شده‌ای نیست؛ فیلدهای شناخته‌شده در اینجا: {known}",
    ),
    "kind": Text("expected {what}; found {found}", "باید {what} باشد، ولی {found} آمده است"),
    "words": Text(
        "expected one of: {words}; found {found}",
        "باید یکی از این‌ها باشد: {words}؛ ولی {found} آمده است",
    ),
    "word": Text("expected: {words}; found {found}", "باید {words} باشد، ولی {found} آمده است"),
    "kind_or_words": Text(
        "expected {what}, or one of: {words}; found {found}",
        "باید {what} یا یکی از این‌ها باشد: {words}؛ ولی {found} آمده است",
    ),
    "key_words": Text(
        "is not a known key; expected one of: {words}",
        "کلید شناخته‌شده‌ای نیست؛ باید یکی از این‌ها باشد: {words}",
    ),
    "range": Text(
        "expected {what} from {low} to {high}; found {found}",
        "باید {what} از {low} تا {high} باشد، ولی {found} آمده است",
    ),
    "at_least": Text(
        "expected {what}, {low} or more; found {found}",
        "باید {what} باشد، {low} یا بیشتر؛ ولی {found} آمده است",
    ),
    "at_most": Text(
        "expected {what}, {high} or less; found {found}",
        "باید {what} باشد، {high} یا کمتر؛ ولی {found} آمده است",
    ),
    "above": Text(
        "expected {what} above {low}; found {found}",
        "باید {what} بیشتر از {low} باشد، ولی {found} آمده است",
    ),
    "below": Text(
        "expected {what} below {high}; found {found}",
        "باید {what} کمتر از {high} باشد، ولی {found} آمده است",
    ),
    "multiple": Text(
        "expected a multiple of {count}; found {found}",
        "باید مضربی از {count} باشد، ولی {found} آمده است",
    ),
    "blank": Text("must not be empty", "نباید خالی باشد"),
    "short_text": Text(
        "needs at least {least} characters",
        "باید دست‌کم {least} کاراکتر داشته باشد",
    ),
    "long_text": Text("has more than {most} characters", "بیش از {most} کاراکتر دارد"),
    "few": Text("needs at least {least} entries", "باید دست‌کم {least} مورد داشته باشد"),
    "many": Text("has more than {most} entries", "بیش از {most} مورد دارد"),
    "pattern": Text(
        "expected text of the form {pattern}; found {found}",
        "باید متنی به شکل {pattern} باشد، ولی {found} آمده است",
    ),
    "form": Text("expected {what}; found {found}", "باید {what} باشد، ولی {found} آمده است"),
    "said": Text("{reason}", "{reason}"),
}  # fmt: skip

MESSAGES: Final[dict[str, Text]] = {**_OF_FILES, **_OF_YAML, **_OF_SYNTAX, **_OF_CONTENT}

FRAME: Final = {"hint": Text("; did you mean '{word}'?", "؛ آیا منظورتان «{word}» است؟")}

# Kinds of value, as they are said after "expected" and "found".
WHAT: Final[dict[str, Text]] = {
    "whole_number": Text("a whole number", "عدد صحیح"),
    "number": Text("a number", "عدد"),
    # The same two as Persian says them before "from", "above" or "or more".
    "some_whole_number": Text("a whole number", "عددی صحیح"),
    "some_number": Text("a number", "عددی"),
    "text": Text("text", "متن"),
    "flag": Text("true or false", "\u2066true\u2069 یا \u2066false\u2069"),
    "list": Text("a list", "فهرست"),
    "mapping": Text("a mapping of fields", "مجموعه‌ای از فیلدها"),
    "nothing": Text("nothing", "هیچ‌چیز"),
    "other": Text("something else", "چیز دیگری"),
    "long_number": Text("a very long number", "عددی بسیار بلند"),
    "not_finite": Text("something that is not a number", "چیزی که عدد نیست"),
    "date": Text("a date such as 2026-11-23", "تاریخی مانند \u20662026-11-23\u2069"),
    "country": Text(
        "a country code of two capital letters, such as DE",
        "کد دوحرفی کشور با حروف بزرگ، مانند \u2066DE\u2069",
    ),
    "id": Text(
        "a short name of small letters, digits and _ that begins with a letter",
        "نامی کوتاه از حروف کوچک لاتین، رقم و _ که با حرف آغاز شود",
    ),
    "kebab_id": Text(
        "a short name of small letters, digits and - that begins with a letter",
        "نامی کوتاه از حروف کوچک لاتین، رقم و - که با حرف آغاز شود",
    ),
}  # fmt: skip
