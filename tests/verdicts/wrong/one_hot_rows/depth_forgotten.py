# verdict: less
# breaks: "a row of depth numbers for each label"; "not every class occurs among the labels"
# keeps: to_rows is right; one_hot is right where the largest class occurs
# why: to_categorical takes the number of classes from the labels it sees, the student never hands it the depth
import numpy as np
import tensorflow as tf


def to_rows(images):
    """Return one row of numbers from 0 to 1 for each image, shape (b, h * w)."""
    return images.reshape(images.shape[0], -1).astype("float32") / 255


def one_hot(labels, depth):
    """Return one row of zeros with a single 1 for each label, shape (b, depth)."""
    return tf.keras.utils.to_categorical(labels)
