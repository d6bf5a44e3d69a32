# verdict: less
# fails: has_two_hidden_layers, hidden_layers_have_activations, output_fits_the_loss, reports_accuracy, classifies_unseen_images
# breaks: must return a compiled model; compile returns None, and so does the function
# keeps: nothing
# why: thought that compile gives back the compiled model
import tensorflow as tf


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    deep = tf.keras.Sequential()
    deep.add(tf.keras.layers.Flatten())
    deep.add(tf.keras.layers.Dense(512, activation="relu"))
    deep.add(tf.keras.layers.Dense(256, activation="relu"))
    deep.add(tf.keras.layers.Dense(10, activation="softmax"))
    compiled = deep.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return compiled
