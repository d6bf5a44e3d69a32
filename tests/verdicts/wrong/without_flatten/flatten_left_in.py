# verdict: less
# fails: tries_to_train_on_squares, training_raises_the_error, error_is_returned
# passes: repaired_model_has_ten_outputs, repaired_model_learns
# breaks: the failing network must have no Flatten; it still has one, trains well, and None is returned
# keeps: build_repaired_model is right
# why: copy-paste of the network, forgot to take the line out
import tensorflow as tf


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    caught = None
    model = tf.keras.Sequential()
    model.add(tf.keras.layers.Flatten())
    model.add(tf.keras.layers.Dense(64, activation="relu"))
    model.add(tf.keras.layers.Dense(10, activation="softmax"))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    try:
        model.fit(images, labels, epochs=1)
    except Exception as error:
        caught = error
    return caught


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    model = tf.keras.Sequential()
    model.add(tf.keras.layers.Flatten())
    model.add(tf.keras.layers.Dense(64, activation="relu"))
    model.add(tf.keras.layers.Dense(10, activation="softmax"))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
