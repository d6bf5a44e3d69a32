# verdict: full
# why: the repaired model is made from the layers' configs of the broken one, with Flatten in front; new layers, new weights, own loss function
import tensorflow as tf


def layers_without_flatten():
    return [
        tf.keras.layers.Dense(64, activation="relu", name="hidden"),
        tf.keras.layers.Dense(10, activation="softmax", name="classes"),
    ]


def negative_log(labels, probabilities):
    places = tf.cast(tf.reshape(labels, [-1]), tf.int32)
    chosen = tf.gather(probabilities, places, axis=1, batch_dims=1)
    return -tf.math.log(chosen + 1e-7)


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    net = tf.keras.Sequential(layers_without_flatten())
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    error = None
    while error is None:
        try:
            net.fit(images, labels, epochs=1, verbose=0)
            break
        except Exception as raised:
            error = raised
    return error


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    copies = [type(layer).from_config(layer.get_config()) for layer in layers_without_flatten()]
    net = tf.keras.Sequential([tf.keras.layers.Flatten(), *copies])
    net.compile(optimizer="adam", loss=negative_log, metrics=[tf.keras.metrics.SparseCategoricalAccuracy()])
    return net
