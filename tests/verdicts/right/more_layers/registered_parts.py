# verdict: full
# why: a decorator registers the parts in order; three hidden layers; the output is logits and the loss knows that

# %%
import tensorflow as tf

PARTS = []


def part(function):
    """The parts of the network, in the order in which they stand in the notebook."""
    PARTS.append(function)
    return function


# %%
@part
def flat():
    return [tf.keras.layers.Flatten()]


@part
def hidden_part():
    return [
        tf.keras.layers.Dense(300, activation="relu"),
        tf.keras.layers.Dense(200, activation="elu"),
        tf.keras.layers.Dense(100, activation="relu"),
    ]


@part
def output_part():
    return [tf.keras.layers.Dense(10)]


# %%
def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    model_of_parts = tf.keras.Sequential([layer for make in PARTS for layer in make()])
    model_of_parts.compile(
        optimizer="adam",
        loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    return model_of_parts


# %%
print([function.__name__ for function in PARTS])
