# verdict: full
# why: works in several cells, first with a global list of layers, then sees that each call must build new ones and writes the function again
# %%
import tensorflow as tf

L = tf.keras.layers
my_layers = [
    L.Flatten(),
    L.Dense(512, activation="relu"),
    L.Dense(256, activation="tanh"),
    L.Dense(10, activation="softmax"),
]


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    m = tf.keras.Sequential(my_layers)
    m.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return m


# %% [markdown]
"""
Problem: both models I built had the same weights, because the layers are shared. So the list has
to be made inside.
"""


# %%
def make_layers():
    return [
        L.Flatten(),
        L.Dense(512, activation="relu"),
        L.Dense(256, activation="tanh"),
        L.Dense(10, activation="softmax"),
    ]


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    m = tf.keras.Sequential(make_layers())
    m.compile("nadam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return m


# %%
deeper = build_deeper_model()
deeper.fit(train_images[:300], train_labels[:300], epochs=1, verbose=0)
deeper.summary()
