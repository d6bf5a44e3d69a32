"""Reference: two loops over slices, a tape, and a meter that is reset."""

import numpy as np
import tensorflow as tf


def train(model, optimizer, images, labels, batch_size, epochs, report_every):
    """Train the model, and return a list of reports (step, loss, accuracy)."""
    rows = (images.reshape(len(images), -1) / 255.0).astype(np.float32)
    meter = tf.keras.metrics.SparseCategoricalAccuracy()
    reports, step = [], 0
    for _ in range(epochs):
        for start in range(0, len(rows), batch_size):
            batch = slice(start, start + batch_size)
            wanted = tf.one_hot(labels[batch], depth=10)
            with tf.GradientTape() as tape:
                outputs = model(rows[batch])
                loss = tf.reduce_mean(tf.reduce_sum(tf.square(outputs - wanted), axis=1))
            gradients = tape.gradient(loss, model.trainable_variables)
            optimizer.apply(gradients, model.trainable_variables)
            meter.update_state(labels[batch], outputs)
            step += 1
            if step % report_every == 0:
                reports.append((step, float(loss), float(meter.result())))
                meter.reset_state()
    return reports
