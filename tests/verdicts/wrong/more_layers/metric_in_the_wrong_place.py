# verdict: less
# fails: reports_accuracy
# passes: has_two_hidden_layers, hidden_layers_have_activations, output_fits_the_loss, classifies_unseen_images
# breaks: "Compile it with the metric `accuracy`, so that training reports it": metrics holds the loss, not accuracy
# keeps: new compiled model with two hidden layers and activations, it trains
# why: copied the name of the loss into metrics
import tensorflow as tf


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    model = tf.keras.Sequential()
    model.add(tf.keras.layers.Flatten())
    model.add(tf.keras.layers.Dense(512, activation="relu"))
    model.add(tf.keras.layers.Dense(256, activation="relu"))
    model.add(tf.keras.layers.Dense(10, activation="softmax"))
    model.compile(
        optimizer="adam",
        loss="sparse_categorical_crossentropy",
        metrics=["sparse_categorical_crossentropy"],
    )
    return model
