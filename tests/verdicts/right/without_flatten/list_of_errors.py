# verdict: full
# why: a module-level list collects the exceptions, and the function returns the one that it has just added

# %%
import tensorflow as tf

errors_seen = []


def attempt(action, *args, **kwargs):
    """Do something that may fail, and keep the exception."""
    try:
        action(*args, **kwargs)
    except Exception as error:
        errors_seen.append(error)
        print(type(error).__name__)


# %%
def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    square = tf.keras.Sequential()
    square.add(tf.keras.Input(shape=(28, 28)))
    square.add(tf.keras.layers.Dense(64, activation="relu"))
    square.add(tf.keras.layers.Dense(10, activation="softmax"))
    square.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    attempt(square.fit, images, labels, epochs=1, verbose=0)
    return errors_seen[-1]


# %%
def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    repaired = tf.keras.Sequential()
    repaired.add(tf.keras.Input(shape=(28, 28)))
    repaired.add(tf.keras.layers.Flatten())
    repaired.add(tf.keras.layers.Dense(64, activation="relu"))
    repaired.add(tf.keras.layers.Dense(10, activation="softmax"))
    repaired.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return repaired


# %%
error_without_flatten(train_images[:64], train_labels[:64])

# %%
errors_seen
