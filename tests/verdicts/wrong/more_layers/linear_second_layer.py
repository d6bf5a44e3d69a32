# verdict: less
# fails: hidden_layers_have_activations
# passes: has_two_hidden_layers, output_fits_the_loss, reports_accuracy, classifies_unseen_images
# breaks: "Every hidden layer needs an activation function": the second one is linear, which is as good as none
# keeps: new, compiled, two hidden layers, accuracy, it trains
# why: found "linear" in the list of activations and thought that it counts as one
import tensorflow as tf


def build_deeper_model():
    net = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(512, activation="relu"),
            tf.keras.layers.Dense(256, activation="linear"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net
