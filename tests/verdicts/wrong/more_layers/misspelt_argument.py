# verdict: less
# fails: has_two_hidden_layers, hidden_layers_have_activations, output_fits_the_loss, reports_accuracy, classifies_unseen_images
# breaks: must return a model; `activations=` is no argument of Dense, so the function raises
# keeps: nothing
# why: misspelt "activation" in the second hidden layer
import tensorflow as tf


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    deeper = tf.keras.Sequential([
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(512, activation="relu"),
        tf.keras.layers.Dense(256, activations="relu"),
        tf.keras.layers.Dense(10, activation="softmax"),
    ])
    deeper.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return deeper
