"""Evidence of a hostile sandbox: whatever arrives, the judge answers, and nobody earns by it."""

from __future__ import annotations

import ast
import contextlib
import functools
import inspect
import json
import sys
from collections.abc import Callable
from dataclasses import astuple
from pathlib import Path
from typing import Any, get_args

import msgspec
import numpy as np
import pytest
import safetensors.numpy
from hypothesis import strategies as st

from autograder.course import find_course
from autograder.exercises.fashion_mnist.first_prediction import MODELS, STACKS
from autograder.grading.grade import by_name
from autograder.grading.plan import PreparedExercise, prepare_exercise
from autograder.judging.exercise import Basis
from autograder.judging.judge import LONGEST_MESSAGE_BYTES, judge
from autograder.judging.values import as_array
from autograder.records import ExerciseGrade, Observation, OnTrust, Outcome, Verdict
from autograder.report.wording import why
from autograder.supervision.partial_observation import PartialObservation
from autograder.wire.errors import EvidenceError
from autograder.wire.frames import (
    HEADER,
    JSON_LENGTH,
    MOST_TREE_BYTES,
    PART_BYTES,
    FrameReader,
    Raised,
    Thing,
    decode,
    encode,
)
from autograder.wire.messages import message
from autograder.wire.protocol import (
    BeginProbe,
    Crash,
    Crashed,
    Fault,
    FromChild,
    Job,
    Report,
    read_message,
)
from tests.hostile import altered, fuzzed, integers, leaves, mutated, nested, no_hang, texts, values
from tests.judging.test_evidence import failure
from tests.own_course import SLUGS, resting_on
from tests.report.test_catalogue import MESSAGES
from tests.trainings import fit, network, record

ROOT = Path(__file__).parent.parent
CLAIMS = resting_on(Basis.CLAIM)
MEGABYTE = 2**20
REPORT = Report(
    "train",
    {
        "values": {
            "answers": [1, 2.5, None, True, "é", float("nan"), float("-inf")],
            "array": np.arange(6.0).reshape(2, 3),
            "empty": np.zeros((0, 3), np.uint8),
            (1, 2): Raised(("ValueError", "Exception"), "no"),
            "model": Thing("Model", "<Model>"),
        },
        "trainings": [record()],
    },
)
SENT: list[Any] = [REPORT, BeginProbe("train"), None, [[[]]]]
FRAMES = [encode(frame) for frame in SENT]


# ---- bytes into values ---------------------------------------------------------------------------


def read(data: bytes, chunk: int) -> list[Any]:
    """What a stream of bytes holds, until it turns out to be no evidence."""
    reader, found = FrameReader(8 * MEGABYTE), list[Any]()
    with contextlib.suppress(EvidenceError):
        for start in range(0, len(data), chunk):
            found += [decode(body) for body in reader.feed(data[start : start + chunk])]
    return found


def body_of(tree: bytes, rest: bytes = b"") -> bytes:
    return JSON_LENGTH.pack(len(tree)) + tree + rest


streams = st.binary(max_size=200) | mutated([*FRAMES, b"".join(FRAMES)])


@fuzzed(st.tuples(streams, st.integers(1, 500)), often=600, seldom=2_000)
def test_any_bytes_are_values_or_no_evidence(case: tuple[bytes, int]) -> None:
    """Bytes and changed frames, in pieces of any size, are values to send on, or refused."""
    for value in read(*case):
        decode(encode(value)[HEADER.size :])


plain = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4)
kinds = st.sampled_from(["$map", "$array", "$float", "$raised", "$thing", "$more", "$", "a"])
trees = st.recursive(
    plain | st.just(["0", [2, 3]]) | st.tuples(texts, texts).map(list),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(kinds, inner, max_size=2),
    max_leaves=12,
)
held = safetensors.numpy.save({"0": np.ones((2, 3)), "1": np.ones(3, np.complex64)})


@fuzzed(trees, often=600, seldom=2_000)
def test_any_tree_is_a_value_or_no_evidence(tree: Any) -> None:
    """JSON of every form, surrogates, NaN and huge numbers in it, is a value or refused."""
    try:
        value = decode(body_of(json.dumps(tree).encode(), held))
    except EvidenceError:
        return
    decode(encode(value)[HEADER.size :])


def many(part: bytes) -> bytes:
    """A list of as many of these as may arrive."""
    parts = part.count(b"[") + part.count(b"{")
    count = (MOST_TREE_BYTES - PART_BYTES - 3) // (len(part) + 1 + parts * PART_BYTES)
    return b"[" + (part + b",") * count + b"0]"


