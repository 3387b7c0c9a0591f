from collections.abc import Callable
from pathlib import Path

import pytest

from phraselint.book import packs
from phraselint.book.contents import Condition, Contents, Entry, Reference
from phraselint.book.loader import load_contents
from phraselint.book.parser import parse
from phraselint.model.errors import BookError, InputError
from phraselint.model.findings import Safety, Severity

Load = Callable[..., Contents]

ACME = """
name: Acme support
version: 2026.10
language: en
segments: [vip, standard]
team: {time_zone: America/New_York, hours: "Mon-Fri 09:00-18:00"}
avoid:
  - id: no-problem
    category: acknowledgement
    severity: error
    phrases:
      - "no problem [at all]"
      - {phrase: np, case: exact, severity: suggestion, when: {channel: chat}, instead: "Sure"}
    why: It says that the customer might have been a problem.
    unless: {before: ["there {be}", "{have}"], after: with}
    instead:
      - {say: "You're welcome", when: {reply_to: thanks}, safety: safe}
      - Certainly
    examples:
      - {customer: "Thanks!", flag: "[[No problem]]! [[np]]", becomes: "You're welcome!"}
      - {pass: "There is no problem with your line."}
      - {known-miss: "[[No prob]].", because: not in the list yet}
    in: [own, quote]
prefer:
  - {id: my-pleasure, phrases: my pleasure, when: {reply_to: [thanks, apology]}}
signals:
  delighted: ["so happy"]
rules:
  no-problem: {severity: warning, when: {segment: vip}}
check: {fail_on: error, ignore: [no-problem]}
"""


def the_entry(contents: Contents, name: str = "no-problem") -> Entry:
    return next(entry for entry in contents.entries if entry.id == name)


def entry_of(load: Load, keys: str) -> Entry:
    """The one entry of a book; ``keys`` are written in flow style."""
    return the_entry(load(f"avoid: [{{id: no-problem, {keys}}}]"))


def test_the_head_of_a_book_is_read_as_written(load: Load) -> None:
    book = load(ACME)
    assert (book.name, book.version, book.language) == ("Acme support", "2026.10", "en")
    assert book.segments == ("vip", "standard")
    assert book.team == {"time_zone": "America/New_York", "hours": "Mon-Fri 09:00-18:00"}
    assert book.settings == {"fail_on": "error", "ignore": ("no-problem",)}
    assert book.gate == {"block": "error", "confirm": "warning", "suggest": "suggestion"}


def test_an_entry_holds_what_it_says(load: Load) -> None:
    entry = the_entry(load(ACME))
    assert (entry.category, entry.severity, entry.pack) == ("acknowledgement", Severity.ERROR, "lexicon")
    assert entry.why == "It says that the customer might have been a problem."
    assert entry.within == ("own", "quote")
    assert (entry.place.line, entry.place.column) == (8, 5)
    assert entry.unless == (
        Condition("before", (parse("there {be}"), parse("{have}")), entry.unless[0].place),
        Condition("after", (parse("with"),), entry.unless[1].place),
    )


def test_the_keys_of_a_phrase_win_over_the_entrys(load: Load) -> None:
    plain, own = the_entry(load(ACME)).phrases
    assert (plain.severity, plain.when, plain.unless, plain.instead, plain.case_exact) == (
        None,
        None,
        None,
        None,
        False,
    )
    assert (own.source, own.severity, own.case_exact, own.typos) == ("np", Severity.SUGGESTION, True, False)
    assert own.when is not None
    assert own.when[0].values == ("chat",)
    assert own.unless is None
    assert own.instead is not None
    assert [replacement.say for replacement in own.instead] == ["Sure"]
    assert (own.place.line, own.place.column) == (13, 18)


def test_examples_know_their_spans_and_their_context(load: Load) -> None:
    flag, passed, miss = the_entry(load(ACME)).examples
    assert (flag.kind, flag.text, flag.spans) == ("flag", "No problem! np", ((0, 10), (12, 14)))
    assert (flag.becomes, flag.context) == ("You're welcome!", {"customer": "Thanks!"})
    assert (passed.kind, passed.spans, passed.context) == ("pass", (), {})
    assert (miss.kind, miss.text, miss.because) == ("known-miss", "No prob.", "not in the list yet")


