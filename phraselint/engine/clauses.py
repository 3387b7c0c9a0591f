"""The words by which the engine reads a clause, and what governs a match inside its sentence: negation, a condition.

The word lists of the engine stand in it, and in no phrasebook: they are the grammar by which conditions and
replacements are read, the same for every company and nearly all of it closed. What a company listens for are phrases
and signals. What governs is read within the clause and a few words back, so that it takes constant time.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from phraselint.match.matches import Match
    from phraselint.text.words import Sentence


REACH = 12
"""How many words back a negation or a condition governs."""

# --- negations and conditions, and what ends them ---------------------------------------------------------------------

NEGATIONS = frozenset(
    "not never no nor neither none nothing nobody without hardly barely scarcely cannot cant wont dont didnt doesnt"
    " isnt arent wasnt werent couldnt shouldnt wouldnt havent hasnt hadnt aint".split()
)
NOT_NEGATIONS = frozenset({("not", "only"), ("not", "just"), ("no", "doubt"), ("no", "matter"), ("no", "longer")})
ANSWERS = frozenset({("no", "problem"), ("no", "problems"), ("no", "worries"), ("no", "worry"), ("no", "prob")})
"""What negates only itself: "no problem, *sir*"."""
OPENERS = frozenset("if when whenever unless once until till whether where wherever while".split())
NOT_OPENERS = frozenset({("once", "again"), ("once", "more")})
LONG_OPENERS = frozenset(
    {("in", "case"), ("should", "you"), ("as", "soon"), ("as", "long"), ("so", "long"), ("provided", "that")}
    | {("the", "event"), ("had", "you"), ("every", "time"), ("each", "time"), ("any", "time")}
)
QUESTION_VERBS = frozenset(
    "do does did can could will would should shall is are was were have has had may might".split()
)
CLAUSE_SIGNS = frozenset(',;:()[]{}-–—/|…"')
"""Signs that end what governs, and after which a clause may begin."""

ENDS_NEGATION = frozenset("but because although though however so then which since yet".split())
ENDS_CONDITION = frozenset({"then"})
JOINERS = frozenset("and but so then or first next now also otherwise plus afterwards finally lastly secondly".split())

# --- what a clause begins with ----------------------------------------------------------------------------------------

PERSONS = frozenset("i you we they he she".split())
POSSESSIVES = frozenset("my your our his her its their".split())
DETERMINERS = POSSESSIVES | frozenset("the this that these those".split())
SUBJECTS = (
    PERSONS
    | DETERMINERS
    | frozenset(
        "i'm i'll i've i'd im ive you're you'll you've you'd we're we'll we've we'd he's she's it it's it'll they're"
        " they'll there there's that's please let let's here here's what u u'll u're u've".split()
    )
)
"""Words that a clause may begin with."""

CONJUNCTIONS = frozenset("and but so because that if as or yet when while since though although which".split())
PREDICATES = frozenset("right correct ok okay alright well sure now".split())
"""Interjections and tags that are none after a form of be: "he was, frankly, right"."""
INTERJECTIONS = frozenset("yes no yeah yep nope ok okay well hi hello hey thanks sure right alright now".split())
GREETINGS = frozenset("hi hello hey dear morning".split())
QUESTION_TAGS = frozenset("right correct please isn't aren't doesn't don't wasn't haven't".split())
"""Words that a statement may end in as a question: "..., right?"."""
SECOND_CLAUSES = frozenset(
    "thank see let have enjoy take call send check go give try keep look talk good great happy glad hope bye goodbye"
    " cheers anytime sorry exactly congratulations congrats safe speak stay best perfect".split()
)
"""Words that begin what is said next, where two commas held what was dropped: "great choice, *buddy*, see you soon"."""

# --- what a phrase leaves behind when it is dropped -------------------------------------------------------------------

LEFTOVERS = frozenset(
    "not so but and then or please sir madam ma'am maam miss dear honey mate buddy guys folks".split()
)
"""Words that are no sentence by themselves."""

BEARERS = POSSESSIVES | frozenset(
    "is are was were be been am it's that's there's you're we're they're i'm he's she's isn't aren't wasn't weren't"
    " a an the to of for".split()
)
"""Words that need what follows them."""

HALVES = QUESTION_VERBS | frozenset("be cannot i it there the they we he she a an my our your to of for".split())
"""Last words of a phrase that need the word after them: without the phrase it would have no subject or no verb."""
HALF_ENDINGS = ("'s", "'re", "'ll", "'ve", "'d", "'m", "n't")
"""How words end that hold a subject or a verb of the clause after them: "afraid *it's* gone"."""
TELLERS = frozenset(
    "say says tell announce report inform advise share confirm know knows see you realise realize understand notice"
    " states reads".split()
)
"""Last words of a phrase after which a clause or a thing may stand; a thing is no sentence by itself."""
LINKS = frozenset("about at by for from in of on regarding to with and or so which because".split())
"""Words that tie what follows to the phrase before them."""
NEWS = frozenset("news truth thing fact answer point reality".split())
"""Words after which "is" opens a clause that stands by itself: "the truth is"."""

CARRIERS = BEARERS | frozenset("have has had got need needs want see find found sent received lost".split())
"""Words that may need what follows them: their object."""

# --- what a replacement begins and ends with, and what stands before it -----------------------------------------------

COURTESIES = frozenset({"please", "kindly"})
ASKING = frozenset("could would can may will shall".split())
BEFORE_VERBS = QUESTION_VERBS | PERSONS | {"to", "also", "just"}
PAST = frozenset("had needed was were".split())
NOTHINGS = frozenset("no not np none nothing".split())
UNFINISHED = frozenset("please to is that and the a an for with of".split())
"""Last words after which a sentence must go on."""

GOVERNORS = frozenset({"that", "hope"})
"""Last words of replacements that go on without a comma."""

EMPTY_WORDS = frozenset(
    "you your you're you'll you've are please thanks thank because though going want let give me to kind sort out of"
    " lot".split()
)
"""Words that say nothing of their own: a word written out in these ("u", "gonna") means the same wherever it stands."""

SHORT_FORMS = frozenset("it's that's there's here's what's who's where's how's when's he's she's let's".split())
"""Words whose "'s" is "is", "has" or "us"."""

ARTICLES = ("a", "an")
VOWEL_SOUNDS = ("hour", "heir", "honest", "honor", "honour", "a", "e", "i", "o", "u")
CONSONANT_SOUNDS = ("eu", "one", "once", "uni", "use", "usa", "usu", "uti", "ut", "ubi", "u-")
"""How words begin that are spoken with a vowel first, and those of them that are not."""


def opens_sentence(sentence: Sentence, first: int) -> bool:
    """Whether no word stands before the token ``first``: bullets, quotation marks and "@name" do not count."""
    return first <= sentence.first_word()


def closes_sentence(sentence: Sentence, last: int) -> bool:
    """Whether no word stands at or after the token ``last``."""
    return last >= sentence.after_last_word()


def opens_clause(sentence: Sentence, first: int) -> bool:
    """Whether a new clause may start at the token ``first``: after a pause, or after "and", "but", "first" ..."""
    if opens_sentence(sentence, first):
        return True
    before = sentence.words[first - 1]
    return before in CLAUSE_SIGNS or before in JOINERS


def negated(match: Match) -> bool:
    """Whether a negation governs the match or stands in it: "we can't *promise*", "*nothing* to worry about"."""
    words = match.sentence.words[match.first : match.last]
    return negated_before(match) or any(_negates(words, place) for place in range(len(words)))


def negated_before(match: Match) -> bool:
    """Whether a negation before the match, in its clause, governs it."""
    before = _clause(match, ENDS_NEGATION)
    words = [*before, *match.sentence.words[match.first : match.first + 1]]
    return any(_negates(words, n) and tuple(words[n : n + 2]) not in ANSWERS for n in range(len(before)))


def conditional(match: Match) -> bool:
    """Whether a condition opened before the match holds it: "if *you need to*", not "if it blinks, *you need to*"."""
    words = _clause(match, ENDS_CONDITION)
    first = match.first - len(words)
    return any(_opens_condition(match.sentence, first + place) for place in range(len(words)))


def _clause(match: Match, ends: frozenset[str]) -> list[str]:
    """The words before the match, back to the last sign or one of ``ends``, at most REACH of them."""
    words = match.sentence.words
    start = match.first
    stop = max(match.first - REACH, 0)
    while start > stop and words[start - 1] not in CLAUSE_SIGNS and words[start - 1] not in ends:
        start -= 1
    return words[start : match.first]


def _negates(words: list[str], place: int) -> bool:
    word = words[place]
    if word not in NEGATIONS and not word.endswith("n't"):
        return False
    return tuple(words[place : place + 2]) not in NOT_NEGATIONS


def _opens_condition(sentence: Sentence, place: int) -> bool:
    words = sentence.words
    if words[place] in OPENERS:
        asks = words[place] in ("when", "where") and sentence.question and words[place + 1] in QUESTION_VERBS
        return not asks and tuple(words[place : place + 2]) not in NOT_OPENERS
    if tuple(words[place : place + 2]) not in LONG_OPENERS:
        return False
    return words[place] not in ("should", "had") or not sentence.question
