# verdict: less
# fails: works_on_batches_too
# breaks: "**one image** of the shape `(28, 28, 1)` with its label, or **a batch** of shape `(count, 28, 28, 1)` ... as `float32` and in the same shape"
# keeps: single images and batches of two or more come back in their shape, with the right pixels and labels
# why: the student makes a batch of everything first and takes the axis away again where the batch has length 1; a batch that really holds one image loses its first axis

# %%
import tensorflow as tf


def normalize(images, labels):
    """Return the images with pixels from 0 to 1, and the labels as they are."""
    batch = tf.reshape(images, (-1, 28, 28, 1))  # now both cases look the same
    batch = tf.cast(batch, tf.float32) / 255.0
    if batch.shape[0] == 1:
        batch = batch[0]  # it was a single image
    return batch, labels


def normalize_dataset(dataset):
    """Return a dataset of the same elements, each of them normalised."""
    return dataset.map(normalize)