def test_prefer_signals_and_changes_are_read(load: Load) -> None:
    book = load(ACME)
    assert [(prefer.id, [phrase.source for phrase in prefer.phrases]) for prefer in book.prefer] == [
        ("my-pleasure", ["my pleasure"])
    ]
    assert book.prefer[0].when[0].values == ("thanks", "apology")
    assert next(signal for signal in book.signals if signal.name == "delighted").phrases[0].source == "so happy"
    (patch,) = book.patches
    assert (patch.id, patch.off, patch.severity, patch.keys) == ("no-problem", False, Severity.WARNING, {})
    assert patch.when[0].values == ("vip",)


@pytest.mark.parametrize(
    "word", ["no", "off", "yes", "true", "null", "~", "1.10", "0x1F", "1e3", "2026-01-01", "12:30:00"]
)
def test_a_scalar_is_the_word_that_is_written(load: Load, word: str) -> None:
    assert entry_of(load, f'phrases: ["calm down"], why: {word}').why == word


@pytest.mark.parametrize(
    ("phrase", "typos"),
    [
        pytest.param('"calm down"', True, id="two words"),
        pytest.param("relax", False, id="one word"),
        pytest.param('"chill [out]"', True, id="two words at most"),
        pytest.param('"(relax|calm|chill)"', False, id="one word of several"),
        pytest.param('"{calm}"', False, id="one inflected word"),
        pytest.param('"{calm} *"', True, id="a word and any word"),
        pytest.param('"<duration>"', False, id="a slot alone"),
        pytest.param('"100 %"', False, id="a word and a sign"),
        pytest.param("{phrase: relax, typos: true}", True, id="one word that asks for it"),
        pytest.param('{phrase: "calm down", typos: false}', False, id="two words that do without"),
    ],
)
def test_slips_are_looked_for_from_two_words_on(load: Load, phrase: str, typos: bool) -> None:
    assert entry_of(load, f"phrases: [{phrase}]").phrases[0].typos is typos


def test_case_and_typos_of_an_entry_hold_for_its_phrases(load: Load) -> None:
    entry = entry_of(load, 'case: exact, typos: false, phrases: ["calm down", {phrase: "chill out", typos: true}]')
    assert [(phrase.case_exact, phrase.typos) for phrase in entry.phrases] == [(True, False), (True, True)]


@pytest.mark.parametrize(
    ("instead", "say", "safety"),
    [
        pytest.param("Certainly", "Certainly", Safety.REVIEW, id="a wording is for review"),
        pytest.param('"To {goal}, please"', "To {goal}, please", Safety.GUIDE, id="advice with blanks is a guide"),
        pytest.param("{say: Certainly}", "Certainly", Safety.REVIEW, id="the long form too"),
        pytest.param('{say: "To {goal}"}', "To {goal}", Safety.GUIDE, id="and its advice"),
        pytest.param("{say: Certainly, safety: guide}", "Certainly", Safety.GUIDE, id="what it says itself holds"),
        pytest.param('{say: "", safety: safe}', "", Safety.SAFE, id="nothing drops the phrase"),
        pytest.param('""', "", Safety.REVIEW, id="in short, too"),
    ],
)
def test_how_far_a_replacement_may_be_trusted(load: Load, instead: str, say: str, safety: Safety) -> None:
    (replacement,) = entry_of(load, f'phrases: ["calm down"], instead: [{instead}]').instead
    assert (replacement.say, replacement.safety) == (say, safety)


@pytest.mark.parametrize(
    ("condition", "value"),
    [
        pytest.param("same_sentence: calm-down", Reference("entry", "calm-down"), id="the id of an entry"),
        pytest.param("earlier: {entry: calm-down}", Reference("entry", "calm-down"), id="an entry by its key"),
        pytest.param("message: {signal: delighted}", Reference("signal", "delighted"), id="a signal elsewhere"),
        pytest.param("before: {signal: delighted}", Reference("signal", "delighted"), id="a signal beside the phrase"),
        pytest.param("next_sentences: calm down", parse("calm down"), id="words that are no id"),
        pytest.param("after: calm-down", parse("calm-down"), id="an id beside the phrase is a pattern"),
        pytest.param("segment: vip", "vip", id="a declared segment"),
        pytest.param("sentence: [negated]", "negated", id="a word of the list"),
    ],
)
def test_what_a_condition_asks_for(load: Load, condition: str, value: object) -> None:
    book = load(
        f"""
        segments: [vip]
        signals: {{delighted: so happy}}
        avoid:
          - {{id: no-problem, phrases: no problem, unless: {{{condition}}}}}
          - {{id: calm-down, phrases: calm down}}
        """
    )
    assert the_entry(book).unless[0].values == (value,)


