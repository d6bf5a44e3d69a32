# verdict: full
# why: one-hot rows are plain Python lists ("rows may be a list too"), pixels go through TensorFlow, so to_rows returns a tensor ("an array or a tensor")
# %%
import tensorflow as tf


def to_rows(images):
    """Return one row of numbers from 0 to 1 for each image, shape (b, h * w)."""
    b, h, w = images.shape
    return tf.reshape(tf.cast(images, tf.float64) / 255, (b, h * w))


# %%
def one_hot(labels, depth):
    """Return one row of zeros with a single 1 for each label, shape (b, depth)."""
    rows = []
    for label in labels:
        row = [0] * depth
        row[label] = 1
        rows.append(row)
    return rows


# %%
assert one_hot([3], 10) == [[0, 0, 0, 1, 0, 0, 0, 0, 0, 0]]
