# verdict: less
# fails: classifies_unseen_images
# passes: has_two_hidden_layers, hidden_layers_have_activations
# breaks: "The grader trains your model ... with the labels 0 to 9": categorical_crossentropy wants one-hot labels, so fit raises
# keeps: layers, activations, metric, a new model each time
# why: took the loss from an MNIST tutorial that uses to_categorical
import tensorflow as tf


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    network = tf.keras.models.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(512, activation="relu"),
            tf.keras.layers.Dense(256, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    network.compile(optimizer="rmsprop", loss="categorical_crossentropy", metrics=["accuracy"])
    return network