def test_a_bare_entry_has_quiet_defaults(load: Load) -> None:
    entry = entry_of(load, "phrases: no problem")
    assert (entry.severity, entry.why, entry.within, entry.when, entry.instead) == (
        Severity.WARNING,
        "",
        ("own",),
        (),
        (),
    )


def test_a_bare_book_is_called_like_its_file(load: Load) -> None:
    book = load("avoid: []")
    assert (book.name, book.version, book.language, book.entries, book.prefer) == ("lexicon", "", "en", (), ())


# --- extends


def test_the_last_entry_of_an_id_wins_at_the_place_of_the_first(load: Load) -> None:
    book = load(
        """
        extends: base.yaml
        avoid:
          - {id: own, phrases: own words}
          - {id: second, phrases: changed words}
        """,
        base="""
        avoid:
          - {id: first, phrases: first words}
          - {id: second, phrases: second words, why: Forgotten}
          - {id: third, phrases: third words}
        """,
    )
    assert [(entry.id, entry.phrases[0].source, entry.pack) for entry in book.entries] == [
        ("first", "first words", "base"),
        ("second", "changed words", "lexicon"),
        ("third", "third words", "base"),
        ("own", "own words", "lexicon"),
    ]
    assert the_entry(book, "second").why == ""


def test_a_pack_met_twice_does_not_undo_what_was_made_of_it(load: Load) -> None:
    book = load(
        "extends: [left.yaml, right.yaml]",
        left="extends: base.yaml\navoid: [{id: one, phrases: left words}]",
        right="extends: base.yaml\navoid: [{id: two, phrases: right words}]",
        base="avoid: [{id: one, phrases: base words}, {id: two, phrases: base words}]",
    )
    assert [entry.phrases[0].source for entry in book.entries] == ["left words", "right words"]
    own = [Path(path).stem for path, _ in book.sources]
    assert own[:4] == ["lexicon", "left", "base", "right"]


def test_signals_add_up_and_settings_are_joined_key_by_key(load: Load) -> None:
    book = load(
        """
        extends: base.yaml
        signals: {delighted: [over the moon]}
        gate: {block: "off"}
        team: {hours: "Mon-Sat 08:00-20:00"}
        check: {fail_on: error}
        """,
        base="""
        language: en-GB
        segments: [vip]
        signals: {delighted: [so happy]}
        gate: {confirm: error}
        team: {time_zone: Europe/London, hours: "Mon-Fri 09:00-17:00"}
        check: {fail_on: warning, format: json}
        """,
    )
    delighted = next(signal for signal in book.signals if signal.name == "delighted")
    assert [phrase.source for phrase in delighted.phrases] == ["so happy", "over the moon"]
    assert book.gate == {"block": "off", "confirm": "error", "suggest": "suggestion"}
    assert book.team == {"time_zone": "Europe/London", "hours": "Mon-Sat 08:00-20:00"}
    assert book.settings == {"fail_on": "error", "format": "json"}
    assert (book.language, book.segments) == ("en-GB", ("vip",))


def test_changes_stand_in_the_order_in_which_they_hold(load: Load) -> None:
    book = load(
        "extends: base.yaml\nrules: {calm-down: {severity: error}}",
        base="avoid: [{id: calm-down, phrases: calm down}]\nrules: {calm-down: off}",
    )
    assert [(patch.off, patch.severity) for patch in book.patches] == [(True, None), (False, Severity.ERROR)]


def test_every_file_that_was_read_is_a_source(load: Load, tmp_path: Path) -> None:
    book = load("extends: base.yaml", base="name: base")
    assert book.sources[0] == (str(tmp_path.resolve() / "lexicon.yaml"), b"extends: base.yaml")
    assert book.sources[1] == (str(tmp_path.resolve() / "base.yaml"), b"name: base")
    assert all(Path(path).read_bytes() == data for path, data in book.sources)


