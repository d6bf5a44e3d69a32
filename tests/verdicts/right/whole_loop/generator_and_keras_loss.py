# verdict: full
# why: a generator hands out places of images over all epochs; Keras's squared error times ten; a list of hits as the meter
# %%
import keras
import numpy as np
import tensorflow as tf


def places_of_batches(n, batch_size, epochs):
    """Yield an array of places for each step, epoch after epoch."""
    for _ in range(epochs):
        yield from np.split(np.arange(n), np.arange(batch_size, n, batch_size))


def summed_squared_error(target, outputs):
    return 10 * keras.losses.MeanSquaredError()(target, outputs)


# %%
def train(model, optimizer, images, labels, batch_size, epochs, report_every):
    """Train the model, and return a list of reports (step, loss, accuracy)."""
    report_list = []
    hits = []
    weights = model.trainable_weights
    for step, places in enumerate(places_of_batches(len(images), batch_size, epochs), 1):
        batch = images[places].astype("float32") / 255
        answers_wanted = np.asarray(labels)[places]
        target = keras.utils.to_categorical(answers_wanted, 10)
        with tf.GradientTape() as tape:
            outputs = model(keras.ops.reshape(batch, (-1, 784)))
            loss = summed_squared_error(target, outputs)
        optimizer.apply(tape.gradient(loss, weights), weights)
        hits.extend(outputs.numpy().argmax(axis=1) == answers_wanted)
        if step % report_every:
            continue
        report_list.append((step, loss, np.mean(hits)))
        hits.clear()
    return report_list
