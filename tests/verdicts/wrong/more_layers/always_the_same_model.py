# verdict: less
# breaks: "returns a new, compiled Keras model": it is built once, and every call returns the same object, trained or not
# keeps: the layers, the output, the loss and the metric; the first call
# why: built the model in the cell above and only returns it
# %%
import tensorflow as tf

deeper_model = tf.keras.Sequential(
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
    deeper_model.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return deeper_model
