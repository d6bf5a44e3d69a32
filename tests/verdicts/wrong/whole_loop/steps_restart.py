# verdict: less
# breaks: "Count the steps from 1, on over all epochs": each epoch counts from 1 again
# keeps: the training (weights after it); the reports of the first epoch
# why: enumerate stands inside the epoch
import numpy as np
import tensorflow as tf


def train(model, optimizer, images, labels, batch_size, epochs, report_every):
    """Train the model, and return a list of reports (step, loss, accuracy)."""
    x_all = tf.constant(images.reshape(-1, 784) / 255, tf.float32)
    y_all = tf.constant(labels, tf.int32)
    batches = tf.data.Dataset.from_tensor_slices((x_all, y_all)).batch(batch_size)
    reports = []
    right, seen = 0, 0
    for epoch in range(epochs):
        for step, (x, y) in enumerate(batches, 1):
            with tf.GradientTape() as tape:
                outputs = model(x)
                loss = tf.reduce_mean(
                    tf.reduce_sum(tf.square(outputs - tf.one_hot(y, 10)), axis=1)
                )
            gradients = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(gradients, model.trainable_variables))
            right += int(np.sum(np.argmax(outputs.numpy(), axis=1) == y.numpy()))
            seen += len(y)
            if step % report_every == 0:
                reports.append((step, float(loss), right / seen))
                right, seen = 0, 0
    return reports
