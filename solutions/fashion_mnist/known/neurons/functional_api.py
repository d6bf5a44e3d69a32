"""Accepted: NumPy integers, a helper, and the functional API."""

import time

import numpy as np
import tensorflow as tf
from tensorflow import keras

CLASSES = 10


def build_model(neurons: int) -> keras.Model:
    inputs = keras.Input(shape=(28, 28))
    hidden = keras.layers.Flatten()(inputs)
    hidden = keras.layers.Dense(units=neurons, activation=tf.nn.relu)(hidden)
    outputs = keras.layers.Dense(CLASSES, activation=tf.nn.softmax)(hidden)
    model = keras.Model(inputs, outputs)
    metrics = [keras.metrics.SparseCategoricalAccuracy()]
    model.compile(
        keras.optimizers.Adam(), keras.losses.SparseCategoricalCrossentropy(), metrics=metrics
    )
    return model


def measured(width, images, labels):
    model, start = build_model(width), time.time()
    history = model.fit(images, labels, epochs=3).history
    parameters = sum(np.prod(weights.shape) for weights in model.weights)
    seconds, accuracy = time.time() - start, history["sparse_categorical_accuracy"][-1]
    loss = np.float32(history["loss"][-1])
    return dict(loss=loss, accuracy=accuracy, parameters=parameters, seconds=round(seconds))


def compare_widths(widths, images, labels):
    return {width: measured(int(width), images, labels) for width in np.array(widths)}
