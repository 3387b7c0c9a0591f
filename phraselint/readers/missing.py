"""What may have been meant by a path that is not there, and what is there and not read."""

from __future__ import annotations

import os

NAMED = 6  # so many endings are named
FOREIGN = ".json"
"""The ending that is read, and of which a folder may hold files of other programs."""


TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable


def kinds(paths: Iterable[str], told: Collection[str] | None) -> str:
    """``3 files of kinds that are not read: .docx (2), .csv (1)``, of the endings that are to be told; "" for none."""
    counts: dict[str, int] = {}
    for path in paths:
        ending = os.path.splitext(path)[1].lower()
        if ending != FOREIGN and (told is None or ending in told):
            counts[ending] = counts.get(ending, 0) + 1
    ranked = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    named = [f"{ending or 'no ending'} ({count:,})" for ending, count in ranked[:NAMED]]
    rest = ["others"] if ranked[NAMED:] else []
    total = sum(counts.values())
    said = f"{total:,} {'file' if total == 1 else 'files'} of kinds that are not read: {', '.join(named + rest)}"
    return said if total else ""


def foreign(paths: Iterable[str]) -> str:
    """``1 .json file holds no conversation and is not read: package.json``; "" for none."""
    found = [path for path in paths if path.lower().endswith(FOREIGN)]
    if not found:
        return ""
    said = "file holds no conversation and is" if len(found) == 1 else "files hold no conversation and are"
    return f"{len(found):,} {FOREIGN} {said} not read: {found[0]}" + (" and others" if found[1:] else "")


def meant(path: str) -> str:
    """A hint to put after "no such file or folder": how the path is written here, or a name like it; "" for none."""
    from phraselint.book.nearest import did_you_mean, nearest

    if os.sep == "/" and "\\" in path:
        other = path.replace("\\", "/")
        return f"; {did_you_mean(other)}" if os.path.exists(other) else "; here / stands between folders, not \\"
    if path.startswith("~"):
        whole = os.path.expanduser(path)
        user = path[1:].partition(os.sep)[0]
        return f"; there is no user '{user}'" if whole == path else f"; {did_you_mean(whole)}"
    folder, name = os.path.split(os.path.normpath(path))
    try:
        names = os.listdir(folder or ".")
    except OSError:
        return ""
    spaced = next((each for each in sorted(names) if each.startswith(f"{name} ")), None)
    if spaced:
        return f"; {did_you_mean(os.path.join(folder, spaced))} A name with spaces needs quotes"
    near = nearest(name, names)
    return f"; {did_you_mean(os.path.join(folder, near))}" if near else ""
