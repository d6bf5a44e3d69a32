# verdict: less
# breaks: "trains twice, each time a **new** network": the two networks are built once outside the function, so a second call goes on with trained ones
# keeps: the first call: layers, epochs, scaling, dictionary
# why: built both networks in the cell above the function
# %%
import tensorflow as tf


def hundred_and_twentyeight():
    net = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return net


raw_network = hundred_and_twentyeight()
scaled_network = hundred_and_twentyeight()


# %%
def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    raw_history = raw_network.fit(images, labels, epochs=3, verbose=0)
    scaled_history = scaled_network.fit(images / 255.0, labels, epochs=3, verbose=0)
    return {
        "raw": raw_history.history["loss"],
        "scaled": scaled_history.history["loss"],
    }
