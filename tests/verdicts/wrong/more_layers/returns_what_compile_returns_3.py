# verdict: less
# fails: has_two_hidden_layers, hidden_layers_have_activations, output_fits_the_loss, reports_accuracy, classifies_unseen_images
# breaks: "returns a new, compiled Keras model": compile returns None, and that is what comes back
# keeps: nothing
# why: thought that compile gives back the model, like the chained calls of scikit-learn's fit
import tensorflow as tf


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    return tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(512, activation="relu"),
            tf.keras.layers.Dense(256, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    ).compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
