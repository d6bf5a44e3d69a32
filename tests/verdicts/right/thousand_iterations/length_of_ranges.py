# verdict: full
# why: counts batches and epochs as lengths of ranges with a step, which round up by themselves
# %%
import tensorflow as tf


def epochs_for(iterations, count, batch_size):
    """Return the smallest number of epochs with at least so many iterations."""
    batches = len(range(0, count, batch_size))
    return len(range(0, iterations, batches))


def train(model, images, labels, iterations, batch_size):
    """Train the compiled model for at least so many iterations; return the history."""
    return model.fit(
        x=images,
        y=labels,
        batch_size=batch_size,
        epochs=epochs_for(iterations, len(images), batch_size),
        verbose=0,
    )


# %%
print(epochs_for(1000, 6000, 128), epochs_for(1000, 55000, 128))
