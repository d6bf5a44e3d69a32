"""Lines of the document, pasted as its copies have them: the message says what to change.

The document is of 2019, its copies lost indentation, commas and a word: `docs/sources.md`.
"""

from __future__ import annotations

import pytest

from autograder.supervision.runner import Runner
from tests.pasted import assert_works_or_leads_on

pytestmark = pytest.mark.slow

IMPORTS = """
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import datasets, layers, optimizers, Sequential, metrics
"""
GPUS = """
gpus = tf.config.experimental.list_physical_devices('GPU')
if gpus:
    try:
        for gpu in gpus:
            tf.config.experimental.set_memory_growth(gpu, True)
    except RuntimeError as e:
        print(e)
"""
NETWORK = """
def build_network():
    model = Sequential([layers.Dense(256, activation='relu'),
                        layers.Dense(128, activation='relu'),
                        layers.Dense(10)])
    model.build(input_shape=(4, 28 * 28))
    model.summary()
    return model
"""
LOOP = """
def train(model, optimizer, images, labels, batch_size, epochs, report_every):
    xs = tf.convert_to_tensor(images, dtype=tf.float32) / 255.
    db = tf.data.Dataset.from_tensor_slices((xs, labels))
    db = db.batch(batch_size).repeat(epochs)
    reports = []
    acc_meter = metrics.Accuracy()
    for step, (x, y) in enumerate(db, 1):
        with tf.GradientTape() as tape:
            x = tf.reshape(x, (-1, 28 * 28))
            out = model(x)
            y_onehot = tf.one_hot(y, depth=10)
            loss = tf.square(out - y_onehot)
            loss = tf.reduce_sum(loss) / x.shape[0]
        acc_meter.update_state(tf.argmax(out, axis=1), y)
        grads = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(grads, model.trainable_variables))
        if step % report_every == 0:
            reports.append((step, float(loss), acc_meter.result().numpy()))
            acc_meter.reset_state()
    return reports
"""
METER = """
def accuracies(batches, every):
    acc_meter, shares = metrics.Accuracy(), []
    for step, (out, y) in enumerate(batches, 1):
        acc_meter.update_state(tf.argmax(out, axis=1), y)
        if step % every == 0 or step == len(batches):
            shares.append(acc_meter.result().numpy())
            acc_meter.reset_states()
    return shares
"""
# As it is copied: the lines of the loop's body begin where the loop does.
FLAT = "\n".join(line.strip() for line in LOOP.splitlines())
NEW_OPTIMISER = LOOP.replace(
    "    reports = []", "    optimizer = optimizers.SGD(lr=0.01)\n    reports = []"
)
SCRAPED = """
def build_network():
    model = keras.Sequential([
    layer.Dense(256, activition - 'relu'),
    layer.Dense(128, activition - 'relu'),
    layer.Dense(10)
    ])
    return model
"""
# What is pasted, and what the sentence must name; nothing where it works as it is.
PASTED = {
    "the network": ("own_network", GPUS + NETWORK, ()),
    "the loop, with its indentation": ("whole_loop", GPUS + LOOP, ()),
    "the loop without its indentation": ("whole_loop", FLAT, ("loses its indentation",)),
    "a learning rate by its old name": ("whole_loop", NEW_OPTIMISER, ("learning_rate",)),
    "the meter's old method": ("meter", METER, ("reset_state`",)),
    "layers of another name": ("own_network", SCRAPED, ("layer",)),
    "a minus for an equals sign": (
        "own_network",
        SCRAPED.replace("layer.", "layers."),
        ("activation=",),
    ),
    "a misspelt argument": (
        "own_network",
        NETWORK.replace(
            "activation='relu'),\n                        layers.Dense(128",
            "activition='relu'),\n                        layers.Dense(128",
        ),
        ("activation",),
    ),
    "a comma lost": ("own_network", NETWORK.replace("'relu'),\n", "'relu')\n"), ("comma",)),
    "a mean of everything, by its lower-case name": (
        "squared_error",
        "def batch_loss(outputs, wanted):\n"
        "    return keras.losses.mean_squared_error(wanted, outputs)\n",
        ("losses.mse",),
    ),
    "what is printed at step 0": (
        "whole_loop",
        LOOP.replace("enumerate(db, 1)", "enumerate(db)"),
        ("number 1",),
    ),
}


@pytest.mark.parametrize("name", PASTED)
def test_what_is_pasted_works_or_leads_on(name: str, shared_runner: Runner) -> None:
    """Full marks, or a first failure whose words name what to change."""
    assert_works_or_leads_on("training_loop", IMPORTS, PASTED[name], shared_runner)
