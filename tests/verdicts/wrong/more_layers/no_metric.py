# verdict: less
# fails: reports_accuracy
# passes: has_two_hidden_layers, hidden_layers_have_activations, output_fits_the_loss, classifies_unseen_images
# breaks: "Compile it with the metric `accuracy`, so that training reports it": no metrics at all
# keeps: two hidden layers with ReLU, new, compiled, trains
# why: cared only for the loss
import tensorflow as tf


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    net = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(512, activation="relu"),
            tf.keras.layers.Dense(256, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile(
        optimizer=tf.keras.optimizers.Adam(learning_rate=5e-4),
        loss=tf.keras.losses.SparseCategoricalCrossentropy(),
    )
    return net
