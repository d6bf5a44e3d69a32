# verdict: less
# fails: repaired_model_has_ten_outputs
# passes: tries_to_train_on_squares, training_raises_the_error, error_is_returned
# breaks: build_repaired_model must give "ten outputs for each image": with Flatten at the end it gives 28 * 10 = 280
# keeps: error_without_flatten is right; the repaired model is new and compiled, and fit does not complain
# why: fought with the shapes until the error was gone, and looked no further
import tensorflow as tf


def error_without_flatten(images, labels):
    m = tf.keras.Sequential()
    m.add(tf.keras.layers.Dense(64, activation="relu"))
    m.add(tf.keras.layers.Dense(10, activation="softmax"))
    m.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    try:
        m.fit(images, labels, epochs=1)
    except ValueError as error:
        return error


def build_repaired_model():
    m = tf.keras.Sequential()
    m.add(tf.keras.layers.Dense(64, activation="relu"))
    m.add(tf.keras.layers.Dense(10, activation="softmax"))
    m.add(tf.keras.layers.Flatten())
    m.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return m
