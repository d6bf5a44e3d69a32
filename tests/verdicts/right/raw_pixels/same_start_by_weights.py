# verdict: full
# why: the second network is a clone that gets the first one's starting weights, so really nothing but the pixels differs
import tensorflow as tf


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    first = tf.keras.Sequential(
        [
            tf.keras.Input(shape=(28, 28)),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    second = tf.keras.models.clone_model(first)
    second.set_weights(first.get_weights())
    losses = {}
    for name, network, pixels in [
        ("raw", first, images.astype("float32")),
        ("scaled", second, images.astype("float32") / 255.0),
    ]:
        network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
        losses[name] = network.fit(pixels, labels, epochs=3, shuffle=False, verbose=0).history["loss"]
    return losses
