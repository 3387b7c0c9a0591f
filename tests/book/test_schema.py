import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from phraselint.book import book_shape, packs, rule_shape, schema
from phraselint.book.find import shipped_folder
from phraselint.book.fit import fit
from phraselint.book.marked_yaml import read

FOLDER = Path(schema.__file__).parent
RULE_VALIDATOR = jsonschema.Draft202012Validator(schema.rule_schema())
VALIDATOR = jsonschema.Draft202012Validator(schema.schema())

FULL = """
name: Acme support
version: 2026.1
language: no
extends: [core, ./own.yaml]
segments: [vip, standard]
team: {time_zone: America/New_York, hours: "Mon-Fri 09:00-18:00", holidays: ["2026-12-25"]}
avoid:
  - id: no-problem
    category: acknowledgement
    severity: warning
    phrases:
      - "no problem [at all]"
      - 24
      - {phrase: np, case: exact, typos: false, severity: suggestion, when: {channel: chat}, instead: Sure}
      - {regex: 'REF-\\d+'}
      - {tokens: [{LEMMA: be, LENGTH: {">=": 3}}, {OP: "?"}]}
    why: no
    when: {speaker: [agent, bot], reply_to: none, mood: upset, position: last_reply, sentence: whole}
    unless: {before: ["there {be}", {signal: thanks}], after: [with], earlier: {entry: calm-down}, message: sorry}
    instead:
      - Certainly
      - {say: "", safety: safe}
      - {say: "You're welcome", when: {reply_to: thanks}, unless: {segment: vip}, safety: review}
    examples:
      - {customer: "Thanks!", channel: chat, segment: vip, flag: "[[No problem]]!", becomes: "You're welcome!"}
      - {pass: "There is no problem with your line."}
      - {known-miss: "[[No prob]].", because: not yet}
      - {known-false-alarm: "A [[no-problem]] zone.", because: a noun}
    case: exact
    typos: true
    in: [own, quote]
    description: A note
    since: 1.2
    source: The style guide
prefer:
  - {id: my-pleasure, phrases: my pleasure, when: {reply_to: thanks}, typos: false}
signals:
  hand-over: ["I'm passing this to our * team", {phrase: over to them, typos: true}]
rules:
  slow-first-reply: {severity: error, limits: {email: 4h}, when: {channel: email}}
  no-name: off
gate: {block: error, confirm: off}
check: {fail_on: off, ignore: [no-problem], select: refusal, format: json, strict: true, channel: email, segment: vip}
"""


def loader_takes(text: str) -> bool:
    """Whether the loader finds that everything has its right shape."""
    source, root = read("lexicon.yaml", text.encode())
    assert root is not None
    fit(root, book_shape.BOOK, source)
    return not source.mistakes


def schema_takes(value: Any) -> bool:
    return bool(VALIDATOR.is_valid(value))


def as_written(text: str) -> Any:
    """A book with every scalar as text, as the loader reads it."""
    return yaml.load(text, yaml.BaseLoader)  # noqa: S506 (makes nothing but strings)


@pytest.mark.parametrize("reader", [as_written, yaml.safe_load], ids=["as written", "as YAML 1.1 reads it"])
def test_a_full_book_is_taken_by_both(reader: Callable[[str], Any]) -> None:
    assert loader_takes(FULL)
    VALIDATOR.validate(reader(FULL))


def test_the_published_schemas_are_those_that_the_tables_make() -> None:
    published = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.schema.json")}
    assert published == schema.published(), "python -m phraselint.book.schema renews the files"


@pytest.mark.parametrize("made", [schema.schema, schema.rule_schema], ids=["of a book", "of a rule"])
def test_a_schema_is_one(made: Callable[[], dict[str, Any]]) -> None:
    jsonschema.Draft202012Validator.check_schema(made())


