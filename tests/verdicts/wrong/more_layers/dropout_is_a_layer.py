# verdict: less
# fails: has_two_hidden_layers
# passes: hidden_layers_have_activations, output_fits_the_loss, reports_accuracy, classifies_unseen_images
# breaks: "at least two hidden Dense layers": there is one Dense; Dropout was counted as the other
# keeps: new, compiled, accuracy, it trains
# why: read "another layer" in the first paragraph and took any layer
import tensorflow as tf


def build_deeper_model():
    m = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(512, activation="relu"),  # hidden layer 1
            tf.keras.layers.Dropout(0.3),  # hidden layer 2
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    m.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return m
