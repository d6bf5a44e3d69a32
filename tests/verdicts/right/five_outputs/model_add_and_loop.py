# verdict: full
# why: model.add style; keeps the exception under a second name until after the except block; the maximum by hand
import tensorflow as tf
from tensorflow.keras.layers import Dense, Flatten
from tensorflow.keras.models import Sequential


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    net = Sequential()
    net.add(Flatten())
    net.add(Dense(64, activation="relu"))
    net.add(Dense(5, activation="softmax"))
    net.compile(loss="sparse_categorical_crossentropy", optimizer="rmsprop")
    caught = None
    try:
        net.fit(images, labels, batch_size=64, epochs=1, verbose=0)
    except Exception as e:
        caught = e
        print("training failed with", type(e).__name__)
    return caught


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    largest = 0
    for label in labels:
        if int(label) > largest:
            largest = int(label)
    return largest + 1
