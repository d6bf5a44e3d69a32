# verdict: full
# why: a first try with `except ValueError` and its failing cell stay above; the later definition is right

# %%
import tensorflow as tf


def error_with_five_outputs(images, labels):
    network = build_usual_network(5)
    try:
        network.fit(images, labels)
    except ValueError as error:
        return error


def build_usual_network(outputs):
    network = tf.keras.Sequential()
    network.add(tf.keras.layers.Flatten())
    network.add(tf.keras.layers.Dense(64, activation=tf.nn.relu))
    network.add(tf.keras.layers.Dense(outputs, activation=tf.nn.softmax))
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return network


# %%
error_with_five_outputs(train_images[:100], train_labels[:100])  # not a ValueError!

# %%
print(tf.errors.InvalidArgumentError.__mro__)

# %%
def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    network = build_usual_network(5)
    try:
        network.fit(images, labels)
    except (ValueError, tf.errors.OpError) as error:
        return error


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    in_order = sorted(labels)
    return int(in_order[-1]) + 1


# %%
assert outputs_needed([3, 0]) == 4
