# verdict: less
# fails: has_two_hidden_layers
# passes: hidden_layers_have_activations, output_fits_the_loss, reports_accuracy, classifies_unseen_images
# breaks: "at least two hidden `Dense` layers": only one is Dense, the other new layer is Dropout
# keeps: it is new, compiled, reports accuracy and trains
# why: "another layer between" read as any layer
import tensorflow as tf


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    deeper = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(512, activation="relu"),
            tf.keras.layers.Dropout(0.25),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    deeper.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return deeper
