# verdict: less
# fails: has_two_hidden_layers
# passes: hidden_layers_have_activations, output_fits_the_loss, reports_accuracy, classifies_unseen_images
# breaks: "at least two hidden Dense layers between Flatten and the output": one of the two comes before Flatten and works on rows of pixels
# keeps: new, compiled, activations, accuracy, it trains
# why: put the new layer at the front of the list instead of after Flatten
import tensorflow as tf


def build_deeper_model():
    deep = tf.keras.Sequential()
    deep.add(tf.keras.layers.Dense(64, activation="relu"))
    deep.add(tf.keras.layers.Flatten())
    deep.add(tf.keras.layers.Dense(256, activation="relu"))
    deep.add(tf.keras.layers.Dense(10, activation="softmax"))
    deep.compile(
        optimizer="adam",
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return deep
