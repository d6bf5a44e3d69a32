# verdict: less
# breaks: "Return the smallest number of epochs, a whole number": np.ceil gives 22.0, and fit crashes on a decimal number of epochs
# keeps: the value of epochs_for, though not as a whole number
# why: np.ceil instead of math.ceil, without int()
# %%
import numpy as np


def epochs_for(iterations, count, batch_size):
    """Return the smallest number of epochs with at least so many iterations."""
    return np.ceil(iterations / np.ceil(count / batch_size))


def train(model, images, labels, iterations, batch_size):
    """Train the compiled model for at least so many iterations; return the history."""
    epochs = epochs_for(iterations, len(images), batch_size)
    history = model.fit(images, labels, batch_size=batch_size, epochs=epochs, verbose=0)
    return history
