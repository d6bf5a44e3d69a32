"""Accepted: the step of the exercise before, and rows made batch by batch."""

import numpy as np
import tensorflow as tf


def train_step(model, optimizer, images, labels):
    """Change the model's weights by one step; return the loss before it, and the outputs."""
    with tf.GradientTape() as tape:
        outputs = model(tf.reshape(images, (-1, 784)))
        loss = tf.reduce_sum((outputs - tf.one_hot(labels, 10)) ** 2) / len(images)
    variables = model.trainable_variables
    optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables))
    return loss, outputs.numpy()


def train(model, optimizer, images, labels, batch_size, epochs, report_every):
    reports = []
    step = right = seen = 0
    per_epoch = int(np.ceil(len(images) / batch_size))
    while step < epochs * per_epoch:
        begin = step % per_epoch * batch_size
        some = images[begin : begin + batch_size].astype("float32") / 255
        answers = labels[begin : begin + batch_size]
        loss, outputs = train_step(model, optimizer, tf.constant(some), tf.constant(answers))
        right += np.count_nonzero(outputs.argmax(-1) == answers)
        seen += len(answers)
        step += 1
        if step % report_every == 0:
            reports.append((step, loss.numpy(), right / seen))
            right = seen = 0
    return reports
