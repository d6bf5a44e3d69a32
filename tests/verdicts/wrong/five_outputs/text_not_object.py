# verdict: less
# fails: error_is_returned
# passes: trains_with_five_outputs, labels_are_left_alone, training_raises_the_error, counts_outputs, counts_outputs_despite_gaps, counts_outputs_of_lists
# breaks: "the object that you caught, not its text": it returns str(error)
# keeps: outputs_needed is right; the network with five outputs is built and trained as asked
# why: misread, thought the message was wanted
import tensorflow as tf


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    net = tf.keras.Sequential()
    net.add(tf.keras.layers.Flatten())
    net.add(tf.keras.layers.Dense(64, activation="relu"))
    net.add(tf.keras.layers.Dense(5, activation="softmax"))
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    message = ""
    try:
        net.fit(images, labels, epochs=1)
    except Exception as error:
        message = str(error)
        print(message)
    return message


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    biggest = -1
    for label in labels:
        if label > biggest:
            biggest = int(label)
    return biggest + 1
