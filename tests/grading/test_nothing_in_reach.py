"""What code in the sandbox can reach while it is asked: questions, and nothing that answers them.

Right answers are wrapped in code that walks frames, closures, threads and all objects there are. It
knows what it looks for by digests alone, or it would find itself.
"""

from __future__ import annotations

import hashlib
import inspect
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import replace as replace_fields

from autograder.course import find_course
from autograder.grading.grade import observe
from autograder.grading.plan import PreparedExercise, prepare_exercise
from autograder.grading.secret import GIVEN_SETS, fixed_secret
from autograder.records import Observation, Outcome, Slice
from autograder.supervision.runner import Runner
from autograder.wire.protocol import Piece

COURSE = find_course(Path(__file__))
NAME = "fashion_mnist"
SLUGS = COURSE.table.assignments[NAME].exercises
SECRET = fixed_secret(COURSE.table.seed)

WALK = """
import functools, gc, hashlib, sys

WORDS, NAMES, done = set({words}), set({names}), set()

def digest(text):
    return hashlib.blake2b(text if type(text) is bytes else str(text).encode("utf-8", "replace"),
                           digest_size=8).hexdigest()

def look(name):
    frame, found, seen = sys._getframe(1), [], set()
    while frame is not None:
        path = frame.f_code.co_filename
        if path == "<probe>" or "/autograder/" in path:
            if path == "<probe>":
                seen.add(frame.f_code.co_name)
            texts_in([frame.f_locals, frame.f_globals if path == "<probe>" else {{}}], seen, 0)
        frame = frame.f_back
    found += [text for text in seen if digest(text) in NAMES]
    if name not in done:
        done.add(name)
        texts = set()
        for thing in [*gc.get_objects(), *sys._current_frames().values()]:
            for each in gc.get_referents(thing):
                if type(each) in (str, int):
                    texts.add(each)
                elif type(each).__name__ == "ndarray" and each.dtype != object:
                    if 1000 in each.shape[:1]:
                        texts.add(each.tobytes())
            if type(thing) in (list, tuple) and 2 < len(thing) < 200:
                if all(type(one) in (int, float, bool) for one in thing):
                    texts.add(repr(list(thing)))
        found += [text for text in texts if digest(text) in WORDS]
        print("WALKED", name, len(texts), file=sys.__stdout__, flush=True)
    for text in found:
        print("FOUND", digest(text), repr(text)[:200], "in", name, file=sys.__stdout__, flush=True)

def texts_in(value, seen, depth):
    if type(value) is str:
        seen.add(value)
    elif depth < 6 and type(value) is dict:
        texts_in([*value.keys(), *value.values()], seen, depth + 1)
    elif depth < 6 and type(value) in (list, tuple, set):
        for one in [*value][:100]:
            texts_in(one, seen, depth + 1)
    elif depth < 6 and type(value).__module__.startswith("autograder.wire"):
        texts_in([getattr(value, name) for name in getattr(value, "__struct_fields__", ())], seen,
                 depth + 1)

def walking(function):
    if isinstance(function, type):
        class Walking(function):
            def on_epoch_end(self, epoch, logs=None):
                look(function.__name__)
                super().on_epoch_end(epoch, logs)
        return Walking

    @functools.wraps(function)
    def walked(*given, **named):
        look(function.__name__)
        return function(*given, **named)
    return walked
"""


def digest(value: str | int | bytes) -> str:
    """As the code in the sandbox makes them."""
    data = value if isinstance(value, bytes) else str(value).encode()
    return hashlib.blake2b(data, digest_size=8).hexdigest()


def names_of(task: PreparedExercise) -> Iterator[str]:
    """What says what a probe is about; that models have a `fit` says nothing."""
    for probe in task.exercise.probes:
        if probe.__name__ != "fit":
            yield probe.__name__
        yield inspect.getdoc(probe) or "-"


