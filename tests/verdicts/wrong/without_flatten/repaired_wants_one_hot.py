# verdict: less
# fails: repaired_model_learns
# passes: tries_to_train_on_squares, training_raises_the_error, error_is_returned, repaired_model_has_ten_outputs
# breaks: "a model that does train" with `labels` as classes from 0 to 9: compiled with categorical_crossentropy, so fit raises a ValueError about shapes
# keeps: error_without_flatten is right; the repaired network gives ten outputs
# why: mixed up the sparse and the plain loss
import tensorflow as tf
from tensorflow.keras import layers


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    net = tf.keras.Sequential(
        [layers.Dense(64, activation="relu"), layers.Dense(10, activation="softmax")]
    )
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    try:
        net.fit(images, labels, epochs=1, verbose=0)
    except Exception as error:
        return error


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    inputs = tf.keras.Input((28, 28))
    x = layers.Flatten()(inputs)
    x = layers.Dropout(0.1)(layers.Dense(64, activation="relu")(x))
    outputs = layers.Dense(10, activation="softmax")(x)
    net = tf.keras.Model(inputs, outputs)
    net.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
    return net
