"""YAML that remembers where each key and value stood; every scalar is read as it is written.

What a phrasebook needs of YAML and no more: mappings, lists and text. Tags, anchors, aliases, merge keys, a second
document and deep nesting are mistakes, so that no file can run code or grow in memory.
"""

from typing import Any

import yaml

from phraselint.book.source import FORBIDDEN, Listing, Node, Scalar, Source, Table, decode
from phraselint.book.yaml_faults import QUOTE_IT, fault

_DEEPEST = 30  # a phrasebook needs ten
_MOST_PARTS = 2_000_000  # some 30,000 rich entries
_BROKEN = "broken"  # the style of a key that has been reported
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read(path: str, data: bytes) -> tuple[Source, Node | None]:
    """A file and the tree of its one document, None where it has none that can be used.

    What YAML or a phrasebook forbids is among ``mistakes`` of the source, each with its place.
    """
    source, readable = decode(path, data)
    if not readable:
        return source, None
    builder = _Builder(source)
    return source, builder.root if builder.build() else None


class _Stop(Exception):
    """The rest of the file is not worth reading."""


class _Builder:
    """Makes a tree of parser events, without recursion."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.root: Node | None = None
        self._open: list[Listing | Table] = []
        self._keys: list[Scalar | None] = []  # of each open node: the key that waits for its value
        self._documents = 0
        self._parts = 0
        self._quoted: Any = None  # the last text in quotes that runs over several lines

    def build(self) -> bool:
        """Reads the whole file; False where its tree is not complete."""
        loader = _LOADER(self.source.text)
        try:
            while loader.check_event():
                self._take(loader.get_event())
        except _Stop:
            return False
        except yaml.MarkedYAMLError as error:
            self._syntax(error)
            return False
        finally:
            loader.dispose()
        if not self._documents:
            self.source.wrong_at(1, 1, "the file is empty", "begin with 'name: ...' and 'avoid:'")
        return True

    def _take(self, event: Any) -> None:
        mark: Any = event.start_mark
        self._parts += 1
        if self._parts > _MOST_PARTS:
            self._wrong(event, f"more than {_MOST_PARTS:,} keys and values", "split the file and use 'extends'")
            raise _Stop
        if isinstance(event, yaml.ScalarEvent):
            scalar = _scalar(event)
            if not scalar.one_line and scalar.style in ("'", '"'):
                self._quoted = event
            self._add(scalar if self._clean(event) and self._allowed(scalar) else None)
        elif isinstance(event, yaml.MappingStartEvent):
            self._clean(event)
            self._enter(Table({}, mark.line + 1, mark.column + 1))
        elif isinstance(event, yaml.SequenceStartEvent):
            self._clean(event)
            self._enter(Listing([], mark.line + 1, mark.column + 1))
        elif isinstance(event, yaml.CollectionEndEvent):
            self._open.pop()
            self._keys.pop()
        elif isinstance(event, yaml.AliasEvent):
            self._alias(event)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._document(event)

    def _clean(self, event: Any) -> bool:
        """Whether a value stands for itself, without tag and anchor."""
        if event.tag is None and event.anchor is None:
            return True
        what = f"the anchor '&{event.anchor}'" if event.anchor is not None else f"the tag '{_tag(event.tag)}'"
        self._wrong(event, f"{what} has no place in a phrasebook", "leave it out, or put the text in quotes")
        return False

    def _allowed(self, scalar: Scalar) -> bool:
        """Whether no escape, as in "\\0", brings in a character that may not stand in the file itself."""
        odd = FORBIDDEN.search(scalar.value) if scalar.style == '"' else None
        if odd is not None:
            column = self.source.column_in(scalar, odd.start())
            message = f"the character U+{ord(odd[0]):04X} may not stand in a phrasebook"
            self.source.wrong_at(scalar.line, column, message, "leave it out")
        return odd is None

    def _alias(self, event: Any) -> None:
        hint = "write the words out, or put the text in quotes"
        self._wrong(event, f"the alias '*{event.anchor}' has no place in a phrasebook", hint)
        self._add(None)

    def _document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            self._wrong(event, "a second document begins here", "a file holds one phrasebook: delete the line '---'")
            raise _Stop

    def _enter(self, node: Listing | Table) -> None:
        if len(self._open) >= _DEEPEST:
            self.source.wrong(node, f"nested more than {_DEEPEST} deep", "a phrasebook needs no such depth")
            raise _Stop
        self._add(node)
        self._open.append(node)
        self._keys.append(None)

    def _add(self, node: Node | None) -> None:
        parent = self._open[-1] if self._open else None
        if parent is None:
            self.root = node
        elif isinstance(parent, Listing):
            if node is not None:
                parent.items.append(node)
        elif self._keys[-1] is None:
            self._keys[-1] = self._key(node, parent)
        else:
            key, self._keys[-1] = self._keys[-1], None
            if key.style != _BROKEN:
                parent.keys.setdefault(key.value, (key, node))

    def _key(self, node: Node | None, table: Table) -> Scalar:
        """The key that a node makes; a broken one is marked, so that its value is dropped."""
        if not isinstance(node, Scalar):
            if node is not None:
                self.source.wrong(node, "a key must be a word", QUOTE_IT)
            return Scalar("", table.line, table.column, _BROKEN, True)
        if node.value == "<<" and not node.style:
            self.source.wrong(node, "merge keys have no place in a phrasebook", "write the keys out")
            return node._replace(style=_BROKEN)
        if node.value in table.keys:
            first = table.keys[node.value][0]
            self.source.wrong(node, f"the key '{node.value}' stands twice", f"it stands first on line {first.line}")
        return node

    def _wrong(self, event: Any, message: str, hint: str) -> None:
        self.source.wrong_at(event.start_mark.line + 1, event.start_mark.column + 1, message, hint)

    def _syntax(self, error: yaml.MarkedYAMLError) -> None:
        found = fault(error, self.source.lines, self._quoted)
        self.source.wrong_at(found.line, found.column, f"not YAML: {found.problem}", found.hint)


def _scalar(event: Any) -> Scalar:
    start = event.start_mark
    one_line = start.line == event.end_mark.line
    return Scalar(event.value, start.line + 1, start.column + 1, event.style or "", one_line)


def _tag(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!", 1)