SLOW_REPLY = """\
summary: A late reply
why: Whoever waits writes again.
severity: suggestion
needs: [timestamps]
settings: {limits: {email: half-day, chat: 60s}, days: []}
says: The reply took long.
signals: {slow-reply/receipt: [we have got it]}
examples: [{pass: [{agent: Hello}]}]
"""


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that stands for the shipped one, with one pack, a signal and a rule."""
    folder = tmp_path / "shipped"
    (folder / "lexicon").mkdir(parents=True)
    (folder / "rules" / "speed").mkdir(parents=True)
    (folder / "lexicon" / "hospitality.yaml").write_text("avoid: [{id: dear-guest, phrases: dear guest}]")
    (folder / "lexicon" / "signals.yaml").write_text("signals: {thanks: [thank you]}")
    (folder / "rules" / "speed" / "slow-reply.yaml").write_text(SLOW_REPLY)
    monkeypatch.setattr(packs, "shipped_folder", lambda: str(folder))
    return folder


def test_a_pack_is_named_and_the_signals_are_always_there(shelf: Path, load: Load) -> None:
    book = load("extends: [hospitality]\nsignals: {thanks: [ta]}")
    assert [(entry.id, entry.pack) for entry in book.entries] == [("dear-guest", "hospitality")]
    assert {signal.name: [phrase.source for phrase in signal.phrases] for signal in book.signals} == {
        "slow-reply/receipt": ["we have got it"],
        "thanks": ["thank you", "ta"],
    }


def test_a_book_adds_to_the_signals_of_a_rule(shelf: Path, load: Load) -> None:
    book = load("signals: {slow-reply/receipt: [it is here]}")
    phrases = {signal.name: [phrase.source for phrase in signal.phrases] for signal in book.signals}
    assert phrases["slow-reply/receipt"] == ["we have got it", "it is here"]
    with pytest.raises(BookError, match="no rule has the signal 'slow-reply/reciept'") as caught:
        load("signals: {slow-reply/reciept: [it is here]}")
    assert "did you mean 'slow-reply/receipt'?" in str(caught.value)


def test_the_rules_are_read_with_every_book(shelf: Path, load: Load) -> None:
    book = load("name: A")
    assert [(rule.id, rule.group, rule.severity) for rule in book.rules] == [("slow-reply", "speed", "suggestion")]
    assert any(path.endswith("slow-reply.yaml") for path, _ in book.sources)


def test_a_service_rule_takes_settings_of_its_own(shelf: Path, load: Load) -> None:
    (patch,) = load("rules: {slow-reply: {severity: error, limits: {email: 4h}, days: [1, no]}}").patches
    assert (patch.id, patch.severity) == ("slow-reply", Severity.ERROR)
    assert patch.keys == {"limits": {"email": "4h"}, "days": ("1", "no")}


def test_an_entry_may_not_take_the_id_of_a_rule(shelf: Path, load: Load) -> None:
    with pytest.raises(BookError, match="is the id of a service rule"):
        load("avoid: [{id: slow-reply, phrases: slow reply}]")


def test_the_shipped_book_is_read_where_no_path_is_given(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (shelf / "lexicon.yaml").write_text("name: Sample\nextends: [hospitality]")
    monkeypatch.setattr("phraselint.book.loader.shipped_book", lambda: str(shelf / "lexicon.yaml"))
    assert load_contents().name == "Sample"


@pytest.mark.parametrize("path", ["nowhere.yaml", ".", "a\0b"], ids=["no file", "a folder", "no path"])
def test_a_book_that_cannot_be_opened_is_an_input_error(
    path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError):
        load_contents(path)


# --- the escape hatches


def test_ten_thousand_entries_are_all_read(load: Load) -> None:
    entries = "\n".join(f'  - {{id: p-{number}, phrases: ["calm down {number}"]}}' for number in range(10_000))
    assert len(load(f"avoid:\n{entries}").entries) == 10_000


def test_a_sound_phrasebook_says_the_same_without_reading_its_patterns(tmp_path: Path) -> None:
    path = tmp_path / "lexicon.yaml"
    path.write_text(ACME, encoding="utf-8")
    read, shown = load_contents(str(path)), load_contents(str(path), sound=True)
    assert [(each.id, [phrase.source for phrase in each.phrases]) for each in shown.entries] == [
        (each.id, [phrase.source for phrase in each.phrases]) for each in read.entries
    ]
    assert the_entry(shown).examples == the_entry(read).examples
    assert [[(each.say, each.safety) for each in entry.instead] for entry in shown.entries] == [
        [(each.say, each.safety) for each in entry.instead] for entry in read.entries
    ]
    assert not any(phrase.pattern.nodes for entry in shown.entries for phrase in entry.phrases if phrase.pattern)
