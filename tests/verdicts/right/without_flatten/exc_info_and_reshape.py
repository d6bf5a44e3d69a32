# verdict: full
# why: takes the exception from sys.exc_info(); the repaired model uses Reshape to 784 in place of Flatten

# %%
%matplotlib inline
import sys

# %%
def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    no_flatten = tf.keras.Sequential(
        [
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    no_flatten.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    try:
        no_flatten.fit(images, labels, epochs=1, verbose=0)
    except:
        kind, error, where = sys.exc_info()
        return error


# %%
%time error_without_flatten(train_images[:1000], train_labels[:1000])

# %%
def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    repaired = tf.keras.Sequential(
        [
            tf.keras.layers.Reshape((28 * 28,)),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    repaired.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return repaired


# %%
repaired = build_repaired_model()
%time repaired.fit(train_images[:1000], train_labels[:1000], epochs=1)
