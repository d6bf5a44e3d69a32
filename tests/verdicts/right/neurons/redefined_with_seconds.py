# verdict: full
# why: built up over cells: the first compare_widths lacks the seconds, the later one has them; the first try cell fails

# %%
import tensorflow as tf


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    width_model = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(neurons),
            tf.keras.layers.ReLU(),
            tf.keras.layers.Dense(10),
            tf.keras.layers.Softmax(),
        ]
    )
    width_model.compile(
        optimizer="adam",
        loss=tf.keras.losses.SparseCategoricalCrossentropy(),
        metrics=["accuracy"],
    )
    return width_model


# %%
build_model(16).count_params()  # error: not built yet

# %%
def compare_widths(widths, images, labels):
    results = {}
    for width in widths:
        width_model = build_model(width)
        history = width_model.fit(images, labels, epochs=3)
        results[width] = {
            "loss": history.history["loss"][-1],
            "accuracy": history.history["accuracy"][-1],
            "parameters": width_model.count_params(),
        }
    return results


# %%
compare_widths([8], train_images[:100], train_labels[:100])

# %% [markdown]
# The seconds are missing. I use the old function with one width at a time... no, that would also
# count the building. Written again:

# %%
import time

def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    results = {}
    for width in widths:
        width_model = build_model(width)
        started = time.time()
        history = width_model.fit(images, labels, epochs=3)
        ended = time.time()
        results[width] = {
            "loss": history.history["loss"][-1],
            "accuracy": history.history["accuracy"][-1],
            "parameters": width_model.count_params(),
            "seconds": ended - started,
        }
    return results


# %%
display(compare_widths([8, 16], train_images[:100], train_labels[:100]))
