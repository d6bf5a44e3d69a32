# verdict: full
# why: a general helper runs any action and hands back what it raises; the repair is a layer of the student's own that does what Flatten does, with plain sums as outputs
import tensorflow as tf


def raised_by(action):
    try:
        action()
    except Exception as problem:
        kept = problem
    else:
        kept = None
    return kept


class Unroll(tf.keras.layers.Layer):
    def call(self, inputs):
        return tf.reshape(inputs, (-1, 28 * 28))

    def compute_output_shape(self, input_shape):
        return (input_shape[0], 28 * 28)


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    pixels = tf.keras.Input(shape=(28, 28))
    hidden = tf.keras.layers.Dense(64, activation=tf.nn.relu)(pixels)
    failing = tf.keras.Model(pixels, tf.keras.layers.Dense(10, activation=tf.nn.softmax)(hidden))
    failing.compile(loss="sparse_categorical_crossentropy", optimizer="sgd", metrics=["accuracy"])
    return raised_by(lambda: failing.fit(images, labels))


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    pixels = tf.keras.Input(shape=(28, 28))
    x = Unroll()(pixels)
    x = tf.keras.layers.Dense(64, activation=tf.nn.relu)(x)
    working = tf.keras.Model(pixels, tf.keras.layers.Dense(10)(x))
    working.compile(
        loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        optimizer=tf.keras.optimizers.Adam(0.001),
        metrics=["accuracy"],
    )
    return working
