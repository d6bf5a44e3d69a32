# verdict: less
# breaks: "Count the steps from 1, **on over all epochs**."
# keeps: batches, the smaller last one, loss, update, what a report holds; right for a single epoch
# why: enumerate is inside the loop over the epochs, so each epoch counts from 1 again
# %%
import numpy as np
import tensorflow as tf


def train(model, optimizer, images, labels, batch_size, epochs, report_every):
    """Train the model, and return a list of reports (step, loss, accuracy)."""
    rows = images.reshape(-1, 28 * 28).astype(np.float32) / 255
    meter = tf.keras.metrics.SparseCategoricalAccuracy()
    reports = []
    for epoch in range(epochs):
        for step, start in enumerate(range(0, len(rows), batch_size), 1):
            x = tf.constant(rows[start : start + batch_size])
            y = labels[start : start + batch_size]
            with tf.GradientTape() as tape:
                out = model(x)
                loss = tf.reduce_sum(tf.square(out - tf.one_hot(y, 10))) / len(y)
            grads = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(grads, model.trainable_variables))
            meter.update_state(y, out)
            if step % report_every == 0:
                reports.append((step, float(loss), float(meter.result())))
                meter.reset_state()
    return reports
