# verdict: full
# why: a tf.data pipeline batches in front of repeat, so each epoch ends with a smaller batch and begins again; hits are kept in a list.
# %%
import numpy as np
import tensorflow as tf


def train(model, optimizer, images, labels, batch_size, epochs, report_every):
    """Train the model, and return a list of reports (step, loss, accuracy)."""
    rows = (images.reshape(len(images), -1) / 255).astype("float32")
    pairs = tf.data.Dataset.from_tensor_slices((rows, labels.astype("int32")))
    reports, hits = [], []
    for step, (x, y) in enumerate(pairs.batch(batch_size).repeat(epochs), start=1):
        with tf.GradientTape() as tape:
            outputs = model(x, training=True)
            errors = tf.math.squared_difference(outputs, tf.one_hot(y, 10))
            loss = tf.reduce_mean(tf.reduce_sum(errors, axis=-1))
        weights = model.trainable_variables
        optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))
        hits.extend(np.argmax(outputs, axis=1) == y.numpy())
        if step % report_every == 0:
            reports.append((step, float(loss), float(np.mean(hits))))
            hits.clear()
    return reports