@pytest.mark.parametrize("reader", [as_written, yaml.safe_load], ids=["as written", "as YAML 1.1 reads it"])
@pytest.mark.parametrize("name", packs.rule_files())
def test_every_shipped_rule_is_taken_by_its_schema(name: str, reader: Callable[[str], Any]) -> None:
    RULE_VALIDATOR.validate(
        json.loads(json.dumps(reader(Path(packs.rule_files()[name]).read_text("utf-8")), default=str))
    )


RULE = "{summary: a, why: b, severity: error, needs: [message], says: c, examples: [{pass: [{agent: d}]}], KEYS}"


@pytest.mark.parametrize(
    ("keys", "right"),
    [
        pytest.param("triggers: [thanks, a/b, {customer: a/b}, {text: '{'}, {capitals: 3}]", True, id="triggers"),
        pytest.param("triggers: [{capitals: none}]", False, id="a number that is none"),
        pytest.param("triggers: [{words: 0}]", False, id="a number below one"),
        pytest.param("triggers: [{words: 3, capitals: 3}]", False, id="a trigger of two kinds"),
        pytest.param("signals: {a/b: [c]}", True, id="a signal"),
        pytest.param("signals: {a/b/c: [d]}", False, id="a signal of three names"),
        pytest.param("suggest: [do, {say: this, safety: safe}]", True, id="suggestions"),
        pytest.param("settings: {a: 1, b: [c], d: {e: 4h}}", True, id="settings"),
        pytest.param("needs: [money]", False, id="an unknown need"),
        pytest.param("examples: [{flag: []}]", False, id="an example without messages"),
        pytest.param("examples: [{flag: [{agent: a, customer: b}]}]", False, id="a message of two people"),
        pytest.param("examples: [{flag: [{agent: a}], team: {hours: never}, fields: {a: 1}}]", True, id="a context"),
        pytest.param("examples: [{known-miss: [{agent: a}]}]", False, id="a known miss without its reason"),
        pytest.param("smmary: a", False, id="an unknown key"),
    ],
)
def test_what_the_reader_and_the_schema_of_a_rule_take(keys: str, right: bool) -> None:
    first = keys.partition(":")[0]
    text = RULE.replace("KEYS", keys)
    for name, value in (("needs", "[message]"), ("examples", "[{pass: [{agent: d}]}]")):
        if name == first:
            text = text.replace(f"{name}: {value}, ", "")
    source, root = read("rule.yaml", text.encode())
    assert root is not None
    fit(root, rule_shape.RULE, source)
    assert (source.mistakes == []) is right, source.mistakes
    assert RULE_VALIDATOR.is_valid(as_written(text)) is right


def test_editors_can_explain_every_key() -> None:
    def unexplained(part: Any) -> list[str]:
        if isinstance(part, list):
            return [name for item in part for name in unexplained(item)]
        if not isinstance(part, dict):
            return []
        own = [name for name, key in part.get("properties", {}).items() if not key["description"]]
        return own + [name for value in part.values() for name in unexplained(value)]

    assert unexplained(schema.schema()) == []
    assert "reply_to" in json.dumps(schema.schema())


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("name: A", id="a name alone"),
        pytest.param("avoid: []", id="no entries yet"),
        pytest.param("avoid: [{id: a, phrases: b}]", id="the least entry"),
        pytest.param("avoid: [{id: a-1, phrases: [b], instead: ['']}]", id="a phrase to drop"),
        pytest.param("rules: {a: {severity: error, anything: [1, {b: c}]}}", id="settings of a rule"),
        pytest.param("team: {}", id="an empty team"),
    ],
)
def test_what_both_take(text: str) -> None:
    assert loader_takes(text)
    assert schema_takes(as_written(text))
    assert schema_takes(yaml.safe_load(text))


