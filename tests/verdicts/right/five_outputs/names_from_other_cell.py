# verdict: full
# why: sizes, layer maker (a partial) and catching helper stand in other cells; the cells share their names
# %%
from functools import partial

import tensorflow as tf

FEW = 5
WIDE = 64
LOSS = "sparse_categorical_crossentropy"
relu_layer = partial(tf.keras.layers.Dense, activation="relu")
softmax_layer = partial(tf.keras.layers.Dense, activation="softmax")

# %%
def what_it_raises(action, /, *arguments, **options):
    try:
        action(*arguments, **options)
    except Exception as it:
        return it

# %%
def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    network = tf.keras.Sequential([tf.keras.layers.Flatten(), relu_layer(WIDE), softmax_layer(FEW)])
    network.compile(loss=LOSS, optimizer="adam")
    return what_it_raises(network.fit, images, labels, epochs=2, verbose=0)


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return 1 + max(map(int, labels))
