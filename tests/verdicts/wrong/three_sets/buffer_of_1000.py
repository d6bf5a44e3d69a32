# verdict: less
# fails: classes_are_mixed
# breaks: "**Mix before you cut**, so that each set has images of most classes, however the data were sorted."
# keeps: sizes, pairs, each image in exactly one set; up to 1000 images are mixed well
# why: the student mixes with tf.data and a buffer of 1000; of 6000 images sorted by class the first ones to come out, which are the test set, are from the first two classes or so

# %%
import numpy as np
import tensorflow as tf


def three_sets(images, labels, validation_count, test_count):
    """Return (images, labels) of a training, a validation and a test set."""
    pairs = tf.data.Dataset.from_tensor_slices((images, labels)).shuffle(1000)
    pairs = list(pairs.as_numpy_iterator())  # once, so that the order stays

    def cut(start, stop):
        some = pairs[start:stop]
        return np.array([image for image, _ in some]), np.array([label for _, label in some])

    test = cut(0, test_count)
    validation = cut(test_count, test_count + validation_count)
    training = cut(test_count + validation_count, len(pairs))
    return training, validation, test
