# verdict: less
# fails: error_is_returned
# passes: counts_outputs, counts_outputs_despite_gaps, counts_outputs_of_lists
# breaks: "returns the exception that training raises": what it catches is a TypeError about the unknown argument nb_epoch; training never begins
# keeps: outputs_needed is right
# why: Keras 1 argument from an old tutorial, hidden by `except Exception`
import tensorflow as tf
from tensorflow.keras.layers import Dense, Flatten
from tensorflow.keras.models import Sequential


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    model5 = Sequential()
    model5.add(Flatten())
    model5.add(Dense(64, activation="relu"))
    model5.add(Dense(5, activation="softmax"))
    model5.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
    try:
        model5.fit(images, labels, batch_size=32, nb_epoch=1)
    except Exception as ex:
        return ex


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return int(sorted(labels)[-1]) + 1
