# verdict: full
# why: clone_model makes a new network with new weights from a template that is never trained; each clone is compiled anew
import tensorflow as tf


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    template = tf.keras.Sequential(
        [
            tf.keras.Input(shape=(28, 28)),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    losses = {}
    for name, divisor in {"raw": 1.0, "scaled": 255.0}.items():
        copy = tf.keras.models.clone_model(template)
        copy.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
        pixels = images.astype("float32") / divisor
        losses[name] = copy.fit(pixels, labels, epochs=3, verbose=0).history["loss"]
    return losses
