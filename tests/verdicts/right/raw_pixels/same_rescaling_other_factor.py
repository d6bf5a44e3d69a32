# verdict: full
# why: both networks have a Rescaling layer in front, by 1 for the raw pixels and by 1/255 for the scaled ones; the prompt allows the layer, and times 1 leaves raw pixels raw
# %%
import tensorflow as tf


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    answer = {}
    for name, factor in {"raw": 1.0, "scaled": 1 / 255}.items():
        tf.keras.utils.set_random_seed(7)  # both begin with the same weights
        network = tf.keras.Sequential(
            [
                tf.keras.Input((28, 28)),
                tf.keras.layers.Rescaling(factor),
                tf.keras.layers.Flatten(),
                tf.keras.layers.Dense(128, activation="relu"),
                tf.keras.layers.Dense(10, activation="softmax"),
            ]
        )
        network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
        answer[name] = network.fit(images, labels, epochs=3, verbose=0).history["loss"]
    return answer
