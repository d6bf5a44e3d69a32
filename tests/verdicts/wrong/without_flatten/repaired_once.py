# verdict: less
# breaks: build_repaired_model "returns a **new**, compiled model": returns the one model that was built when the cell ran, trained or not
# keeps: error_without_flatten; the first returned model is compiled, trains and has ten outputs
# why: built the model first and wrote the function around it later
# %%
import tensorflow as tf

repaired_model = tf.keras.Sequential(
    [
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(64, activation="relu"),
        tf.keras.layers.Dense(10, activation="softmax"),
    ]
)
repaired_model.compile(
    optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
)


# %%
def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    broken_model = tf.keras.Sequential(
        [
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    broken_model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    try:
        broken_model.fit(images, labels, verbose=0)
    except ValueError as error:
        return error


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    return repaired_model
