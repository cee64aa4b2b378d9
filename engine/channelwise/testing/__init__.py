"""For plugin authors: the contract that every network keeps, the built-in ones as well.

With pytest, one test for each topic:

    from channelwise.testing import NetworkContract

    class TestAcme(NetworkContract):
        package = "acme_network"

Without it:

    from channelwise.testing import check_network, contract_problems

    check_network("acme_network")              # AssertionError that lists every problem
    for problem in contract_problems("acme_network"):
        print(problem)

`package` is the importable package whose folder holds `network.yaml` and `facts.yaml`. It need
not be installed: the network is judged beside whatever else is. Nothing here needs pytest.
"""

from channelwise.testing.briefs import SAMPLE_BRIEFS
from channelwise.testing.contract import (
    ContractWarning,
    NetworkContract,
    check_network,
    contract_problems,
    contract_warnings,
)

__all__ = [
    "SAMPLE_BRIEFS",
    "ContractWarning",
    "NetworkContract",
    "check_network",
    "contract_problems",
    "contract_warnings",
]
