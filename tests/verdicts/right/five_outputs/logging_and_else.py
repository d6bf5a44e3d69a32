# verdict: full
# why: try/except/else with logging; sorted(...)[-1] finds the largest label of a list or an array
import logging

import tensorflow as tf

logging.basicConfig(level=logging.WARNING)
logger = logging.getLogger(__name__)


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    candidate = tf.keras.Sequential(
        [
            tf.keras.Input((28, 28)),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu", name="hidden"),
            tf.keras.layers.Dense(5, activation="softmax", name="five"),
        ]
    )
    candidate.compile(
        optimizer="adam",
        loss=tf.keras.losses.sparse_categorical_crossentropy,
    )
    try:
        candidate.fit(images, labels, epochs=1, verbose=0)
    except Exception as exception:
        logger.warning("five outputs: %s", type(exception).__name__)
        return exception
    else:
        logger.warning("no error: every label was below 5")
        return None


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return int(sorted(labels)[-1]) + 1


# %%
assert outputs_needed([0, 1, 1, 0]) == 2
assert outputs_needed([7, 2]) == 8
