# verdict: less
# fails: has_two_hidden_layers, hidden_layers_have_activations, output_fits_the_loss, reports_accuracy, classifies_unseen_images
# breaks: "It takes nothing": the function has two arguments without defaults, so calling it raises TypeError
# keeps: the network would be right if it were called with two numbers
# why: wanted to try several widths and changed the first line
import tensorflow as tf


def build_deeper_model(first, second):
    """Return a new compiled model with two hidden layers of these widths."""
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(first, activation="relu"),
            tf.keras.layers.Dense(second, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# deeper = build_deeper_model(512, 256)
