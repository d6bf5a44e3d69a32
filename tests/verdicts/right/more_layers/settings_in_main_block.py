# verdict: full
# why: the widths are globals set below `if __name__ == "__main__":`, which is true in a notebook

# %%
import tensorflow as tf


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    stack = [tf.keras.layers.Flatten()]
    stack += [tf.keras.layers.Dense(n, activation=ACTIVATION) for n in WIDTHS]
    stack += [tf.keras.layers.Dense(10, activation="softmax")]
    network = tf.keras.Sequential(stack)
    network.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return network


# %%
if __name__ == "__main__":
    WIDTHS = (512, 256)
    ACTIVATION = "relu"

# %%
if __name__ == "__main__":
    demo = build_deeper_model()
    demo.build((None, 28, 28))
    print(demo.count_params(), "weights and biases")
