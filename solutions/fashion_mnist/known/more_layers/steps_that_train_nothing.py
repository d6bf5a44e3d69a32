"""Mistake on trust: a training step of its own that computes a loss and forgets to go down it.

Fails: classifies_unseen_images
"""

import keras


class Idle(keras.Sequential):
    def train_step(self, data):
        images, labels = data
        answers = self(images, training=True)
        self.compute_loss(x=images, y=labels, y_pred=answers)
        return self.compute_metrics(images, labels, answers)


def build_deeper_model():
    dense = keras.layers.Dense
    hidden = [dense(256, activation="relu"), dense(128, activation="relu")]
    model = Idle([keras.layers.Flatten(), *hidden, dense(10, activation="softmax")])
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
