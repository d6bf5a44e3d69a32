# verdict: less
# breaks: "an epoch ... has one iteration for each batch. The last batch may be smaller, and counts as well": divides the images seen by the images there are, as if each batch were full (the prompt's example still gives 22)
# keeps: the form of train: fit once, batch size, all images, history; epochs right where the batches divide evenly
# why: reasoned that 1,000 iterations see 128,000 images
# %%
import tensorflow as tf


def epochs_for(iterations, count, batch_size):
    """Return the smallest number of epochs with at least so many iterations."""
    images_seen = iterations * batch_size
    return (images_seen + count - 1) // count


def train(model, images, labels, iterations, batch_size):
    """Train the compiled model for at least so many iterations; return the history."""
    return model.fit(
        images,
        labels,
        batch_size=batch_size,
        epochs=epochs_for(iterations, len(images), batch_size),
        verbose=0,
    )
