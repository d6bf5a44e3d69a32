# verdict: full
# why: three hidden layers with different activations, partly as layers of their own, batch normalisation between, logits with from_logits=True; the prompt asks for at least two hidden layers with an activation and an output that suits the loss
import tensorflow as tf

DEEPER_WIDTHS = {256: "gelu", 128: "tanh", 64: "elu"}


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    entry = tf.keras.Input(shape=(28, 28), name="picture")
    x = tf.keras.layers.Flatten()(entry)
    for width, activation in DEEPER_WIDTHS.items():
        x = tf.keras.layers.Dense(width)(x)
        x = tf.keras.layers.Activation(activation)(x)
    x = tf.keras.layers.BatchNormalization()(x)
    logits = tf.keras.layers.Dense(10)(x)

    deeper = tf.keras.Model(inputs=entry, outputs=logits)
    deeper.compile(
        optimizer=tf.keras.optimizers.Nadam(),
        loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    return deeper
