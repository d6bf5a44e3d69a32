"""TensorFlow's operations stand alone where nothing could tell the difference."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

# A process of its own: what `run_operations_alone` changes stays changed.
PROGRAM = """
import json, sys
import keras, numpy as np, tensorflow as tf
from tensorflow.python.eager import context
if {kept}:
    from autograder.wire.tensorflow_speedups import run_operations_alone
    run_operations_alone()
said = {{}}
keras.utils.set_random_seed(3)
layers = [keras.Input((4,)), keras.layers.Dense(3), keras.layers.Dropout(0.5)]
model = keras.Sequential(layers)
model.compile("adam", "mse")
said["weights"] = [w.numpy().tolist() for w in model.weights]
said["names"] = [variable.path for variable in model.variables]
keras.utils.set_random_seed(3)
said["dropped"] = model(np.ones((2, 4), "float32"), training=True).numpy().tolist()
keras.utils.set_random_seed(3)
said["drawn"] = [tf.random.uniform([3]).numpy().tolist() for _ in range(2)]
tf.random.set_seed(3)
said["drawn again"] = [tf.random.uniform([3]).numpy().tolist() for _ in range(2)]
said["normal"] = tf.random.normal([3], seed=5).numpy().tolist()
data = tf.data.Dataset.range(20).shuffle(20)
said["shuffled"] = [[int(x) for x in data] for _ in range(2)]
keras.utils.set_random_seed(3)
said["shuffled again"] = [int(x) for x in tf.data.Dataset.range(20).shuffle(20)]
history = model.fit(np.ones((64, 4)), np.ones((64, 3)), epochs=2, verbose=0)
said["losses"] = history.history["loss"]
functions = context.context().list_function_names()
said["wrapped"] = [name for name in functions if name.startswith("__wrapped__")]
try:
    tf.reshape(tf.ones((2, 3)), (7,))
except tf.errors.InvalidArgumentError as error:
    said["error"] = str(error).split("}}}} ")[-1]
print(json.dumps(said))
"""


def said(*, kept: bool) -> dict[str, Any]:
    command = [sys.executable, "-c", PROGRAM.format(kept=kept)]
    result = subprocess.run(command, capture_output=True, text=True, check=True, timeout=1200)
    answer: dict[str, Any] = json.loads(result.stdout.splitlines()[-1])
    return answer


@pytest.mark.slow
def test_numbers_are_the_same_and_operations_stand_alone() -> None:
    """Numbers and errors are TensorFlow's, and operations become functions no more."""
    plain, keeping = said(kept=False), said(kept=True)
    assert plain.pop("wrapped")
    assert not keeping.pop("wrapped")
    assert keeping == plain
    assert plain["drawn"] == plain["drawn again"]