def words_of(task: PreparedExercise) -> Iterator[str | int | bytes]:
    """What belongs to the judge, and occurs nowhere by chance."""
    slug = task.slug
    for check in task.exercise.checks:
        yield check.name
        yield check.sentence
    yield from (inspect.getdoc(probe) or "-" for probe in task.exercise.probes)
    yield from (f"{slug}.{name}" for name in task.exercise.words)
    yield SECRET.key.hex()
    yield SECRET.trainer_seed
    yield SECRET.hidden_seed(slug)
    yield from (SECRET.given_seed(slug, number) for number in range(GIVEN_SETS))
    yield task.truth.hidden_images.tobytes()
    yield task.truth.hidden_labels.tobytes()


def answers_of(seen: Observation) -> Iterator[str]:
    """What right work answers, all answers of a probe together."""
    for report in seen.evidence.values():
        for value in report["values"].values():
            answers = value if isinstance(value, list) else []
            returned = [one.get("returned") if isinstance(one, dict) else one for one in answers]
            if len(set(map(repr, returned))) > 1 and all(
                type(one) in (int, float, bool) for one in returned
            ):
                yield repr(returned)


def parts_of(slug: str, words: Iterable[str], names: Iterable[str], asked: Iterable[str]) -> Slice:
    walk = WALK.format(words=sorted(words), names=sorted(names))
    source = COURSE.solution_path(NAME, slug).read_text("utf-8")
    wrap = "\n".join(f"{name} = walking({name})" for name in asked)
    texts = (walk, source, wrap)
    return Slice(tuple(Piece(f"cell {place}", 1, text) for place, text in enumerate(texts)))


@pytest.mark.slow
def test_code_that_is_asked_finds_no_answer(shared_runner: Runner) -> None:
    """For every probe of every exercise, in one child: not now, not of those to come."""
    tasks = [prepare_exercise(COURSE, NAME, slug) for slug in SLUGS]
    plain = [Slice((Piece("cell 1", 1, _solution(task.slug)),)) for task in tasks]
    answers = [[*answers_of(seen)] for seen in observe(tasks, plain, shared_runner)]
    assert sum(map(len, answers)) >= 3
    words = {digest(word) for task in tasks for word in words_of(task)}
    words |= {digest(answer) for each in answers for answer in each}
    limits = [with_time(task) for task in tasks]
    parts = [
        parts_of(one.slug, words, map(digest, names_of(one)), one.exercise.asks_for)
        for one in tasks
    ]
    for task, seen in zip(tasks, observe(limits, parts, shared_runner), strict=True):
        assert (seen.outcome, seen.crashes) == (Outcome.FINISHED, {}), (task.slug, seen)
        assert "FOUND" not in seen.output, seen.output
        for name in task.exercise.asks_for:
            assert f"WALKED {name}" in seen.output


def _solution(slug: str) -> str:
    return COURSE.solution_path(NAME, slug).read_text("utf-8")


def with_time(task: PreparedExercise) -> PreparedExercise:
    """Time for a walk through all objects."""
    return replace(task, limits=replace_fields(task.limits, wall_seconds=300, cpu_seconds=200))


@pytest.mark.slow
def test_the_walk_finds_what_is_there(shared_runner: Runner) -> None:
    """What a global variable, a caller or a closure holds is found: the test above can fail."""
    task = prepare_exercise(COURSE, NAME, "thirty_epochs")
    words, answer = {digest("a word of the judge")}, [3, 1, 4, 1, 5]
    words |= {digest(np.arange(1000).tobytes()), digest(repr(answer)), digest(987_654_321)}
    part = parts_of(task.slug, words, {digest("probe")}, task.exercise.asks_for)
    hidden = Piece(
        "cell 9",
        1,
        "import numpy as np\n"
        "kept = ['a word ' + 'of the judge', [3, 1, 4, 1, 2 + 3], 987_654_320 + 1]\n"
        "array = [np.arange(1000)]",
    )
    (seen,) = observe(
        [with_time(task)], [replace(part, pieces=(*part.pieces, hidden))], shared_runner
    )
    found = {line.split()[1] for line in seen.output.splitlines() if line.startswith("FOUND")}
    assert found == words | {digest("probe")}
