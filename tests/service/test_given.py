"""What the customer has given, each with its place; read through the rule that listens for it."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from phraselint.engine.heard import Heard
from phraselint.engine.told import Told
from phraselint.match.find import Matcher
from phraselint.model.conversation import Conversation
from phraselint.service.case import Case
from phraselint.service.given import Given, given_values, held_values
from phraselint.service.phones import phone_spans
from tests.service.told import Lines, linter


def _case(lines: Lines, **record: Any) -> Case:
    messages = [{"speaker": speaker, "text": text} for speaker, text in lines]
    conversation = Conversation.from_record({"messages": messages, **record})
    matcher = Matcher(linter().book)
    return Case(conversation, [Told(Heard(each, matcher)) for each in conversation.messages], {})
