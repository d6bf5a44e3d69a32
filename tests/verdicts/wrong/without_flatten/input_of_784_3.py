# verdict: less
# fails: repaired_model_learns
# passes: tries_to_train_on_squares, training_raises_the_error, error_is_returned
# breaks: "a ... model that does train" on images of the shape (count, 28, 28): the repaired model wants rows of 784 numbers and crashes
# keeps: error_without_flatten
# why: flattened the images by hand in the try cell in place of in the model

# %%
import tensorflow as tf


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    net = tf.keras.Sequential()
    net.add(tf.keras.layers.Dense(64, activation="relu"))
    net.add(tf.keras.layers.Dense(10, activation="softmax"))
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    problem = None
    try:
        net.fit(images, labels, verbose=0)
    except Exception as error:
        problem = error
    return problem


# %%
def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    net = tf.keras.Sequential()
    net.add(tf.keras.Input(shape=(784,)))
    net.add(tf.keras.layers.Dense(64, activation="relu"))
    net.add(tf.keras.layers.Dense(10, activation="softmax"))
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net


# %%
flat_images = train_images.reshape(-1, 784)
repaired = build_repaired_model()
repaired.fit(flat_images[:1000], train_labels[:1000], epochs=1)
