# verdict: full
# why: divides a copy in place; shows a plot and display()s the result on the way, which a notebook allows anywhere

# %%
import tensorflow as tf

USUAL = dict(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])


def usual_network():
    n = tf.keras.Sequential()
    n.add(tf.keras.layers.Flatten())
    n.add(tf.keras.layers.Dense(128, activation="relu"))
    n.add(tf.keras.layers.Dense(10, activation="softmax"))
    n.compile(**USUAL)
    return n


def show_losses(losses):
    for name, series in losses.items():
        plt.plot([1, 2, 3], series, "o-", label=name)
    plt.yscale("log")
    plt.legend()
    plt.show()
    display(losses)


# %%
def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    small = images.copy().astype("float32")
    small /= 255
    raw = usual_network().fit(images, labels, epochs=3, verbose=0)
    scaled = usual_network().fit(small, labels, epochs=3, verbose=0)
    losses = {"raw": raw.history["loss"], "scaled": scaled.history["loss"]}
    show_losses(losses)
    return losses
