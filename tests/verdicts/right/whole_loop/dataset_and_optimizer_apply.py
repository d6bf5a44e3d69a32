# verdict: full
# why: batches come from tf.data in order (batch before repeat leaves the last batch of each epoch smaller), and the step is taken by Keras 3's optimizer.apply
# %%
import numpy as np
import tensorflow as tf


def train(model, optimizer, images, labels, batch_size, epochs, report_every):
    """Train the model, and return a list of reports (step, loss, accuracy)."""
    rows = images.reshape(len(images), -1).astype("float32") / 255
    wanted = np.eye(10, dtype="float32")[labels]
    stream = tf.data.Dataset.from_tensor_slices((rows, wanted)).batch(batch_size).repeat(epochs)
    reports, verdicts = [], []
    for step, (x, y) in enumerate(stream, start=1):
        with tf.GradientTape() as tape:
            outputs = model(x)
            loss = tf.reduce_mean(tf.reduce_sum((outputs - y) ** 2, axis=1))
        gradients = tape.gradient(loss, model.trainable_variables)
        optimizer.apply(gradients, model.trainable_variables)
        verdicts.append(tf.argmax(outputs, axis=1) == tf.argmax(y, axis=1))
        if step % report_every == 0:
            reports.append((step, float(loss), float(np.concatenate(verdicts).mean())))
            verdicts.clear()
    return reports
