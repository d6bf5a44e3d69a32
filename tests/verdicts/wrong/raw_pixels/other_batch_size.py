# verdict: less
# breaks: "Nothing but the pixels may differ": the scaled network trains with batches of 128, the raw one with 32
# keeps: new networks, three epochs, the dictionary, the arrays untouched
# why: tried a batch size in the second call and forgot to take it out
import tensorflow as tf


def scaling_network():
    net = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return net


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    first = scaling_network().fit(images, labels, epochs=3, verbose=0)
    second = scaling_network().fit(images / 255.0, labels, epochs=3, batch_size=128, verbose=0)
    return {"raw": first.history["loss"], "scaled": second.history["loss"]}
