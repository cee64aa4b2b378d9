"""HiGHS without a word on standard output, where an answer may stand."""

from highspy import Highs


class QuietHighs(Highs):
    """Silent from its first moment: since 1.16 it prints a banner while it is being made."""

    def enableCallbacks(self) -> None:  # noqa: N802 - the solver's own name
        """What its making calls first of all that can print."""
        self.setOptionValue("output_flag", False)
        super().enableCallbacks()  # type: ignore[no-untyped-call]
