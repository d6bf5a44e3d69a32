"""Finds names that change below the functions that use them, which then run with another value.

Whoever runs a notebook cell by cell tries a function with the value above it; what is graded is the
work as its end leaves it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from autograder.records import Slice
from autograder.submissions.slicing import Analysis, places_needed
from autograder.submissions.statements import Statement
from autograder.wire.messages import Message, message

LONGEST_LINE = 80
# Methods of a model that leave its name with the model it has.
OF_MODELS = ("compile", "evaluate", "fit", "predict", "summary")


def changed_below(analysis: Analysis, part: Slice, names: Sequence[str]) -> dict[str, Message]:
    """For each of `names` that needs such a name: what changes it, and where.

    Of the statements, only those that `part` executes count.
    """
    executed = {(piece.place, piece.line) for piece in part.pieces}
    found = {}
    for name in names:
        kept = sorted(
            place
            for place in places_needed(analysis, [name])[0]
            if _key(analysis.statements[place]) in executed
        )
        said = next((said for place in kept if (said := _change(analysis, place, kept))), None)
        if said is not None:
            found[name] = said
    return found


def _change(analysis: Analysis, place: int, kept: Sequence[int]) -> Message | None:
    """What changes a name that the function or class at `place` uses, in a cell below it."""
    reader = analysis.statements[place]
    if reader.assigns or len(reader.use.binds) != 1:
        return None
    for name in sorted(reader.use.reads - reader.use.binds):
        touched = [
            one
            for one in analysis.touched_by.get(name, ())
            if one in kept and not _uses_a_model(analysis.statements[one], name)
        ]
        if not touched or not all(analysis.statements[one].assigns for one in touched):
            continue
        first, last = (analysis.cell_of(one).number for one in (touched[0], touched[-1]))
        if last > max(first, analysis.cell_of(place).number):
            piece = analysis.statements[touched[-1]].piece
            code = piece.source.strip().partition("\n")[0][:LONGEST_LINE].replace("`", "'")
            return message(
                "cell.changed_below",
                reader="".join(reader.use.binds),
                name=name,
                code=code,
                cell=piece.place,
            )
    return None


def _uses_a_model(statement: Statement, name: str) -> bool:
    """Whether a statement calls a method of the model of that name, and does not bind the name."""
    methods = "|".join(OF_MODELS)
    called = re.search(rf"\b{re.escape(name)}\.({methods})\(", statement.piece.source)
    return called is not None and name not in statement.use.binds


def _key(statement: Statement) -> tuple[str, int]:
    return statement.piece.place, statement.piece.line
