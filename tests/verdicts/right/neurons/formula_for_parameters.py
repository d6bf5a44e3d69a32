# verdict: full
# why: calculates the parameters by hand, 784*n + n + 10*n + 10, instead of asking the model; the number is the same
import time

import tensorflow as tf

# %%
def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    net = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(input_shape=(28, 28)),
            tf.keras.layers.Dense(neurons, activation="relu", name="hidden"),
            tf.keras.layers.Dense(10, activation="softmax", name="classes"),
        ],
        name=f"width_{neurons}",
    )
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net


# %%
def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    answer = {}
    for width in widths:
        tf.keras.utils.set_random_seed(7)
        net = build_model(width)
        clock = time.time()
        history = net.fit(images, labels, epochs=3, verbose=2).history
        clock = time.time() - clock
        answer[width] = {}
        answer[width]["loss"] = history["loss"][-1]
        answer[width]["accuracy"] = history["accuracy"][-1]
        answer[width]["parameters"] = (784 * width + width) + (width * 10 + 10)
        answer[width]["seconds"] = clock
    return answer
