"""A value that nobody could find out, in the place of one that is known.

Whatever is done with it raises `NotKnown`, so a check that needs it ends there, and the judge
decides what that means. It may be named in a message, and passed over by `known`.
"""

from __future__ import annotations

from typing import Any, NoReturn

from autograder.wire.errors import NotKnown

# How it is written where a claim is plain data.
WORD = "unknown"


class Unknown:
    """Has no value; `UNKNOWN` is the only one."""

    __slots__ = ()

    def _use(self, *_arguments: Any, **_named: Any) -> NoReturn:
        raise NotKnown

    def __getattr__(self, name: str) -> NoReturn:
        # Python itself asks for these, and means no harm.
        raise AttributeError(name) if name.startswith("__") else NotKnown

    def __reduce__(self) -> str:
        """It is the only one in another process too, and in a copy."""
        return "UNKNOWN"

    def __repr__(self) -> str:
        return "?"

    __bool__ = __call__ = __contains__ = __getitem__ = __iter__ = __len__ = _use
    __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = __hash__ = _use
    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __neg__ = _use
    __truediv__ = __rtruediv__ = __mod__ = __pow__ = __abs__ = __round__ = _use
    __float__ = __int__ = __index__ = _use


UNKNOWN: Any = Unknown()


def known(value: Any, otherwise: Any) -> Any:
    """The value where it is known, else the other one."""
    return otherwise if value is UNKNOWN else value
