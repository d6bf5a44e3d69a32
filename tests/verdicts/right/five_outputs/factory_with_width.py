# verdict: full
# why: a factory with the number of outputs as argument, and an else branch after try; outputs_needed goes through a set
import tensorflow as tf

# %%
def network_with_outputs(count):
    net = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(input_shape=(28, 28)),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(count, activation="softmax"),
        ]
    )
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net


# %%
def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    net = network_with_outputs(5)
    try:
        net.fit(images, labels, epochs=2, verbose=2)
    except Exception as error:
        result = error
    else:
        result = None
    return result


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    seen = {int(label) for label in labels}
    return 1 + max(seen)


# %%
print(outputs_needed(train_labels), outputs_needed([0, 1, 1, 0]))
