# verdict: less
# breaks: "the outputs are of the kind that it expects: probabilities, or plain sums with from_logits=True": softmax and from_logits=True together
# keeps: hidden layers, ReLU, Dropout, ten outputs, Adam and its rate
# why: copied the loss from one example and the output layer from another
# %%
import tensorflow as tf


def build_model(hidden=(512, 256, 128), dropout=0.5, learning_rate=1e-4):
    """Return a compiled model: rows of 784, hidden layers with ReLU, dropout, ten outputs."""
    model = tf.keras.models.Sequential(
        [
            tf.keras.layers.Input(shape=(784,)),
            *[tf.keras.layers.Dense(units, activation="relu") for units in hidden],
            tf.keras.layers.Dropout(dropout),
            tf.keras.layers.Dense(10),
            tf.keras.layers.Activation("softmax"),
        ]
    )
    model.compile(
        optimizer=tf.keras.optimizers.Adam(learning_rate=learning_rate),
        loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    return model
