# verdict: full
# why: functional, three hidden layers with gelu and a little Dropout, and a Softmax layer after the ten neurons; at least two are asked for and anything may stand between
import tensorflow as tf

DEEP_WIDTHS = [512, 256, 128]


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    picture = tf.keras.Input((28, 28))
    values = tf.keras.layers.Flatten()(picture)
    for width in DEEP_WIDTHS:
        values = tf.keras.layers.Dense(width, activation="gelu")(values)
        values = tf.keras.layers.Dropout(0.1)(values)
    values = tf.keras.layers.Dense(10)(values)
    answers = tf.keras.layers.Softmax()(values)
    built = tf.keras.Model(inputs=picture, outputs=answers)
    built.compile(
        optimizer="nadam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return built
