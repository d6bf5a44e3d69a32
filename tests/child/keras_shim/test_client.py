"""Training that is asked for through the whole sandbox: child, broker, store and trainer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from autograder.records import Observation, Outcome
from autograder.sandbox.tiers import choose_sandbox
from autograder.supervision.runner import Runner, Setup
from autograder.supervision.supervisor import GRACE_SECONDS
from autograder.training.training_store import TrainingStore
from autograder.wire.messages import message
from autograder.wire.protocol import Job, Limits, Piece, ProbeSource
from tests.own_course import PUBLIC

pytestmark = pytest.mark.slow

LIMITS = Limits(wall_seconds=30, cpu_seconds=20, memory_mb=2000, output_mb=1, evidence_mb=4)
PROBE = ProbeSource("answer", "def answer(student, given):\n    return {'value': student.answer()}")
IMPORTS = """
import numpy as np
from tensorflow import keras
layers = keras.layers
images, labels = np.linspace(0, 1, 64 * 784).reshape(64, 28, 28), np.arange(64) % 10
def model(*others, width=10, rate=0.01):
    made = keras.Sequential([layers.Flatten(), *others, layers.Dense(width, "softmax")])
    made.compile(keras.optimizers.Adam(rate), "sparse_categorical_crossentropy")
    return made
"""


def job(body: str, slug: str = "slug", limits: Limits = LIMITS, seed: int = 7) -> Job:
    source = f"{IMPORTS}\ndef answer():\n    {body}\n"
    return Job(slug, (Piece("cell 1", 1, source),), (PROBE,), {}, seed, limits)


@pytest.fixture(scope="module")
def setup(tmp_path_factory: pytest.TempPathFactory) -> Setup:
    store = tmp_path_factory.mktemp("store")
    return Setup(choose_sandbox(allow_unsandboxed=False), (PUBLIC,), TrainingStore(store, 200))


@pytest.fixture(scope="module")
def runner(setup: Setup) -> Iterator[Runner]:
    runner = Runner(setup)
    yield runner
    runner.close()


def reported(seen: Observation) -> Any:
    assert seen.outcome is Outcome.FINISHED, seen.reason
    assert not seen.crashes, seen.crashes
    return seen.evidence["answer"]["values"]["value"]


def test_a_training_is_a_fact_and_is_done_once(runner: Runner, setup: Setup) -> None:
    """What the student reports is what the trainer did; another child's wish is looked up."""
    body = "return model().fit(images, labels, epochs=3, verbose=0).history['loss']"
    first = runner.observe([job(body)])[0]
    (fact,) = first.trainings["answer"]
    assert tuple(reported(first)) == fact.logs["loss"]
    assert (fact.level, fact.start, len(fact.logs["loss"])) == ("trained", "new", 3)
    assert setup.store is not None
    before = setup.store.statistics()
    assert runner.observe([job(body)])[0].trainings == first.trainings
    after = setup.store.statistics()
    assert (after.hits, after.misses) == (before.hits + 1, before.misses)


def test_an_own_layer_is_traced(runner: Runner) -> None:
    """What no recipe describes is trained as a program of plain operations, and read as a fact."""
    body = (
        "class Own(layers.Layer):\n        def call(self, x): return x * 2.0\n"
        "    return model(Own()).fit(images, labels, epochs=2, verbose=0).history['loss']"
    )
    seen = runner.observe([job(body)])[0]
    assert len(reported(seen)) == 2
    assert seen.evidence["answer"]["trainings"] == []
    (fact,) = seen.trainings["answer"]
    assert (fact.level, fact.logs["loss"]) == ("traced", tuple(reported(seen)))


def test_an_own_step_is_trained_in_the_child_and_is_a_claim(runner: Runner) -> None:
    """What cannot be traced either is trained all the same, and said to be a claim, with why."""
    body = (
        "class Own(keras.Sequential):\n"
        "        def train_step(self, data): return super().train_step(data)\n"
        "    own = Own([layers.Flatten(), layers.Dense(10, 'softmax')])\n"
        "    own.compile('adam', 'sparse_categorical_crossentropy')\n"
        "    return own.fit(images, labels, epochs=2, verbose=0).history['loss']"
    )
    seen = runner.observe([job(body)])[0]
    assert len(reported(seen)) == 2
    assert seen.trainings == {}
    (claim,) = seen.evidence["answer"]["trainings"]
    assert claim["reason"]["name"].startswith("unrepeatable.")


def test_the_real_error_comes_back(runner: Runner) -> None:
    """What the trainer's attempt raised is raised in the child, of the same type, and a fact."""
    body = (
        "try: model(width=5).fit(images, labels, verbose=0)\n"
        "    except Exception as error: return [type(error).__name__, str(error)]"
    )
    seen = runner.observe([job(body)])[0]
    kind, words = reported(seen)
    (fact,) = seen.trainings["answer"]
    assert kind == "InvalidArgumentError"
    assert "outside the valid range of [0, 5)" in words
    assert fact.raised is not None
    assert fact.raised.types[0] == kind


