# verdict: full
# why: plays the epochs through, with a while loop over the images of one epoch and another over epochs; a callback only prints now and then
# %%
import tensorflow as tf


class EveryTenth(tf.keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        if (epoch + 1) % 10 == 0:
            print("epoch", epoch + 1, "loss", (logs or {}).get("loss"))


# %%
def epochs_for(iterations, count, batch_size):
    """Return the smallest number of epochs with at least so many iterations."""
    images_left, steps = count, 0
    while images_left > 0:
        images_left -= batch_size
        steps += 1
    epochs = 0
    while epochs * steps < iterations:
        epochs += 1
    return epochs


def train(model, images, labels, iterations, batch_size):
    """Train the compiled model for at least so many iterations; return the history."""
    n = epochs_for(iterations, images.shape[0], batch_size)
    return model.fit(
        images, labels, epochs=n, batch_size=batch_size, verbose=0, callbacks=[EveryTenth()]
    )
