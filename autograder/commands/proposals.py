"""`autograder rejudge`, `diff`, `publish` and `discard`: what a changed course does to a class."""

from __future__ import annotations

import getpass
import shlex
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from filelock import FileLock, Timeout
from rich.console import Console
from rich.text import Text

from autograder import PACKAGE
from autograder.commands.class_reports import Written, reports, write_reports
from autograder.commands.options import DEFAULT_OUT
from autograder.course import Course, chosen
from autograder.grading.gradebook import Gradebook
from autograder.grading.plan import Plan, make_plan
from autograder.grading.proposals import (
    changes,
    discard,
    moment_of,
    open_number,
    open_proposal,
    proposal_of,
    publish,
    with_proposal,
)
from autograder.grading.rejudge import Rejudged, begin, never_graded, rejudge, without_work
from autograder.grading.secret import FILE, read_secret
from autograder.grading.terms import terms_of
from autograder.report.difference import (
    PAGES,
    Difference,
    difference_of,
    in_terminal,
    write_difference,
)
from autograder.report.files import remove_drafts
from autograder.report.wording import counted
from autograder.supervision.runner import Setup
from autograder.wire.errors import UsageError

BOOK = "gradebook.sqlite"
NO_BOOK = "{out} holds no gradebook; grade a class with --out {out} first."


@dataclass(slots=True)
class LazyProposal:
    """The open proposal, made when the first verdict that would change needs it."""

    gradebook: Gradebook
    assignment: str
    reason: str
    number: int | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def __call__(self) -> int:
        with self._lock:
            if self.number is None:
                self.number = open_proposal(self.gradebook, self.assignment, self.reason, whoever())
            return self.number


@contextmanager
def alone_in(out: Path) -> Iterator[None]:
    """Holds off other runs with the same folder, and clears away what a killed one left there."""
    lock = FileLock(out / ".lock")
    try:
        out.mkdir(parents=True, exist_ok=True)
        lock.acquire(blocking=False)
    except Timeout as error:
        raise UsageError(
            f"Another run is grading into {out}; wait for its end, or choose another folder."
        ) from error
    except OSError as error:
        raise UsageError(
            f"{out} cannot be written to: {error.strerror or error}. Choose another folder, or see"
            " to that."
        ) from error
    try:
        for folder in (out, *(path for path in out.iterdir() if path.is_dir())):
            remove_drafts(folder)
        _refuse_emptied(out)
        yield
    finally:
        lock.release()


def _refuse_emptied(out: Path) -> None:
    book = out / "gradebook.sqlite"
    if (out / "grades.csv").exists() and book.exists() and not book.stat().st_size:
        raise UsageError(
            f"The gradebook {book} is empty, though there are reports of grades beside it; restore"
            " a copy, or delete it to grade everything again."
        )


