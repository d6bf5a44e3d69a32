# mypy: ignore-errors
"""Has programs trained that compute for seconds and then fail, again and again.

Each asks for more memory than there is, once it has computed, and is asked for by itself: first the
same one, then others. Success would be more processor time than its exercise has.
Verdict: more_layers: timed out, 0 points
"""

import gc
import time

import numpy as np
import tensorflow as tf
from autograder.child.keras_shim import client
from autograder.wire.protocol import Refused

ROUNDS, STEPS = 40, 40


def long_loss(wanted, answers):
    start = tf.stop_gradient(tf.reduce_mean(answers))

    def body(step, value):
        grid = tf.fill([1000, 1000], value * 1e-3)
        return step + 1, tf.reduce_mean(tf.matmul(grid, grid))

    step, value = tf.while_loop(lambda step, _value: step < STEPS, body, (0, start))
    large = tf.zeros([step * 200, step * 200, step])  # far more than there is
    usual = tf.keras.losses.sparse_categorical_crossentropy(wanted, answers)
    return usual + 1e-30 * tf.reduce_sum(large) + 1e-30 * value


def network(place):
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(32 + place, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss=long_loss)
    return model


def build_deeper_model():
    (own,) = [thing for thing in gc.get_objects() if type(thing) is client.Asking]
    usual = own._put
    images, labels = np.zeros((32, 28, 28), np.float32), np.zeros(32, np.uint8)
    began, sent = time.monotonic(), []

    class Enough(Exception):
        pass

    def put(message):
        sent.append(message)
        reply = usual(message)
        if isinstance(reply, Refused):
            raise Enough
        return reply

    own._put = put
    for place in range(ROUNDS):
        print("TRIED", place, "after", round(time.monotonic() - began), "s", flush=True)
        sent.clear()
        try:
            network(place).fit(images, labels, batch_size=32, verbose=0)
        except Enough:
            for _time in range(ROUNDS):
                for message in sent:
                    if isinstance(usual(message), Refused):
                        break
