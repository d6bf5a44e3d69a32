# verdict: less
# fails: has_two_hidden_layers
# passes: hidden_layers_have_activations, output_fits_the_loss, reports_accuracy, classifies_unseen_images
# breaks: "returns a **new**, compiled Keras model": the model is built once in the cell and every call returns that one
# keeps: two hidden layers with activation, accuracy, it trains
# why: built the model first and wrapped it in the function afterwards
import tensorflow as tf

deeper_inputs = tf.keras.Input(shape=(28, 28))
deeper_x = tf.keras.layers.Flatten()(deeper_inputs)
deeper_x = tf.keras.layers.Dense(512, activation="relu")(deeper_x)
deeper_x = tf.keras.layers.Dense(256, activation="relu")(deeper_x)
deeper_outputs = tf.keras.layers.Dense(10, activation="softmax")(deeper_x)
deeper_model = tf.keras.Model(deeper_inputs, deeper_outputs)
deeper_model.compile(
    optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
)


# %%
def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    return deeper_model
