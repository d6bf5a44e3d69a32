# verdict: full
# why: the scaled network has a Rescaling layer in front and both begin with the same seed; raw pixels are handed over as decimals of the same value, in a copy
import tensorflow as tf

SHARED_SEED = 11


def fresh_network(*front):
    """The usual network, with whatever layers in front."""
    tf.keras.utils.set_random_seed(SHARED_SEED)
    network = tf.keras.Sequential(list(front))
    network.add(tf.keras.layers.Flatten())
    network.add(tf.keras.layers.Dense(128, activation="relu"))
    network.add(tf.keras.layers.Dense(10, activation="softmax"))
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return network


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    pixels = images.astype("float32")  # a copy with the same numbers
    makers = {
        "raw": lambda: fresh_network(),
        "scaled": lambda: fresh_network(tf.keras.layers.Rescaling(1 / 255)),
    }
    return {
        name: [float(x) for x in make().fit(pixels, labels, epochs=3, verbose=0).history["loss"]]
        for name, make in makers.items()
    }
