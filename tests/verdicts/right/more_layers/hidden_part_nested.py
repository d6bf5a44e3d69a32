# verdict: full
# why: the two hidden layers sit in a Sequential of their own inside the model; they are still two hidden Dense layers between Flatten and output
# %%
import tensorflow as tf


def make_hidden_part():
    return tf.keras.Sequential(
        [
            tf.keras.layers.Dense(512, activation="relu"),
            tf.keras.layers.Dropout(0.2),
            tf.keras.layers.Dense(256, activation="relu"),
        ],
        name="hidden_part",
    )


# %%
def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    model = tf.keras.Sequential(
        [
            tf.keras.Input(shape=(28, 28)),
            tf.keras.layers.Flatten(),
            make_hidden_part(),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(
        loss=tf.keras.losses.SparseCategoricalCrossentropy(),
        optimizer=tf.keras.optimizers.Nadam(),
        metrics=[tf.keras.metrics.SparseCategoricalAccuracy(name="accuracy")],
    )
    return model
