"""`autograder merge`: puts the shards of a class together into its gradebook."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from rich.console import Console
from rich.text import Text

from autograder.commands.class_reports import reports, write_reports
from autograder.commands.proposals import (
    BOOK,
    LazyProposal,
    alone_in,
    existing_gradebook,
    open_gradebook,
    told_of,
)
from autograder.course import Course
from autograder.grading.gradebook import Gradebook
from autograder.grading.merging import Taken, take_over
from autograder.grading.proposals import open_number
from autograder.grading.shards import FOLDER, Shard, discard, is_finished, shards_in
from autograder.grading.sorting import Sorted
from autograder.grading.terms import terms_of
from autograder.report.table import class_table, summary
from autograder.report.wording import counted
from autograder.wire.errors import UsageError

MERGED = "graded as a shard after the course was changed"


def part_of(work: Sorted, shard: Shard) -> Sorted:
    """The work of those who are in a shard."""
    own = {
        name: tuple(source for source in sources if shard.takes(source.student))
        for name, sources in work.by_assignment.items()
    }
    return replace(
        work,
        by_assignment={name: sources for name, sources in own.items() if sources},
        others=tuple(one for one in work.others if shard.takes(one.student)),
    )


def take_over_whole(course: Course, out: Path, gradebook: Gradebook, work: Sorted) -> None:
    """Puts what the class's gradebook knows of these into a shard's, so that it is not repeated."""
    if not (out / BOOK).is_file():
        return
    first = next(iter(course.table.assignments))
    for name, sources in work.by_assignment.items():
        with existing_gradebook(course, out, first) as whole:
            proposal = LazyProposal(gradebook, name, MERGED)
            students = {source.student for source in sources}
            take_over(gradebook, whole, proposal, students, assignment=name)


def merge_shards(course: Course, out: Path) -> bool:
    """Merges all shards into the class's gradebook, and writes its reports.

    Whether each shard of the class was there and had come to its end. What is merged is no longer
    kept apart: graded again, a shard begins with what the class's gradebook knows.
    """
    shards = shards_in(out)
    if not shards:
        raise UsageError(
            f"There is no shard in {out / FOLDER}; `autograder grade --shard 1/16` makes the first"
            " of sixteen."
        )
    console, taken, complete = Console(), Taken(), True
    first = next(iter(course.table.assignments))
    with alone_in(out), open_gradebook(course, out, first) as book:
        for shard in shards:
            folder = shard.folder(out)
            with alone_in(folder), open_gradebook(course, folder, first) as part:
                for name in course.table.assignments:
                    terms_of(course, name)  # loads the definitions
                    proposal = LazyProposal(book, name, MERGED)
                    taken += take_over(book, part, proposal, assignment=name)
                if not is_finished(folder):
                    _say(f"Shard {shard} did not come to its end; run it again.", console)
                    complete = False
            discard(folder)
        with suppress(OSError):  # what else somebody keeps there stays
            (out / FOLDER).rmdir()
        for of, group in groupby(shards, key=lambda shard: shard.of):
            numbers = {shard.number for shard in group}
            missing = [f"{number}/{of}" for number in range(1, of + 1) if number not in numbers]
            if missing:
                _say(f"Missing: {', '.join(missing)}; run them, then merge again.", console)
                complete = False
        hand_ins = counted(taken.new + taken.known + taken.older, "hand-in")
        older = f", {taken.older} older than what counts" if taken.older else ""
        known = f"{taken.new} new, {taken.known} known{older}"
        _say(f"{counted(len(shards), 'shard')}: {hand_ins}, {known}.", console)
        for name in course.table.assignments:
            if book.hand_ins(name):
                _report(course, out, name, book, console)
    return complete


def _report(course: Course, out: Path, name: str, book: Gradebook, console: Console) -> None:
    written = write_reports(course, name, out, book)
    console.print(class_table(written.whole))
    for line in summary(written.whole):
        console.print(Text(line))
    _say(f"written: {reports(course, out, name) / 'index.html'}", console)
    number = open_number(book, name)
    if number is not None:
        _say(told_of(book, course, out, name, number), console)


def _say(text: str, console: Console) -> None:
    console.print(Text(text), soft_wrap=True)
