# verdict: less
# fails: error_is_returned
# passes: tries_to_train_on_squares, training_raises_the_error, repaired_model_has_ten_outputs, repaired_model_learns
# breaks: "It returns the exception that training raises": catches InvalidArgumentError only, but Keras raises ValueError, which leaves the function
# keeps: build_repaired_model is right
# why: copied the except line from the exercise about five outputs
import tensorflow as tf


def error_without_flatten(images, labels):
    no_flatten = tf.keras.Sequential(
        [
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    no_flatten.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    try:
        no_flatten.fit(images, labels)
    except tf.errors.InvalidArgumentError as error:
        return error


def build_repaired_model():
    repaired = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    repaired.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return repaired
