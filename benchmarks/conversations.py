"""Made-up conversations of a help desk, the same for the same seed: a person asks, an agent answers, in turns."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

ASKED = (
    "Hi, my {thing} from order {order} came {state}. What can I do?",
    "Good morning, where is my {thing}? It was due on {day}.",
    "The {thing} makes a noise since {day} and I need it for work.",
    "Can you tell me whether the {thing} also comes in blue, and what it costs to send it to {town}?",
    "I have been waiting for an answer about the {thing} since {day}!",
)
REPLIED = (
    "Hello {name}, thank you for writing to us. I have found order {order}: the {thing} left our depot on {day}.",
    "Hi {name}, I'm sorry that the {thing} came {state}. A new one goes out today and reaches you on {day}.",
    "Thank you, {name}. The {thing} costs 12 euros to {town}, and we need two days to pack it.",
    "I have looked at it with a colleague. Please press its button for five seconds.",
    "We cannot take the {thing} back after {day}, since the seal is broken. I can offer you a repair for half of it.",
    "I'll ask the depot and get back to you by {day} at noon.",
    "Your {thing} was sent to {town} by our carrier, who rings before he comes.",
    "I see what happened: the {thing} was damaged in our {place}, and the label was printed twice.",
)
ASKED_ON = (
    "I did that, and it still does not light up.",
    "Fine. And do I have to send the old {thing} back?",
    "My number is 0151 5501 42{digits}, in case the driver calls.",
    "It is for my sister in {town}, so {day} is the last day that helps.",
    "Thanks, {day} is good.",
    "Could you also change the address to 12 Mill Lane, {town}?",
)
CLOSED = ("Great, thank you very much.", "OK, bye.", "Thanks, that was all.", "Perfect, have a nice day!")
FILLERS = {
    "thing": "kettle lamp router jacket keyboard chair printer bicycle mixer stove".split(),
    "state": "broken dented empty open wet late".split(),
    "day": "Monday Tuesday Wednesday Thursday Friday Saturday".split(),
    "place": "depot shop kitchen studio".split(),
    "town": "Aarhus Bergen Cork Dover Exeter Faro Ghent Hull".split(),
    "name": "Ada Ben Cleo Dan Eva Finn Gus Hana".split(),
}


def conversations(count: int, messages: int = 8, seed: int = 1) -> Iterator[dict[str, Any]]:
    """Records of conversations with times, names and a channel."""
    dice = random.Random(seed)
    for number in range(count):
        yield _conversation(dice, number, messages)


def _conversation(dice: random.Random, number: int, messages: int) -> dict[str, Any]:
    values = {name: dice.choice(words) for name, words in FILLERS.items()}
    values |= {
        "order": f"{dice.randrange(10, 99)}-{dice.randrange(10_000, 99_999)}",
        "digits": str(dice.randrange(10, 99)),
    }
    at = datetime(2026, 3, 2, 9, tzinfo=UTC) + timedelta(minutes=dice.randrange(30_000))
    said = []
    for place in range(messages):
        at += timedelta(seconds=dice.randrange(15, 90))
        said.append(_message(dice, place, messages, values) | {"timestamp": at.isoformat()})
    return {
        "conversation_id": f"c-{number}",
        "channel": dice.choice(("chat", "email", "ticket", "social")),
        "customer": {"name": values["name"]},
        "agent": {"name": "Mara"},
        "timezone": "Europe/Berlin",
        "messages": said,
    }


def _message(dice: random.Random, place: int, messages: int, values: dict[str, str]) -> dict[str, str]:
    if place % 2:
        return {"speaker": "agent", "author": "Mara", "text": dice.choice(REPLIED).format(**values)}
    shapes = ASKED if place == 0 else CLOSED if place >= messages - 2 else ASKED_ON
    return {"speaker": "customer", "author": values["name"], "text": dice.choice(shapes).format(**values)}
