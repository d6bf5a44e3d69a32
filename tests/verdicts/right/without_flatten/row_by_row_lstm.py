# verdict: full
# why: the repaired model has no Flatten at all but reads the 28 rows one after another with an LSTM; the prompt only asks that it trains and gives ten outputs

# %%
import tensorflow as tf


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    caught = None
    square = tf.keras.Sequential(
        [
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    square.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
    try:
        square.fit(images, labels, verbose=0)
    except Exception as error:
        caught = error  # `error` is gone after this block
    return caught


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    rows = tf.keras.Input(shape=(28, 28))  # 28 time steps of 28 numbers
    summary = tf.keras.layers.LSTM(48)(rows)
    answer = tf.keras.layers.Dense(10, activation="softmax")(summary)
    model = tf.keras.Model(rows, answer)
    model.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return model
