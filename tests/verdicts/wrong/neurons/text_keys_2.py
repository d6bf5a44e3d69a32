# verdict: less
# breaks: "Its keys are the widths themselves"; the keys are texts such as "16 neurons"
# keeps: build_model; training and the four numbers under each key
# why: made labels for a bar chart and used them as keys
# %%
import time

import tensorflow as tf
from tensorflow import keras


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    model = keras.Sequential([
        keras.layers.Flatten(),
        keras.layers.Dense(neurons, activation="relu"),
        keras.layers.Dense(10, activation="softmax"),
    ])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %%
def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    bars = {}
    for w in widths:
        net = build_model(w)
        t = time.time()
        hist = net.fit(images, labels, epochs=3, verbose=0).history
        t = time.time() - t
        bars[f"{w} neurons"] = {
            "loss": hist["loss"][-1],
            "accuracy": hist["accuracy"][-1],
            "parameters": net.count_params(),
            "seconds": t,
        }
    return bars


# %%
bars = compare_widths([8, 64], train_images[:300], train_labels[:300])
plt.bar(list(bars), [b["loss"] for b in bars.values()])
plt.show()
