"""Finds the few statements of a submission that one exercise needs.

A notebook is full of training runs, plots and experiments. What an exercise asks for is a few
functions; the statements that these need are found through the global names they use, the way
reactive notebooks find which cells depend on which, and nothing else is executed.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from autograder.records import Cell, Note, Slice, Submission
from autograder.submissions.scope import Use, use_of
from autograder.submissions.syntax import (
    Fault,
    byte_lines,
    first_line,
    is_left_open,
    parse,
    segment,
)
from autograder.wire.protocol import Piece

_DEFINES = re.compile(
    r"^[ \t]*(?:(?:async[ \t]+)?def|class)[ \t]+(\w+)|^(\w+)[ \t]*=", re.MULTILINE
)
# A line that starts like this goes on with the statement above it.
_GOES_ON = re.compile(r"\s|#|[)\]}]|$|(?:else|elif|except|finally)\b")
_DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom)


@dataclass(frozen=True, slots=True)
class Statement:
    """One top-level statement.

    `always` marks those whose effect no name shows, `unwritten` a stub that nobody has filled in.
    """

    piece: Piece
    use: Use
    always: bool
    unwritten: bool


@dataclass(frozen=True, slots=True)
class BrokenCell:
    """What remains of a cell that cannot be read, known by the names it seems to define."""

    number: int
    defines: frozenset[str]


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that slicing needs to know of a submission; the same for every exercise.

    `touched_by` has, for a name, the places in `statements` of those that bind or change it;
    `checked` has, for an exercise, how many of them are above the end of the last cell that calls
    `grader.check` for it.
    """

    statements: tuple[Statement, ...]
    broken: tuple[BrokenCell, ...]
    touched_by: Mapping[str, tuple[int, ...]]
    checked: Mapping[str, int]


@lru_cache(maxsize=16)
def analyse(cells: tuple[Cell, ...]) -> Analysis:
    """What every statement of a submission does to global names.

    Every exercise asks for it again, so the last few are remembered; cells never change.
    """
    statements, broken, assigned = list[Statement](), [], set[str]()
    checked = dict[str, int]()
    for cell in cells:
        found, faulty, slugs = _analyse_cell(cell)
        if faulty is not None:
            broken.append(faulty)
        for statement, is_assignment in found:
            statements.append(statement)
            assigned |= statement.use.binds if is_assignment else frozenset()
        checked |= dict.fromkeys(slugs, len(statements))
    return Analysis(tuple(statements), tuple(broken), _touches(statements, assigned), checked)


@lru_cache(maxsize=2048)
def _analyse_cell(
    cell: Cell,
) -> tuple[tuple[tuple[Statement, bool], ...], BrokenCell | None, tuple[str, ...]]:
    """The statements of one cell, what is known of it where it is broken, and what it checks.

    Most cells of a class are the handout's own, so those of the last submissions are remembered.
    """
    source = cell.source.replace("\r\n", "\n").replace("\r", "\n")
    tree, broken = parse(source), None
    if isinstance(tree, Fault):
        trees, remainder = _salvage(source)
        names = {name for pair in _DEFINES.findall(remainder) for name in pair if name}
        broken = BrokenCell(cell.number, frozenset(names))
    else:
        trees = [(tree, source, 0)]
    statements = [
        found
        for tree_part, text, line in trees
        for found in _statements(tree_part, text, cell.name, line)
    ]
    checks = tuple(slug for part, _text, _line in trees for slug in _checks(part))
    return tuple(statements), broken, checks


def needed(
    analysis: Analysis,
    names: Sequence[str],
    notes: Sequence[Note] = (),
    own_file: str = "",
    until: int | None = None,
) -> Slice:
    """The statements that `names` need, in the order of the notebook.

    With `until`, a name counts as the first so many statements leave it, if it is written there.

    Where a submission is one file an exercise, `own_file` names the exercise's: what it defines is
    taken from there, and only the rest from other files. `notes` are those of the submission; the
    ones on a broken cell that seems to define a needed name come with the slice.
    """
    pending, seen, kept = list(names), set(names), set[int]()
    kept |= {place for place, statement in enumerate(analysis.statements) if statement.always}
    while pending:
        name = pending.pop()
        places = analysis.touched_by.get(name, ())
        own = [place for place in places if analysis.statements[place].piece.place == own_file]
        for place in own or _in_time(analysis, name, places, until):
            if place not in kept:
                kept.add(place)
                fresh = analysis.statements[place].use.reads - seen
                seen |= fresh
                pending.extend(fresh)
    broken = {cell.number for cell in analysis.broken if cell.defines & seen}
    return Slice(
        pieces=tuple(analysis.statements[place].piece for place in sorted(kept)),
        notes=tuple(note for note in notes if note.cell in broken),
    )


