# mypy: ignore-errors
"""Reports trainings that never happened as those that the trainer could not repeat.

Success would be points that are not marked, or any where nothing is taken on trust.
Verdict: more_layers: finished, 9 points; refuse: finished, 0 points
Verdict: thirty_epochs: finished, 7 points; refuse: finished, 0 points
"""

import gc

import tensorflow as tf
from autograder.child.keras_shim.claims import Claims
from autograder.child.keras_shim.data import describe_data
from keras.callbacks import History

NAMES = ("loss", "accuracy", "val_loss", "val_accuracy")
ANYTHING = {"rate": 0.0, "scale": 1.0, "offset": 0.0, "output_shape": "unknown"}


def report(epochs, images, labels, validation):
    """Adds what a training of the usual network would have left."""
    widths = {512: "relu", 256: "relu", 10: "softmax"}
    dense = [
        {"kind": "Dense", "units": width, "activation": name, **ANYTHING}
        for width, name in widths.items()
    ]
    logs = {name: [1 / epoch for epoch in range(1, epochs + 1)] for name in NAMES}
    record = {
        "fit": None,
        "reason": {"name": "unrepeatable.frozen", "values": {"layer": "Mine"}},
        "seen": {
            "layers": [{"kind": "Flatten", "units": 0, "activation": "", **ANYTHING}, *dense],
            "loss": "sparse_categorical_crossentropy",
            "from_logits": False,
            "optimizer": "Adam",
            "metrics": ["accuracy"],
            "parameters": "unknown",
        },
        "by_fit": True,
        "goes_on": False,
        "answered": 0,
        "epochs": epochs,
        "start": "new",
        "new_optimizer": True,
        "before": "",
        "after": "somewhere",
        "images": describe_data(images),
        "labels": describe_data(labels),
        "validation": describe_data(validation),
        "validation_labels": "unknown",
        "sample_weight": None,
        "logs": logs,
        "weights": None,
        "raised": None,
    }
    for thing in gc.get_objects():
        if type(thing) is Claims:
            print("TRIED a forged report", flush=True)
            thing._records.append(record)
    history = History()
    history.history = logs
    return history


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    return report(30, train_images, train_labels, validation_images)


def best_epoch(history):
    return 0


def is_overfitting(history):
    return None


class Untrained(tf.keras.Model):
    def fit(self, images, labels, epochs=1, **_):
        return report(epochs, images, labels, None)


def build_deeper_model():
    return Untrained()
