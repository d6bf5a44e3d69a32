# verdict: full
# why: the step is a tf.function inside train, for batches of any size; it gives back the loss and the number of hits before the update
import numpy as np
import tensorflow as tf


def train(model, optimizer, images, labels, batch_size, epochs, report_every):
    """Train the model, and return a list of reports (step, loss, accuracy)."""
    if not optimizer.built:
        optimizer.build(model.trainable_variables)

    @tf.function(
        input_signature=[
            tf.TensorSpec((None, 784), tf.float32),
            tf.TensorSpec((None,), tf.int32),
        ]
    )
    def one_batch(x, y):
        with tf.GradientTape() as tape:
            outputs = model(x)
            errors = outputs - tf.one_hot(y, 10)
            loss = tf.reduce_mean(tf.reduce_sum(errors * errors, axis=1))
        gradients = tape.gradient(loss, model.trainable_variables)
        optimizer.apply(gradients, model.trainable_variables)
        answers = tf.argmax(outputs, axis=1, output_type=tf.int32)
        return loss, tf.reduce_sum(tf.cast(answers == y, tf.int32))

    n = images.shape[0]
    all_rows = tf.constant(images.reshape(n, -1) / 255, tf.float32)
    all_classes = tf.constant(labels, tf.int32)
    reports, step, hits, count = [], 0, 0, 0
    for _ in range(epochs):
        first = 0
        while first < n:
            last = min(first + batch_size, n)
            loss, correct = one_batch(all_rows[first:last], all_classes[first:last])
            step, hits, count = step + 1, hits + int(correct), count + last - first
            if step % report_every == 0:
                reports.append((step, loss.numpy(), hits / count))
                hits, count = 0, 0
            first = last
    return reports
