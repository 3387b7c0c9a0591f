"""The model that tells languages apart: py3langid's, unpacked once and kept, so that a run reads what it needs of it.

To unpack it takes half a second and 70 MB a run; mapped into memory a text touches a few hundred of its rows. The
kernel loads their neighbours, too, so what is loaded is let go of now and then: a long run does not hold all of it.
"""

from __future__ import annotations

import json
import mmap
import os
import sys
from functools import cache
from itertools import count

from phraselint.match.container import Container, Damaged, content_hash, stamp
from phraselint.match.packing import packed
from phraselint.match.store import folder, mapped, write

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_UNREADABLE = (OSError, Damaged, ValueError, KeyError, TypeError)
FORMAT = 1
"""Goes up with every change of what is kept."""

_HELD = 16  # texts after which what they loaded is let go of: 50 MB less, and 0.07 ms a text for loading it again
_ranked = count(1)


def ranked(text: str) -> list[tuple[str, float]]:
    """The languages of a text with their shares of one, the likeliest first."""
    model = identifier()
    found = [(str(language), float(share)) for language, share in model.rank(text)]
    if next(_ranked) % _HELD == 0:
        _let_go(model.tk_nextmove.obj)
    return found


def _let_go(pages: object) -> None:
    """Takes pages of the mapped file out of memory; they are loaded again when a text touches them."""
    if isinstance(pages, mmap.mmap) and sys.platform != "win32":
        pages.madvise(mmap.MADV_DONTNEED)


@cache
def identifier() -> Any:
    """What ranks the languages of a text: a LanguageIdentifier that gives shares of one."""
    place = _place()
    return _opened(_kept(place) or _made(place))


def _place() -> str:
    """The file where the unpacked model lies: by the one that py3langid carries."""
    from py3langid.langid import MODEL_DIR, MODEL_FILE

    carried = os.stat(MODEL_DIR / MODEL_FILE)
    known_by = f"{FORMAT} {sys.byteorder} {MODEL_DIR} {carried.st_size} {carried.st_mtime_ns}"
    return os.path.join(folder(), f"{content_hash(known_by.encode(errors='surrogateescape'))}.model")


def _kept(place: str) -> Container | None:
    try:
        data, touched = mapped(place)
        container = Container(data, touched == stamp(data))
        return container if container.owner == os.path.basename(place) else None
    except _UNREADABLE:
        return None


def _made(place: str) -> Container:
    """The model as py3langid reads it; it is kept for the next run, and mapped by this one, too."""
    import numpy as np
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    model = LanguageIdentifier.from_model_file(MODEL_FILE)
    sections = {
        "classes": json.dumps(model.nb_classes).encode(),
        "pc": model.nb_pc.astype(np.float32).tobytes(),
        "ptc": model.nb_ptc.astype(np.float16).tobytes(),
        "next": np.asarray(model.tk_nextmove, dtype=np.uint32).tobytes(),
        "row": np.asarray(model.tk_row, dtype=np.uint32).tobytes(),
        "output": np.asarray(model.tk_output, dtype=np.int32).tobytes(),
    }
    data = packed("languages", [], sections, owner=os.path.basename(place))
    write(place, data, stamp(data))
    return _kept(place) or Container(data)


def _opened(model: Container) -> Any:
    import numpy as np
    from py3langid.langid import LanguageIdentifier

    classes = json.loads(bytes(model.section("classes")))
    ptc = np.frombuffer(model.section("ptc"), dtype=np.float16).reshape(-1, len(classes))
    return LanguageIdentifier(
        ptc,
        np.frombuffer(model.section("pc"), dtype=np.float32),
        classes,
        model.section("next").cast("I"),
        model.section("output").cast("i"),
        tk_row=model.section("row").cast("I"),
        norm_probs=True,
    )
