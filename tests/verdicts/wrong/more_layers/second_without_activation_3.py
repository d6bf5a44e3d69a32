# verdict: less
# fails: hidden_layers_have_activations
# passes: has_two_hidden_layers, output_fits_the_loss, reports_accuracy, classifies_unseen_images
# breaks: "Every hidden layer needs an activation function": the second hidden layer is linear
# keeps: new compiled model, two hidden Dense layers, metric accuracy, it trains
# why: forgot the activation when adding the line
import tensorflow as tf


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    model = tf.keras.Sequential([
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(512, activation="relu"),
        tf.keras.layers.Dense(256),
        tf.keras.layers.Dense(10, activation="softmax"),
    ])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
