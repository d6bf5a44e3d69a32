# verdict: full
# why: the two hidden Dense layers sit in a nested Sequential used as one block; they still lie between Flatten and the output
import tensorflow as tf


def hidden_stack():
    return tf.keras.Sequential(
        [
            tf.keras.layers.Dense(512, activation="relu"),
            tf.keras.layers.Dense(128, activation="tanh"),
        ],
        name="hidden_stack",
    )


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    inputs = tf.keras.Input((28, 28))
    x = tf.keras.layers.Flatten()(inputs)
    x = hidden_stack()(x)
    outputs = tf.keras.layers.Dense(10, activation="softmax")(x)
    net = tf.keras.Model(inputs, outputs)
    net.compile(
        optimizer="adam",
        loss="sparse_categorical_crossentropy",
        metrics=[tf.keras.metrics.SparseCategoricalAccuracy(name="accuracy")],
    )
    return net


# %%
deeper = build_deeper_model()
deeper.summary()
