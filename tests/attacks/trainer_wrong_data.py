# mypy: ignore-errors
"""Describes an array to the trainer and sends another one under its digest.

It prints what it was answered; success would be a training on data that nobody described.
Verdict: more_layers: finished or timed out, 0 points
"""

import gc

import tensorflow as tf
from autograder.child.keras_shim import client


def attack():
    (own,) = [thing for thing in gc.get_objects() if type(thing) is client.Asking]
    usual = own._ask
    lied = []

    def ask(message):
        if "data" not in message or lied:
            return usual(message)
        reply = usual({"data": {name: array * 0 for name, array in message["data"].items()}})
        lied.append(True)
        print("TRIED other data:", reply, flush=True)
        if reply["kind"] != "refused":
            print("TOOK a training on other data", flush=True)
        return reply

    own._ask = ask


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
