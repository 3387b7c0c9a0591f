"""HTML: the visible text, and what of it is quoted, forwarded, a signature or code."""

import re

from phraselint.text.markup import BORDER, HIDDEN, Edit, Visible, rewrite
from phraselint.text.zones import Zone

# Attribute values may hold ">", other parts of a tag may not; nor may they hold "<", so that "a <b" stays text and no
# stretch is read twice.
TAG = re.compile(r"<(/?)([a-zA-Z][^\s/<>]*+)((?:[^<>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+)*+)>")
ENTITY = re.compile(r"&(?:#(?:[0-9]{1,8}|[xX][0-9a-fA-F]{1,7})|[a-zA-Z][a-zA-Z0-9]{1,31});?")
_MARKUP = re.compile(r"<(?=[a-zA-Z/!?])|&(?=[#a-zA-Z])")
BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 head header hr html legend li main menu nav ol optgroup option p pre section select "
    "summary table tbody td textarea tfoot th thead title tr ul".split()
)
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_RAW = frozenset(("script", "style", "title", "iframe", "noembed", "noframes", "xmp"))
_CODE = frozenset(("code", "pre"))
FOREIGN = {"blockquote": "quote", "q": "quote", "cite": "quote", "kbd": "code", "samp": "code"}
_MARKED = re.compile(r"""\b(?:class|id)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_MARKS = {
    **dict.fromkeys(("gmail_quote", "gmail_attr", "yahoo_quoted", "moz-cite-prefix", "protonmail_quote"), "forwarded"),
    **dict.fromkeys(("divrplyfwdmsg", "appendonsend", "outlookmessageheader"), "forwarded"),
    **dict.fromkeys(("gmail_signature", "moz-signature", "signature", "x_signature"), "signature"),
}
_TO_THE_END = ("divrplyfwdmsg", "appendonsend", "outlookmessageheader")  # the quoted mail follows as their neighbour
_COMMON = {
    "&amp;": "&",
    "&lt;": "<",
    "&gt;": ">",
    "&quot;": '"',
    "&apos;": "'",
    "&#39;": "'",
    "&nbsp;": "\u00a0",
    "&rsquo;": "\u2019",
    "&lsquo;": "\u2018",
    "&ldquo;": "\u201c",
    "&rdquo;": "\u201d",
    "&hellip;": "\u2026",
    "&ndash;": "\u2013",
    "&mdash;": "\u2014",
}


def visible(source: str) -> Visible:
    """What a reader of the page sees: no tags, comments and attributes, entities decoded, blocks as blank lines.

    Scripts, styles, ``code`` and ``pre`` are one U+FFFC each. Any text is read, in time linear in its length.
    """
    page = _Page(source)
    at = 0
    while match := _MARKUP.search(source, at):
        at = page.read(match.start())
    page.leave_all(len(source))
    return rewrite(source, page.edits, page.zones, flat=True)


def entity(source: str, start: int) -> Edit | None:
    """The character reference at ``start``, as an edit; None where there is none."""
    match = ENTITY.match(source, start)
    if match is None:
        return None
    decoded = _COMMON.get(match[0]) or _decoded(match[0])
    return Edit(start, match.end(), decoded) if decoded != match[0] else None


def comment_end(source: str, start: int) -> int:
    """Where the comment, declaration or instruction at ``start`` ends; at the end of the source if it is left open."""
    if source.startswith(("<!-->", "<!--->"), start):
        return source.index(">", start) + 1
    closer = "-->" if source.startswith("<!--", start) else ">"
    end = source.find(closer, start + (4 if closer == "-->" else 1))
    return len(source) if end < 0 else end + len(closer)


def raw_end(source: str, name: str, start: int) -> int:
    """Where the element ``name``, whose content starts at ``start``, ends: after its closing tag or with the source."""
    close = re.compile(rf"</{name}(?=[\s/>])[^>]*+>?", re.IGNORECASE).search(source, start)
    return close.end() if close else len(source)


def _decoded(reference: str) -> str:
    from html import unescape

    return unescape(reference)


class _Page:
    """The reading of one page: its edits and zones so far, and the elements that are open."""

    __slots__ = ("_counts", "_hidden", "_open", "edits", "source", "zones")

    def __init__(self, source: str) -> None:
        self.source = source
        self.edits: list[Edit] = []
        self.zones: list[Zone] = []
        self._open: list[tuple[str, int, str]] = []  # name, where it began, kind of zone ("" for none)
        self._counts: dict[str, int] = {}
        self._hidden = 0  # how many of the open elements are code

    def read(self, at: int) -> int:
        """Takes in the markup that may begin at ``at``; where to go on."""
        source = self.source
        if source[at] == "&":
            decoded = entity(source, at)
            return self._replace(decoded.start, decoded.end, decoded.text) if decoded else at + 1
        if source[at + 1] in "!?":
            return self._replace(at, comment_end(source, at), "")
        tag = TAG.match(source, at)
        if tag is None:
            return self._replace(at, at + 3, "") if source.startswith("</>", at) else at + 1
        name = tag[2].lower()
        return self._closed(name, tag) if tag[1] else self._opened(name, tag)

    def _replace(self, start: int, end: int, text: str) -> int:
        if not self._hidden:
            self.edits.append(Edit(start, end, text))
        return end

    def _opened(self, name: str, tag: "re.Match[str]") -> int:
        start, end = tag.span()
        if name in _RAW and not self._hidden:
            end = raw_end(self.source, name, end)
            return self._replace(start, end, BORDER if name == "title" else HIDDEN)
        if name not in _CODE or self._hidden:
            self._replace(start, end, _shown(name))
        if name in VOID:
            return end
        kind = "code" if name in _CODE else self._kind(name, tag)
        if kind or name in BLOCKS:
            self._open.append((name, start, kind))
            self._counts[name] = self._counts.get(name, 0) + 1
            self._hidden += name in _CODE
        return end

    def _closed(self, name: str, tag: "re.Match[str]") -> int:
        start, end = tag.span()
        if not self._counts.get(name):
            return self._replace(start, end, _shown(name))
        while self._leave(start, end if self._open[-1][0] == name else start) != name:
            pass
        if name not in _CODE:
            self._replace(start, end, _shown(name))
        return end

    def _leave(self, inner: int, outer: int) -> str:
        """Closes the innermost open element, whose content ends at ``inner`` and whose closing tag at ``outer``."""
        name, start, kind = self._open.pop()
        self._counts[name] -= 1
        if name in _CODE:
            self._hidden -= 1
            if not self._hidden:
                self.edits.append(Edit(start, outer, HIDDEN))
                self.zones.append(Zone(start, outer, "code"))
        elif kind and not self._hidden:
            self.zones.append(Zone(start, inner, kind))
        return name

    def leave_all(self, end: int) -> None:
        """Closes what is still open at the end of the source."""
        while self._open:
            self._leave(end, end)

    def _kind(self, name: str, tag: "re.Match[str]") -> str:
        for mark in _marks(tag[3]):
            kind = _MARKS.get(mark, "")
            if mark in _TO_THE_END:
                self.zones.append(Zone(tag.start(), len(self.source), kind))
            if kind:
                return kind
        return FOREIGN.get(name, "")


def _marks(attributes: str) -> list[str]:
    """The classes and the id that a tag's attributes give, in lower case."""
    if not attributes or "=" not in attributes:
        return []
    return " ".join("".join(found) for found in _MARKED.findall(attributes)).lower().split()


def _shown(name: str) -> str:
    """What a reader sees of a tag."""
    if name == "br":
        return "\n"
    return BORDER if name in BLOCKS else ""
