# verdict: less
# breaks: "Nothing but the pixels may differ": the raw training has a ten times smaller learning rate
# keeps: new networks, layers, epochs, scaling, the dictionary
# why: the raw loss looked too bad, so the optimiser was made gentler there
import tensorflow as tf


def scaling_losses(pixels, labels, rate):
    net = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile(
        optimizer=tf.keras.optimizers.Adam(learning_rate=rate),
        loss="sparse_categorical_crossentropy",
    )
    return net.fit(pixels, labels, epochs=3, verbose=0).history["loss"]


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    return {
        "raw": scaling_losses(images, labels, 0.0001),
        "scaled": scaling_losses(images / 255.0, labels, 0.001),
    }
