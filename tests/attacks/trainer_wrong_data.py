# mypy: ignore-errors
"""Describes an array to the trainer and sends another one under its digest.

It prints what it was answered; success would be a training on data that nobody described.
Verdict: more_layers: finished or timed out, at most 12 points; refuse: finished, at most 0 points
"""

import gc

import tensorflow as tf
from autograder.child.keras_shim import client
from autograder.wire.protocol import Data, Refused


def attack():
    (own,) = [thing for thing in gc.get_objects() if type(thing) is client.Asking]
    usual = own._put
    lied = []

    def put(message):
        if not isinstance(message, Data) or lied:
            return usual(message)
        reply = usual(Data({name: array * 0 for name, array in message.arrays.items()}))
        lied.append(True)
        print("TRIED other data:", reply, flush=True)
        if not isinstance(reply, Refused):
            print("TOOK a training on other data", flush=True)
        return reply

    own._put = put


def build_deeper_model():
    attack()
    # Of a width that no neighbour has, so that the data are asked for.
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(77, activation="relu"),
            tf.keras.layers.Dense(66, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
