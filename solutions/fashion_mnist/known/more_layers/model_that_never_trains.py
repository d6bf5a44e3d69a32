"""Mistake: a model that only says that it trains.

Costs much: nothing is ever trained.

Fails: has_two_hidden_layers, hidden_layers_have_activations, output_fits_the_loss,
    reports_accuracy, classifies_unseen_images
"""

import tensorflow as tf


class Idle(tf.keras.Sequential):
    def fit(self, *_, **__):
        return {"loss": [0.1] * 3, "accuracy": [1.0] * 3}


def build_deeper_model():
    sizes = [(512, "relu"), (256, "relu"), (10, "softmax")]
    model = Idle([tf.keras.layers.Flatten(), *(tf.keras.layers.Dense(*s) for s in sizes)])
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
