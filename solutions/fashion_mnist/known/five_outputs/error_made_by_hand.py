"""Mistake: an error made by hand.

Costs much: no training took place, and all of the first function is about one.

Fails: trains_with_five_outputs, labels_are_left_alone, training_raises_the_error,
    error_is_returned
"""

import numpy as np
import tensorflow as tf


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return int(np.max(labels)) + 1


def error_with_five_outputs(images, labels):
    return tf.errors.InvalidArgumentError(
        None,
        None,
        "Received a label value of 9 which is"
        " outside the valid range of [0, 5).  Label values: 9 0 3",
    )
