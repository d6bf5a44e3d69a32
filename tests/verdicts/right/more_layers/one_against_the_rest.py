# verdict: full
# why: ten sigmoids with a loss of the student's own (binary cross-entropy on one-hot labels): outputs of the kind that this loss expects
import tensorflow as tf


def ten_questions(labels, answers):
    """Ask ten yes-no questions, one for each class."""
    wanted = tf.one_hot(tf.cast(tf.reshape(labels, [-1]), tf.int32), 10)
    return tf.keras.losses.binary_crossentropy(wanted, answers)


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    picture = tf.keras.Input(shape=(28, 28))
    values = tf.keras.layers.Flatten()(picture)
    values = tf.keras.layers.Dense(512, activation="relu")(values)
    values = tf.keras.layers.Dense(256, activation="relu")(values)
    answers = tf.keras.layers.Dense(10, activation="sigmoid")(values)
    network = tf.keras.Model(picture, answers)
    network.compile(optimizer="adam", loss=ten_questions, metrics=["accuracy"])
    return network
