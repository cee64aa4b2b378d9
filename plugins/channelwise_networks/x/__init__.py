"""The network's data is beside this file, and the unit that it counts texts in."""

from channelwise.count import Counter, Measured
from channelwise.plugins import NetworkFolder, hookimpl
from channelwise.text import Text

WEIGHTED = Text(
    "weighted characters: most letters 1, emoji and CJK 2, every link 23",
    "نویسهٔ وزن‌دار (بیشتر حرف‌ها ۱، ایموجی و خط‌های چینی، ژاپنی و کره‌ای ۲، هر لینک ۲۳)",
)


@hookimpl
def channelwise_register_networks() -> list[NetworkFolder]:
    return [NetworkFolder(__name__)]


@hookimpl
def channelwise_register_counters() -> list[Counter]:
    return [Counter("x_weighted", _measured, WEIGHTED, link=23)]


def _measured(text: str) -> Measured:
    from channelwise_networks.x.counting import measured  # its data is read when it is needed

    return measured(text)
