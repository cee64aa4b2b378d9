"""The dates of facts: which are accepted, and from which month on they age."""

import pytest
from pydantic import TypeAdapter, ValidationError

from channelwise.evidence import month
from channelwise.networks.schema import Date

DATES = TypeAdapter(Date)


@pytest.mark.parametrize(
    ("date", "year", "of_year"),
    [
        ("2026", 2026, 1), ("2026-03", 2026, 3), ("2026-03-31", 2026, 3),
        ("2023-05-19/2024-02-05", 2024, 2), ("2023/2024-11", 2024, 11), ("2020/2021", 2021, 1),
        ("2021 (page 2023)", 2021, 1), ("2025-02 (page undated)", 2025, 2),
        ("2023-05/2024-02 (asked twice)", 2024, 2),
    ],
)  # fmt: skip
def test_dated(date: str, year: int, of_year: int) -> None:
    """A fact ages from its month; one of a range, from the range's last."""
    assert DATES.validate_python(date) == date
    assert month(date) == year * 12 + of_year - 1


@pytest.mark.parametrize("date", ["undated", "undated (2025)", "undated (before 1401)"])
def test_undated(date: str) -> None:
    """An undated fact has no age, whatever the remark guesses."""
    assert DATES.validate_python(date) == date
    assert month(date) is None


@pytest.mark.parametrize(
    "date",
    ["", "soon", "2026/03", "2026-3", "2026-00", "2026-03-00", "03-2026", "undated 2026",
     "undated/2026", "2026 ()", " 2026", "2026\n", "2020/2021/2022"],
)  # fmt: skip
def test_no_date(date: str) -> None:
    """Anything else is refused."""
    with pytest.raises(ValidationError, match="write a date"):
        DATES.validate_python(date)
