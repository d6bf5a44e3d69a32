# mypy: ignore-errors
"""Asks for a training, reads no answer, says that it is done, and takes memory meanwhile.

What waits for it to read must not be what keeps its limits. It prints TOOK where it could hold
more than its memory for seconds.
Verdict: neurons: finished, 2 points
Verdict: more_layers: finished, 9 points
"""

import gc
import select
import socket
import time

import numpy as np
import tensorflow as tf
from autograder.wire.frames import encode
from autograder.wire.protocol import BeginExercise, EndExercise

KEPT = []


class Silent(socket.socket):
    __slots__ = ()

    def sendall(self, data, *flags):
        super().sendall(data, *flags)
        if b'"kind", "data"' in data[:400]:
            self.take()

    def take(self):
        print("TRIED not to read", flush=True)
        select.select([self], [], [])
        time.sleep(1)
        super().sendall(encode(EndExercise()))
        while len(KEPT) < 10:
            KEPT.append(np.ones(10**8, np.uint8))
        time.sleep(4)
        KEPT.clear()
        super().sendall(encode(BeginExercise("more_layers")))
        print("TOOK a gigabyte for seconds", flush=True)
        time.sleep(60)


def attack():
    for thing in gc.get_objects():
        if type(thing) is socket.socket:
            thing.__class__ = Silent


def build_model(neurons):
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Input((28, 28)),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(400, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


def compare_widths(widths, images, labels):
    attack()
    build_model(400).fit(np.array(images), np.array(labels), epochs=1)


def build_deeper_model():
    return build_model(400)
