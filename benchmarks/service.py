"""Precision and recall of the service rules on labelled conversations, and what judging with all of them costs.

A line of the file is a conversation as `check` takes it, with `expect: [{rule, message, quote, evidence_message}]`
and `also_ok: [rule]`. A finding is a hit where its rule and message are expected and, with a quote, its span overlaps
it. Findings of rules in `also_ok` count neither way; expected rules that the phrasebook does not hold are left out.
"""

import argparse
import json
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import phraselint
from benchmarks.accuracy import Score
from benchmarks.conversations import conversations
from benchmarks.rounds import milliseconds
from phraselint.model.conversation import Conversation
from phraselint.model.findings import Finding

Record = dict[str, Any]
KINDS = ("hit", "false alarm", "found", "missed", "no evidence")


class Verdict(NamedTuple):
    """One finding or expectation of one conversation: ``kind`` is one of KINDS."""

    kind: str
    rule: str
    message: int
    words: str
    record: Record


def main(arguments: list[str]) -> None:
    """Prints the figures per rule and in all, and the errors with `--show`; or the times with `--speed`."""
    options = _options(arguments)
    linter = phraselint.Linter(phraselint.load(options.lexicon))
    if options.speed:
        _print_speed(linter, options.count)
    if options.file is None:
        return
    rules = linter.book.rule_ids()
    records = list(_records(options.file))
    verdicts = [verdict for record in records for verdict in judge(linter, record, options.ids or rules)]
    if options.show:
        _show(verdicts)
    _print(len(records), options.ids or rules, verdicts)


def judge(linter: phraselint.Linter, record: Record, rules: Iterable[str]) -> Iterator[Verdict]:
    """What is right and wrong about the findings of ``rules`` in one labelled conversation."""
    wanted = frozenset(rules)
    findings = linter.lint(Conversation.from_record(record), only=wanted).findings
    expected = [each for each in record["expect"] if each["rule"] in wanted]
    for finding in findings:
        hit = any(_meant(finding, each, record) for each in expected)
        if hit or finding.rule not in record["also_ok"]:
            yield Verdict("hit" if hit else "false alarm", finding.rule, finding.message, finding.match, record)
    for each in expected:
        found = [finding for finding in findings if _meant(finding, each, record)]
        quote = each.get("quote") or ""
        yield Verdict("found" if found else "missed", each["rule"], each["message"], quote, record)
        wanted_turn = each.get("evidence_message")
        turns = {evidence.turn for finding in found for evidence in finding.evidence}
        if found and wanted_turn is not None and wanted_turn not in turns:
            yield Verdict("no evidence", each["rule"], each["message"], quote, record)


def _meant(finding: Finding, expected: Record, record: Record) -> bool:
    """Whether a finding is the expected one."""
    if (finding.rule, finding.message) != (expected["rule"], expected["message"]):
        return False
    quote = expected.get("quote")
    if not quote:
        return True
    start = record["messages"][finding.message]["text"].find(quote)
    return bool(finding.start < start + len(quote) and start < finding.end)


def score(verdicts: Iterable[Verdict]) -> Score:
    """The counts over some verdicts."""
    kinds = [verdict.kind for verdict in verdicts]
    return Score(*(kinds.count(kind) for kind in KINDS[:4]))


def _print(count: int, rules: Iterable[str], verdicts: list[Verdict]) -> None:
    print(f"{'':<28} precision  recall    hits  false alarms  missed  no evidence")
    for rule in sorted(rules):
        _row(rule, [verdict for verdict in verdicts if verdict.rule == rule])
    _row(f"all, {count:,} conversations", verdicts)


def _row(name: str, verdicts: list[Verdict]) -> None:
    counts = score(verdicts)
    precision, recall, _ = counts.figures()
    without = sum(verdict.kind == "no evidence" for verdict in verdicts)
    shares = f"{precision:10.3f} {recall:7.3f}"
    print(f"{name:<28} {shares} {counts.hits:7} {counts.false_alarms:13} {counts.missed:7} {without:12}")


def _show(verdicts: Iterable[Verdict]) -> None:
    for kind, rule, message, words, record in verdicts:
        if kind not in ("hit", "found"):
            print(f"{kind}: {rule}, message {message}: {words!r} ({record.get('case', '?')})")
            for place, said in enumerate(record["messages"]):
                print(f"  {'>' if place == message else ' '} {place} {said['speaker']}: {said['text']}")
            print()


def _print_speed(linter: phraselint.Linter, count: int) -> None:
    """Milliseconds a conversation; those for which spaCy was asked stand apart."""
    made = [Conversation.from_record(record) for record in conversations(count)]
    asked = _counter()
    for each in made[:300]:
        linter.lint(each)  # fills caches, loads the checks and spaCy
    plain: list[float] = []
    with_spacy: list[float] = []
    for each in made:
        before = asked()
        began = time.perf_counter()
        linter.lint(each)
        took = time.perf_counter() - began
        (with_spacy if asked() > before else plain).append(took)
    print(
        f"{count:,} conversations of {len(made[0].messages)} messages, {len(linter.book.rules())} rules and all entries"
    )
    _print_times("without spaCy", plain)
    _print_times("with spaCy", with_spacy)


def _counter() -> Callable[[], int]:
    """How many texts spaCy has been asked about so far."""
    from phraselint.text import nlp

    return lambda: nlp.passives.cache_info().misses + nlp.passives.cache_info().hits


def _print_times(name: str, seconds: list[float]) -> None:
    if seconds:
        median, slow = milliseconds(seconds)
        mean = sum(seconds) / len(seconds) * 1000
        print(f"  {name:<14} {len(seconds):7,}: mean {mean:.2f} ms, median {median:.2f} ms, 99th {slow:.2f} ms")


def _records(path: Path) -> Iterator[Record]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks service", description=__doc__)
    parser.add_argument("file", type=Path, nargs="?", help="labelled conversations, JSON Lines")
    parser.add_argument("--lexicon", help="the phrasebook; else the shipped one")
    parser.add_argument("--show", action="store_true", help="print the errors with their conversations")
    parser.add_argument("--ids", nargs="+", metavar="ID", help="only these rules")
    parser.add_argument("--speed", action="store_true", help="time made-up conversations")
    parser.add_argument("--count", type=int, default=10_000, help="how many of them")
    return parser.parse_args(arguments)
