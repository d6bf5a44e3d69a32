# verdict: full
# why: split over three helpers, with else and finally; the exception object travels through them unchanged
import tensorflow as tf


def five_make(outputs):
    net = tf.keras.Sequential(name="five")
    net.add(tf.keras.layers.Flatten(name="flatten_five"))
    net.add(tf.keras.layers.Dense(64, activation="relu", name="hidden_five"))
    net.add(tf.keras.layers.Dense(outputs, activation="softmax", name="output_five"))
    return net


def five_compile(net):
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return net


def five_try(net, images, labels):
    result = None
    try:
        net.fit(images, labels)
    except Exception as error:
        result = error
        print("The message starts with:", str(error)[:80])
    else:
        print("No error at all.")
    finally:
        print("Experiment done.")
    return result


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    net = five_make(5)
    net = five_compile(net)
    return five_try(net, images, labels)


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    highest = labels[0]
    for i in range(len(labels)):
        if labels[i] > highest:
            highest = labels[i]
    return int(highest) + 1
