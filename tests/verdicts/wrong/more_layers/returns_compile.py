# verdict: less
# fails: has_two_hidden_layers, hidden_layers_have_activations, output_fits_the_loss, reports_accuracy, classifies_unseen_images
# breaks: "returns a new, compiled Keras model": `compile` returns None, and so does the function
# keeps: nothing that can be used
# why: thought that compile gives the compiled model back, as re.compile does
import tensorflow as tf


def build_deeper_model():
    layers = tf.keras.layers
    network = tf.keras.Sequential([
        layers.Flatten(),
        layers.Dense(512, activation="relu"),
        layers.Dense(256, activation="relu"),
        layers.Dense(10, activation="softmax"),
    ])
    return network.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
