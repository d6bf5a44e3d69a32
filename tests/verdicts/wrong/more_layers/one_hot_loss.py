# verdict: less
# fails: classifies_unseen_images
# passes: has_two_hidden_layers, hidden_layers_have_activations
# breaks: the grader trains with labels 0 to 9; categorical_crossentropy wants one-hot rows, so fit raises
# keeps: new compiled model with two hidden layers and activations, metric accuracy
# why: mixed up the two cross-entropies
import tensorflow as tf


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    deeper = tf.keras.Sequential([
        tf.keras.layers.Input(shape=(28, 28)),
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(512, activation="relu"),
        tf.keras.layers.Dense(256, activation="relu"),
        tf.keras.layers.Dense(10, activation="softmax"),
    ])
    deeper.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
    return deeper
