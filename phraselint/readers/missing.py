"""What may have been meant by a path that is not there."""

from __future__ import annotations

import os


def meant(path: str) -> str:
    """A hint to put after "no such file or folder": how the path is written here, or a name like it; "" for none."""
    if os.sep == "/" and "\\" in path:
        other = path.replace("\\", "/")
        return f"; did you mean '{other}'?" if os.path.exists(other) else "; here / stands between folders, not \\"
    folder, name = os.path.split(os.path.normpath(path))
    try:
        names = os.listdir(folder or ".")
    except OSError:
        return ""
    spaced = next((each for each in sorted(names) if each.startswith(f"{name} ")), None)
    if spaced:
        return f"; did you mean '{os.path.join(folder, spaced)}'? A name with spaces needs quotes"
    from phraselint.book.nearest import nearest

    near = nearest(name, names)
    return f"; did you mean '{os.path.join(folder, near)}'?" if near else ""
