# verdict: full
# why: rounds up by counting the steps of a range, so with whole numbers only; fit gets its arguments from a dictionary, and the history dictionary is returned
# %%
import tensorflow as tf


def batches_in(count, batch_size):
    return len(range(0, count, batch_size))


def epochs_for(iterations, count, batch_size):
    """Return the smallest number of epochs with at least so many iterations."""
    return batches_in(iterations, batches_in(count, batch_size))


# %%
def train(model, images, labels, iterations, batch_size):
    """Train the compiled model for at least so many iterations; return the history."""
    settings = {
        "x": images,
        "y": labels,
        "batch_size": batch_size,
        "epochs": epochs_for(iterations, len(images), batch_size),
        "verbose": 0,
    }
    return model.fit(**settings).history


# %%
assert epochs_for(1000, 5000, 128) == 25
assert epochs_for(1, 10, 10) == 1 and epochs_for(2, 10, 10) == 2
