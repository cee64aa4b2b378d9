"""Plain YAML scalars by the core schema of YAML 1.2."""

import math

import pytest

from channelwise.files.scalars import resolved

MEANINGS = [
    ("", None), ("~", None), ("null", None), ("NULL", None), ("nUll", "nUll"),
    ("true", True), ("True", True), ("FALSE", False), ("tRUE", "tRUE"),
    ("NO", "NO"), ("yes", "yes"), ("on", "on"), ("off", "off"), ("y", "y"),
    ("0", 0), ("-0", 0), ("+12", 12), ("007", 7), ("-42", -42), ("1_000", "1_000"),
    ("0x1F", "0x1F"),
    ("1.5", 1.5), (".5", 0.5), ("1.", 1.0), ("-1e3", -1000.0), ("1e", "1e"), (".", "."), ("+", "+"),
    ("1:30", "1:30"), ("2026-11-23", "2026-11-23"), ("18-29", "18-29"), ("65+", "65+"),
    ("۱۲", "۱۲"), ("1,5", "1,5"), ("nan", "nan"), ("inf", "inf"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), MEANINGS)
def test_meaning(text: str, value: object) -> None:
    """A plain scalar has the type and value that YAML 1.2 gives it."""
    assert resolved(text) == value
    assert type(resolved(text)) is type(value)


@pytest.mark.parametrize("text", [".nan", ".NaN", ".inf", "-.INF", "+.Inf", "1e999"])
def test_what_is_no_finite_number_is_kept_apart(text: str) -> None:
    """Infinite numbers and NaN become floats that the limits refuse, never text."""
    value = resolved(text)
    assert isinstance(value, float)
    assert not math.isfinite(value)
