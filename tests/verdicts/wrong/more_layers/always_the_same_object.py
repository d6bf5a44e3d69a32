# verdict: less
# fails: has_two_hidden_layers
# passes: hidden_layers_have_activations, output_fits_the_loss, reports_accuracy
# breaks: "returns a **new** ... model": every call returns the one model that the set-up cell built (and partly trained)
# keeps: two hidden Dense layers with ReLU, compiled with accuracy, trains
# why: built it in one cell and wrapped a function around the name

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
deeper_model.compile(
    optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
)

# %%
deeper_model.fit(train_images[:2000], train_labels[:2000], epochs=1)

# %%
def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    return deeper_model
