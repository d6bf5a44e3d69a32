# verdict: full
# why: functional API; ReLU as a layer of its own, a Flatten in front, plain sums with from_logits=True; all three are named as allowed
# %%
import tensorflow as tf
from tensorflow.keras import layers


def hidden_block(signal, width):
    signal = layers.Dense(width)(signal)
    return layers.ReLU()(signal)


def build_model(hidden=(512, 256, 128), dropout=0.5, learning_rate=1e-4):
    """Return a compiled model: rows of 784, hidden layers with ReLU, dropout, ten outputs."""
    inputs = tf.keras.Input(shape=(784,))
    signal = layers.Flatten()(inputs)
    for width in hidden:
        signal = hidden_block(signal, width)
    signal = layers.Dropout(dropout)(signal)
    outputs = layers.Dense(10)(signal)
    model = tf.keras.Model(inputs, outputs, name="deep")
    model.compile(
        optimizer=tf.keras.optimizers.Adam(learning_rate=learning_rate),
        loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    return model


# %%
build_model((64, 32)).summary()
