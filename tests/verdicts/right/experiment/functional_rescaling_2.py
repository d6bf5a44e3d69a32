# verdict: full
# why: functional API, layers chained with reduce, a Rescaling layer only when scaled, logits with from_logits=True; all of it is left open
from functools import reduce

import tensorflow as tf


# %%
def _experiment_layers(neurons, scaled):
    """All layers of the experiment's network, one after another."""
    if scaled:
        yield tf.keras.layers.Rescaling(1 / 255)
    yield tf.keras.layers.Flatten()
    yield from (tf.keras.layers.Dense(n, activation=tf.nn.relu) for n in neurons)
    yield tf.keras.layers.Dense(10)  # logits


# %%
def experiment(images, labels, epochs=5, neurons=(128,), scaled=True):
    start = tf.keras.Input(shape=images.shape[1:])
    end = reduce(lambda x, layer: layer(x), _experiment_layers(neurons, scaled), start)
    network = tf.keras.Model(start, end)
    network.compile(
        optimizer=tf.keras.optimizers.Adam(),
        loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    )
    record = network.fit(images.astype("float32"), labels, epochs=epochs, verbose=0)
    return record.history
