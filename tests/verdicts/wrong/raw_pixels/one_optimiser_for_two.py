# verdict: less
# fails: losses_are_reported, raw_pixels_are_harder
# breaks: must return the losses of both trainings; one Adam object shared by two networks makes the second fit raise "unknown variable"
# keeps: nothing
# why: made the optimiser once, outside of the loop
import tensorflow as tf


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    adam = tf.keras.optimizers.Adam()
    losses = {}
    for name, data in {"raw": images, "scaled": images / 255.0}.items():
        m = tf.keras.Sequential([
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ])
        m.compile(optimizer=adam, loss="sparse_categorical_crossentropy")
        losses[name] = m.fit(data, labels, epochs=3, verbose=0).history["loss"]
    return losses
