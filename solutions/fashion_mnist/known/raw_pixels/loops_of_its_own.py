"""Accepted on trust: trained with gradients, in loops of its own."""

import keras
import tensorflow as tf


def trained(images, labels):
    dense = keras.layers.Dense
    model = keras.Sequential(
        [keras.layers.Flatten(), dense(128, activation="relu"), dense(10, activation="softmax")]
    )
    optimizer = keras.optimizers.Adam()
    loss_of = keras.losses.SparseCategoricalCrossentropy()
    losses = []
    for _ in range(3):
        sums = []
        for start in range(0, len(images), 32):
            rows = slice(start, start + 32)
            with tf.GradientTape() as tape:
                loss = loss_of(labels[rows], model(images[rows], training=True))
            gradients = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(gradients, model.trainable_variables, strict=True))
            sums.append(float(loss))
        losses.append(sum(sums) / len(sums))
    return losses


def compare_scaling(images, labels):
    raw = images.astype("float32")
    return {"raw": trained(raw, labels), "scaled": trained(raw / 255, labels)}
