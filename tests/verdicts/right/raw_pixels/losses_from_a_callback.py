# verdict: full
# why: the losses are gathered by a LambdaCallback and not read from the history; scaling from the smallest to the largest pixel instead of 255
import tensorflow as tf


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    low, high = int(images.min()), int(images.max())
    versions = {"raw": images, "scaled": (images - low) / max(high - low, 1)}
    collected = {name: [] for name in versions}
    for name in versions:
        notes = tf.keras.callbacks.LambdaCallback(
            on_epoch_end=lambda epoch, logs, name=name: collected[name].append(float(logs["loss"]))
        )
        tf.keras.utils.set_random_seed(3)
        network = tf.keras.models.Sequential()
        network.add(tf.keras.layers.Flatten())
        network.add(tf.keras.layers.Dense(128))
        network.add(tf.keras.layers.Activation("relu"))
        network.add(tf.keras.layers.Dense(10))
        network.add(tf.keras.layers.Softmax())
        network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
        network.fit(versions[name], labels, epochs=3, verbose=0, callbacks=[notes])
    return collected