@pytest.mark.parametrize(
    "front", ["layers.Dense(10**9)", "layers.Dense(9_000), layers.Dense(9_000)"]
)
def test_a_network_that_is_too_large_is_refused(runner: Runner, front: str) -> None:
    """A network far too large is refused by name, before anything is allocated."""
    seen = runner.observe([job(f"return model({front}).fit(images, labels, verbose=0)")])[0]
    assert seen.outcome is Outcome.FINISHED
    said = seen.crashes["answer"].problem["said"]
    assert (said["name"], said["values"]["most"]) == ("too_large.network", 20_000_000)
    assert seen.peak_memory_mb < LIMITS.memory_mb


def test_training_counts_against_the_one_who_asked(runner: Runner) -> None:
    """An endless training ends at its exercise's limit; the next exercise is served as ever."""
    short = Limits(wall_seconds=3, cpu_seconds=20, memory_mb=2000, output_mb=1, evidence_mb=4)
    long = "return model().fit(images, labels, epochs=10_000, verbose=0)"
    body = "return model().fit(images, labels, epochs=2, verbose=0).history['loss']"
    seen = runner.observe([job(long, "long", short), job(body, "after")])
    assert seen[0].outcome is Outcome.TIMED_OUT
    assert seen[0].reason == message("ended.wall", seconds=3)
    assert seen[0].seconds < short.wall_seconds + GRACE_SECONDS
    assert len(reported(seen[1])) == 2


def test_seeds_of_the_student_are_kept(runner: Runner) -> None:
    """Training twice gives two results; after setting the same seed again, the same one."""
    body = (
        "fit = lambda: model().fit(images, labels, verbose=0).history['loss'][0]\n"
        "    first, second = fit(), fit()\n"
        "    keras.utils.set_random_seed(3); third = fit()\n"
        "    keras.utils.set_random_seed(3); fourth = fit()\n"
        "    return [first, second, third, fourth]"
    )
    first, second, third, fourth = reported(runner.observe([job(body)])[0])
    assert len({first, second, third}) == 3
    assert third == fourth


def test_two_threads_of_a_student_may_train_at_once(runner: Runner) -> None:
    """Requests of two threads do not mix; each thread gets its own answer."""
    body = (
        "from concurrent.futures import ThreadPoolExecutor\n"
        "    made = [model(layers.Dense(width)) for width in (4, 8)]\n"
        "    fit = lambda one: one.fit(images, labels, verbose=0).history['loss'][0]\n"
        "    with ThreadPoolExecutor(2) as pool: losses = list(pool.map(fit, made))\n"
        "    return [losses, [one.layers[1].units for one in made]]"
    )
    seen = runner.observe([job(body)])[0]
    losses, widths = reported(seen)
    facts = {fact.layers[1].units: fact.logs["loss"][0] for fact in seen.trainings["answer"]}
    assert facts == dict(zip(widths, losses, strict=True))


def test_hostile_messages_harm_only_their_sender(runner: Runner) -> None:
    """Malformed, huge, unasked and replayed requests change no store entry and no neighbour."""
    body = (
        "import gc, socket\n"
        "    from autograder.wire.frames import encode\n"
        "    from autograder.wire.protocol import Ask, Data\n"
        "    channel = next(o for o in gc.get_objects() if isinstance(o, socket.socket))\n"
        "    for request in (None, 3, [], {}, {'request': 'fit'}, {'request': 'fit', 'fit': {}}):\n"
        "        channel.sendall(encode(Ask(request)))\n"
        "    channel.sendall(encode(Data({'x': images})))\n"
        "    for strange in ({'kind': 'ask'}, {'kind': 'data', 'arrays': 3}, {'kind': 'asked'}):\n"
        "        channel.sendall(encode(strange))\n"
        "    return 1"
    )
    seen = runner.observe([job(body), job("return 2", "after")])
    assert reported(seen[0]) == 1
    assert seen[0].trainings == {}
    assert reported(seen[1]) == 2


class FullDisk(TrainingStore):
    """A store that cannot be written to any more."""

    def add(self, *_entry: Any) -> None:
        raise OSError(28, "No space left on device")


def test_a_full_disk_is_our_fault(tmp_path: Path) -> None:
    """A store that fails is told as a fault of ours, at once, and never as the student's."""
    sandbox = choose_sandbox(allow_unsandboxed=False)
    runner = Runner(Setup(sandbox, (PUBLIC,), FullDisk(tmp_path, 10)))
    try:
        seen = runner.observe([job("return model().fit(images, labels, verbose=0)")])[0]
    finally:
        runner.close()
    assert seen.outcome is Outcome.SANDBOX_FAULT
    assert seen.reason is not None
    assert seen.reason.name == "ended.fault"
    assert "No space left" in str(seen.reason.values["text"])
    assert seen.seconds < LIMITS.wall_seconds
