# verdict: less
# breaks: "the loss of this step's batch": reports the mean of the losses since the last report
# keeps: the training, the steps, the accuracies; the losses where report_every is 1
# why: the loss is put on a meter like the accuracy
import numpy as np
import tensorflow as tf


def train(model, optimizer, images, labels, batch_size, epochs, report_every):
    """Train the model, and return a list of reports (step, loss, accuracy)."""
    reports, losses, hits = [], [], []
    step = 0
    for epoch in range(epochs):
        for i in range(0, len(images), batch_size):
            x = tf.convert_to_tensor(images[i : i + batch_size] / 255, tf.float32)
            y = labels[i : i + batch_size]
            with tf.GradientTape() as tape:
                outputs = model(tf.reshape(x, (-1, 784)))
                error = tf.reduce_sum((outputs - tf.one_hot(y, 10)) ** 2, axis=1)
                loss = tf.reduce_mean(error)
            grads = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(grads, model.trainable_variables))
            step += 1
            losses.append(float(loss))
            hits += list(np.argmax(outputs, axis=1) == y)
            if step % report_every == 0:
                reports.append((step, np.mean(losses), np.mean(hits)))
                losses, hits = [], []
    return reports
