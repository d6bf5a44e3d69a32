# verdict: less
# fails: labels_are_left_alone
# passes: counts_outputs, counts_outputs_despite_gaps, counts_outputs_of_lists
# breaks: "calls `fit` with all the images and labels as they are": it trains on the introduction's first 1000, not on its arguments
# keeps: outputs_needed; it does return a caught exception of the right kind
# why: tried the cell out at top level first and then indented it into the function, names and all

# %%
import tensorflow as tf

five_model = tf.keras.Sequential(
    [
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(64, activation="relu"),
        tf.keras.layers.Dense(5, activation="softmax"),
    ]
)
five_model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
five_model.fit(train_images[:1000], train_labels[:1000])

# %%
def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    five_model = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(5, activation="softmax"),
        ]
    )
    five_model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    try:
        five_model.fit(train_images[:1000], train_labels[:1000])
    except Exception as error:
        return error


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    biggest = labels[0]
    for label in labels:
        biggest = max(biggest, label)
    return int(biggest) + 1
