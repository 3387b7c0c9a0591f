"""One fixture of findings for all formats: plain, behind an emoji, over two lines, overlapping, in a conversation."""

import pytest

from phraselint.model.conversation import Channel, Conversation, Message, Speaker
from phraselint.model.findings import Evidence, Excused, Finding, Safety, Severity, Suggestion
from phraselint.reporters import Judged

DRAFT = (
    "No problem, it's done!\n"
    "👩‍💻 café: you must\r\n"
    "restart 日本 to be, honest.\n"
    'To be honest, I can\'t, honestly, say <when> & "why".\n'
)


def found(
    rule: str, text: str, words: str, severity: Severity, *suggestions: tuple[str, Safety], message: int = 0
) -> Finding:
    """A finding at the first place of some words."""
    start = text.index(words)
    end = start + len(words)
    return Finding(
        rule,
        f"{rule}-category",
        severity,
        message,
        start,
        end,
        text.count("\n", 0, start) + 1,
        start - text.rfind("\n", 0, start),
        words,
        f"Why {rule}: it may be heard as a reproach, and here is a second half that has to be broken somewhere.",
        tuple(Suggestion(said, safety, start, end) for said, safety in suggestions),
        fingerprint=f"1{start:04}",
    )


@pytest.fixture
def draft() -> Judged:
    """A draft with five findings, two of them at one place."""
    findings = (
        found("plain", DRAFT, "No problem", Severity.WARNING, ("Certainly", Safety.SAFE), ("", Safety.REVIEW)),
        found("two-lines", DRAFT, "you must\r\nrestart", Severity.ERROR, ("please restart", Safety.REVIEW)),
        found("behind-emoji", DRAFT, "to be, honest", Severity.SUGGESTION, ("in {words}", Safety.GUIDE)),
        found("outer", DRAFT, "I can't, honestly, say", Severity.SUGGESTION),
        found("inner", DRAFT, "honestly", Severity.ERROR, ("", Safety.SAFE)),
    )
    return Judged("drafts/a b,c.txt", True, Conversation((Message(DRAFT),)), findings)


@pytest.fixture
def conversation() -> Judged:
    """A conversation with a finding that another message makes true, and a match that was excused."""
    texts = ("Thanks! My order 58 leaks.", "No worries. As I said, calm down.")
    messages = (
        Message(texts[0], Speaker.CUSTOMER, turn=4, row=11),
        Message(texts[1], Speaker.AGENT, "a-1", turn=5, row=17),
    )
    finding = found("plain", texts[1], "calm down", Severity.WARNING, message=1)
    finding = finding._replace(
        evidence=(
            Evidence("c-1", 4, None, 8, 25, "My order 58 leaks"),
            Evidence("c-1", None, "order", None, None, "58"),
        )
    )
    excused = Excused("other", "other-category", 1, 0, 10, "No worries", "excused: reply_to thanks")
    return Judged(
        "chats.jsonl",
        False,
        Conversation(messages, "c-1", Channel.CHAT),
        (finding,),
        (excused,),
        ("met: channel chat",),
    )


@pytest.fixture
def results(draft: Judged, conversation: Judged) -> list[Judged]:
    """A draft, a conversation, and a draft without a finding."""
    return [draft, conversation, Judged("clean.md", True, Conversation((Message("All good."),)), ())]
