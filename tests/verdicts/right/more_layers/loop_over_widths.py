# verdict: full
# why: functional API, a loop makes three hidden layers with light dropout; "at least two" allows three
import tensorflow as tf

WIDTHS_OF_DEEPER = (512, 256, 128)


def hidden_stack(tensor, widths: tuple[int, ...]):
    """Put one ReLU layer after another on `tensor`."""
    for width in widths:
        tensor = tf.keras.layers.Dense(width, activation="relu")(tensor)
        tensor = tf.keras.layers.Dropout(0.1)(tensor)
    return tensor


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    pixels = tf.keras.Input(shape=(28, 28), name="pixels")
    flat = tf.keras.layers.Flatten()(pixels)
    hidden = hidden_stack(flat, WIDTHS_OF_DEEPER)
    classes = tf.keras.layers.Dense(10, activation="softmax", name="classes")(hidden)
    network = tf.keras.Model(inputs=pixels, outputs=classes, name="deeper")
    network.compile(
        optimizer=tf.keras.optimizers.Adam(learning_rate=1e-3),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return network
