# verdict: less
# breaks: must return a new, compiled model; Adam has no argument `lr` any more, so the function raises ValueError
# keeps: nothing (no model is returned)
# why: the older tutorial writes Adam(lr=0.001)
# %%
import tensorflow as tf
from tensorflow.keras.optimizers import Adam

# %%
def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    deeper_net = tf.keras.Sequential([
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(512, activation="relu"),
        tf.keras.layers.Dense(256, activation="relu"),
        tf.keras.layers.Dense(10, activation="softmax"),
    ])
    opt = Adam(lr=0.001)
    deeper_net.compile(optimizer=opt, loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return deeper_net
