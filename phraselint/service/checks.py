"""Which function carries out which rule: the one table. A module is loaded when one of its rules is first asked."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from phraselint.service.case import Check

CHECKS: dict[str, str] = {
    "asks-again": "effort:asks_again",
    "human-request-ignored": "effort:human_request_ignored",
    "passed-around": "effort:passed_around",
    "channel-push": "pushes:channel_push",
    "menu-maze": "mazes:menu_maze",
    "unanswered": "answers:unanswered",
    "question-skipped": "answers:question_skipped",
    "promise-without-time": "promises:promise_without_time",
    "promise-broken": "deadlined:promise_broken",
    "slow-first-reply": "speed:slow_first_reply",
    "slow-reply": "speed:slow_reply",
    "no-name": "personal:no_name",
    "wrong-name": "personal:wrong_name",
    "unsigned": "personal:unsigned",
    "no-greeting": "personal:no_greeting",
    "no-thanks": "personal:no_thanks",
    "placeholder-left": "blanks:placeholder_left",
    "canned-twice": "personal:canned_twice",
    "feeling-ignored": "personal:feeling_ignored",
    "refusal-without-option": "refusals:refusal_without_option",
    "apology-without-action": "apologies:apology_without_action",
    "apology-pile": "apologies:apology_pile",
    "agentless-fault": "ownership:agentless_fault",
    "no-next-step": "open_matters:no_next_step",
    "shouting": "style:shouting",
    "exclamations": "style:exclamations",
    "hard-to-read": "reading:hard_to_read",
    "wall-of-text": "reading:wall_of_text",
    "emoji-in-trouble": "style:emoji_in_trouble",
    "wrong-language": "language:wrong_language",
    "asks-secret": "safety:asks_secret",
    "exposes-data": "safety:exposes_data",
    "disrespect-in-notes": "internal:disrespect_in_notes",
}


class NoCheck(Exception):
    """A rule that nothing carries out yet; its text says what is missing."""


def check_of(rule: str) -> Check:
    """The function that carries out a rule; its module is loaded when first asked for. Raises NoCheck."""
    if rule not in CHECKS:
        raise NoCheck(f"name the function that carries out '{rule}' in CHECKS of phraselint/service/checks.py")
    room, name = CHECKS[rule].split(":")
    path, module_name = f"phraselint/service/{room}.py", f"phraselint.service.{room}"
    try:  # importlib is not on the cold path
        module = sys.modules.get(module_name) or __import__(module_name, fromlist=[name])
    except ModuleNotFoundError as error:
        if error.name != module_name:
            raise
        raise NoCheck(f"write {path} with the function '{name}'") from None
    check: Check | None = getattr(module, name, None)
    if check is None:
        raise NoCheck(f"write the function '{name}' in {path}")
    return check
