# verdict: full
# why: the number of outputs is in a dictionary that another cell changes from 10 to 5 before the function runs; cells share their names
# %%
import tensorflow as tf

SETTINGS = {"hidden": 64, "outputs": 10, "loss": "sparse_categorical_crossentropy"}

# %%
LAYERS = [lambda: tf.keras.layers.Flatten()]
LAYERS += [lambda: tf.keras.layers.Dense(SETTINGS["hidden"], activation="relu")]
LAYERS.append(lambda: tf.keras.layers.Dense(SETTINGS["outputs"], activation="softmax"))

# %%
SETTINGS.update(outputs=5)


# %%
def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    network = tf.keras.Sequential([make() for make in LAYERS])
    network.compile(optimizer="adam", loss=SETTINGS["loss"])
    try:
        network.fit(images, labels)
    except Exception as error:
        return error
    raise AssertionError("five outputs were enough")


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return int(sorted(labels)[-1]) + 1