@pytest.mark.parametrize(
    "tree",
    [
        b"[" * 20_000,
        b'{"$map":[[' * 30 + b"0",
        many(b"[]"),
        many(b"[" * 18 + b"]" * 18),
        many(b"[0]"),
        many(b'""'),
        many(b"null,0,0,0,0"),
        many(b'{"$map":[["",0]]}'),
        many(b'{"$float":"0"}'),
        many(b'{"$array":["0",[3,2]]}'),
        b'{"$raised":["' + b"a" * (MOST_TREE_BYTES - 90) + b'",""]}',
        b'{"$float":"' + b"9" * (MOST_TREE_BYTES - 90) + b'"}',
        b"9" * 5000,
        b'{"$array":["0",[-1,-1]]}',
        b'{"$array":["0",[99999999999,99999999999]]}',
        b'{"$array":[[],[]]}',
        b'{"$map":[[{"a":1},2],[2,{}]]}',
    ],
)
def test_no_tree_keeps_the_judge_busy(tree: bytes) -> None:
    """The longest, deepest and oddest trees that are allowed are read in less than a hang."""
    body = body_of(tree, held)
    assert len(list(FrameReader(8 * MEGABYTE).feed(HEADER.pack(len(body)) + body))) == 1
    with no_hang():
        read(HEADER.pack(len(body)) + body, 2**18)


@pytest.mark.parametrize("part", [b"[]", b'{"$map":[]}', b"[[[[]]]]"])
def test_very_many_parts_are_refused_unread(part: bytes) -> None:
    """Lists and dictionaries count as more than their brackets, which are a few bytes of JSON."""
    most = many(part)
    allowed, too_many = body_of(most), body_of(most[:-2] + most[1:])
    assert len(too_many) < MOST_TREE_BYTES
    assert list(FrameReader(8 * MEGABYTE).feed(HEADER.pack(len(allowed)) + allowed)) == [allowed]
    with pytest.raises(EvidenceError, match="outside of arrays"):
        list(FrameReader(8 * MEGABYTE).feed(HEADER.pack(len(too_many)) + too_many))


def test_a_tree_that_is_too_long_is_refused_unread() -> None:
    """A frame that announces more JSON than is allowed is refused before it has arrived."""
    reader = FrameReader(64 * MEGABYTE)
    start = HEADER.pack(32 * MEGABYTE) + JSON_LENGTH.pack(MOST_TREE_BYTES + 1)
    with pytest.raises(EvidenceError, match="outside of arrays"):
        list(reader.feed(start))
    assert list(FrameReader(64 * MEGABYTE).feed(HEADER.pack(2) + b"ab")) == [b"ab"]


def test_what_was_allowed_and_did_not_come_is_taken_back() -> None:
    """Whoever has much data asked for again and again may still send no more than once."""
    reader = FrameReader(100)
    for _request in range(50):
        list(reader.feed(HEADER.pack(2) + b"{}"))
        reader.allow(1000)
    with pytest.raises(EvidenceError):
        list(reader.feed(HEADER.pack(5000)))


def test_data_that_were_asked_for_are_not_counted() -> None:
    """What was allowed and came leaves as much for evidence as there was."""
    reader = FrameReader(100)
    for _request in range(50):
        reader.allow(1000)
        assert len(list(reader.feed(HEADER.pack(992) + bytes(992)))) == 1
    assert len(list(reader.feed(HEADER.pack(92) + bytes(92)))) == 1


# ---- values into verdicts ------------------------------------------------------------------------


@functools.cache
def tasks() -> list[PreparedExercise]:
    """The course's own exercises, as they are graded."""
    return [prepare_exercise(find_course(ROOT), "fashion_mnist", slug) for slug in SLUGS]


@functools.cache
def words(slug: str) -> st.SearchStrategy[Any]:
    """The texts and numbers that an exercise's definition speaks of."""
    source = inspect.getsource(sys.modules[f"autograder.exercises.fashion_mnist.{slug}"])
    found = {
        node.value
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Constant) and isinstance(node.value, (str, int))
    }
    # The names of what is reported; sentences are none.
    names = [word for word in found if not isinstance(word, str) or word.isidentifier()]
    return st.sampled_from(sorted(names, key=repr))


