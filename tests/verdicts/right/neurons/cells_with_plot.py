# verdict: full
# why: several cells, old keras import style, a plot at the end on a small slice; the names are rewritten but the functions stay whole
# %%
import time

import tensorflow as tf
from tensorflow import keras


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    model = keras.models.Sequential()
    model.add(keras.layers.Flatten(input_shape=[28, 28]))
    model.add(keras.layers.Dense(neurons, activation="relu"))
    model.add(keras.layers.Dense(10, activation="softmax"))
    model.compile(loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
    return model


# %%
# how many parameters should there be?
def by_hand(neurons):
    return 28 * 28 * neurons + neurons + neurons * 10 + 10


print(by_hand(128), build_model(128).count_params())


# %%
def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    out = {}
    for w in widths:
        keras.backend.clear_session()
        m = build_model(w)
        t0 = time.time()
        fitted = m.fit(images, labels, epochs=3, verbose=0)
        t1 = time.time()
        out[w] = {
            "loss": fitted.history["loss"][-1],
            "accuracy": fitted.history["accuracy"][-1],
            "parameters": m.count_params(),
            "seconds": t1 - t0,
        }
    return out


# %%
out = compare_widths([4, 32], train_images[:300], train_labels[:300])
plt.bar([str(w) for w in out], [out[w]["accuracy"] for w in out])
plt.show()
