"""Judging again and publishing, killed at random moments, and by two processes at once."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from autograder.grading.gradebook import Gradebook
from autograder.grading.plan import Plan
from autograder.grading.proposals import discard, finish, proposal_of, proposals, publish
from autograder.grading.rejudge import Rejudged, begin, rejudge
from autograder.records import Adjustment
from tests import tiny
from tests.grading.test_rejudge import RIGHT, STRICTER, STUDENTS, Class, plan, worth_more

pytestmark = pytest.mark.slow

VARIANTS = {
    "plain": plan(),
    "stricter": STRICTER,
    "more": plan(worth_more, judge="more"),
}
KILLS = 120
# As long as so many decisions take on this machine, at most.
LONGEST_STEPS = 3


def child(act: Callable[[], None]) -> int:
    """A process of its own that does this, and ends without a word."""
    number = os.fork()
    if not number:
        code = 1
        try:
            act()
            code = 0
        finally:
            os._exit(code)
    return number


def rejudged(variant: Plan, book: Gradebook, number: int) -> Iterator[Rejudged]:
    return rejudge(variant, book, number, jobs=1, make=lambda _setup: tiny.InProcess())


def decide(book: Gradebook, seed: int, step: int, said: int = -1) -> None:
    """Judges the class again in one way, publishes or discards that, and gives a point by hand."""
    chance = random.Random(f"{seed} {step}")  # noqa: S311 - a test's own
    name = chance.choice([*VARIANTS])
    number = begin(VARIANTS[name], book, f"{seed}.{step} {name}", "me")
    for _step in rejudged(VARIANTS[name], book, number) if number is not None else ():
        pass
    if number is not None and finish(book, number):
        proposal = proposal_of(book, "small", number)
        if chance.random() < 0.6:
            publish(book, proposal, "me", never_lower=False)
        else:
            discard(book, proposal, "me")
    comment = f"{seed}.{step}"
    book.adjust("small", Adjustment("ada", 1, comment, "me"))
    if said >= 0:
        os.write(said, f"{comment}\n".encode())


def go_on(path: Path, seed: int, said: int) -> None:
    with Gradebook(path) as book:
        for step in range(10_000):
            decide(book, seed, step, said)


def scores(book: Gradebook) -> dict[str, float]:
    """What the checks give everybody."""
    return {one.student: one.raw_score for one in book.current(None, "small")}


def assert_whole(book: Gradebook) -> None:
    """Asserts that nothing counts twice, and of no proposal a part."""
    with book.reading() as connection:
        counts = connection.execute("SELECT count(*) FROM counting GROUP BY hand_in, slug")
        assert {count for (count,) in counts} == {1}
        assert connection.execute("SELECT count(*) FROM counting").fetchone() == (6,)
        query = """SELECT state, count(published), count(*) FROM judgings
            JOIN proposals ON proposals.id = proposal GROUP BY proposal"""
        for state, published, every in connection.execute(query):
            assert published == (every if state == "published" else 0)
    assert sum(one.state == "open" for one in proposals(book, "small")) <= 1


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, float]]:
    """What everybody has where the class is graded from nothing in each way."""
    found = {}
    for name, variant in VARIANTS.items():
        class_ = Class(tmp_path_factory.mktemp(name))
        class_.grade(variant)
        found[name] = scores(class_.book)
        class_.book.close()
    return found


def test_killed_at_any_moment(tmp_path: Path, expected: dict[str, dict[str, float]]) -> None:
    """Half a proposal is never published, no adjustment is lost, and nobody is counted twice."""
    class_ = Class(tmp_path)
    class_.grade(plan())
    started = time.monotonic()
    for step in range(LONGEST_STEPS):
        decide(class_.book, -1, step)
    longest_seconds = time.monotonic() - started
    class_.book.close()
    path, chance = class_.book.path, random.Random(1)  # noqa: S311 - a test's own
    acknowledged = set[str]()
    published = set[int]()
    for kill in range(KILLS):
        ours, theirs = os.pipe()
        number = child(lambda kill=kill, theirs=theirs: go_on(path, kill, theirs))  # type: ignore[misc]
        os.close(theirs)
        time.sleep(chance.uniform(0, longest_seconds))
        os.kill(number, signal.SIGKILL)
        os.waitpid(number, 0)
        with os.fdopen(ours) as heard:
            acknowledged |= {line.strip() for line in heard if line.endswith("\n")}
        with Gradebook(path) as book:
            assert_whole(book)
            given = [one.comment for one in book.adjustments(1)]
            assert len(given) == len({*given}), f"kill {kill}"
            assert acknowledged <= {*given}, f"kill {kill}"
            closed = [one for one in proposals(book, "small") if one.state == "published"]
            if closed:
                last = closed[-1].reason.rpartition(" ")[2]
                assert scores(book) == expected[last], f"kill {kill}"
            published |= {one.number for one in closed}
    assert len(published) > 1
    assert acknowledged


def test_two_processes_on_one_gradebook(tmp_path: Path) -> None:
    """While one judges again and publishes, another grades: each grade is there, and whole."""
    class_ = Class(tmp_path)
    class_.grade(plan())
    class_.book.close()
    path, steps = class_.book.path, 15

    def judge() -> None:
        with Gradebook(path) as book:
            for step in range(steps):
                decide(book, 0, step)

    def grade() -> None:
        own = Class(tmp_path)
        for step in range(steps):
            own.grade(plan(), {f"student {step}": [RIGHT]})

    numbers = [child(judge), child(grade)]
    assert [os.waitpid(number, 0)[1] for number in numbers] == [0, 0]
    with Gradebook(path) as book:
        names = {one.student for one in book.current(None, "small")}
        assert names == {*STUDENTS, *(f"student {step}" for step in range(steps))}
        assert len(book.adjustments(1)) == steps
        with book.reading() as connection:
            counts = connection.execute("SELECT count(*) FROM counting GROUP BY hand_in, slug")
            assert [count for (count,) in counts] == [1] * 2 * len(names)
