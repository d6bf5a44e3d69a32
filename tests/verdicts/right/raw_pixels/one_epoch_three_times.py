# verdict: full
# why: three calls of fit with one epoch each on the same network; here the prompt asks for 3 epochs, not for one call
import tensorflow as tf


def new_128_network():
    net = tf.keras.Sequential()
    net.add(tf.keras.layers.Flatten())
    net.add(tf.keras.layers.Dense(128, activation="relu"))
    net.add(tf.keras.layers.Dense(10, activation="softmax"))
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return net


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    result = {"raw": [], "scaled": []}
    for kind in result:
        tf.keras.utils.set_random_seed(2024)
        net = new_128_network()
        pixels = images.astype("float32")
        if kind == "scaled":
            pixels /= 255
        for _ in range(3):
            (loss,) = net.fit(pixels, labels, epochs=1, verbose=0).history["loss"]
            result[kind].append(loss)
    return result
