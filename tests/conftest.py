"""Makes the shared strategies importable, and fixes how much hypothesis tries."""

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings

sys.path.insert(0, str(Path(__file__).parent))

# Whole recommendations take longer than a unit: no deadline for one example.
_COMMON: dict[str, Any] = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("quick", max_examples=25, **_COMMON)
settings.register_profile("thorough", max_examples=500, **_COMMON)
# Only whether something fails, without looking for the smallest example.
_NO_SHRINKING = [Phase.explicit, Phase.reuse, Phase.generate]
settings.register_profile("unshrunk", max_examples=25, phases=_NO_SHRINKING, **_COMMON)
settings.load_profile("quick")


@pytest.fixture(scope="session", autouse=True)
def _own_cache() -> Iterator[None]:
    """Tests keep checked files in a folder of their own, which ends with them."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["CHANNELWISE_CACHE"] = folder
        yield
