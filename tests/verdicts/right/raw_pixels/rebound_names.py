# verdict: full
# why: the network's maker is built by functools.partial in steps, EPOCHS is rebound from 1 to 3 in a later cell; map and zip instead of a loop
# %%
from functools import partial

import tensorflow as tf

EPOCHS = 1
SeededDense = lambda units, seed, **more: tf.keras.layers.Dense(  # noqa: E731
    units, kernel_initializer=tf.keras.initializers.GlorotUniform(seed=seed), **more
)
first = partial(SeededDense, 128, 31, activation="relu")
second = partial(SeededDense, 10, 32, activation="softmax")


# %%
def losses_on(labels, pixels):
    network = tf.keras.Sequential([tf.keras.layers.Flatten(), first(), second()])
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    tf.keras.utils.set_random_seed(33)
    return network.fit(pixels, labels, epochs=EPOCHS, verbose=0).history["loss"]


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    both = (images, tf.cast(images, tf.float32) / 255)
    return dict(zip(("raw", "scaled"), map(partial(losses_on, labels), both)))


# %%
# One epoch was enough to see whether it runs. In earnest:
EPOCHS += 2
