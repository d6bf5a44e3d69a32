# verdict: full
# why: a generator walks over all epochs, enumerate counts the steps, and the meter is a plain list of True and False that is emptied; report as a tuple of Python numbers
# %%
import numpy as np
import tensorflow as tf


def walk(rows, classes, batch_size, epochs):
    """Yield batch after batch, in order, over all epochs."""
    for _ in range(epochs):
        for start in range(0, len(rows), batch_size):
            piece = slice(start, start + batch_size)  # a slice may reach over the end
            yield rows[piece], classes[piece]


def train(model, optimizer, images, labels, batch_size, epochs, report_every):
    """Train the model, and return a list of reports (step, loss, accuracy)."""
    rows = (images.reshape(len(images), -1) / 255).astype(np.float32)
    classes = np.asarray(labels)
    reports, hits = [], []
    for step, (x, y) in enumerate(walk(rows, classes, batch_size, epochs), start=1):
        wanted = tf.keras.utils.to_categorical(y, num_classes=10).astype("float32")
        with tf.GradientTape() as tape:
            outputs = model(x)
            loss = tf.reduce_mean(tf.reduce_sum(tf.square(wanted - outputs), axis=1))
        slopes = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(slopes, model.trainable_variables))
        hits.extend((outputs.numpy().argmax(axis=1) == y).tolist())
        if step % report_every == 0:
            reports.append((step, float(loss), sum(hits) / len(hits)))
            hits.clear()
    return reports
