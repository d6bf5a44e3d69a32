# verdict: less
# breaks: "Go through **all images in their order** [...] If the images do not fill the last batch of an epoch, it is **smaller**": where one image is left for the last batch, it is never used.
# keeps: everything where the last batch has two images or more
# why: the range ends at n - 1 in place of n
import numpy as np
import tensorflow as tf


def train(model, optimizer, images, labels, batch_size, epochs, report_every):
    """Train the model, and return a list of reports (step, loss, accuracy)."""
    n = len(images)
    step, right, total = 0, 0, 0
    reports = []
    for _ in range(epochs):
        for first in range(0, n - 1, batch_size):
            x = images[first : first + batch_size].reshape(-1, 784).astype("float32") / 255
            y = labels[first : first + batch_size].astype("int64")
            with tf.GradientTape() as tape:
                outputs = model(tf.constant(x))
                loss = tf.reduce_mean(
                    tf.reduce_sum(tf.square(outputs - tf.one_hot(y, 10)), axis=1)
                )
            variables = model.trainable_variables
            optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables))
            step += 1
            right += int((np.argmax(outputs, axis=1) == y).sum())
            total += len(y)
            if step % report_every == 0:
                reports.append((step, float(loss), right / total))
                right, total = 0, 0
    return reports
