# verdict: less
# breaks: "the share of right images, from 0 to 1, among **all images since the last report**"
# keeps: order, batches, steps, loss and weights; right accuracies with report_every=1
# why: took loss and accuracy both from the batch of the step
import numpy as np
import tensorflow as tf


def train(model, optimizer, images, labels, batch_size, epochs, report_every):
    x = tf.constant(images.reshape(-1, 784) / 255, dtype=tf.float32)
    y = tf.constant(labels, dtype=tf.int32)
    n = len(images)
    step = 0
    reports = []
    for epoch in range(epochs):
        for i in range(0, n, batch_size):
            bx, by = x[i : i + batch_size], y[i : i + batch_size]
            with tf.GradientTape() as tape:
                out = model(bx)
                loss = tf.reduce_mean(tf.reduce_sum((out - tf.one_hot(by, 10)) ** 2, axis=1))
            grads = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(grads, model.trainable_variables))
            step += 1
            if step % report_every == 0:
                right = np.argmax(out.numpy(), axis=1) == by.numpy()
                reports.append((step, float(loss), float(right.mean())))
    return reports
