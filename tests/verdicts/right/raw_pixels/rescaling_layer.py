# verdict: full
# why: the scaling is a Rescaling layer in front of the second network, which the prompt allows
import tensorflow as tf


def scaling_layers():
    return [
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(128, activation="relu"),
        tf.keras.layers.Dense(10, activation="softmax"),
    ]


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    raw_net = tf.keras.Sequential([tf.keras.Input((28, 28))] + scaling_layers())
    scaled_net = tf.keras.Sequential(
        [tf.keras.Input((28, 28)), tf.keras.layers.Rescaling(1 / 255)] + scaling_layers()
    )
    losses = {}
    for name, net in [("raw", raw_net), ("scaled", scaled_net)]:
        net.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
        losses[name] = net.fit(images, labels, epochs=3, verbose=0).history["loss"]
    return losses
