# verdict: less
# fails: no_epoch_more
# passes: epochs_are_counted, one_training, enough_epochs, returns_the_history, reads_unseen_digits
# breaks: "Train for as many epochs as `epochs_for` says, and no more."
# keeps: epochs_for; one call of fit, the batch size, all images; the number of epochs as long as the loss keeps
#        falling. If it does not get smaller in two epochs (a small or a finished network), training ends early.
# why: the student saves time with EarlyStopping on the training loss, as many tutorials do.
# %%
import math

import tensorflow as tf


def epochs_for(iterations, count, batch_size):
    """Return the smallest number of epochs with at least so many iterations."""
    batches = math.ceil(count / batch_size)
    return math.ceil(iterations / batches)


def train(model, images, labels, iterations, batch_size):
    """Train the compiled model for at least so many iterations; return the history."""
    stop = tf.keras.callbacks.EarlyStopping(monitor="loss", patience=2)
    history = model.fit(
        images,
        labels,
        epochs=epochs_for(iterations, len(images), batch_size),
        batch_size=batch_size,
        callbacks=[stop],
        verbose=0,
    )
    return history
