# verdict: less
# breaks: "of the kind that the loss expects": the loss is told to expect raw values (from_logits=True), the output is a softmax; it learns, but slowly and with a loss that stays near 1.5
# keeps: new compiled model, two hidden layers with activation, ten outputs, metric
# why: copied the loss from one tutorial and the output layer from another
import tensorflow as tf


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    deeper_net = tf.keras.Sequential(
        [
            tf.keras.Input(shape=(28, 28)),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(512, activation="relu"),
            tf.keras.layers.Dense(256, activation="relu"),
            tf.keras.layers.Dense(10),
            tf.keras.layers.Softmax(),
        ]
    )
    deeper_net.compile(
        optimizer=tf.keras.optimizers.Adam(),
        loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    return deeper_net
