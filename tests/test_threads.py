"""What a student's threads, and those of the judge, may do at once."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
import pytest

from autograder.child.keras_shim.data import WORTH_REMEMBERING_BYTES, Remembered
from autograder.child.keras_shim.provenance import Provenance

# A process of its own: a class is read once.
READING = """
import sys, msgspec
from autograder.{module} import {kind}

class Control(msgspec.Struct):
    number: int

read = []
def note(frame, event, _argument):
    if event == "call" and frame.f_code.co_name == "get_class_annotations":
        read.append(frame.f_locals["obj"].__name__)

sys.setprofile(note)
msgspec.json.Decoder({kind})
msgspec.json.Decoder(Control)
print(*read)
"""
# While one thread reads what a layer's fields are, another describes the same network.
MEANWHILE = """
import sys, threading
from autograder.recipes.recipe import Compiled, Dense, Flatten, Network, Optimizer
from autograder.recipes.requests import (
    Data, Fit, FitRequest, Labelled, decode_request, to_plain
)
compiled = Compiled(Optimizer("Adam"), "mse")
data = Labelled(Data("0" * 32, (4, 28, 28), "float32"))
asked = to_plain(FitRequest(Fit(Network((Flatten(), Dense(10))), compiled, data), epochs=1))

def meanwhile(frame, event, _argument):
    if event == "call" and frame.f_locals.get("obj") is Dense:
        other = threading.Thread(target=decode_request, args=[asked])
        other.start()
        other.join()

sys.setprofile(meanwhile)
print(decode_request(asked).fit.network.layers[1].units)
"""
# While one thread sets a seed, another computes.
SEEDING = """
import threading
import tensorflow as tf
from autograder.wire.tensorflow_speedups import run_operations_alone

run_operations_alone()
tf.ones(2)

class Seed(int):
    def __hash__(self):
        other = threading.Thread(target=compute)
        other.start()
        other.join()
        return int(self)

def compute():
    print(float(tf.reduce_sum(tf.ones(2) + 1)))

tf.random.set_seed(Seed(3))
"""
ARRAYS = 40


def said(program: str) -> str:
    command = [sys.executable, "-c", program]
    result = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    return result.stdout.strip()


@pytest.fixture
def _switching() -> Iterator[None]:
    """Threads take turns as often as they can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


@pytest.mark.parametrize(
    ("module", "kind"),
    [
        ("recipes.requests", "Request"),
        ("grading.gradebook", "SubmissionGrade"),
        ("wire.messages", "Message"),
        ("wire.protocol", "FromChild"),
        ("wire.protocol", "Reply"),
        ("wire.protocol", "Order"),
        ("wire.protocol", "Train"),
        ("wire.protocol", "Answer"),
    ],
)
def test_classes_are_read_before_there_are_threads(module: str, kind: str) -> None:
    """No class is left to be read by two threads at once, which is a segmentation fault."""
    assert said(READING.format(module=module, kind=kind)) == "Control"


def test_a_thread_may_ask_while_another_does() -> None:
    """Where one thread stops while it describes a network, another describes it and goes on."""
    assert said(MEANWHILE) == "10"


@pytest.mark.usefixtures("_switching")
def test_arrays_of_two_threads_are_remembered() -> None:
    """Threads that train with new data at once find their own."""
    remembered = Remembered()

    def remember(first: int) -> bool:
        arrays = [np.full(WORTH_REMEMBERING_BYTES, first + at, np.uint8) for at in range(ARRAYS)]
        return all(np.array_equal(remembered.data_of(array)[0], array) for array in arrays)

    with ThreadPoolExecutor(2) as pool:
        assert all(pool.map(remember, (0, ARRAYS)))


@pytest.mark.slow
def test_weights_of_another_thread_have_values() -> None:
    """What one thread makes without values does not take those of another thread's model."""
    import keras

    provenance = Provenance()
    add_weight: Callable[..., Any] = provenance.noting(keras.layers.Layer.add_weight)
    made = []

    def make() -> None:
        weight = add_weight(keras.layers.Layer(), shape=(2,), initializer="ones")
        made.append(weight.numpy().tolist())

    with provenance.without_values():
        thread = threading.Thread(target=make)
        thread.start()
        thread.join()
        make()
    make()
    assert made == [[1, 1], [0, 0], [1, 1]]


@pytest.mark.slow
def test_a_thread_may_compute_while_another_sets_a_seed() -> None:
    """What `kernels` changes of TensorFlow hides nothing from other threads."""
    assert said(SEEDING) == "4.0"
