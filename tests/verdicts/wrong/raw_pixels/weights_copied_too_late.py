# verdict: less
# breaks: "each time a **new** network": the second network begins with the weights that the first one has after its training, so more than the pixels differs.
# keeps: layers, epochs, optimiser, loss, the raw losses, the dictionary's form, the arguments
# why: the student wants the same initial weights for both, but copies them after the raw training
import tensorflow as tf


def scaling_network():
    network = tf.keras.Sequential(
        [
            tf.keras.Input((28, 28)),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return network


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    first = scaling_network()
    raw = first.fit(images, labels, epochs=3, verbose=0).history["loss"]
    second = scaling_network()
    second.set_weights(first.get_weights())  # a fair start: the same weights
    scaled = second.fit(images / 255.0, labels, epochs=3, verbose=0).history["loss"]
    return {"raw": raw, "scaled": scaled}
