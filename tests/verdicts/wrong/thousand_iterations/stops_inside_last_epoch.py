# verdict: less
# breaks: "Train for as many epochs as `epochs_for` says, and no more." (the last epoch is broken off as soon as the iterations are done, so it is no whole epoch, in which "every image comes once")
# keeps: epochs_for; one call of fit with the batch size, all images and labels; the length of the history
# why: the title says a thousand iterations, so a callback counts them and stops at exactly that many
import tensorflow as tf


def epochs_for(iterations, count, batch_size):
    """Return the smallest number of epochs with at least so many iterations."""
    per_epoch = -(-count // batch_size)
    return -(-iterations // per_epoch)


class CountIterations(tf.keras.callbacks.Callback):
    def __init__(self, iterations):
        super().__init__()
        self.left = iterations

    def on_train_batch_end(self, batch, logs=None):
        self.left -= 1
        if self.left == 0:
            self.model.stop_training = True


def train(model, images, labels, iterations, batch_size):
    """Train the compiled model for at least so many iterations; return the history."""
    return model.fit(
        images,
        labels,
        batch_size=batch_size,
        epochs=epochs_for(iterations, len(images), batch_size),
        callbacks=[CountIterations(iterations)],
        verbose=0,
    )