def entry(keys: str) -> str:
    return f"avoid: [{{id: a, phrases: b, {keys}}}]"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[a]", id="a list"),
        pytest.param("a", id="a word"),
        pytest.param("nmae: A", id="an unknown key"),
        pytest.param("name: [A]", id="a list for a text"),
        pytest.param("name: ''", id="an empty text"),
        pytest.param("name: ' '", id="a blank text"),
        pytest.param("segments: [VIP]", id="a name in capitals"),
        pytest.param("avoid: {id: a, phrases: b}", id="one entry without a list"),
        pytest.param("avoid: [{phrases: b}]", id="an entry without an id"),
        pytest.param("avoid: [{id: a}]", id="an entry without phrases"),
        pytest.param("avoid: [{id: a b, phrases: b}]", id="an id with a space"),
        pytest.param("avoid: [{id: a, phrases: []}]", id="no phrases"),
        pytest.param("avoid: [{id: a, phrases: [[b]]}]", id="a list for a phrase"),
        pytest.param("avoid: [{id: a, phrases: [{case: exact}]}]", id="a phrase without words"),
        pytest.param("avoid: [{id: a, phrases: [{phrase: b, regex: c}]}]", id="two wordings in one"),
        pytest.param("avoid: [{id: a, phrases: [{tokens: b}]}]", id="tokens without a list"),
        pytest.param("prefer: [{id: a, phrases: b, why: c}]", id="a key of another part"),
        pytest.param("prefer: [{id: a, phrases: {phrase: b, severity: error}}]", id="a severity of what is preferred"),
        pytest.param("signals: {A b: c}", id="a signal with a space"),
        pytest.param("signals: {a: [{phrase: b, when: {channel: chat}}]}", id="a condition of a signal"),
        pytest.param("rules: {a: on}", id="a rule that is switched on"),
        pytest.param("rules: {a: {severity: high}}", id="an unknown severity of a rule"),
        pytest.param("gate: {block: never}", id="an unknown gate"),
        pytest.param("check: {fail_on: never}", id="an unknown level"),
        pytest.param("check: {strict: perhaps}", id="a switch that is none"),
        pytest.param(entry("severity: high"), id="an unknown severity"),
        pytest.param(entry("case: upper"), id="an unknown case"),
        pytest.param(entry("in: [mine]"), id="an unknown place"),
        pytest.param(entry("when: {chanel: chat}"), id="an unknown condition"),
        pytest.param(entry("when: {channel: mail}"), id="an unknown channel"),
        pytest.param(entry("when: {reply_to: [thanks, thank]}"), id="an unknown act"),
        pytest.param(entry("when: {before: []}"), id="a condition without a value"),
        pytest.param(entry("when: {before: {entry: a}}"), id="an entry beside the phrase"),
        pytest.param(entry("when: {message: {}}"), id="a reference to nothing"),
        pytest.param(entry("when: {message: {entry: a, signal: b}}"), id="a reference to two things"),
        pytest.param(entry("instead: [{safety: safe}]"), id="a replacement of nothing"),
        pytest.param(entry("instead: [{say: b, safety: sure}]"), id="an unknown safety"),
        pytest.param(entry("examples: [{customer: b}]"), id="an example of nothing"),
        pytest.param(entry("examples: [{flag: b, pass: c}]"), id="two examples in one"),
        pytest.param(entry("examples: [{pass: b, becomes: c}]"), id="a fix of nothing"),
        pytest.param(entry("examples: [{known-miss: b}]"), id="a miss without a reason"),
        pytest.param(entry("examples: {pass: b}"), id="one example without a list"),
    ],
)
def test_what_neither_takes(text: str) -> None:
    assert not loader_takes(text)
    assert not schema_takes(as_written(text))
    assert not schema_takes(yaml.safe_load(text))


@pytest.mark.parametrize("name", ["lexicon", *(f"lexicon/{pack}" for pack in (*packs.pack_names(), packs.SIGNALS))])
def test_what_is_shipped_is_taken_by_both(name: str) -> None:
    text = (Path(shipped_folder()) / f"{name}.yaml").read_text(encoding="utf-8")
    assert loader_takes(text)
    VALIDATOR.validate(yaml.safe_load(text))
