# verdict: full
# why: `model.trainable = True` changes nothing for layers that are frozen themselves, so that the model is trained as it comes
# %%
import numpy as np
import tensorflow as tf


def train(model, optimizer, images, labels, batch_size, epochs, report_every):
    """Train the model, and return a list of reports (step, loss, accuracy)."""
    model.trainable = True
    x = tf.constant(images.reshape(-1, 784) / 255, dtype=tf.float32)
    y = tf.one_hot(labels, 10)
    reports = []
    step = right = seen = 0
    for _ in range(epochs):
        for start in range(0, len(labels), batch_size):
            here = slice(start, start + batch_size)
            with tf.GradientTape() as tape:
                outputs = model(x[here])
                loss = tf.reduce_mean(tf.reduce_sum((outputs - y[here]) ** 2, axis=1))
            gradients = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(gradients, model.trainable_variables))
            step += 1
            guesses = np.argmax(outputs.numpy(), axis=1)
            right += int(np.sum(guesses == labels[here]))
            seen += len(guesses)
            if step % report_every == 0:
                reports.append((step, float(loss), right / seen))
                right = seen = 0
    return reports
