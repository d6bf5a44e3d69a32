# verdict: less
# fails: trains_with_five_outputs, training_raises_the_error, error_is_returned
# passes: labels_are_left_alone, counts_outputs, counts_outputs_despite_gaps, counts_outputs_of_lists
# breaks: "with five outputs in place of ten": the global OUTPUTS is 10 when the function runs, training succeeds, it returns None
# keeps: outputs_needed
# why: a later cell sets the same global to 10 to see that the error goes away

# %%
import tensorflow as tf

OUTPUTS = 5


def make_network():
    network = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(OUTPUTS, activation="softmax"),
        ]
    )
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return network


# %%
def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    try:
        make_network().fit(images, labels, verbose=0)
    except Exception as error:
        return error


# %%
print(error_with_five_outputs(train_images[:200], train_labels[:200]))

# %% [markdown]
# And with ten outputs? No error then:

# %%
OUTPUTS = 10
print(error_with_five_outputs(train_images[:200], train_labels[:200]))

# %%
def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return int(max(labels)) + 1


# %%
print(outputs_needed(train_labels), outputs_needed([0, 1, 1, 0]))
