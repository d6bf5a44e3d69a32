# verdict: full
# why: one closure makes both networks, with or without a first layer; the exception is kept under a second name

# %%
import tensorflow as tf


def builder(first_layer=None):
    """A function that builds and compiles a network, with or without a layer in front."""

    def build():
        layers = [] if first_layer is None else [first_layer()]
        layers.append(tf.keras.layers.Dense(64, activation="relu"))
        layers.append(tf.keras.layers.Dense(10, activation="softmax"))
        network = tf.keras.Sequential(layers)
        network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
        return network

    return build


build_square = builder()
build_flat = builder(tf.keras.layers.Flatten)

# %%
def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    kept = None
    try:
        build_square().fit(images, labels)
    except ValueError as error:
        kept = error  # the name error is gone after this block
    return kept


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    return build_flat()


# %%
if __name__ == "__main__":
    print(error_without_flatten(train_images[:100], train_labels[:100]))
    build_repaired_model().fit(train_images[:100], train_labels[:100])
