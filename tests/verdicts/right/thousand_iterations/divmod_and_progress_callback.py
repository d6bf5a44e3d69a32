# verdict: full
# why: divmod with a truth value added rounds up, and a LambdaCallback prints progress while the one call of fit runs; the History is returned
import tensorflow as tf


def _round_up(a: int, b: int) -> int:
    whole, rest = divmod(a, b)
    return whole + (rest > 0)


def epochs_for(iterations, count, batch_size):
    """Return the smallest number of epochs with at least so many iterations."""
    return _round_up(iterations, _round_up(count, batch_size))


def train(model, images, labels, iterations, batch_size):
    """Train the compiled model for at least so many iterations; return the history."""
    epochs = epochs_for(iterations, images.shape[0], batch_size)
    tell = tf.keras.callbacks.LambdaCallback(
        on_epoch_end=lambda epoch, logs: print(f"{epoch + 1}/{epochs}", logs)
    )
    history = model.fit(images, labels, batch_size, epochs, verbose=0, callbacks=[tell])
    return history
