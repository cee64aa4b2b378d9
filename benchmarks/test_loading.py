"""How long loading takes: the first time, with every check, and again, from what was kept."""

from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from channelwise.load import cache
from channelwise.load.rulebook import Rulebook, load
from channelwise.recommend.standing import Judge

GROUP = "loading core rules and installed networks"


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(cache.SETTING, str(tmp_path))
    return tmp_path


@pytest.mark.benchmark(group=GROUP)
def test_cold(benchmark: BenchmarkFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    """Parse, check and build everything: what happens after a rule was changed."""
    monkeypatch.setenv(cache.SETTING, "off")
    rulebook = benchmark.pedantic(load, rounds=15, warmup_rounds=1)
    _complete(rulebook)


@pytest.mark.benchmark(group=GROUP)
def test_warm(benchmark: BenchmarkFixture, kept: Path) -> None:
    """Build from the cache: what every other start does. The result is the same."""
    first = load()
    assert any(kept.iterdir()), "nothing was kept, so nothing warm would be timed"
    rulebook = benchmark.pedantic(load, rounds=40, warmup_rounds=1)
    _complete(rulebook)
    assert rulebook.fingerprint == first.fingerprint


@pytest.mark.benchmark(group=GROUP)
@pytest.mark.usefixtures("kept")
def test_index(benchmark: BenchmarkFixture) -> None:
    """Fold the constants away and build the bit index, from a loaded rulebook."""
    rulebook = load()
    benchmark.pedantic(Judge, args=(rulebook,), rounds=20, warmup_rounds=1)


def _complete(rulebook: Rulebook) -> None:
    assert rulebook.networks
    assert rulebook.rules
    assert not rulebook.problems
