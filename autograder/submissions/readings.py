"""Lists the ways in which a submission can be read for one exercise, the likeliest first.

Most work needs only the first. The others are for work that is right when its notebook is run, and
of which the first leaves out too much: nobody is to lose points by our guess.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from autograder.records import Note, Slice, Submission
from autograder.submissions.effects import ANYTHING
from autograder.submissions.reach import places_that_run, reach_of, reached
from autograder.submissions.slicing import Analysis, analyse, places_needed, slice_of
from autograder.wire.messages import message
from autograder.wire.protocol import Piece

DEFINED_AGAIN = "cell.defined_again"
DEFINED_BEFORE = "cell.defined_before"
# No person writes more; longer work is read narrowly.
MOST_STATEMENTS = 5_000


def ways_to_read(submission: Submission, names: Sequence[str], slug: str) -> Iterator[Slice]:
    """What an exercise needs of a submission, in each way that differs in what is executed.

    First only what `names` need, by the names that statements use: as `grader.check` found it,
    since a notebook may give a name to something else once its exercise is checked; as the end of
    the notebook leaves it; or as it was first written. Then with the calls that may set it up. At
    last the notebook as it runs from the top, if anything that it needs may depend on the rest.
    """
    tried = list[list[Piece]]()
    for reading in _readings(_Work(analyse(submission.cells), names, slug, submission.notes)):
        executed = _without_repeated_imports(reading)
        if executed not in tried:
            tried.append(executed)
            yield reading


@dataclass(frozen=True, slots=True)
class _Work:
    """A submission, and the exercise that it is read for."""

    analysis: Analysis
    names: Sequence[str]
    slug: str
    notes: Sequence[Note]

    @property
    def own_file(self) -> str:
        return f"{self.slug}.py"


def _readings(work: _Work) -> Iterator[Slice]:
    """Every reading; some of them may execute the same."""
    checked = work.analysis.checked.get(work.slug)
    first = checked if checked is not None else _first_written(work)
    ends = (None,) if checked is None else (checked, None)
    yield _narrow(work, checked)
    if checked is not None:
        yield _noted(work, _narrow(work, None), DEFINED_AGAIN, checked)
    elif first is not None:
        yield _noted(work, _narrow(work, first), DEFINED_BEFORE, first)
    if len(work.analysis.statements) > MOST_STATEMENTS or not _may_gain(work):
        return
    set_up = [_with_setup(work, until) for until in ends]
    yield from set_up
    executed = [_without_repeated_imports(one) for one in set_up]
    for place, until in enumerate(ends):
        # What is below the check counts where anything that is needed goes on there.
        goes_on = executed[place] not in executed[:place]
        if goes_on and _may_depend_on_the_rest(work, until):
            yield _as_run(work, until)


def _narrow(work: _Work, until: int | None) -> Slice:
    found = places_needed(work.analysis, work.names, work.own_file, until)
    return slice_of(work.analysis, *found, work.notes)


def _with_setup(work: _Work, until: int | None) -> Slice:
    found = reached(work.analysis, work.names, work.own_file, until)
    return slice_of(work.analysis, *found, work.notes)


def _as_run(work: _Work, until: int | None) -> Slice:
    """All that is written, but for calls of the checks; of several files the exercise's own."""
    kept, names = reached(work.analysis, work.names, work.own_file, until)
    kept |= {*places_that_run(work.analysis, work.own_file, until)}
    return replace(slice_of(work.analysis, kept, names, work.notes), as_run=True)


def _first_written(work: _Work) -> int | None:
    """How many statements there are until each name is written, if one is written again below."""
    places = [_written(work.analysis, name) for name in work.names]
    first = max((found[0] + 1 for found in places if found), default=0)
    return first if any(found and found[-1] >= first for found in places) else None


def _written(analysis: Analysis, name: str) -> list[int]:
    """The places that bind a name, but for stubs."""
    statements = analysis.statements
    return [
        place
        for place in analysis.touched_by.get(name, ())
        if name in statements[place].use.binds and not statements[place].unwritten
    ]


def _may_gain(work: _Work) -> bool:
    """Whether anything that is asked for is written, or could be made by a call."""
    reach, statements = reach_of(work.analysis.cells), work.analysis.statements
    places = [place for name in work.names for place in reach.binds.get(name, ())]
    is_written = any(not statements[place].unwritten for place in places)
    return is_written or ANYTHING in reach.alters


def _may_depend_on_the_rest(work: _Work, until: int | None) -> bool:
    """Whether what is needed is more than plain values and functions, and something else runs."""
    reach = reach_of(work.analysis.cells)
    kept, _names = reached(work.analysis, work.names, work.own_file, until)
    loose = {place for place, fixed in enumerate(reach.fixed[:until]) if not fixed}
    return not loose.isdisjoint(kept) and not loose <= kept


def _noted(work: _Work, reading: Slice, said: str, border: int) -> Slice:
    """A reading with the note that a needed name has two meanings, on either side of `border`."""
    analysis = work.analysis
    kept, needed = places_needed(analysis, work.names, work.own_file, border)
    known = {analysis.statements[place].piece.source for place in kept}
    for place, statement in enumerate(analysis.statements[border:], start=border):
        use = statement.use
        again = sorted(needed & (use.binds | use.changes))
        if again and statement.piece.source not in known:
            own = [one for one in kept if again[0] in analysis.statements[one].use.binds]
            first = max((one for one in own if one < place), default=place)
            words = message(said, slug=work.slug, name=again[0], first=analysis.place_of(first))
            note = Note(analysis.cell_of(place).number, words, analysis.place_of(place))
            return replace(reading, notes=(*reading.notes, note))
    return reading


def _without_repeated_imports(part: Slice) -> list[Piece]:
    """What is executed, without imports repeated word for word: most cells import again."""
    kept, imported = [], set[str]()
    for piece in part.pieces:
        is_import = piece.source.startswith(("import ", "from "))
        if not (is_import and piece.source in imported):
            kept.append(piece)
        if is_import:
            imported.add(piece.source)
    return kept
