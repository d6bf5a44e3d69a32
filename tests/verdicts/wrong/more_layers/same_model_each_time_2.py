# verdict: less
# breaks: "returns a new, compiled Keras model": every call returns the one model built at the top, with whatever it has learned since
# keeps: architecture, loss, metric; it trains
# why: model built in the cell above, the function only hands it over
# %%
import tensorflow as tf

deeper_net = tf.keras.Sequential(
    [
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(512, activation="relu"),
        tf.keras.layers.Dense(256, activation="relu"),
        tf.keras.layers.Dense(10, activation="softmax"),
    ]
)

# %%
def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    deeper_net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return deeper_net
