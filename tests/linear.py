"""Holds that work takes time that grows with its size alone."""

from collections.abc import Callable
from functools import partial
from time import process_time

# The machine has other work: what looks too slow once is measured again.
_TRIES = 3
# Processor seconds that are lost to noise.
_NOISE = 0.5


def seconds(work: Callable[[], object]) -> float:
    """Processor seconds of one run."""
    start = process_time()
    work()
    return process_time() - start


def assert_linear(work: Callable[[int], object], size: int) -> None:
    """Four times the size takes less than eight times as long: anything quadratic takes 16."""
    for _ in range(_TRIES):
        quarter, whole = (seconds(partial(work, part)) for part in (size // 4, size))
        if whole < 8 * quarter + _NOISE:
            return
    raise AssertionError(f"{size // 4}: {quarter:.2f} s, {size}: {whole:.2f} s")
