"""Precision, recall and F1 on labelled messages, and the errors one by one.

A line of the file is one message: ``{text, previous, channel, labels: [{id, start, end, far}], unsure: [{id, start,
end}]}``. A finding that overlaps a label of its id is a hit. One that overlaps an unsure span of its id counts neither
way. Labels marked ``far`` (what they mean is decided elsewhere in the conversation) are left out of recall.
"""

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import phraselint
from phraselint.model.conversation import Channel, Conversation, Message, Speaker
from phraselint.model.findings import Finding

Record = dict[str, Any]


class Verdict(NamedTuple):
    """One finding or label of one message: ``kind`` is hit, false alarm, found or missed."""

    kind: str
    id: str
    start: int
    end: int
    record: Record


class Score(NamedTuple):
    """Counts of one id, or of all."""

    hits: int
    false_alarms: int
    found: int
    missed: int

    def figures(self) -> tuple[float, float, float]:
        """Precision, recall, F1; 1.0 where there was nothing to get wrong."""
        precision = self.hits / (self.hits + self.false_alarms) if self.hits + self.false_alarms else 1.0
        recall = self.found / (self.found + self.missed) if self.found + self.missed else 1.0
        return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def main(arguments: list[str]) -> None:
    """Prints the figures in all and per id, or the errors that `--show` asks for."""
    options = _options(arguments)
    records = list(_records(options.file))
    if options.half:
        records = half(records, options.half, options.seed)
    linter = phraselint.Linter(phraselint.load(options.lexicon))
    verdicts = [verdict for record in records for verdict in judge(linter, record)]
    if options.ids:
        verdicts = [verdict for verdict in verdicts if verdict.id in options.ids]
    if options.show:
        _show(verdicts, options.show)
    _print(len(records), verdicts)


def judge(linter: phraselint.Linter, record: Record) -> Iterator[Verdict]:
    """What is right and wrong about the findings in one labelled message."""
    findings = [(each.rule, each.start, each.end) for each in _findings(linter, record)]
    labels, unsure = record["labels"], record.get("unsure", [])
    for id, start, end in findings:
        if any(_same(each, id, start, end) for each in labels):
            yield Verdict("hit", id, start, end, record)
        elif not any(_same(each, id, start, end) for each in unsure):
            yield Verdict("false alarm", id, start, end, record)
    for label in labels:
        if not label.get("far"):
            found = any(_same(label, *finding) for finding in findings)
            yield Verdict("found" if found else "missed", label["id"], label["start"], label["end"], record)


def half(records: list[Record], which: str, seed: int) -> list[Record]:
    """One of two random halves, the same for the same seed."""
    order = list(range(len(records)))
    random.Random(seed).shuffle(order)
    middle = len(order) // 2
    return [records[place] for place in sorted(order[:middle] if which == "a" else order[middle:])]


def score(verdicts: Iterable[Verdict]) -> Score:
    """The counts over some verdicts."""
    kinds = Counter(verdict.kind for verdict in verdicts)
    return Score(kinds["hit"], kinds["false alarm"], kinds["found"], kinds["missed"])


def _findings(linter: phraselint.Linter, record: Record) -> list[Finding]:
    channel = Channel(record["channel"]) if record.get("channel") else None
    said = [Message(record["text"], Speaker.AGENT, channel=channel)]
    if record.get("previous"):
        said.insert(0, Message(record["previous"], Speaker.CUSTOMER, channel=channel))
    conversation = Conversation(messages=tuple(said), channel=channel)
    rules = linter.book.rule_ids()  # the labels know none of them
    result = linter.lint(conversation, channel=channel, ignore=rules)
    return [finding for finding in result.findings if finding.message == len(said) - 1]


def _same(span: dict[str, Any], id: str, start: int, end: int) -> bool:
    return bool(span["id"] == id and span["start"] < end and start < span["end"])


def _records(path: Path) -> Iterator[Record]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def _print(messages: int, verdicts: list[Verdict]) -> None:
    print(f"{'':<24} precision  recall      F1    hits  false alarms  missed")
    for id in sorted({verdict.id for verdict in verdicts}):
        _row(id, score(verdict for verdict in verdicts if verdict.id == id))
    _row(f"all, {messages:,} messages", score(verdicts))


def _row(name: str, counts: Score) -> None:
    precision, recall, both = counts.figures()
    shares = f"{precision:10.3f} {recall:7.3f} {both:7.3f}"
    print(f"{name:<24} {shares} {counts.hits:7} {counts.false_alarms:13} {counts.missed:7}")


def _show(verdicts: list[Verdict], what: str) -> None:
    kinds = {"misses": {"missed"}, "false-alarms": {"false alarm"}}.get(what)
    for kind, id, start, end, record in verdicts:
        if kind in kinds if kinds else (id == what and kind in ("missed", "false alarm")):
            text = record["text"]
            marked = f"{text[:start]}[[{text[start:end]}]]{text[end:]}"
            print(f"{kind}: {id} (message {record.get('n', '?')}, {record.get('channel')})")
            print(f"  customer: {record.get('previous') or '-'}".replace("\n", "\n    ")[:600])
            print(f"  agent: {marked}".replace("\n", "\n    ") + "\n")


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks accuracy", description="Figures on labelled messages.")
    parser.add_argument("file", type=Path, help="labelled messages, JSON Lines")
    parser.add_argument("--lexicon", help="the phrasebook; else the shipped one")
    parser.add_argument("--show", metavar="misses|false-alarms|ID", help="print the errors, of one kind or of one id")
    parser.add_argument("--half", choices=("a", "b"), help="only one random half")
    parser.add_argument("--seed", type=int, default=1, help="which halves")
    parser.add_argument("--ids", nargs="+", metavar="ID", help="only these ids")
    return parser.parse_args(arguments)
