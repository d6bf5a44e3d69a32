# verdict: full
# why: a tf.data pipeline batched before it is repeated (so an epoch's last batch is smaller), Keras's meter; reports hold tensors
# %%
import numpy as np
import tensorflow as tf


def prepare_pair(image, label):
    row = tf.reshape(tf.cast(image, tf.float32) / 255.0, (784,))
    return row, tf.cast(label, tf.int32)


# %%
def train(model, optimizer, images, labels, batch_size, epochs, report_every):
    """Train the model, and return a list of reports (step, loss, accuracy)."""
    dataset = tf.data.Dataset.from_tensor_slices((images, labels))
    dataset = dataset.map(prepare_pair).batch(batch_size).repeat(epochs)
    meter = tf.keras.metrics.SparseCategoricalAccuracy()
    reports = []
    for step, (rows, classes) in enumerate(dataset, start=1):
        with tf.GradientTape() as tape:
            outputs = model(rows, training=True)
            squares = tf.square(outputs - tf.one_hot(classes, 10))
            loss = tf.reduce_mean(tf.reduce_sum(squares, axis=-1))
        gradients = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables))
        meter.update_state(classes, outputs)
        if step % report_every == 0:
            reports.append((step, loss, meter.result()))
            meter.reset_state()
    return reports
