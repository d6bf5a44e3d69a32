# verdict: full
# why: light dropout between two wide hidden layers and He initialisation; "at least two hidden Dense layers" does not forbid others
# %%
import tensorflow as tf


def hidden_block(width):
    yield tf.keras.layers.Dense(width, activation="relu", kernel_initializer="he_normal")
    yield tf.keras.layers.Dropout(0.1)


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    stack = [tf.keras.layers.Flatten()]
    stack.extend(hidden_block(512))
    stack.extend(hidden_block(128))
    stack.append(tf.keras.layers.Dense(10, activation="softmax"))
    result = tf.keras.Sequential(stack)
    result.compile(
        optimizer="nadam",
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return result


# %%
deeper = build_deeper_model()
deeper.build((None, 28, 28))
deeper.summary()
