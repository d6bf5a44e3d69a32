# verdict: full
# why: cells with magics, a trial that raises nothing, and keras imported by itself (Keras 3 is what tf.keras is)
# %%
%matplotlib inline
import keras
import numpy as np
import tensorflow as tf
from keras import layers as L

# %%
def _network(outputs):
    return keras.Sequential([L.Flatten(), L.Dense(64, activation="relu"), L.Dense(outputs, activation="softmax")])


# %%
def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    five = _network(5)
    five.compile("adam", loss="sparse_categorical_crossentropy")
    try:
        five.fit(images, labels, verbose=0)
    except Exception as error:
        print(type(error))
        return error


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    *_, largest = np.unique(labels)
    return int(largest) + 1


# %%
%time answer = outputs_needed([0, 1, 1, 0])
print(answer)
