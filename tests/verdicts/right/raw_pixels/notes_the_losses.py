# verdict: full
# why: the losses come from a LambdaCallback that appends to a list, not from the history
import tensorflow as tf


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""

    def train(pixels):
        noted = []
        note = tf.keras.callbacks.LambdaCallback(
            on_epoch_end=lambda epoch, logs: noted.append(logs["loss"])
        )
        net = tf.keras.Sequential(
            [
                tf.keras.layers.Flatten(),
                tf.keras.layers.Dense(128, activation="relu"),
                tf.keras.layers.Dense(10, activation="softmax"),
            ]
        )
        net.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
        net.fit(pixels, labels, epochs=3, callbacks=[note], verbose=0)
        return noted

    raw = train(images)
    scaled = train(images.astype("float64") / 255)
    return dict(raw=raw, scaled=scaled)
