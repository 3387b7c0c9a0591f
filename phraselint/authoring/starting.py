"""The phrasebook that a company starts from: written by ``phraselint init``."""

from phraselint.model.errors import InputError, reason

STARTER = """\
# What we avoid saying to customers, and what we say instead.
# phraselint finds this file from every draft below this folder. Try it:
#   phraselint lexicon try "calm down" "Please calm down."
#   phraselint lexicon test
#   echo "Think nothing of it!" | phraselint check --reply-to thanks -
name: Our phrasebook
version: "1"
language: en

# The shipped pack comes first; what stands below wins where it has the same id.
extends: [core]

# Kinds of customers, to be named by `when: {segment: vip}` and by --segment.
segments: [vip]

avoid:
  # One entry: what to avoid, why, what to say instead, and examples that prove it.
  - id: think-nothing-of-it
    category: acknowledgement
    severity: warning # error: never send; warning: reword; suggestion: better wording exists
    phrases:
      - "^ [please] think nothing of it" # [ ] optional, (a|b) one of several, {say} any form of a word, ... a gap
      - "^ you bet $" # ^ and $: only at the start, at the end of a sentence
    why: It plays down what the customer thanks us for.
    instead:
      - {say: "You're welcome", when: {reply_to: thanks}, safety: safe}
      - {say: "Certainly", when: {reply_to: request}, safety: safe}
    examples:
      - {customer: "Thanks a lot!", flag: "[[Think nothing of it]]!", becomes: "You're welcome!"}
      - {customer: "Could you send it again?", flag: "[[You bet]]!", becomes: "Certainly!"}
      - {pass: "You may think nothing of it, but please keep the box."}

  # Where no wording fits every place, give advice: it is shown, and never written.
  - id: ticket-closed
    category: script
    severity: suggestion
    phrases:
      - "(your|this|the) (ticket|case) {be} [now] closed"
      - "{close} (your|this) (ticket|case)"
    why: A customer has a question, not a ticket; say that it is solved, and that they may come back.
    instead:
      - {say: "Is there anything else you need from us?", safety: guide}
    examples:
      - {flag: "Your request is answered, and [[your ticket is now closed]]."}
      - {pass: "The lid of the case closes with a click."}

# What you like to hear is never flagged by a shorter phrase inside it.
prefer:
  - {id: glad-to-help, phrases: ["glad to help", "happy to help"]}

# Changes of shipped entries: another severity, off, or off where a condition holds. (Take the # away.)
rules:
  slang: {severity: suggestion}
#   no-problem: {severity: error}
#   hopefully: off
#   you-need-to: {off: true, when: {after: [wear]}}

# Defaults of the command line.
check:
  fail_on: warning
  # ignore: [placeholder-left] # where all that you check are templates, whose blanks are no mistake yet
"""


def start(path: str) -> None:
    """Writes the starter to ``path``. Raises InputError where a file stands there already, and for no path."""
    if path == "-":
        raise InputError("a phrasebook is a file: name one, such as lexicon.yaml")
    try:
        with open(path, "x", encoding="utf-8", newline="\n") as file:
            file.write(STARTER)
    except FileExistsError:
        raise InputError(f"{path} is there already; it was left as it is, and is the one to add to") from None
    except OSError as error:
        raise InputError(f"{path}: cannot be written: {reason(error, 'write')}") from None
