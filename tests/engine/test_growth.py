"""Twice the text, or the conversation, takes about twice the work: counted, so that no busy machine can fail it."""

import os
import sys
from collections.abc import Callable
from functools import partial
from types import FrameType
from typing import Any

import pytest

from tests.service.told import Lines, conversation, linter

CHECKS = os.path.join("phraselint", "service", "")


def steps(function: Callable[[], object]) -> int:
    """How many steps of Python's a call takes in the checks of rules."""
    count = 0

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        if CHECKS not in frame.f_code.co_filename:
            return None
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        count += event == "opcode"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        function()
    finally:
        sys.settrace(before)
    return count


def grows_with_size(judged: Callable[[int], Callable[[], object]], size: int) -> bool:
    """Whether twice the size takes about twice the steps at most, once everything is loaded."""
    judged(2 * size)()
    return steps(judged(2 * size)) <= 2.4 * steps(judged(size))


@pytest.mark.parametrize(
    ("rule", "unit", "markup"),
    [
        pytest.param("placeholder-left", "[a]: b\n", "plain", id="brackets that are no blanks"),
        pytest.param("placeholder-left", "[your name] ", "plain", id="one blank after another"),
        pytest.param("placeholder-left", "{name} :a@<b>", "plain", id="blanks in braces"),
        pytest.param("placeholder-left", "a.\x1f👍🏽<b>", "html", id="tags"),
        pytest.param(
            "placeholder-left", "it shows [your name] or [x] on the page, ", "plain", id="blanks that are shown"
        ),
        pytest.param(
            "placeholder-left", "Hello ,\n[Enter] > Dear , press [your name] ", "plain", id="salutations and buttons"
        ),
    ],
)
def test_a_text_takes_time_by_its_length(rule: str, unit: str, markup: str) -> None:
    assert grows_with_size(lambda count: partial(linter().lint, unit * count, markup=markup, only=[rule]), 100)


@pytest.mark.parametrize(
    ("rule", "customer", "agent"),
    [
        pytest.param(
            "promise-without-time",
            "Still nothing {}",
            "Visit our website. I'll transfer you to billing.",
            id="promises",
        ),
        pytest.param(
            "passed-around", "Still nothing {}", "Visit our website. I'll transfer you to billing.", id="sent on"
        ),
        pytest.param("asks-again", "My order number is 1234{}.", "What is your order number?", id="numbers"),
        pytest.param("asks-again", "My email is ann@hill.example. {}", "What is your email?", id="the same value"),
        pytest.param(
            "asks-again",
            "Where is my order 58-20{}? It broke and I am angry. Can I talk to a manager?",
            "I will check and get back to you by noon. What is your order number? Sorry.",
            id="numbers among other things",
        ),
    ],
)
def test_a_conversation_takes_time_by_its_messages(rule: str, customer: str, agent: str) -> None:
    def judged(count: int) -> Callable[[], object]:
        lines: Lines = []
        for number in range(count):
            lines += [("customer", customer.format(number)), ("agent", agent)]
        return partial(linter().lint, conversation(lines), only=[rule])

    assert grows_with_size(judged, 30)
