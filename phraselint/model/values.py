"""``NamedTuple`` as ``typing`` has it, at a fraction of the cost: a cold check makes some forty of these classes.

Importing ``typing`` and having it compile code for each class would take as long as everything else that we import.
"""

from __future__ import annotations

__all__ = ["NamedTuple"]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NamedTuple
else:
    from collections import _tuplegetter

    class _Named(type):
        """Makes a class of tuples of the annotations in its body; values given there are defaults."""

        def __new__(cls, name, bases, body):
            made = super().__new__(cls, name, bases, {"__slots__": (), **body})
            made._fields = made.__match_args__ = tuple(made.__annotations__)
            made._defaults = tuple(body[field] for field in made._fields if field in body)
            for place, field in enumerate(made._fields):
                setattr(made, field, _tuplegetter(place, field))
            return made

    class NamedTuple(tuple, metaclass=_Named):
        """A tuple whose items have names."""

        def __new__(cls, *values, **named):
            lacking = len(cls._fields) - len(values)
            if named:
                values = cls._filled(values, named)
            elif lacking:
                if not 0 < lacking <= len(cls._defaults):
                    raise TypeError(f"{cls.__name__} takes {', '.join(cls._fields)}, not {len(values)} values")
                values += cls._defaults[-lacking:]
            return tuple.__new__(cls, values)

        @classmethod
        def _filled(cls, values, named):
            """All values in order, those given by name and the defaults included."""
            rest = cls._fields[len(values) :]
            if not named.keys() <= set(rest):
                raise TypeError(f"{cls.__name__} takes {', '.join(rest)} by name, not {', '.join(named)}")
            known = dict(zip(reversed(cls._fields), reversed(cls._defaults), strict=False)) | named
            lacking = [field for field in rest if field not in known]
            if lacking:
                raise TypeError(f"{cls.__name__} lacks {', '.join(lacking)}")
            return (*values, *[known[field] for field in rest])

        def _replace(self, **changed):
            made = tuple.__new__(type(self), map(changed.pop, self._fields, self))
            if changed:
                raise ValueError(f"{type(self).__name__} has no {', '.join(changed)}")
            return made

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def __getnewargs__(self):
            return tuple(self)

        def __repr__(self):
            return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self._asdict().items())})"
