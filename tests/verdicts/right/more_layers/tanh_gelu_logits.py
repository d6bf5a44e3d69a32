# verdict: full
# why: three hidden layers added in a loop, other activations than ReLU, plain sums as outputs with from_logits=True, the metric by its short name

# %%
import tensorflow as tf

HIDDEN_LAYERS = {"gelu": 256, "tanh": 128, "elu": 64}


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    deep = tf.keras.Sequential(name="three_hidden")
    deep.add(tf.keras.Input(shape=(28, 28)))
    deep.add(tf.keras.layers.Flatten())
    for activation, width in HIDDEN_LAYERS.items():
        deep.add(tf.keras.layers.Dense(width, activation=activation))
    deep.add(tf.keras.layers.Dense(10))  # logits, see the loss
    deep.compile(
        optimizer=tf.keras.optimizers.Adam(),
        loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["acc"],
    )
    return deep