def whoever() -> str:
    """Who runs this, as the machine knows them."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"


def open_gradebook(course: Course, out: Path, assignment: str) -> Gradebook:
    """The gradebook in a folder of reports; one of an earlier format is brought up to date."""

    def assignment_of(slug: str) -> str:
        folders = (PACKAGE / "exercises").glob(f"*/{slug}.py") if slug else ()
        listed = [folder.parent.name for folder in folders]
        return next((name for name in listed if name in course.table.assignments), assignment)

    return Gradebook(out / BOOK, assignment_of=assignment_of)


def existing_gradebook(course: Course, out: Path, assignment: str) -> Gradebook:
    """The same; raises `UsageError` where nothing was graded yet."""
    if not (out / BOOK).is_file():
        raise UsageError(NO_BOOK.format(out=out))
    return open_gradebook(course, out, assignment)


def say_to_run(counts: Counter[str], console: Console) -> None:
    """How much must run again, and why, before anything does."""
    for why, count in counts.most_common():
        text = f"{counted(count, 'exercise')} must run again ({why})."
        console.print(Text(text), soft_wrap=True)


def told_of(gradebook: Gradebook, course: Course, out: Path, assignment: str, number: int) -> str:
    """What a proposal is, in two sentences."""
    proposal = proposal_of(gradebook, assignment, number)
    found = difference_of(proposal, changes(gradebook, proposal))
    waiting = sum(proposal.pending.values())
    publish, diff, discard = (
        command(f"{word} {number}", course, out, assignment)
        for word in ("publish", "diff", "discard")
    )
    first = f"Proposal {number}: {found.in_words()}"
    if waiting:
        missing = f"{counted(waiting, 'exercise is', 'exercises are')} undecided in it"
        run = command("rejudge --run --reason ...", course, out, assignment)
        return f"{first} {missing}: {run} runs what must run; or drop it with {discard}."
    return (
        f"{first} What was published stays until {publish}; look at it with {diff}, or drop it"
        f" with {discard}."
    )


def rejudge_class(  # noqa: PLR0913 - an argument an option
    course: Course,
    out: Path,
    setup: Setup,
    *,
    assignment: str | None,
    slugs: Sequence[str],
    reason: str,
    run: bool,
    jobs: int,
) -> bool:
    """Makes a proposal, or adds to the open one; false where something failed through our fault."""
    name, table = course.assignment(assignment, slugs)
    secret = read_secret(out / FILE) if (out / BOOK).is_file() else None
    if secret is None:
        raise UsageError(NO_BOOK.format(out=out))
    plan = make_plan(course, name, chosen(table.exercises, slugs), setup, secret)
    console = Console()
    with alone_in(out), existing_gradebook(course, out, name) as gradebook:
        number = begin(plan, gradebook, reason, whoever())
        done = Rejudged()
        if number is not None:
            done = _all_of(plan, gradebook, number, jobs, console, run=False)
        if number is not None and run and done.pending:
            done = _all_of(plan, gradebook, number, jobs, console, run=True)
        lost = done.left + without_work(plan, gradebook)
        for why, count in lost.items():
            keep = "keeps its" if count == 1 else "keep their"
            _say(f"{counted(count, 'exercise')} {keep} verdicts ({why}).", console)
        for slug, count in never_graded(plan, gradebook).items():
            _say_never_graded(slug, count, command("grade", course, out, name), console)
        left = open_number(gradebook, name)
        if left is not None:
            _say(told_of(gradebook, course, out, name, left), console)
        elif number is not None:
            console.print("Nothing changes.")
        elif not lost:
            console.print("Nothing to judge again: no key moved.")
    return not (run and done.faults)


def _all_of(
    plan: Plan, gradebook: Gradebook, number: int, jobs: int, console: Console, *, run: bool
) -> Rejudged:
    done = Rejudged()
    with closing(rejudge(plan, gradebook, number, jobs=jobs, run=run)) as steps:
        for step in steps:
            done = step
    waiting = sum(done.pending.values())
    words = f"{done.changed} change, {done.same} do not, {waiting} undecided"
    _say(f"{counted(done.exercises, 'exercise')} judged again: {words}.", console)
    for why, count in done.pending.most_common():
        _say(f"{counted(count, 'exercise')} undecided ({why}).", console)
    return done


def _say(text: str, console: Console) -> None:
    console.print(Text(text), soft_wrap=True)


def say_missing(
    written: Written, course: Course, out: Path, assignment: str, console: Console
) -> None:
    """Which exercises of the course some of the class were not graded in."""
    for slug, count in written.missing.items():
        _say_never_graded(slug, count, command("grade", course, out, assignment), console)


def _say_never_graded(slug: str, count: int, grade: str, console: Console) -> None:
    students = counted(count, "student has", "students have")
    _say(
        f"{students} no grade in {slug}, and so no score: {grade} with the files does that.",
        console,
    )


def command(words: str, course: Course, out: Path, assignment: str) -> str:
    """A command on this gradebook and assignment, as it is to be typed."""
    folder = [] if out == Path(DEFAULT_OUT) else ["--out", str(out)]
    which = ["--assignment", assignment] if len(course.table.assignments) > 1 else []
    return f"`{shlex.join(['autograder', *words.split(), *folder, *which])}`"


def assignment_of(course: Course, out: Path, assignment: str | None, number: int | None) -> str:
    """The assignment that is named or, without a name, the one whose proposal is meant."""
    several = course.table.assignments
    if assignment is None and len(several) > 1 and (out / BOOK).is_file():
        with open_gradebook(course, out, next(iter(several))) as gradebook:
            having = with_proposal(gradebook, several, number)
        assignment = having[0] if len(having) == 1 else None
    return course.assignment(assignment)[0]


def show_difference(
    course: Course, out: Path, *, assignment: str | None, number: int | None
) -> Difference:
    """Prints what a proposal changes, and writes it as a page."""
    name = assignment_of(course, out, assignment, number)
    make_definitions_known(course, name)
    with existing_gradebook(course, out, name) as gradebook:
        proposal = proposal_of(gradebook, name, number)
        found = difference_of(
            proposal,
            changes(gradebook, proposal),
            gradebook.current(None, name, terms_of(course, name), moment_of(gradebook, proposal)),
        )
    console = Console()
    console.print(in_terminal(found))
    page = reports(course, out, name) / PAGES.replace("*", str(proposal.number))
    write_difference(page, found, course.table.title, course.table.assignments[name].title)
    console.print(Text(f"written: {page}"), soft_wrap=True)
    return found


def make_definitions_known(course: Course, assignment: str) -> None:
    """Loads the definitions, whose words are shown."""
    terms_of(course, assignment)


def publish_proposal(
    course: Course, out: Path, *, assignment: str | None, number: int | None, never_lower: bool
) -> None:
    """Publishes a proposal, and writes the pages of those whom it concerns."""
    name = assignment_of(course, out, assignment, number)
    with existing_gradebook(course, out, name) as gradebook:
        try:
            proposal = proposal_of(gradebook, name, number)
            found = publish(gradebook, proposal, whoever(), never_lower=never_lower)
        except UsageError:
            # It may have been stopped once it was published, before the pages said so.
            if not gradebook.is_shown(name):
                write_reports(course, name, out, gradebook)
                Console().print("The pages were not of today's grades, and are now.")
            raise
        written = write_reports(course, name, out, gradebook)
    console = Console()
    exercises, students = counted(found.exercises, "exercise"), counted(found.students, "student")
    kept = f"; {counted(found.kept, 'exercise')} would have lost points" if never_lower else ""
    console.print(f"Published: {exercises} of {students}{kept}.")
    say_missing(written, course, out, name, console)


def discard_proposal(
    course: Course, out: Path, *, assignment: str | None, number: int | None
) -> None:
    """Drops a proposal; every grade stays as it is."""
    name = assignment_of(course, out, assignment, number)
    with existing_gradebook(course, out, name) as gradebook:
        proposal = proposal_of(gradebook, name, number)
        discard(gradebook, proposal, whoever())
    Console().print(f"Discarded: proposal {proposal.number}. Every grade stays as it is.")
