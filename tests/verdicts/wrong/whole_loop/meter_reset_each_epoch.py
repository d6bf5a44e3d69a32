# verdict: less
# breaks: "the share of right images, from 0 to 1, among **all images since the last report**": the meter is also reset where an epoch begins, so a report across that border lacks the images before it.
# keeps: steps, losses, weights, smaller last batch, accuracies of reports within one epoch
# why: the counters are set to zero at the beginning of the epoch's loop
import numpy as np
import tensorflow as tf


def train(model, optimizer, images, labels, batch_size, epochs, report_every):
    """Train the model, and return a list of reports (step, loss, accuracy)."""
    rows = images.reshape(len(images), 784).astype("float32") / 255
    wanted = np.eye(10, dtype="float32")[labels]
    reports = []
    step = 0
    for epoch in range(epochs):
        right = seen = 0
        for start in range(0, len(rows), batch_size):
            batch = rows[start : start + batch_size]
            target = wanted[start : start + batch_size]
            with tf.GradientTape() as tape:
                outputs = model(batch)
                loss = tf.reduce_mean(tf.reduce_sum((outputs - target) ** 2, axis=1))
            gradients = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(gradients, model.trainable_variables))
            right += int(np.sum(outputs.numpy().argmax(axis=1) == target.argmax(axis=1)))
            seen += len(batch)
            step += 1
            if step % report_every == 0:
                reports.append((step, float(loss), right / seen))
                right = seen = 0
    return reports
