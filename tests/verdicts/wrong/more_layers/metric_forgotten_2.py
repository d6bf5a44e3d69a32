# verdict: less
# fails: reports_accuracy
# passes: has_two_hidden_layers, hidden_layers_have_activations, output_fits_the_loss, classifies_unseen_images
# breaks: "Compile it with the metric `accuracy`, so that training reports it"
# keeps: a new compiled model with two hidden layers and activations that trains
# why: compiled with optimiser and loss only
import tensorflow as tf


def build_deeper_model() -> tf.keras.Model:
    """Return a new compiled model with at least two hidden Dense layers."""
    inputs = tf.keras.Input(shape=(28, 28))
    x = tf.keras.layers.Flatten()(inputs)
    for units in [512, 256]:
        x = tf.keras.layers.Dense(units, activation="relu")(x)
    outputs = tf.keras.layers.Dense(10, activation="softmax")(x)
    functional = tf.keras.Model(inputs=inputs, outputs=outputs)
    functional.compile(
        optimizer=tf.keras.optimizers.Adam(learning_rate=0.001),
        loss=tf.keras.losses.SparseCategoricalCrossentropy(),
    )
    return functional
