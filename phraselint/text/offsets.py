"""Where the characters of a made text came from: one map from its offsets back to the original's."""

from __future__ import annotations

from bisect import bisect_right


class OffsetMap:
    """Maps offsets of a made text to the original, piece by piece.

    A piece is either copied (each character is one of the original) or replaced (its characters stand together for one
    stretch of the original, as ``&amp;`` does for ``&``). All offsets are code points.
    """

    __slots__ = ("_copied", "_made", "_stops", "_took")

    def __init__(self) -> None:
        self._made: list[int] = []  # where each piece starts in the made text
        self._took: list[int] = []  # where it starts in the original
        self._stops: list[int] = []  # where it stops in the original
        self._copied: list[bool] = []

    def add(self, made: int, start: int, stop: int, copied: bool) -> None:
        """A piece starting at ``made`` came from ``start:stop`` of the original. Pieces are added in order."""
        self._made.append(made)
        self._took.append(start)
        self._stops.append(stop)
        self._copied.append(copied)

    def start(self, made: int) -> int:
        """Where the character at ``made`` begins in the original."""
        piece = bisect_right(self._made, made) - 1
        if piece < 0:
            return 0
        if self._copied[piece]:
            return min(self._took[piece] + made - self._made[piece], self._stops[piece])
        return self._took[piece]

    def stop(self, made: int) -> int:
        """Where a stretch that ends before ``made`` ends in the original."""
        if made == 0:
            return 0
        piece = bisect_right(self._made, made - 1) - 1
        if piece < 0:
            return 0
        if self._copied[piece]:
            return min(self._took[piece] + made - self._made[piece], self._stops[piece])
        return self._stops[piece]

    def over(self, inner: OffsetMap) -> OffsetMap:
        """The map of a text that was made (by self) from a text that was made (by ``inner``) from the original."""
        joined = OffsetMap()
        for made, start, stop, copied in zip(self._made, self._took, self._stops, self._copied, strict=True):
            if not copied:
                joined.add(made, inner.start(start), inner.stop(stop), copied=False)
                continue
            for at, first, last, plain in inner._between(start, stop):
                joined.add(made + at - start, first, last, plain)
        return joined

    def _between(self, start: int, stop: int) -> list[tuple[int, int, int, bool]]:
        pieces = []
        piece = max(bisect_right(self._made, start) - 1, 0)
        while piece < len(self._made) and self._made[piece] < stop:
            at = max(self._made[piece], start)
            last = self._made[piece + 1] if piece + 1 < len(self._made) else stop
            copied = self._copied[piece]
            pieces.append((at, self.start(at), self.stop(min(last, stop)), copied))
            piece += 1
        return pieces


class Made:
    """A text in the making: its pieces in order, and the map from them back to the original."""

    __slots__ = ("length", "offsets", "pieces")

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.offsets = OffsetMap()
        self.length = 0

    def put(self, text: str, start: int, stop: int, copied: bool) -> None:
        """The next piece, and the stretch of the original that it was copied from or stands for."""
        self.pieces.append(text)
        self.offsets.add(self.length, start, stop, copied)
        self.length += len(text)
