# verdict: full
# why: no imports, uses tf and np of the introduction; layers from functools.partial; the count is the length of bincount

# %%
from functools import partial

hidden_layer = partial(tf.keras.layers.Dense, activation="relu")
output_layer = partial(tf.keras.layers.Dense, activation="softmax")

# %%
def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    five = tf.keras.Sequential([tf.keras.layers.Flatten(), hidden_layer(64), output_layer(5)])
    five.compile(optimizer="adam", loss=tf.keras.losses.SparseCategoricalCrossentropy())
    try:
        five.fit(images, labels, verbose=2)
    except Exception as e:
        return e


# %%
def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return len(np.bincount(labels))


# %%
print(outputs_needed(train_labels), outputs_needed([0, 1, 1, 0]), outputs_needed([7, 2]))
