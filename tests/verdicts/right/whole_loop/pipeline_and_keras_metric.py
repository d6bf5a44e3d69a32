# verdict: full
# why: a tf.data pipeline (batch first, then repeat) in place of slices, and Keras's own metric as the meter; sequence and numbers are the same
import numpy as np
import tensorflow as tf


def train(model, optimizer, images, labels, batch_size, epochs, report_every):
    pixels = (images.reshape(len(images), 784) / 255).astype(np.float32)
    classes = labels.astype(np.int64)
    data = tf.data.Dataset.from_tensor_slices((pixels, classes)).batch(batch_size).repeat(epochs)
    meter = tf.keras.metrics.SparseCategoricalAccuracy()
    reports = []
    for step, (rows, truth) in enumerate(data, start=1):
        with tf.GradientTape() as tape:
            outputs = model(rows)
            squares = tf.math.squared_difference(outputs, tf.one_hot(truth, 10))
            loss = tf.reduce_mean(tf.reduce_sum(squares, axis=1))
        gradients = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables))
        meter.update_state(truth, outputs)
        if step % report_every == 0:
            reports.append((step, float(loss), float(meter.result())))
            meter.reset_state()
    return reports
