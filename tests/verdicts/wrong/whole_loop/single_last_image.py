# verdict: less
# breaks: "Go through **all images in their order**"; "If the images do not fill the last batch of an epoch, it is **smaller**"
# keeps: everything, unless exactly one image is left for the last batch
# why: range(0, len(images) - 1, batch_size) is off by one: with 33 images in batches of 32, or in batches of 1, the last image is never seen
import numpy as np
import tensorflow as tf


def train(model, optimizer, images, labels, batch_size, epochs, report_every):
    rows = tf.constant(images.reshape(len(images), 784) / 255, tf.float32)
    wanted = tf.one_hot(labels, 10)
    reports = []
    step = right = seen = 0
    for _ in range(epochs):
        for start in range(0, len(images) - 1, batch_size):
            stop = start + batch_size
            with tf.GradientTape() as tape:
                outputs = model(rows[start:stop])
                squares = tf.square(outputs - wanted[start:stop])
                loss = tf.reduce_mean(tf.reduce_sum(squares, axis=1))
            gradients = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(gradients, model.trainable_variables))
            step += 1
            right += int(np.sum(outputs.numpy().argmax(axis=1) == labels[start:stop]))
            seen += len(outputs)
            if step % report_every == 0:
                reports.append((step, float(loss), right / seen))
                right = seen = 0
    return reports
