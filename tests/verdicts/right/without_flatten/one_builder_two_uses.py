# verdict: full
# why: one builder with an optional first layer serves both functions; the repaired one reshapes to 784, which only the failing one must not
import tensorflow as tf


def compiled_network(*first_layers):
    network = tf.keras.Sequential(
        [
            *first_layers,
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return network


def error_without_flatten(images, labels):
    kept = None
    try:
        compiled_network().fit(images, labels, verbose=0)
    except Exception as error:
        kept = error  # the name `error` is gone after this block
    return kept


def build_repaired_model():
    return compiled_network(tf.keras.layers.Reshape((28 * 28,)))
