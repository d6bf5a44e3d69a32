# verdict: less
# breaks: "Every hidden layer needs an activation function; without one, two layers in a row can do no more than a single one."
# keeps: two hidden layers, 512 and 256, softmax output with the matching loss, the metric; it trains well
# why: copied the first Dense line and forgot the activation in the new one

# %%
import tensorflow as tf


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    model = tf.keras.models.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(512, activation=tf.nn.relu),
            tf.keras.layers.Dense(256),
            tf.keras.layers.Dense(10, activation=tf.nn.softmax),
        ]
    )
    model.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return model
