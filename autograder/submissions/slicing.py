"""Finds the few statements of a submission that one exercise needs.

A notebook is full of training runs, plots and experiments. What an exercise asks for is a few
functions; the statements that these need are found through the global names they use, the way
reactive notebooks find which cells depend on which, and nothing else is executed. Where that is not
enough, `readings` has what else to try.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from autograder.records import Cell, Note, Slice
from autograder.submissions.notebook import place_of
from autograder.submissions.statements import NOTHING, BrokenCell, Statement, statements_of
from autograder.wire.messages import Message, message

STUB_AGAIN = "cell.stub_again"
# Whoever copied an exercise more often than that has been told.
MOST_SAID = 20


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that slicing needs to know of a submission; the same for every exercise.

    `touched_by` has, for a name, the places in `statements` of those that bind or change it;
    `checked` has, for an exercise, how many of them are above the end of the last cell that calls
    `grader.check` for it.
    """

    cells: tuple[Cell, ...]
    by_name: Mapping[str, Cell]
    statements: tuple[Statement, ...]
    broken: tuple[BrokenCell, ...]
    touched_by: Mapping[str, tuple[int, ...]]
    checked: Mapping[str, int]

    def has_file(self, name: str) -> bool:
        """Whether a file of that name is part of the work, as where each exercise has its own."""
        return name in self.by_name and not self.by_name[name].file

    def cell_of(self, place: int) -> Cell:
        """The cell that a statement is in."""
        return self.by_name[self.statements[place].piece.place]

    def place_of(self, place: int) -> Message:
        """How a student is told of the cell that a statement is in."""
        cell = self.cell_of(place)
        return place_of(cell.number, cell.name, cell.source)


@lru_cache(maxsize=16)
def analyse(cells: tuple[Cell, ...]) -> Analysis:
    """What every statement of a submission does to global names.

    Every exercise asks for it again, so the last few are remembered; cells never change.
    """
    statements, broken = list[Statement](), list[BrokenCell]()
    checked = dict[str, int]()
    for cell in cells:
        found, faulty = statements_of(cell)
        broken += [faulty] if faulty is not None else []
        statements += found
        slugs = (statement.checks for statement in found if statement.checks)
        checked |= dict.fromkeys(slugs, len(statements))
    # Of two with one name, the first.
    by_name = {cell.name: cell for cell in reversed(cells)}
    return Analysis(cells, by_name, tuple(statements), tuple(broken), _touches(statements), checked)


def needed(
    analysis: Analysis,
    names: Sequence[str],
    notes: Sequence[Note] = (),
    own_file: str = "",
    until: int | None = None,
) -> Slice:
    """The statements that `names` need, in the order of the notebook; see `places_needed`.

    `notes` are those of the submission; the ones on a broken cell that seems to define a needed
    name come with the slice.
    """
    return slice_of(analysis, *places_needed(analysis, names, own_file, until), notes)


def places_needed(
    analysis: Analysis, names: Sequence[str], own_file: str = "", until: int | None = None
) -> tuple[set[int], set[str]]:
    """The places of the statements that `names` need, and all names that these need.

    With `until`, a name counts as the first so many statements leave it, if it is written there.

    Where a submission is one file an exercise, `own_file` names the exercise's: what it defines is
    taken from there, and only the rest from other files.
    """
    pending, seen, kept = list(names), set(names), set[int]()
    kept |= {place for place, statement in enumerate(analysis.statements) if statement.always}
    while pending:
        name = pending.pop()
        places = analysis.touched_by.get(name, ())
        for place in that_count(analysis, name, places, own_file, until):
            if place not in kept:
                kept.add(place)
                fresh = analysis.statements[place].use.reads - seen
                seen |= fresh
                pending.extend(fresh)
    return kept, seen


def slice_of(
    analysis: Analysis, kept: Iterable[int], seen: Iterable[str], notes: Sequence[Note] = ()
) -> Slice:
    """The statements at `kept`, needed for the names `seen`, with what there is to say of them.

    A stub below an answer is left out: whoever copied the exercise once more did not mean to lose
    the answer.
    """
    broken = {cell.number for cell in analysis.broken if not cell.defines.isdisjoint(seen)}
    said = [note for note in notes if note.cell in broken]
    answers = dict[str, int]()
    pieces = []
    for place in sorted(kept):
        statement = analysis.statements[place]
        again = [name for name in statement.use.binds if name in answers]
        if statement.unwritten and again:
            if len(said) >= MOST_SAID:
                continue
            cell, answer = analysis.cell_of(place), analysis.place_of(answers[again[0]])
            replaces = message(STUB_AGAIN, name=again[0], answer=answer)
            said.append(Note(cell.number, replaces, analysis.place_of(place)))
            continue
        if not statement.unwritten:
            answers |= dict.fromkeys(statement.use.binds, place)
        pieces.append(statement.piece)
    return Slice(tuple(pieces), tuple(said))


def that_count(
    analysis: Analysis, name: str, places: Sequence[int], own_file: str, until: int | None
) -> Sequence[int]:
    """Of the statements that bind or change a name, those that count.

    They are those of the exercise's own file; or else those among the first `until`, if one of them
    writes the name; or else all.
    """
    statements = analysis.statements
    if own := [place for place in places if statements[place].piece.place == own_file]:
        return own
    if until is None:
        return places
    early = [place for place in places if place < until]
    found = [statements[place] for place in early]
    return early if any(name in s.use.binds and not s.unwritten for s in found) else places


def _touches(statements: Sequence[Statement]) -> dict[str, tuple[int, ...]]:
    """For a name, which statements bind or change it.

    Calling a method counts for objects that an assignment made: `labels.append(3)` matters to a
    function that reads `labels`, while `plt.show()` matters to nobody who reads `plt`.
    """
    assigned = {name for one in statements if one.assigns for name in one.use.binds}
    touches: dict[str, list[int]] = {}
    for place, statement in enumerate(statements):
        use = statement.use if not statement.aside else NOTHING
        for name in use.binds | use.changes | (use.calls & assigned):
            touches.setdefault(name, []).append(place)
    return {name: tuple(places) for name, places in touches.items()}
