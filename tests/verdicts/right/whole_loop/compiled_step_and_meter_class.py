# verdict: full
# why: the step is a tf.function that is made anew in each call, a generator cuts the batches, and a class of the student's own is the meter
import itertools

import numpy as np
import tensorflow as tf


class ShareMeter:
    def __init__(self):
        self.right = self.all = 0

    def __iadd__(self, pair):
        right, count = pair
        self.right += right
        self.all += count
        return self

    def read_and_reset(self):
        share = self.right / self.all
        self.__init__()
        return share


def in_order(rows, labels, size, epochs):
    for _, start in itertools.product(range(epochs), range(0, len(rows), size)):
        yield rows[start : start + size], labels[start : start + size]


def train(model, optimizer, images, labels, batch_size, epochs, report_every):
    """Train the model, and return a list of reports (step, loss, accuracy)."""

    @tf.function(reduce_retracing=True)
    def one_move(x, y):
        with tf.GradientTape() as tape:
            outputs = model(x, training=True)
            squares = tf.square(outputs - tf.one_hot(y, 10))
            loss = tf.reduce_mean(tf.reduce_sum(squares, axis=1))
        slopes = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(slopes, model.trainable_variables))
        answers = tf.argmax(outputs, axis=1, output_type=tf.int32)
        return loss, tf.reduce_sum(tf.cast(answers == y, tf.int32))

    rows = tf.constant(np.reshape(images, (-1, 28 * 28)) / 255, tf.float32)
    classes = tf.constant(np.asarray(labels, dtype="int32"))
    meter, reports = ShareMeter(), []
    for step, (x, y) in enumerate(in_order(rows, classes, batch_size, epochs), 1):
        loss, right = one_move(x, y)
        meter += int(right), len(y)
        if step % report_every == 0:
            reports.append((step, loss.numpy(), meter.read_and_reset()))
    return reports