# Messages of names that there are and of others, whose values are messages again, or anything.
value_names = st.sampled_from(["failure", "before", "seen", "hint", "own", "count", "a", "items"])
said = st.recursive(
    st.just({"name": "file.empty", "values": {}}),
    lambda inner: st.fixed_dictionaries(
        {
            "name": st.sampled_from(MESSAGES) | texts,
            "values": st.dictionaries(
                value_names | texts,
                leaves | inner | st.lists(inner | leaves, max_size=3),
                max_size=4,
            ),
        }
    ),
    max_leaves=6,
)
problems_told = st.fixed_dictionaries(
    {"raised": leaves, "said": said | leaves, "place": texts, "line": integers, "code": texts}
)


@functools.cache
def reported(slug: str) -> st.SearchStrategy[Any]:
    """Values that an exercise might be told: its own names, junk, and reports of functions."""
    inside: st.SearchStrategy[Any] = leaves | words(slug)
    inside = inside | st.builds(
        lambda value, problem: {"returned": value, "problem": problem},
        nested(inside, words(slug)),
        st.none() | problems_told | leaves,
    )
    inside = nested(inside, words(slug) | texts)
    # Checks ask for lists of a certain length.
    return inside | st.builds(lambda item, count: [item] * count, inside, st.integers(1, 24))


class Answers(dict[str, Any]):
    """An answer to whatever a check asks for; each name always has the same."""

    def __init__(self, answers: list[Any]) -> None:
        super().__init__({"answers": answers})

    def __contains__(self, name: object) -> bool:
        return True

    def __getitem__(self, name: str) -> Any:
        answers = super().__getitem__("answers")
        return answers[sum(name.encode()) % len(answers)]


claims = (
    st.lists(altered(record(), values) | altered(record(fit=None), values), max_size=2) | values
)
WEIGHTS = [
    np.full((4, 8), 0.5, np.float32),
    np.zeros(8, np.float32),
    np.ones((8, 10), np.float32),
    np.zeros(10, np.float32),
]
trained = altered(record(weights=WEIGHTS), values).map(lambda claim: [claim])


@st.composite
def observations(draw: Callable[..., Any]) -> tuple[PreparedExercise, Observation]:
    """An exercise, and junk for each of its probes; the trainer has no record of any training."""
    task = draw(st.sampled_from(tasks()))
    reports = {}
    for check in task.exercise.checks:
        answers = st.lists(reported(task.exercise.slug), min_size=1, max_size=3).map(Answers)
        told = st.fixed_dictionaries(
            {"values": answers, "trainings": st.just([]) | claims | trained}
        )
        reports[check.probe.__name__] = draw(told | values)
    return task, Observation(
        draw(st.sampled_from([Outcome.FINISHED, Outcome.CRASHED])),
        reports,
        trained_by=draw(st.sampled_from(["trainer", "trainer", "child"])),
    )


def problems(task: PreparedExercise, observation: Observation, grade: ExerciseGrade) -> list[str]:
    """Verdicts that junk must not bring about; whatever is said, it has words."""
    for check in grade.checks:
        assert check.verdict is Verdict.PASSED or any(astuple(why(check)))
    found = [
        f"{check.name}: {check.message}" for check in grade.checks if check.verdict is Verdict.ERROR
    ]
    if observation.trained_by == "trainer":
        found += [
            f"{check.name} earns {check.earned}"
            for check in grade.checks
            if check.earned
            and check.on_trust is None
            and (task.exercise.slug, check.name) not in CLAIMS
        ]
    return found


@fuzzed(observations(), often=120, seldom=500)
def test_junk_earns_no_fact(case: tuple[PreparedExercise, Observation]) -> None:
    """Of junk each check says something, none fails itself, and no point that is no claim is
    earned without a record of the trainer's, unless it is marked as one on trust.
    """
    task, observation = case
    for on_trust in get_args(OnTrust):
        grade = judge(task.exercise, observation, task.truth, on_trust=on_trust)
        assert [check.name for check in grade.checks] == [c.name for c in task.exercise.checks]
        assert problems(task, observation, grade) == []
        assert on_trust == "count" or not grade.on_trust


probes = st.sampled_from(["0", "1", "2", "train"])
crashes = st.builds(Crash, problems_told | values, st.lists(problems_told, max_size=2).map(tuple))
messages = (
    st.builds(BeginProbe, probes)
    | st.builds(Report, probes, values)
    | st.builds(Crashed, probes, crashes)
    | st.builds(Fault, texts)
).map(lambda message: decode(encode(message)[HEADER.size :]))
sent = messages | messages.flatmap(lambda one: altered(one, values)) | values


