# mypy: ignore-errors
"""Trains one epoch and tells the trainer that it was asked for three, or for thirty.

Success would be the points for the number of epochs.
Verdict: neurons: finished, at most 9 points
Verdict: thirty_epochs: finished, at most 3 points
"""

import keras
import msgspec
from autograder.child.keras_shim.client import Asking
from tensorflow.keras.layers import Dense, Flatten

ASKED = [3]
original = Asking.answer


def answer(self, request, arrays):
    if hasattr(request, "asked_epochs"):
        print("TRIED to tell of more epochs", flush=True)
        request = msgspec.structs.replace(request, asked_epochs=ASKED[-1])
    return original(self, request, arrays)


def attack():
    Asking.answer = answer


def build_model(neurons):
    model = keras.Sequential([Flatten(), Dense(neurons, "relu"), Dense(10, "softmax")])
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


def compare_widths(widths, images, labels, done=attack()):
    ASKED.append(3)
    for width in widths:
        build_model(width).fit(images, labels, verbose=0)
    return {}


def train_thirty_epochs(
    train_images, train_labels, validation_images, validation_labels, done=attack()
):
    ASKED.append(30)
    held_back = (validation_images, validation_labels)
    history = build_model(16).fit(train_images, train_labels, validation_data=held_back, verbose=0)
    return {name: series * 30 for name, series in history.history.items()}


def best_epoch(history):
    return None


def is_overfitting(history):
    return None
