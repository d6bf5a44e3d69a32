# verdict: full
# why: one add per line, many prints and temporaries, largest label found by a loop; does all that is asked
import tensorflow as tf


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    print("images:", images.shape, "labels:", labels.shape)
    five_model = tf.keras.Sequential()
    flatten_layer = tf.keras.layers.Flatten()
    five_model.add(flatten_layer)
    hidden_layer = tf.keras.layers.Dense(64, activation="relu")
    five_model.add(hidden_layer)
    output_layer = tf.keras.layers.Dense(5, activation="softmax")
    five_model.add(output_layer)
    five_model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    the_error = None
    try:
        print("now training ...")
        five_model.fit(images, labels, epochs=1)
        print("strange, no error")
    except Exception as e:
        print("there it is:", type(e))
        the_error = e
    return the_error


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    largest = 0
    for label in labels:
        number = int(label)
        if number > largest:
            largest = number
    answer = largest + 1
    print("largest label", largest, "so outputs needed:", answer)
    return answer
