# verdict: full
# why: repaired by a convolutional network that ends in global pooling, so there is no Flatten; the failing network is built by another cell's function
# %%
import tensorflow as tf


def two_dense_layers():
    yield tf.keras.layers.Dense(64, activation="relu")
    yield tf.keras.layers.Dense(10, activation="softmax")


# %%
def compiled(*layers, **options):
    network = tf.keras.Sequential(list(layers))
    settings = {"optimizer": "adam", "loss": "sparse_categorical_crossentropy"} | options
    network.compile(**settings)
    return network


# %%
def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    network = compiled(*two_dense_layers())
    while True:
        try:
            network.fit(images, labels, batch_size=100, verbose=0)
        except Exception as stop:
            return stop
        print("no error yet, training on")
        break


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    return compiled(
        tf.keras.Input((28, 28)),
        tf.keras.layers.Reshape((28, 28, 1)),
        tf.keras.layers.Conv2D(16, 3, strides=2, activation="relu"),
        tf.keras.layers.Conv2D(32, 3, strides=2, activation="relu"),
        tf.keras.layers.GlobalMaxPooling2D(),
        *two_dense_layers(),
        metrics=["accuracy"],
    )
