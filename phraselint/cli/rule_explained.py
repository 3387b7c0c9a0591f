"""What ``phraselint explain`` says of a service rule."""

from collections.abc import Iterator

from phraselint.authoring.rule_pages import needs_of
from phraselint.book.contents import Contents, Rule, RuleExample
from phraselint.book.settings import shown


def explained_rule(rule: Rule, contents: Contents) -> Iterator[str]:
    """The lines that explain a rule; what changes it stands in the phrasebook."""
    yield f"{rule.id}: {rule.severity}, {rule.group}"
    yield f"finds: {' '.join(rule.summary.split())}"
    yield f"why: {' '.join(rule.why.split())}"
    yield f"needs: {needs_of(rule)}"
    yield f"says: {' '.join(rule.says.split())}"
    if rule.suggest:
        yield "suggests:"
        yield from (f"  {each.say} ({each.safety})" for each in rule.suggest)
    if rule.settings:
        yield "settings:"
        yield from (f"  {name}: {shown(value)}" for name, value in rule.settings.items())
    if rule.signals:
        yield "listens for:"
        added = {signal.name: len(signal.phrases) for signal in contents.signals}
        yield from (f"  {each.name} ({added.get(each.name, len(each.phrases))} phrases)" for each in rule.signals)
    yield "examples:"
    for example in rule.examples:
        yield from _example(example)
    yield f"described in: {rule.place.path}"


def _example(example: RuleExample) -> Iterator[str]:
    yield f"  {example.kind}:"
    for place, message in enumerate(example.conversation.messages):
        text = message.text
        for number, start, end in reversed(example.spans):
            if number == place:
                text = f"{text[:start]}[[{text[start:end]}]]{text[end:]}"
        yield f"    {message.speaker}: {' '.join(text.split())}"
