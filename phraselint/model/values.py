"""``NamedTuple`` and ``StrEnum`` at a fraction of the cost: a cold check makes some forty of these classes.

Importing ``typing`` and ``enum``, and having them compile code for each class, would take as long as everything else
that we import. What theirs have and ours have not: a signature that ``inspect`` can read, aliases of members, and no
classes derived from an enumeration that has members.
"""

from __future__ import annotations

__all__ = ["NamedTuple", "StrEnum"]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from enum import StrEnum
    from typing import NamedTuple
else:
    try:
        from _collections import _tuplegetter
    except ImportError:
        from collections import _tuplegetter

    class _Named(type):
        """Makes a class of tuples of the annotations in its body; values given there are defaults."""

        def __new__(cls, name, bases, body):
            fields = tuple(body.get("__annotations__", ()))
            defaults = {field: body[field] for field in fields if field in body}
            body.update(zip(fields, map(_tuplegetter, range(len(fields)), fields), strict=True))
            body["__slots__"] = ()
            body["_fields"] = body["__match_args__"] = fields
            body["_field_defaults"], body["_defaults"] = defaults, tuple(defaults.values())
            body["__new__"] = _maker(len(fields))  # all at once: a class that is made is slow to change
            return super().__new__(cls, name, bases, body)

    def _maker(count):
        """What makes the tuples of a class with so many fields: quicker than one that asks its class."""
        make = tuple.__new__

        def new(cls, *values, **named):
            if named:
                values = cls._filled(values, named)
            elif len(values) != count:
                values = cls._completed(values)
            return make(cls, values)

        return new

    class NamedTuple(tuple, metaclass=_Named):
        """A tuple whose items have names."""

        @classmethod
        def _completed(cls, values):
            """The values, and the defaults of the fields after them."""
            lacking = len(cls._fields) - len(values)
            if not 0 < lacking <= len(cls._defaults):
                raise TypeError(f"{cls.__name__} takes {', '.join(cls._fields)}, not {len(values)} values")
            return values + cls._defaults[-lacking:]

        @classmethod
        def _filled(cls, values, named):
            """All values in order, those given by name and the defaults included."""
            rest = cls._fields[len(values) :]
            if not named.keys() <= set(rest):
                raise TypeError(f"{cls.__name__} takes {', '.join(rest)} by name, not {', '.join(named)}")
            known = cls._field_defaults | named
            lacking = [field for field in rest if field not in known]
            if lacking:
                raise TypeError(f"{cls.__name__} lacks {', '.join(lacking)}")
            return (*values, *[known[field] for field in rest])

        @classmethod
        def _make(cls, values):
            made = tuple.__new__(cls, values)
            if len(made) != len(cls._fields):
                raise TypeError(f"{cls.__name__} takes {', '.join(cls._fields)}, not {len(made)} values")
            return made

        def _replace(self, **changed):
            made = tuple.__new__(type(self), map(changed.pop, self._fields, self))
            if changed:
                raise ValueError(f"{type(self).__name__} has no {', '.join(changed)}")
            return made

        __replace__ = _replace

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def __getnewargs__(self):
            return tuple(self)

        def __repr__(self):
            return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self._asdict().items())})"

    def _refuse(fixed, owner, name):
        """Raises AttributeError where what is to be changed is fixed."""
        if fixed:
            raise AttributeError(f"{owner.__name__}: {name!r} cannot be changed")

    class _Members(type):
        """Makes a class of the texts in its body, each known by its name and by itself."""

        def __new__(cls, name, bases, body):
            texts = {key: value for key, value in body.items() if key.isupper()}
            made = super().__new__(cls, name, bases, {key: body[key] for key in body if key not in texts})
            made.__members__ = {key: str.__new__(made, value) for key, value in texts.items()}
            for key, member in made.__members__.items():
                vars(member).update(name=key, value=texts[key])
                type.__setattr__(made, key, member)
            made._by_value = {member.value: member for member in made.__members__.values()}
            return made

        def __call__(cls, value):
            try:
                return cls._by_value[value]
            except (KeyError, TypeError):
                raise ValueError(f"{value!r} is not a valid {cls.__name__}") from None

        def __getitem__(cls, name):
            return cls.__members__[name]

        def __iter__(cls):
            return iter(cls.__members__.values())

        def __reversed__(cls):
            return reversed(cls.__members__.values())

        def __len__(cls):
            return len(cls.__members__)

        def __setattr__(cls, name, value):
            _refuse(name in cls.__dict__.get("__members__", ()), cls, name)
            super().__setattr__(name, value)

        def __delattr__(cls, name):
            _refuse(name in cls.__members__, cls, name)
            super().__delattr__(name)

        def __contains__(cls, value):
            return value in cls._by_value

    class StrEnum(str, metaclass=_Members):
        """Texts with names: the only values of their class."""

        def __setattr__(self, name, value):
            _refuse(True, type(self), name)

        def __delattr__(self, name):
            _refuse(True, type(self), name)

        def __reduce__(self):
            return type(self), (self.value,)

        def __repr__(self):
            return f"<{type(self).__name__}.{self.name}: {self.value!r}>"
