"""What ``phraselint explain`` says of a service rule."""

from collections.abc import Iterator

from phraselint.authoring.rule_pages import needs_of
from phraselint.book.contents import Contents, Rule, RuleExample
from phraselint.book.settings import shown
from phraselint.cli.entry_explained import marked
from phraselint.reporters.record import quoted

SHORT = 100  # characters of a setting that are shown at first


def explained_rule(rule: Rule, contents: Contents, whole: bool) -> Iterator[str]:
    """The lines that explain a rule, ``whole`` with all it holds; what changes it stands in the phrasebook."""
    yield f"{rule.id}: {rule.severity}, {rule.group}"
    yield f"finds: {' '.join(rule.summary.split())}"
    yield f"why: {' '.join(rule.why.split())}"
    yield f"needs: {needs_of(rule)}"
    yield f"says: {' '.join(rule.says.split())}"
    if rule.suggest:
        yield "suggests:"
        yield from (f"  {quoted(each.say)} ({each.safety})" for each in rule.suggest)
    yield "examples:"
    shown_first = [next((each for each in rule.examples if each.kind == kind), None) for kind in ("flag", "pass")]
    for example in rule.examples if whole else filter(None, shown_first):
        yield from _example(example)
    if rule.settings:
        yield "settings:"
        yield from (f"  {name}: {_cut(shown(value), whole)}" for name, value in rule.settings.items())
    yield from _listens(rule, contents, whole)
    yield f"described in: {rule.place.path}" + ("" if whole else "; --all shows all of it")


def _cut(text: str, whole: bool) -> str:
    return text if whole or len(text) <= SHORT else text[: SHORT - 1] + "…"


def _listens(rule: Rule, contents: Contents, whole: bool) -> Iterator[str]:
    added = {signal.name: len(signal.phrases) for signal in contents.signals}
    counts = {each.name: added.get(each.name, len(each.phrases)) for each in rule.signals}
    if not whole and counts:
        yield f"listens for: {sum(counts.values()):,} phrases in {len(counts)} list{'' if len(counts) == 1 else 's'}"
    elif counts:
        yield "listens for:"
        yield from (f"  {name} ({count} {'phrase' if count == 1 else 'phrases'})" for name, count in counts.items())


def _example(example: RuleExample) -> Iterator[str]:
    yield f"  {example.kind}:"
    for place, message in enumerate(example.conversation.messages):
        text = marked(message.text, [(start, end) for number, start, end in example.spans if number == place])
        yield f"    {message.speaker}: {' '.join(text.split())}"