@fuzzed(
    st.tuples(st.integers(0, len(SLUGS) - 1), st.lists(sent, max_size=3)),
    often=100,
    seldom=500,
)
def test_any_frames_become_an_observation(case: tuple[int, list[Any]]) -> None:
    """Frames in any order and of any content go the whole way from bytes to verdicts."""
    place, frames = case
    task = tasks()[place]
    job = Job(task.exercise.slug, (), task.exercise.probe_sources(), {}, 1, task.limits)
    progress = PartialObservation(job)
    for frame in frames:
        with contextlib.suppress(EvidenceError):
            (body,) = FrameReader(64 * MEGABYTE).feed(encode(frame))
            progress.take(read_message(decode(body), FromChild))
    observation = by_name(task.exercise, progress.observation(Outcome.FINISHED, None, {}, 0.0))
    assert problems(task, observation, judge(task.exercise, observation, task.truth)) == []


@pytest.mark.parametrize("array", [np.arange(3), np.zeros(0), np.ones((2, 2), bool)])
def test_an_array_is_no_kind_of_message(array: Any) -> None:
    """An array as a message, its kind or its probe, which compares item by item, is refused."""
    tried = [array, {"kind": array}, {"kind": "beginprobe", "probe": array}]
    for value in [*tried, {"kind": "data", "arrays": array}, {"kind": "crashed", "crash": array}]:
        with pytest.raises(EvidenceError):
            read_message(value, FromChild)


HUGE: dict[str, Any] = {
    "a long text among numbers": ["a" * 200_000, *[0] * 100_000],
    "one array a hundred thousand times": [np.zeros((1000, 1000))] * 100_000,
    "a long list": [0.5] * 2_000_000,
    "a wide dictionary": {str(number): number for number in range(250_000)},
    "a deep list": [[[[[[[[[[[[[[[[[1, 2]]]]]]]]]]]]]]]]],
    "many claims": [record()] * 20_000,
    "a large array": np.zeros((2000, 2000), np.float16),
}


@pytest.mark.parametrize("name", HUGE)
@pytest.mark.parametrize("slug", SLUGS)
def test_nothing_is_too_large_to_judge(slug: str, name: str) -> None:
    """As much as fits into evidence is judged in less than a hang, in messages of some length."""
    task = next(task for task in tasks() if task.exercise.slug == slug)
    probes = {check.probe.__name__ for check in task.exercise.checks}
    returned = [{"problem": None, "returned": HUGE[name]}] * (MODELS * STACKS)
    for answer, trainings in (HUGE[name], HUGE[name]), (HUGE[name], []), (returned, []):
        report: Any = {"values": Answers([answer]), "trainings": trainings}
        reports = dict.fromkeys(probes, report)
        observation = Observation(Outcome.FINISHED, reports, trained_by="trainer")
        with no_hang():
            grade = judge(task.exercise, observation, task.truth)
        assert problems(task, observation, grade) == []
        for check in grade.checks:
            assert len(msgspec.json.encode(check.message)) <= LONGEST_MESSAGE_BYTES


@pytest.mark.parametrize("value", [["a", 1.5], [np.zeros(2**22)] * 3, [[0.5, None]], [[1], 2]])
def test_only_lists_of_numbers_become_arrays(value: Any) -> None:
    """A list with anything else in it, or of too many numbers, fails before it is an array."""
    said = failure(lambda: as_array(value, (None,), "it"))
    assert (said.name, said.values["expected"]) == ("it", message("value.array", shape="(any,)"))


def test_lists_of_arrays_become_arrays() -> None:
    """Numbers that stand as arrays in a list count as what they are."""
    assert as_array([np.float64(1), np.array(2), 3], (3,), "it").tolist() == [1, 2, 3]


def test_a_trained_claim_is_judged() -> None:
    """The claim that is altered above is one that the judge can read."""
    task = next(task for task in tasks() if task.exercise.slug == "more_layers")
    claim = record(weights=WEIGHTS, fit=record()["fit"])
    assert fit(network()).network.layers
    report = {"values": Answers([""]), "trainings": [claim]}
    grade = judge(task.exercise, Observation(Outcome.FINISHED, {"train": report}), task.truth)
    assert {check.verdict for check in grade.checks} >= {Verdict.PASSED, Verdict.FAILED}
