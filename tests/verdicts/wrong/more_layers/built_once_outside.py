# verdict: less
# fails: has_two_hidden_layers
# passes: hidden_layers_have_activations, output_fits_the_loss, reports_accuracy, classifies_unseen_images
# breaks: "returns a new ... model": the model is built once in the cell, and every call returns the same one, with what it learned
# keeps: layers, activations, compile, accuracy
# why: built the model in the cell first and made a function of it only because the stub wanted one
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
def build_deeper_model():
    return deeper_model
