# verdict: less
# breaks: the repaired model "gives ten outputs for each image"; with Flatten as the last layer it gives 280
# keeps: error_without_flatten is right; the second model is new and compiled, and fit runs
# why: added Flatten where the shapes did not fit, at the end, until the error was gone
# %%
import tensorflow as tf

D = tf.keras.layers.Dense


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    bad = tf.keras.Sequential([D(64, activation="relu"), D(10, activation="softmax")])
    bad.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    try:
        bad.fit(images, labels, verbose=0)
    except Exception as e:
        print(e)
        return e


# %%
def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    good = tf.keras.Sequential(
        [D(64, activation="relu"), D(10, activation="softmax"), tf.keras.layers.Flatten()]
    )
    good.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return good


# %%
repaired = build_repaired_model()
repaired.fit(train_images[:300], train_labels[:300], epochs=1, verbose=0)
