"""Mistake: a learning rate of 0 after the first epoch.

Fails: both_networks_start_alike
"""

import keras
from keras.layers import Dense, Flatten


def trained(images, labels):
    model = keras.Sequential([Flatten(), Dense(128, "relu"), Dense(10, "softmax")])
    model.compile("adam", "sparse_categorical_crossentropy")
    rate = keras.callbacks.LearningRateScheduler(lambda epoch: 0.0 if epoch else 0.001)
    return model.fit(images, labels, epochs=3, callbacks=[rate], verbose=0).history["loss"]


def compare_scaling(images, labels):
    return {"raw": trained(images, labels), "scaled": trained(images / 255.0, labels)}
