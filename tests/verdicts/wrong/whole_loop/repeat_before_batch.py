# verdict: less
# breaks: "If the images do not fill the last batch of an epoch, it is smaller; each epoch begins with the first image again": batches run on over the end of an epoch
# keeps: all that is asked where batch_size divides the number of images, or there is one epoch
# why: repeat stands before batch in the pipeline
import numpy as np
import tensorflow as tf


def train(model, optimizer, images, labels, batch_size, epochs, report_every):
    """Train the model, and return a list of reports (step, loss, accuracy)."""
    rows = (images / 255).astype("float32").reshape(-1, 28 * 28)
    data = tf.data.Dataset.from_tensor_slices((rows, labels.astype("int64")))
    data = data.repeat(epochs).batch(batch_size)
    accuracy = tf.keras.metrics.Accuracy()
    reports = []
    step = 0
    for x, y in data:
        step += 1
        with tf.GradientTape() as tape:
            out = model(x)
            loss = tf.reduce_sum(tf.square(out - tf.one_hot(y, depth=10))) / x.shape[0]
        grads = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(grads, model.trainable_variables))
        accuracy.update_state(y, tf.argmax(out, axis=1))
        if step % report_every == 0:
            reports.append((step, loss, accuracy.result()))
            accuracy.reset_state()
    return reports
