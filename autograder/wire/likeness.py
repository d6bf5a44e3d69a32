"""Finds the name that somebody may have meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

LIKENESS = 0.75
# Shorter names are too much like any other.
SHORTEST = 3


def nearest(name: str, names: Iterable[str]) -> str:
    """The name among `names` that is most like this one; empty where none is like it."""
    others = sorted({other for other in names if other != name})
    same = [one for one in others if one.rpartition(".")[2].casefold() == name.casefold()]
    if same or len(name) < SHORTEST:
        return "".join(same[:1])
    return "".join(difflib.get_close_matches(name, others, n=1, cutoff=LIKENESS))
