# verdict: full
# why: own loss function with one-hot labels inside; it takes the labels 0 to 9 and softmax outputs, so the output is of the kind it expects
import tensorflow as tf


def cross_entropy_by_hand(labels, probabilities):
    wanted = tf.one_hot(tf.cast(tf.reshape(labels, [-1]), tf.int32), 10)
    logs = tf.math.log(tf.clip_by_value(probabilities, 1e-7, 1.0))
    return -tf.reduce_sum(wanted * logs, axis=-1)


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    model = tf.keras.Sequential(
        [
            tf.keras.Input(shape=(28, 28)),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(512, activation="relu", kernel_initializer="he_normal"),
            tf.keras.layers.Dense(256, activation="relu", kernel_initializer="he_normal"),
            tf.keras.layers.Dropout(0.2),
            tf.keras.layers.Dense(64, activation="tanh"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(
        optimizer="adam",
        loss=cross_entropy_by_hand,
        metrics=[tf.keras.metrics.SparseCategoricalAccuracy(name="accuracy")],
    )
    return model
