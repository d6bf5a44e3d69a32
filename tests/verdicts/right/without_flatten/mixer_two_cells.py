# verdict: full
# why: the repaired network mixes rows and columns with Permute and Dense, then Reshape; helper with odd parameter kinds from another cell
# %%
import tensorflow as tf


def compiled(net, /, *, rate=2e-3):
    net.compile(
        optimizer=tf.keras.optimizers.Adam(rate),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return net

# %%
def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    hidden, answer = tf.keras.layers.Dense(64, activation="relu"), tf.keras.layers.Dense(10, activation="softmax")
    net = compiled(tf.keras.Sequential([hidden, answer]))
    try:
        net.fit(images, labels, verbose=0)
    except Exception as error:
        return error

# %%
def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    picture = tf.keras.Input((28, 28))
    columns = tf.keras.layers.Dense(64, activation="relu")(picture)
    rows = tf.keras.layers.Dense(32, activation="relu")(tf.keras.layers.Permute((2, 1))(columns))
    summary = tf.keras.layers.Reshape((64 * 32,))(rows)
    hidden = tf.keras.layers.Dense(64, activation="relu")(summary)
    return compiled(tf.keras.Model(picture, tf.keras.layers.Dense(10, activation="softmax")(hidden)))
