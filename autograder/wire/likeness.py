"""Finds the name that somebody may have meant."""

from __future__ import annotations

import difflib
import itertools
from collections.abc import Iterable

LIKENESS = 0.75
# Shorter names are too much like any other.
SHORTEST = 3
# Longer ones, and more of them, nobody has typed.
LONGEST = 100
MOST = 2_000


def nearest(name: str, names: Iterable[str]) -> str:
    """The name among `names` that is most like this one; empty where none is like it."""
    if len(name) > LONGEST:
        return ""
    fit = (other for other in names if other != name and len(other) <= LONGEST)
    others = sorted({*itertools.islice(fit, MOST)})
    same = [one for one in others if one.rpartition(".")[2].casefold() == name.casefold()]
    if same or len(name) < SHORTEST:
        return "".join(same[:1])
    return "".join(difflib.get_close_matches(name, others, n=1, cutoff=LIKENESS))
