# verdict: less
# breaks: "calls fit with all the images and labels as they are": only the first thousand are used, and a label of 5 or more behind them raises nothing
# keeps: outputs_needed; the error, where one of the first thousand labels is too large
# why: wanted the error sooner, "it comes in the first batch anyway"
# %%
import tensorflow as tf


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    model5 = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(5, activation="softmax"),
        ]
    )
    model5.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    try:
        # a thousand are enough to see the error
        model5.fit(images[:1000], labels[:1000], verbose=0)
    except Exception as error:
        return error


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return int(max(labels)) + 1
