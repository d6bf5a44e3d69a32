# verdict: less
# fails: has_two_hidden_layers, hidden_layers_have_activations, output_fits_the_loss, reports_accuracy, classifies_unseen_images
# breaks: "returns a **new, compiled** Keras model": compile returns None, and so does the function
# keeps: nothing
# why: one line saved at the end
import tensorflow as tf


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    deeper = tf.keras.Sequential()
    deeper.add(tf.keras.layers.Flatten())
    deeper.add(tf.keras.layers.Dense(512, activation="relu"))
    deeper.add(tf.keras.layers.Dense(256, activation="relu"))
    deeper.add(tf.keras.layers.Dense(10, activation="softmax"))
    return deeper.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
