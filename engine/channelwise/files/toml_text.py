"""TOML with places: `tomllib` gives the data, a scan of the statements says where."""

import re
import tomllib
from typing import Final

from channelwise.errors import BadInput
from channelwise.files.limits import checked
from channelwise.files.lines import Lines
from channelwise.files.say import problem
from channelwise.files.syntax import syntax_error
from channelwise.files.toml_scan import Scan
from channelwise.files.tree import START, Document, Place

_PLACE: Final = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


def parse_toml(text: str, file: str) -> Document:
    """The document in a checked text.

    Raises:
        BadInput: where it is not TOML, or a key is given twice, or a date is used.

    """
    # `tomllib` calls itself for each level, is slow on keys of very many parts, and cannot
    # read numbers of thousands of digits, so the scan goes first; it stops in silence at
    # what is not TOML, and `tomllib` then says why.
    scan = Scan(text, file)
    scan.run()
    if scan.refusal:
        raise BadInput([scan.refusal])
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _explained(error, scan, text, file) from None
    except (ValueError, RecursionError):  # numbers and times that Python itself cannot hold
        raise syntax_error("Invalid value", file, START) from None
    if not data:
        raise BadInput([problem("empty", file)])
    return checked(Document(file, data, scan.places, scan.key_places))


def _explained(error: tomllib.TOMLDecodeError, scan: Scan, text: str, file: str) -> BadInput:
    if scan.problems:
        return BadInput(scan.problems)
    message = str(error)
    found = _PLACE.search(message)
    reason = message[: found.start()] if found else message
    if found and found[1]:
        place = Place(int(found[1]), int(found[2]))
    else:
        place = Lines(text).place(len(text.rstrip()))
    return syntax_error(reason, file, place)
