"""The proof of one network's place as Markdown tables."""

from collections.abc import Iterator

from channelwise.recommend.model import Change, CriterionProof, Explanation
from channelwise.render.escaping import escaped, table
from channelwise.render.markdown_parts import Writer


def proof_blocks(proof: Explanation, write: Writer) -> Iterator[str]:
    """All blocks, in the order of the page."""
    yield from _head(proof, write)
    for part in proof.criteria:
        yield from _criterion(part, write)
    yield from _total(proof, write)
    yield from _waiting(proof, write)
    yield from _gaps(proof, write)
    yield from _change(proof, write)
    yield from _others(proof, write)
    yield from write.source_list()
    yield write.foot(proof.version, proof.rulebook, proof.as_of)


def _head(proof: Explanation, write: Writer) -> Iterator[str]:
    p = write.p
    yield f"# {escaped(p.ui('explain.title', network=p.isolated(p.say(proof.name))))}"
    score = p.ui("score.of", score=p.n(proof.score), most=p.n(100))
    facts = [
        escaped(p.isolated(proof.business)), f"**{p.label('Verdict', proof.verdict)}**", score,
        *([p.ui("proof.rank", rank=proof.rank)] if proof.rank else []),
    ]  # fmt: skip
    yield p.comma.join(facts)
    yield escaped(p.ui("proof.strategy", strategy=p.say(proof.strategy_name)))
    if proof.exclusions:
        yield write.heading(2, "excluded.because")
        yield write.reasons(proof.exclusions)
    yield write.heading(2, "chart.title")
    yield write.criteria(part.result for part in proof.criteria)


def _criterion(part: CriterionProof, write: Writer) -> Iterator[str]:
    p, result = write.p, part.result
    yield f"### {p.label('Criterion', result.criterion)}{p.comma}{p.n(result.score)}"
    rows = [[f"{p.cap('explain.base')} ({escaped(p.ui('explain.base_note'))})", p.n(result.base)]]
    for line in part.lines:
        title = f"**{escaped(p.say(line.title))}** `{line.rule}`"
        text = f"{title}<br>{escaped(p.say(line.text))}{write.cites(line.grounds)}"
        rows.append([text, write.number(p.signed(line.points))])
    notes = [p.ui("explain.clamped", score=result.score)] if result.clamped else []
    notes += [p.ui("explain.below_floor", floor=result.floor)] if result.below_floor else []
    more = f" ({escaped(p.comma.join(notes))})" if notes else ""
    total = write.number(p.n(result.base + result.points))
    rows.append([f"**{p.cap('proof.sum')}**{more}", f"**{total}**"])
    yield table([p.cap("rule"), p.cap("explain.points")], rows, frozenset({1}))
    if not part.lines:
        yield escaped(p.ui("proof.silent"))


def _total(proof: Explanation, write: Writer) -> Iterator[str]:
    p = write.p
    yield write.heading(2, "proof.total")
    results = [part.result for part in proof.criteria]
    rows = [
        [p.label("Criterion", r.criterion), p.n(r.score), p.n(r.weight), p.n(r.score * r.weight)]
        for r in results
    ]
    rows.append([f"**{p.cap('explain.total')}**", "", p.n(proof.weight_sum), p.n(proof.total)])
    head = [p.cap(key) for key in ("criterion", "score", "weight", "proof.times")]
    yield table(head, rows, frozenset({1, 2, 3}))
    mean = p.ui("explain.mean", total=proof.total, weights=proof.weight_sum, score=proof.score)
    yield write.number(escaped(mean))


def _waiting(proof: Explanation, write: Writer) -> Iterator[str]:
    if not proof.waiting:
        return
    p = write.p
    yield write.heading(2, "explain.waiting")
    yield write.items(
        f"**{escaped(p.say(line.title))}** `{line.rule}`: "
        f"{escaped(p.ui('explain.waits_for', fields=p.waiting(line)))}"
        for line in proof.waiting
    )


def _gaps(proof: Explanation, write: Writer) -> Iterator[str]:
    if not proof.first_name or not proof.gaps:
        return
    p = write.p
    yield write.heading(2, "explain.gap", first=p.say(proof.first_name))
    rows = [
        [
            f"{escaped(p.say(gap.title))} ({p.word('Criterion', gap.criterion)}) `{gap.rule}`",
            *(write.number(p.signed(n)) for n in (gap.here, gap.there, gap.here - gap.there)),
        ]
        for gap in proof.gaps
    ]  # fmt: skip
    head = [p.cap(key) for key in ("rule", "explain.here", "explain.there", "proof.difference")]
    yield table(head, rows, frozenset({1, 2, 3}))


def _change(proof: Explanation, write: Writer) -> Iterator[str]:
    if not proof.change and not proof.tried:
        return
    p = write.p
    yield write.heading(2, "change.title")
    if proof.change is None:
        yield escaped(p.ui("change.none", tried=proof.tried))
    else:
        if not proof.change.reachable:
            yield escaped(p.ui("change.nature"))
        yield write.items(_edits(proof.change, write))
        verdict = p.word("Verdict", proof.change.verdict)
        yield escaped(
            p.ui("change.result", verdict=verdict, score=proof.change.score, rank=proof.change.rank)
        )


def _edits(change: Change, write: Writer) -> Iterator[str]:
    p = write.p
    for edit in change.edits:
        label, was, becomes = (p.say(part) for part in (edit.label, edit.was, edit.becomes))
        key = "change.add" if edit.adds else "change.edit"
        values = {} if edit.adds else {"was": was}
        yield escaped(p.ui(key, label=p.isolated(label), becomes=becomes, **values))


def _others(proof: Explanation, write: Writer) -> Iterator[str]:
    if not proof.other_strategies:
        return
    p = write.p
    yield write.heading(2, "explain.others")
    rows = [
        [escaped(p.say(one.name)), p.label("Verdict", one.verdict), p.n(one.score)]
        for one in proof.other_strategies
    ]
    head = [p.cap(key) for key in ("strategies.title", "verdict", "score")]
    yield table(head, rows, frozenset({2}))
