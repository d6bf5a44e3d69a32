# mypy: ignore-errors
"""Listens to whether the trainer asks for data: where it does not, somebody has trained the same.

It prints TOOK where a network of the reference is trained without its data being asked for.
Verdict: more_layers: finished, 12 points
"""

import tensorflow as tf
from autograder.child.keras_shim.client import Asking
from autograder.wire.protocol import Data

ASKED = []


def attack():
    def heard(put):
        def said(message):
            ASKED.append(isinstance(message, Data))
            return put(message)

        return said

    import gc

    for thing in gc.get_objects():
        if type(thing) is Asking:
            thing._put = heard(thing._put)


def build_deeper_model(done=attack()):
    class Model(tf.keras.Sequential):
        def fit(self, *given, **named):
            before = len(ASKED)
            history = super().fit(*given, **named)
            print("TRIED to hear who trained this", flush=True)
            if not any(ASKED[before:]):
                print("TOOK", ASKED, flush=True)
            return history

    model = Model(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(512, activation="relu"),
            tf.keras.layers.Dense(256, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
