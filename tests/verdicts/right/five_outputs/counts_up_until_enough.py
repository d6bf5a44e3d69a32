# verdict: full
# why: tries 1, 2, 3, ... outputs until every label is smaller; slow but it is exactly the rule "accepts every one of the labels"
import tensorflow as tf


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    layers = []
    layers.append(tf.keras.layers.Flatten())
    layers.append(tf.keras.layers.Dense(64, activation="relu"))
    layers.append(tf.keras.layers.Dense(5, activation="softmax"))
    net = tf.keras.Sequential(layers)
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    errors = []
    try:
        net.fit(images, labels, epochs=3)
    except Exception as error:
        errors.append(error)
    return errors[0]


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    outputs = 1
    enough = False
    while not enough:
        enough = True
        for label in labels:
            if label >= outputs:
                enough = False
                break
        if not enough:
            outputs = outputs + 1
    return outputs
