"""Measurements: how fast channelwise decides and starts, beside other engines and bare Python.

    pip install -r benchmarks/requirements.txt
    python -m pytest -rs benchmarks/test_single.py --benchmark-json=single.json
    python -m benchmarks.table single.json
    python -m pytest benchmarks/test_check.py --benchmark-json=check.json
    python -m benchmarks.start_up
    python -m benchmarks.plan_quality

Nothing here asserts a time: a test fails if an engine decides wrongly, never if it is slow.
"""
