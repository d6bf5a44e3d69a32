# verdict: full
# why: the widths are a global list that later cells append to, the optimiser comes from a factory that is rebound; SGD with momentum and a schedule
# %%
import tensorflow as tf

DEEPER_WIDTHS = [512]

# %%
DEEPER_WIDTHS.append(256)

# %%
make_optimizer = lambda: "sgd"  # noqa: E731


# %%
def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    stack = [tf.keras.layers.Flatten()]
    stack.extend(tf.keras.layers.Dense(width, activation="relu") for width in DEEPER_WIDTHS)
    stack.append(tf.keras.layers.Dense(10, activation="softmax"))
    network = tf.keras.Sequential(stack)
    network.compile(make_optimizer(), "sparse_categorical_crossentropy", metrics=["accuracy"])
    return network


# %% [markdown]
"""
Plain `sgd` is slow. With momentum, and a rate that falls slowly:
"""

# %%
def make_optimizer():
    rate = tf.keras.optimizers.schedules.ExponentialDecay(0.02, decay_steps=2000, decay_rate=0.9)
    return tf.keras.optimizers.SGD(rate, momentum=0.9, nesterov=True)
