# verdict: less
# breaks: "The last batch may be smaller, and counts as well."
# keeps: rounding up of the epochs, the call of fit, the history
# why: count // batch_size, so the smaller last batch is lost: 39 and not 40, and 26 epochs in the example

# %%
import tensorflow as tf


def epochs_for(iterations, count, batch_size):
    """Return the smallest number of epochs with at least so many iterations."""
    steps = max(1, count // batch_size)
    epochs = iterations // steps
    if iterations % steps != 0:
        epochs += 1
    return epochs


def train(model, images, labels, iterations, batch_size):
    """Train the compiled model for at least so many iterations; return the history."""
    history = model.fit(
        images,
        labels,
        batch_size=batch_size,
        epochs=epochs_for(iterations, len(images), batch_size),
        verbose=0,
    )
    return history
