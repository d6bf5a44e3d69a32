"""Evidence to bytes and back: what comes back judges alike, and what cannot be read is said so."""

from __future__ import annotations

import zlib
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.course import find_course
from autograder.grading.grade import verdicts
from autograder.grading.kept_evidence import FORMAT, KeptEvidence, pack, unpack
from autograder.grading.plan import prepare_exercise
from autograder.judging.evidence import without_weights
from autograder.recipes.workings import Workings
from autograder.records import Observation, Outcome, Relabelled
from autograder.wire.errors import EvidenceError
from autograder.wire.frames import HEADER, Raised, Thing, decode, encode
from autograder.wire.messages import message
from autograder.wire.protocol import Crash

COURSE = find_course(Path(__file__))
# What was written once must be readable for good: these files are added to and never changed.
CORPUS = sorted((Path(__file__).parent / "kept_evidence").glob("*.msgpack"))

plain = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=20) | st.integers(-9, 2**62),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4)
    ),
    max_leaves=12,
)


def as_decoded(value: Any) -> Any:
    """A value as it comes out of the sandbox."""
    return decode(encode(value)[HEADER.size :])


def kept(path: Path) -> tuple[str, KeptEvidence]:
    """The exercise and the evidence of a file of the corpus."""
    slug, form, content, descriptions = msgspec.msgpack.decode(path.read_bytes())
    return slug, KeptEvidence(form, content, descriptions)


@given(plain)
def test_any_claim_comes_back_as_it_was(value: Any) -> None:
    """Whatever a probe reported is the same afterwards, to the bit of its encoding."""
    report = as_decoded({"values": value, "trainings": []})
    again = unpack("double", pack(Observation(Outcome.FINISHED, {"ask": report})))
    assert encode(again.evidence["ask"]) == encode(report)


def test_all_parts_come_back() -> None:
    """Exceptions, things without a form, crashes, answers, classes and workings are kept."""
    report = as_decoded({"values": {"error": ValueError("no"), "model": object()}})
    assert isinstance(report["values"]["error"], Raised)
    assert isinstance(report["values"]["model"], Thing)
    seen = Observation(
        outcome=Outcome.TIMED_OUT,
        evidence={"one": report},
        crashes={"two": Crash(as_decoded({"raised": "x"}), (as_decoded({"line": 1}),))},
        running="three",
        output="printed ü\n",
        trained_by="trainer",
        scores={"one": np.eye(3, dtype=np.float32)},
        answers={"two": np.ones((2, 10), np.float32)},
        relabelled={
            "one": Relabelled((1, 0), np.arange(3, dtype=np.uint8)),
            "two": Relabelled((1, 0), message("fit.none")),
        },
        contradicted=frozenset({"two"}),
        classified={"one": np.arange(5, dtype=np.uint8), "two": message("fit.none")},
        workings={"one": Workings(idle=(2,), straight=(1, 3))},
        reason=message("ended.wall", seconds=3),
    )
    again = unpack("double", pack(seen))
    assert again.contradicted == {"two"}
    same = ("outcome", "evidence", "running", "output", "trained_by", "reason", "workings")
    for name in same:
        assert getattr(again, name) == getattr(seen, name)
    assert again.crashes == {"two": Crash({"raised": "x"}, ({"line": 1},))}
    assert np.array_equal(again.scores["one"], seen.scores["one"])
    assert again.answers["two"].tolist() == np.ones((2, 10)).tolist()
    one, two = again.relabelled["one"], again.relabelled["two"]
    assert (one.order, one.found.tolist()) == ((1, 0), [0, 1, 2])
    assert (two.order, two.found) == ((1, 0), message("fit.none"))
    assert again.classified["one"].tolist() == [0, 1, 2, 3, 4]
    assert again.classified["two"] == message("fit.none")


def test_equal_evidence_is_kept_once() -> None:
    """What was measured of a run is no part of its evidence, so the same comes under one key."""
    quick, slow = (Observation(Outcome.FINISHED, {"ask": {}}, seconds=time) for time in (1, 9))
    assert pack(quick).key == pack(slow).key
    assert pack(quick).key != pack(Observation(Outcome.FINISHED, {"ask": None})).key


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_what_was_ever_written_is_read_and_judged(path: Path) -> None:
    """Real evidence of each format has its facts, is judged without a fault and without weights."""
    slug, old = kept(path)
    seen = unpack(slug, old)
    grade = verdicts(prepare_exercise(COURSE, "fashion_mnist", slug), seen)
    assert not [check for check in grade.checks if check.verdict.value == "error"]
    for fits in seen.trainings.values():
        for fit in fits:
            assert fit.raised or fit.parameters() > 0
            assert not any(isinstance(one, np.ndarray) for one in fit.weights or ())
    # Written again, it is the same evidence.
    assert unpack(slug, pack(seen)).trainings == seen.trainings


def test_the_corpus_has_todays_format() -> None:
    """Whoever changes the format adds what it writes, with facts, classes and crashes in it."""
    seen = [unpack(*kept(path)) for path in CORPUS if path.name.startswith(f"{FORMAT}-")]
    assert any(one.exchanges for one in seen)
    assert any(one.classified for one in seen)


def test_what_nobody_can_read_is_no_evidence() -> None:
    """A format of the future, damage and missing descriptions are told from a student's failure."""
    slug, good = kept(CORPUS[0])
    for bad in (
        KeptEvidence(99, good.content, good.descriptions),
        KeptEvidence(FORMAT, good.content[:-9], good.descriptions),
        KeptEvidence(FORMAT, zlib.compress(b"\x81\xa1"), good.descriptions),
        KeptEvidence(FORMAT, b"", good.descriptions),
    ):
        with pytest.raises(EvidenceError):
            unpack(slug, bad)
    with_facts = next(each for path in CORPUS if (each := kept(path))[1].descriptions)
    with pytest.raises(EvidenceError):
        unpack(with_facts[0], KeptEvidence(FORMAT, with_facts[1].content, {}))


def test_evidence_that_has_no_weights_stays_as_it_is() -> None:
    """Taking weights out twice changes nothing: what is kept is judged as at first."""
    for path in CORPUS:
        slug, old = kept(path)
        seen = unpack(slug, old)
        images = np.zeros((3, 28, 28), np.uint8)
        again = without_weights(seen, images, [*seen.trainings])
        assert (again.trainings, again.classified) == (seen.trainings, seen.classified)
        assert again.workings == seen.workings
