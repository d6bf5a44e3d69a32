# mypy: ignore-errors
"""Asks the trainer to go on from where a neighbour's training ended, under keys that it guesses.

It prints what it was answered; success would be an answer that is no refusal.
Verdict: more_layers: finished, 12 points
"""

import gc

import tensorflow as tf
from autograder.child.keras_shim import client
from autograder.wire.protocol import Ask, Refused


def attack():
    (own,) = [thing for thing in gc.get_objects() if type(thing) is client.Asking]
    usual = own._put

    def put(message):
        if isinstance(message, Ask) and message.request["weights"] == {"from": "new"}:
            for key in ("0" * 32, "f" * 32, *keys(message.request)):
                stolen = message.request | {"weights": {"from": "state", "key": key}}
                reply = usual(Ask(stolen))
                print("TRIED", key, reply, flush=True)
                if not isinstance(reply, Refused):
                    print("TOOK", key, reply, flush=True)
        return usual(message)

    own._put = put


def keys(request):
    """What the key of a training was made of, as far as code in the sandbox can know it."""
    import hashlib

    import msgspec

    asked = request | {"asked_epochs": 1, "goes_on": False, "seed": None, "draw": 0}
    for seed in range(3):
        encoded = msgspec.json.encode([asked, seed], order="deterministic")
        yield hashlib.blake2b(encoded, digest_size=16).hexdigest()


def build_deeper_model():
    attack()
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(512, activation="relu"),
            tf.keras.layers.Dense(256, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
