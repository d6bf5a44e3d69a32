# verdict: less
# breaks: "the share of right images, from 0 to 1, among **all images since the last report**"
# keeps: training, steps, losses; all accuracies of the first call, and of any call after one without a rest
# why: the meter lives outside of the function and is reset after reports only; the images of unreported last steps of one call are counted in the first report of the next call
import numpy as np
import tensorflow as tf

share_meter = tf.keras.metrics.SparseCategoricalAccuracy()


def train(model, optimizer, images, labels, batch_size, epochs, report_every):
    rows = (images / 255).reshape(-1, 784).astype("float32")
    reports = []
    step = 0
    for epoch in range(epochs):
        for start in range(0, len(rows), batch_size):
            x = tf.constant(rows[start : start + batch_size])
            y = labels[start : start + batch_size]
            with tf.GradientTape() as tape:
                outputs = model(x)
                difference = outputs - tf.one_hot(y, 10)
                loss = tf.reduce_mean(tf.reduce_sum(difference**2, axis=1))
            gradients = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(gradients, model.trainable_variables))
            share_meter.update_state(y, outputs)
            step += 1
            if step % report_every == 0:
                reports.append((step, float(loss), float(share_meter.result())))
                share_meter.reset_state()
    return reports
