# verdict: full
# why: the plainest solution: two loops, slices, a tape, two counters
import numpy as np
import tensorflow as tf


def train(model, optimizer, images, labels, batch_size, epochs, report_every):
    """Train the model, and return a list of reports (step, loss, accuracy)."""
    rows = (images.reshape(len(images), 784) / 255).astype(np.float32)
    wanted = np.eye(10, dtype=np.float32)[labels]
    reports = []
    step = 0
    right = 0
    seen = 0
    for epoch in range(epochs):
        for start in range(0, len(rows), batch_size):
            x = tf.constant(rows[start : start + batch_size])
            y = tf.constant(wanted[start : start + batch_size])
            with tf.GradientTape() as tape:
                outputs = model(x)
                loss = tf.reduce_mean(tf.reduce_sum(tf.square(outputs - y), axis=1))
            gradients = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(gradients, model.trainable_variables))
            step += 1
            right += np.sum(np.argmax(outputs, axis=1) == labels[start : start + batch_size])
            seen += len(x)
            if step % report_every == 0:
                reports.append((step, float(loss), right / seen))
                right = 0
                seen = 0
    return reports
