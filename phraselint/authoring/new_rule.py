"""Starts a service rule: a commented file, whose examples fail with what is to be done next."""

import os

from phraselint.book.fit import NAME
from phraselint.book.nearest import hint
from phraselint.book.packs import rule_files, rules_folder
from phraselint.model.errors import InputError
from phraselint.reporters.writing import write

STARTER = """\
# yaml-language-server: $schema=../../phraselint/book/rule.schema.json
# What the rule finds, in one line.
summary: The agent says soon
# What that does to the customer; the first sentence is shown with every finding.
why: Nobody knows when soon is.
severity: suggestion
# What a conversation must have, or the rule is silent: message, conversation, timestamps, customer-name, channel-email,
# channel-internal, nlp.
needs: [message]
# Without one of these the rule is not asked, which keeps a scan of millions quick: a signal of the company's messages,
# {customer: signal}, {text: ["{"]}, {capitals: 3}, {words: 40} or {messages: 2}.
triggers: [@ID@/word]
# What a phrasebook may change; the types of the defaults are the types of its changes.
settings: {most: 0}
# What a finding says. The check fills {blanks} from the values of its fault.
says: "This says {word}, and not when."
suggest:
  - {say: "By {day and time}", safety: guide}
# What the rule listens for, in the pattern language: the check holds no words of its own.
signals:
  @ID@/word: ["soon", "shortly"]
# Whole conversations in your own words, at least two of each kind; [[ ]] marks what must be flagged, evidence names the
# messages (from 0) and fields that make it true. `phraselint lexicon test --id @ID@` proves them.
# The check itself is a function in phraselint/service/, such as one of @ROOM@.py; CHECKS in checks.py there names it:
#
#   def @FUNCTION@(case: Case, settings: Mapping[str, Any]) -> Iterator[Fault]:
#       for place in case.judged(Speaker.AGENT):
#           for match in case.said[place].signal("@ID@/word")[settings["most"]:]:
#               words = case.said[place].message.text[match.start : match.end]
#               yield Fault(place, match.start, match.end, values={"word": words})
examples:
  - flag:
      - customer: Where is my parcel?
      - agent: It will be with you [[soon]].
    evidence: []
  - flag:
      - customer: Is it ready?
      - agent: We will call you [[shortly]].
  - pass:
      - customer: Where is my parcel?
      - agent: It will be with you on Friday by noon.
  - pass:
      - customer: Come soon!
      - agent: At ten.
"""


def start_rule(name: str) -> str:
    """Writes rules/GROUP/ID.yaml of the checkout and gives its path.

    Raises InputError outside of a checkout, for a name or a group that is none, and for a rule that is there already.
    """
    folder = rules_folder()
    if not os.path.isdir(os.path.join(os.path.dirname(folder), "phraselint", "service")):
        raise InputError(
            "a rule needs a check, which is code of phraselint itself: only a checkout of it can start one; "
            "a phrasebook changes the rules that there are (docs/rules.md)"
        )
    group, _, rule = name.partition("/")
    if not NAME.fullmatch(group) or not NAME.fullmatch(rule):
        raise InputError(
            f"'{name}' is no GROUP/ID: two names of small letters, digits and hyphens, such as style/says-soon"
        )
    known = rule_files()
    if rule in known:
        raise InputError(f"there is a rule '{rule}' already, at {known[rule]}")
    _check_group(group, folder)
    path = os.path.join(folder, group, f"{rule}.yaml")
    os.makedirs(os.path.dirname(path), exist_ok=True)
    write(path, starter(group, rule).encode())
    return path


def _check_group(group: str, folder: str) -> None:
    """Raises InputError for a group that has no folder, where there are any."""
    groups = sorted(each.name for each in os.scandir(folder) if each.is_dir())
    if groups and group not in groups:
        new = f"for a new one, make the folder {os.path.join(folder, group)} first"
        raise InputError(f"there is no group '{group}'; {hint(group, groups)}; {new}")


def starter(group: str, rule: str) -> str:
    """The file of a new rule."""
    room, function = (name.replace("-", "_") for name in (group, rule))
    return STARTER.replace("@ID@", rule).replace("@ROOM@", room).replace("@FUNCTION@", function)
