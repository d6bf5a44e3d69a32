# verdict: full
# why: collects what was caught in a list and returns its last entry; the repaired network gives logits with from_logits=True, ten for each image
# %%
import tensorflow as tf


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    caught = []
    attempt = tf.keras.Sequential([
        tf.keras.layers.Dense(units=64, activation="relu"),
        tf.keras.layers.Dense(units=10, activation="softmax"),
    ])
    attempt.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    try:
        attempt.fit(x=images, y=labels, epochs=1, batch_size=100, verbose=0)
    except ValueError as error:
        caught.append(error)
    return caught[-1]


# %%
def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    logits_model = tf.keras.Sequential([
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(units=64, activation="relu"),
        tf.keras.layers.Dense(units=10),
    ])
    logits_model.compile(
        optimizer="adam",
        loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    return logits_model
