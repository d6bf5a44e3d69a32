# verdict: full
# why: declares everything first and looks for the largest label in a loop, as in Java
import tensorflow as tf


def error_with_five_outputs(images, labels):
    result: Exception | None = None
    outputs: int = 5
    hidden: int = 64

    sequential = tf.keras.Sequential()
    sequential.add(tf.keras.layers.Flatten())
    sequential.add(tf.keras.layers.Dense(units=hidden, activation="relu"))
    sequential.add(tf.keras.layers.Dense(units=outputs, activation="softmax"))
    sequential.compile(
        optimizer=tf.keras.optimizers.Adam(), loss="sparse_categorical_crossentropy"
    )

    try:
        sequential.fit(images, labels, batch_size=64)
        print("no exception, is this a graphics card?")
    except Exception as exception:
        print("caught", type(exception).__name__)
        result = exception
    finally:
        del sequential

    return result


def outputs_needed(labels):
    largest: int = 0
    i: int = 0
    while i < len(labels):
        if labels[i] > largest:
            largest = int(labels[i])
        i += 1
    return largest + 1