def ways_to_read(submission: Submission, names: Sequence[str], slug: str) -> tuple[Slice, ...]:
    """What an exercise needs of a submission, in each way in which that can be meant, mostly one.

    A notebook may give a name to something else once its exercise is checked: then the exercise
    counts as it was at `grader.check`, or as it is at the end of the notebook.
    """
    analysis = analyse(submission.cells)
    at_the_end = needed(analysis, names, submission.notes, own_file=f"{slug}.py")
    if slug not in analysis.checked:
        return (at_the_end,)
    until = analysis.checked[slug]
    at_its_check = needed(analysis, names, submission.notes, own_file=f"{slug}.py", until=until)
    if _without_repeated_imports(at_its_check) == _without_repeated_imports(at_the_end):
        return (at_the_end,)
    return (at_its_check, at_the_end)


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


def _statements(
    tree: ast.Module, source: str, place: str, lines_before: int
) -> Iterator[tuple[Statement, bool]]:
    """Statements that could ever be needed; with each whether it binds by plain assignment."""
    lines = byte_lines(source)
    for node in tree.body:
        if _is_never_needed(node):
            continue
        text = segment(lines, node)
        piece = Piece(place, lines_before + first_line(node), text)
        always = isinstance(node, ast.ImportFrom) and (
            node.module == "__future__" or any(alias.name == "*" for alias in node.names)
        )
        unwritten = any(map(is_left_open, ast.walk(node)))
        statement = Statement(piece, use_of(node, text), always, unwritten)
        yield statement, not isinstance(node, _DEFINITIONS)


def _in_time(
    analysis: Analysis, name: str, places: Sequence[int], until: int | None
) -> Sequence[int]:
    """The places that count; all of them where the first `until` statements do not write `name`."""
    if until is None:
        return places
    early = [place for place in places if place < until]
    found = [analysis.statements[place] for place in early]
    return early if any(name in s.use.binds and not s.unwritten for s in found) else places


def _checks(tree: ast.Module) -> Iterator[str]:
    """The exercises for which a cell calls `grader.check("...")` or `check("...")`."""
    for node in tree.body:
        match node:
            case ast.Expr(
                ast.Call(
                    func=ast.Attribute(attr="check") | ast.Name(id="check"),
                    args=[ast.Constant(value=str(slug)), *_],
                )
            ):
                yield slug


def _is_never_needed(node: ast.stmt) -> bool:
    """Expressions that call no method and bind nothing, and `if __name__ == "__main__":`."""
    if isinstance(node, ast.Expr):
        is_method_call = isinstance(node.value, ast.Call) and isinstance(
            node.value.func, ast.Attribute
        )
        return not is_method_call and not any(isinstance(n, ast.NamedExpr) for n in ast.walk(node))
    if isinstance(node, ast.If) and isinstance(node.test, ast.Compare):
        sides = [node.test.left, *node.test.comparators]
        return any(isinstance(side, ast.Name) and side.id == "__name__" for side in sides)
    return isinstance(node, ast.Pass)


def _touches(statements: Sequence[Statement], assigned: set[str]) -> dict[str, tuple[int, ...]]:
    """For a name, which statements bind or change it.

    Calling a method counts for objects that an assignment made: `labels.append(3)` matters to a
    function that reads `labels`, while `plt.show()` matters to nobody who reads `plt`.
    """
    touches: dict[str, list[int]] = {}
    for place, statement in enumerate(statements):
        use = statement.use
        for name in use.binds | use.changes | (use.calls & assigned):
            touches.setdefault(name, []).append(place)
    return {name: tuple(places) for name, places in touches.items()}


def _salvage(source: str) -> tuple[list[tuple[ast.Module, str, int]], str]:
    """The top-level statements of a broken cell that can be read, and the text of the rest.

    Each part comes with the number of lines above it.
    """
    good, rest = [], []
    chunks = list(_chunks(source))
    for index, (line, chunk) in enumerate(chunks):
        tree = parse(chunk)
        if not isinstance(tree, Fault):
            good.append((tree, chunk, line))
            continue
        rest.append(chunk)
        if chunk.count('"""') % 2 or chunk.count("'''") % 2:
            # From here on nobody can tell what is code and what lies within quotes.
            rest += [later for _, later in chunks[index + 1 :]]
            break
    return good, "\n".join(rest)


def _chunks(source: str) -> Iterator[tuple[int, str]]:
    """The text cut before each line that starts a statement, with the number of lines above."""
    lines = source.split("\n")
    start, in_decorators = 0, False
    for number, line in enumerate(lines):
        if _GOES_ON.match(line):
            continue
        if number > start and not in_decorators:
            yield start, "\n".join(lines[start:number])
            start = number
        in_decorators = line.startswith("@")
    yield start, "\n".join(lines[start:])
