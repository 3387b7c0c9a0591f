"""What to say instead, placed: the suggestions of one finding."""

from __future__ import annotations

from phraselint.engine.clauses import negated_before
from phraselint.engine.conditions import Here, holds
from phraselint.engine.fitting import breaks_markup, fits, leaves_half, spelt_out
from phraselint.engine.place import Edit, Place
from phraselint.engine.placing import placed
from phraselint.model.findings import Safety, Suggestion
from phraselint.text import regex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from phraselint.engine.judge import Judgement
    from phraselint.match.matches import Match


_STYLE_REACH = 200
_SLOT = r"<(number|money|date|time|duration|email|url|name)>"


def suggestions(judgement: Judgement, here: Here) -> tuple[Suggestion, ...]:
    """What the entry offers for this match, in the book's order; each text once.

    One whose conditions do not hold, or that asks for a slot which the match has not, is left out; one that cannot be
    placed well is advice only.
    """
    instead = judgement.entry["instead"] if judgement.phrase["instead"] is None else judgement.phrase["instead"]
    offered: dict[str, Suggestion] = {}
    for record in instead:
        found = _suggestion(record, here) if holds(record, here) else None
        if found is not None:
            offered.setdefault(found.text, found)
    return tuple(offered.values())


def _suggestion(record: dict[str, Any], here: Here) -> Suggestion | None:
    place = Place(here.match)
    markup = here.context.heard.markup
    say = filled(record["say"], here.match, markup)
    if say is None:
        return None
    edit = _edit(place, say, here)
    if edit is None or breaks_markup(place, edit, markup) or record["safety"] == Safety.GUIDE:
        return Suggestion(say, Safety.GUIDE, place.start, place.end)
    return Suggestion(edit.text, Safety(record["safety"]), edit.start, edit.end)


def _edit(place: Place, say: str, here: Here) -> Edit | None:
    """The edit that writes ``say``; None where nothing may be rewritten or it would not read well."""
    if "{" in say or place.owns or here.context.heard.foreign(here.match.start, here.match.end):
        return None
    if negated_before(here.match) and not (say and spelt_out(place, say)):
        return None
    if leaves_half(place, say):
        return None
    if not say:
        from phraselint.engine.dropping import dropped

        return dropped(place)
    return placed(place, _in_style(place, say)) if fits(place, say, here) else None


def filled(say: str, match: Match, markup: str = "plain") -> str | None:
    """``say`` with the values of the match for its slots, escaped where the text is HTML; None if one is missing."""
    values: dict[str, list[str]] = {}
    for kind, value in match.slots:
        values.setdefault(kind, []).append(value)
    pieces = regex.split(_SLOT, say) if "<" in say else [say]
    for place, piece in enumerate(pieces):
        if place % 2 == 0:
            pieces[place] = _escaped(piece) if markup == "html" else piece
        elif values.get(piece):
            pieces[place] = values[piece].pop(0) if len(values[piece]) > 1 else values[piece][0]
        else:
            return None
    return "".join(pieces)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _in_style(place: Place, say: str) -> str:
    """``say`` with the apostrophes that the text around it is written with."""
    around = place.around(_STYLE_REACH)
    return say.replace("'", "’") if "’" in around and "'" not in around else say
